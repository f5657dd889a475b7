/** @file Screenplays that tests are made from, and how they become what the film is made from. */
import { breakDown } from '@filmai/nlp-script/breakdown';
import { parseFountain } from '@filmai/nlp-script/fountain';
import type { Script } from './read-script.js';

/** A second of everything: a dual dialogue, a dissolve, weather. */
export const tinyFilm = `Title: Tiny

INT. KITCHEN - DAY

Ann (30) and Bob (40) face each other.

ANN
Yes.

BOB ^
No.

DISSOLVE TO:

EXT. FIELD - DAY

Rain. Ann runs.
`;

/** Long and short speeches, fades, dissolves, voices from elsewhere, a scene number that comes twice. */
export const longerFilm = `Title: All of It

FADE IN:

INT. STATION - NIGHT #1#

A clock. MARA (40) waits with a suitcase.

MARA
I have been standing here since the afternoon, and in all that time not a single train has stopped. Not one! They come, they slow down, somebody looks out of a window as if he knew me, and then they go on. Do you think that they have forgotten how to stop?

TEO (V.O.)
(on the phone)
No.

MARA
Well.

DISSOLVE TO:

EXT. PLATFORM - DAWN #1#

Snow falls on the rails.

MARA
There!

TEO ^
There!

MARA
You saw it.

TEO
I saw it.

MARA
Now you know.

TEO ^
Now I know.

FADE TO BLACK.

FADE IN:

INT. TRAIN - DAY

They sit side by side. Nobody speaks.

FADE OUT.
`;

/**
 * Reads a screenplay from text as `readScript` does from a file.
 *
 * @param text - Fountain.
 */
export function scriptOf(text: string): Script {
  const { screenplay, diagnostics } = parseFountain(text);
  const breakdown = breakDown(screenplay);
  const scenes = breakdown.scenes.filter((scene) => scene.heading !== '').map((scene) => scene.index);
  return { path: 'test.fountain', title: breakdown.title ?? 'Untitled', screenplay, breakdown, diagnostics, scenes };
}
