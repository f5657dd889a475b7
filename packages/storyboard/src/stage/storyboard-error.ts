/** @file The one error class of the package. Wrong arguments are `TypeError` and `RangeError`, as everywhere. */
import { FilmaiError } from '@filmai/core-tensor/errors';

/**
 * What can go wrong beside wrong arguments.
 *
 * - `BAD_PLACE`: a place grammar built something that can't be filmed (no marks, no views, numbers that are not finite).
 * - `NO_CANVAS`: there is nothing to draw on: neither `@napi-rs/canvas` nor `OffscreenCanvas`.
 */
export type StoryboardErrorCode = 'BAD_PLACE' | 'NO_CANVAS';

/**
 * A failure of this package, with a stable `code` and a remedy in the message.
 *
 * @example
 * ```ts
 * import { StoryboardError } from '@filmai/storyboard';
 *
 * const error = new StoryboardError('BAD_PLACE', 'place "igloo" has no views', { remedy: 'Return at least two views from build().' });
 * console.log(error.code, error.message); // BAD_PLACE place "igloo" has no views. Return at least two views from build().
 * ```
 */
export class StoryboardError extends FilmaiError<StoryboardErrorCode> {}
