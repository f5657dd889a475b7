/** @file What a costume is. */
import type { HatStyle, Paint } from './look.js';
import type { Tailor } from './tailor.js';

/** A kind of clothes. */
export interface Costume {
  /** Name that a look refers to. */
  name: string;
  /** Words of a script that call for it, lower case, in English, French, German, Spanish and Chinese. */
  words: readonly string[];
  /** Cuts and sews it on the tailor's table. Equal tables give equal clothes. */
  build(tailor: Tailor): void;
  /** What its main garment is commonly made in; one is drawn. Default: `wear.top`, else any colour. */
  palette?: readonly Paint[];
  /** What belongs to it, unless the script says otherwise. */
  wear?: { top?: Paint; bottom?: Paint; accent?: Paint; hat?: HatStyle; hatPaint?: Paint };
}
