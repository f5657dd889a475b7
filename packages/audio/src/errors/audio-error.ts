/** @file The one error class of this package. */
import { FilmaiError } from '@filmai/core-tensor/errors';

/**
 * What can go wrong with sound, as stable names:
 * - `NO_SUCH_FILE`, `NOT_A_FILE`, `READ_FAILED`: the file can't be read.
 * - `NOT_WAV`: the bytes are something else than a WAV file.
 * - `WAV_DAMAGED`: a WAV file without the parts that are needed to play it.
 * - `WAV_UNSUPPORTED`: a WAV file in a coding that isn't PCM or float.
 * - `LANGUAGE_NOT_SUPPORTED`: text in a script that the voices can't read.
 * - `NOTHING_TO_SAY`: text without a word or a pause in it.
 * - `SYNTHESIS_FAILED`: the speech synthesiser broke down.
 */
export type AudioErrorCode =
  | 'NO_SUCH_FILE'
  | 'NOT_A_FILE'
  | 'READ_FAILED'
  | 'NOT_WAV'
  | 'WAV_DAMAGED'
  | 'WAV_UNSUPPORTED'
  | 'LANGUAGE_NOT_SUPPORTED'
  | 'NOTHING_TO_SAY'
  | 'SYNTHESIS_FAILED';

/**
 * An error of this package; `code` names the kind, the message says where, what was expected and what came.
 *
 * @example
 * ```ts
 * import { AudioError } from '@filmai/audio';
 * import { parseWav } from '@filmai/audio/wav';
 *
 * try {
 *   parseWav(new Uint8Array(0), { name: 'take.wav' });
 * } catch (error) {
 *   console.log(error instanceof AudioError && error.code); // NOT_WAV
 * }
 * ```
 */
export class AudioError extends FilmaiError<AudioErrorCode> {}
