/** @file The error of this package. */
import { FilmaiError } from '@filmai/core-tensor/errors';

/** Why nothing could be generated. */
export type GanErrorCode =
  | 'WRONG_SHAPE'
  | 'WRONG_BATCH'
  | 'NOT_FINITE'
  | 'BACKEND_LOST'
  | 'STEP_FAILED'
  | 'OTHER_RUN'
  | 'EMPTY_FOLDER'
  | 'MIXED_FOLDER'
  | 'SHORT_CLIP'
  | 'UNREADABLE_PICTURE'
  | 'NOTHING_READABLE'
  | 'UNKNOWN_EFFECT'
  | 'UNKNOWN_MOTION'
  | 'BAD_BVH'
  | 'NO_MODEL'
  | 'NO_MOTION';

/** Something that could not be generated. */
export class GanError extends FilmaiError<GanErrorCode> {}
