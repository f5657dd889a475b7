/** @file The error of this package. */
import { FilmaiError } from '@filmai/core-tensor/errors';

/** Why something could not be done: reading a script, running a model, reaching an endpoint. */
export type NlpScriptErrorCode =
  | 'NO_FILE'
  | 'IS_FOLDER'
  | 'NOT_READABLE'
  | 'TOO_LARGE'
  | 'EMPTY'
  | 'NOT_TEXT'
  | 'NOT_FDX'
  | 'BAD_REVIEW'
  | 'BAD_INDEX'
  | 'NOT_DRAWABLE'
  | 'NO_MODEL'
  | 'MODEL_INCOMPLETE'
  | 'MODEL_FAILED'
  | 'HUB_OFFLINE'
  | 'ENDPOINT_UNREACHABLE'
  | 'ENDPOINT_REFUSED'
  | 'ENDPOINT_BUSY'
  | 'ENDPOINT_TIMEOUT'
  | 'ENDPOINT_CUT_OFF'
  | 'ENDPOINT_NONSENSE'
  | 'UNUSABLE_TEXT'
  | 'BAD_PROJECT'
  | 'STEP_MISSING'
  | 'TRANSLATION_FAILED'
  | 'BAD_MODEL'
  | 'NOT_FINITE'
  | 'OTHER_TRAINING'
  | 'BAD_TRAINING_SET';

/** Something could not be done. The message says where, what came and what to do. */
export class NlpScriptError extends FilmaiError<NlpScriptErrorCode> {}
