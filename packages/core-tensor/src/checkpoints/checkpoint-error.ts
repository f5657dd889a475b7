/** @file The errors of checkpoints and of networks in files. */
import { FilmaiError } from '../errors/index.js';

/**
 * Why a checkpoint or a network could not be loaded. `NO_CHECKPOINT`: the folder holds none. `ALL_DAMAGED`: none of them is whole.
 * `OTHER_ARCHITECTURE`: it was saved from something else. `NO_NETWORK`, `DAMAGED_NETWORK`: of a single network's files.
 */
export type CheckpointErrorCode = 'NO_CHECKPOINT' | 'ALL_DAMAGED' | 'OTHER_ARCHITECTURE' | 'NO_NETWORK' | 'DAMAGED_NETWORK';

/** A checkpoint or a network could not be loaded. Nothing was changed. */
export class CheckpointError extends FilmaiError<CheckpointErrorCode> {}
