/** @file The errors of choosing a backend and of using what it holds. */
import { FilmaiError } from '../errors/index.js';

/** Why there is no runtime. */
export type RuntimeErrorCode = 'BACKEND_UNAVAILABLE' | 'NO_BACKEND' | 'UNKNOWN_BACKEND';

/** A backend that was asked for can't be used. The remedy is the line that installs it. */
export class RuntimeError extends FilmaiError<RuntimeErrorCode> {}
