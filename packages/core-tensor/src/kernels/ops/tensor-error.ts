/** @file Errors about tensors. */
import { FilmaiError } from '../../errors/index.js';

/** What can be wrong with a tensor. */
export type TensorErrorCode = 'TENSOR_DISPOSED';

/** A tensor was used in a way that it can't be. */
export class TensorError extends FilmaiError<TensorErrorCode> {}
