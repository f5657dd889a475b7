/** @file The error of this package. */
import { FilmaiError } from '@filmai/core-tensor/errors';

/** Why an edit, a file or a render could not be done. */
export type EditErrorCode =
  | 'OUT_OF_MEDIA'
  | 'OUT_OF_TRACK'
  | 'NOT_A_CLIP'
  | 'NO_NEIGHBOUR'
  | 'BAD_TIMECODE'
  | 'BAD_OTIO'
  | 'BAD_EDL'
  | 'BAD_SUBTITLES'
  | 'NOT_REPRESENTABLE'
  | 'NO_FILE'
  | 'NO_MEDIA'
  | 'NO_FONT';

/** An edit, a file or a render that could not be done; nothing was changed. */
export class EditError extends FilmaiError<EditErrorCode> {}
