/** @file The error of this package. */
import { FilmaiError } from '@filmai/core-tensor/errors';

/** Why a script could not be read from a file. */
export type NlpScriptErrorCode = 'NO_FILE' | 'IS_FOLDER' | 'NOT_READABLE' | 'TOO_LARGE' | 'EMPTY' | 'NOT_TEXT' | 'NOT_FDX';

/** A script could not be read. The message names the file and what to do. */
export class NlpScriptError extends FilmaiError<NlpScriptErrorCode> {}
