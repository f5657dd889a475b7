/** @file The error of this package. */
import { FilmaiError } from '@filmai/core-tensor/errors';

/** Why nothing could be generated. */
export type GanErrorCode = 'WRONG_SHAPE' | 'UNKNOWN_EFFECT' | 'UNKNOWN_MOTION' | 'BAD_BVH';

/** Something that could not be generated. */
export class GanError extends FilmaiError<GanErrorCode> {}
