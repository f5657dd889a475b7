/** @file What can go wrong with a film before or while it is made, as the person at the terminal sees it. */
import { FilmaiError } from '@filmai/core-tensor/errors';

/** Why no film was made. */
export type AnimaticErrorCode =
  'BAD_OPTION' | 'NO_SCRIPT' | 'NOT_A_SCREENPLAY' | 'NO_SUCH_SCENE' | 'OUT_NOT_WRITABLE' | 'NO_ENCODER' | 'WORKER_FAILED';

/** A film that could not be made. Nothing half-written is left; finished stages are kept for the next run. */
export class AnimaticError extends FilmaiError<AnimaticErrorCode> {}
