/**
 * @file What can go wrong with a media file, by code.
 */
import { FilmaiError } from '@filmai/core-tensor/errors';

/**
 * Why a media file could not be read or written.
 *
 * - `NOT_FOUND`, `IS_FOLDER`, `NOT_READABLE`: the path leads to no file, to a folder, or to a file that may not be read.
 * - `EMPTY_FILE`: zero bytes. `NOT_MEDIA`: no container that is known. `TRUNCATED`: the file ends before its contents do.
 * - `NO_VIDEO`, `NO_AUDIO`: the file has no such track. `UNSUPPORTED_CODEC`: the engine has no decoder or encoder for it.
 * - `OUT_OF_RANGE`: a time beyond the end of the file.
 * - `BAD_FRAME`, `BAD_SOUND`: a frame or sound given to the writer has the wrong size or form. `NOTHING_TO_WRITE`: no frames and no samples came.
 * - `UNSUPPORTED_CONTAINER`: the target's extension names no container that can be written, or one that can't hold the codec.
 * - `NO_ENGINE`: neither of the engines is installed. `ENGINE_FAILED`: the engine gave up; its own words are in the message.
 */
export type MediaErrorCode =
  | 'NOT_FOUND'
  | 'IS_FOLDER'
  | 'NOT_READABLE'
  | 'EMPTY_FILE'
  | 'NOT_MEDIA'
  | 'TRUNCATED'
  | 'NO_VIDEO'
  | 'NO_AUDIO'
  | 'UNSUPPORTED_CODEC'
  | 'OUT_OF_RANGE'
  | 'BAD_FRAME'
  | 'BAD_SOUND'
  | 'NOTHING_TO_WRITE'
  | 'UNSUPPORTED_CONTAINER'
  | 'NO_ENGINE'
  | 'ENGINE_FAILED';

/**
 * A media file could not be read or written.
 *
 * @example
 * ```ts
 * import { MediaError, probeMedia } from '@filmai/media';
 *
 * const error = await probeMedia('no-such-file.mp4').catch((e: unknown) => e);
 * console.log(error instanceof MediaError && error.code); // NOT_FOUND
 * ```
 */
export class MediaError extends FilmaiError<MediaErrorCode> {}
