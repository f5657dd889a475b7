/** @file The error of this package. */
import { FilmaiError } from '@filmai/core-tensor/errors';

/** Why a picture could not be looked at. */
export type VisionErrorCode = 'BAD_FRAME';

/** A picture that could not be looked at. */
export class VisionError extends FilmaiError<VisionErrorCode> {}
