/** @file The errors of optimisers and moving averages. */
import { FilmaiError } from '../errors/index.js';

/** Why an optimiser could not go on. */
export type OptimiserErrorCode = 'MISSING_GRADIENT' | 'OTHER_VARIABLES' | 'SWAPPED';

/** Gradients or a saved state don't belong to an optimiser's variables, or weights are swapped for their average. */
export class OptimiserError extends FilmaiError<OptimiserErrorCode> {}
