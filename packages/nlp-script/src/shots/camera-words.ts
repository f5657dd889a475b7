/** @file What a script itself says about the camera: "CLOSE ON", "WIDE", "PAN TO", "we follow", "POV", "INSERT", "HIGH ANGLE". */
import type { CameraMove, ShotAngle, ShotSize } from './shot.js';

/** What was read, and the words it was read from. */
export interface CameraWords {
  size?: ShotSize;
  angle?: ShotAngle;
  move?: CameraMove;
  /** What the camera is on: `'the lamp'`, `'Bridie'`. */
  target?: string;
  /** True for POV: the picture is what somebody sees. */
  pointOfView?: boolean;
  /** As written: `'CLOSE ON'`. */
  words: string;
}

type Finding = Omit<CameraWords, 'words' | 'target'>;

/** Words at the head of a sentence, in capitals or as a shot name; the rest of the sentence up to a comma is the target. */
const OPENINGS: readonly (readonly [RegExp, Finding])[] = [
  [/^(?:EXTREME|VERY|TIGHT|BIG) CLOSE(?:[ -]?UP)?(?: (?:ON|OF))?\b/, { size: 'extreme-close' }],
  [/^ECU\b(?: ON)?/, { size: 'extreme-close' }],
  [/^(?:CLOSE(?:[ -]?UP)?|CLOSER|C\.?U\.?|TIGHT)(?: (?:ON|OF|SHOT))*(?=\W|$)/, { size: 'close' }],
  [/^(?:EXTREME|VERY) (?:WIDE|LONG)(?: SHOT)?(?: (?:ON|OF))?\b/, { size: 'extreme-wide' }],
  [/^(?:AERIAL|DRONE)(?: SHOT| VIEW)?(?: (?:ON|OF|OVER))?\b/, { size: 'extreme-wide', angle: 'high' }],
  [/^(?:WIDE|WIDER|LONG SHOT|ESTABLISHING(?: SHOT)?|FULL SHOT)(?: SHOT| ANGLE)?(?: (?:ON|OF))?\b/, { size: 'wide' }],
  [/^(?:MEDIUM|MED\.?|M\.?S\.?)(?: SHOT)?(?: (?:ON|OF))?(?=\W|$)/, { size: 'medium' }],
  [/^TWO[ -]?SHOT(?: (?:ON|OF))?\b/, { size: 'two-shot' }],
  [/^OVER(?:[ -]THE)?[ -]SHOULDER(?: (?:ON|OF))?\b/, { size: 'over-shoulder' }],
  [/^INSERT(?: (?:ON|OF|SHOT))?\b\s*[-–—:]?/, { size: 'insert' }],
  [/^(?:HIGH ANGLE|FROM ABOVE)(?: (?:ON|OF))?\b/, { angle: 'high' }],
  [/^(?:LOW ANGLE|FROM BELOW)(?: (?:ON|OF))?\b/, { angle: 'low' }],
  [/^(?:DUTCH|CANTED) ANGLE(?: (?:ON|OF))?\b/, { angle: 'dutch' }],
  [/^(?:OVERHEAD|BIRD['’]?S[ -]EYE(?: VIEW)?|TOP SHOT)(?: (?:ON|OF))?\b/, { angle: 'overhead', size: 'wide' }],
  [/^(?:ANGLE|NEW ANGLE|ANOTHER ANGLE|ON)(?: (?:ON|OF))?\b(?=[^\n]*\p{L})/u, {}],
  [/^(?:(?:SLOW(?:LY)?|QUICK|FAST|SWISH|WHIP) )?PAN(?:S)?(?: (?:TO|ACROSS|OVER|RIGHT))*\b/, { move: 'pan-right' }],
  [
    /^(?:SLOW(?:LY)? )?PUSH(?:ES)?(?:ING)? IN(?: (?:ON|TO))?\b|^(?:SLOW )?(?:DOLLY|ZOOM|MOVE|TRACK) IN(?: (?:ON|TO))?\b/,
    { move: 'push-in' },
  ],
  [/^(?:SLOW(?:LY)? )?(?:PULL|DOLLY|ZOOM)(?:S|ING)? (?:BACK|OUT|AWAY)(?: (?:FROM|TO))?\b/, { move: 'pull-out', size: 'wide' }],
  [/^TILT(?:S)? DOWN(?: (?:TO|ON))?\b/, { move: 'tilt-down' }],
  [/^TILT(?:S)?(?: UP)?(?: (?:TO|ON))?\b/, { move: 'tilt-up' }],
  [/^(?:CRANE|BOOM) UP\b/, { move: 'crane-up' }],
  [/^(?:TRACK(?:ING)?|DOLLY)(?: SHOT)?(?: (?:WITH|ALONG|ON))?\b/, { move: 'track-right' }],
  [/^(?:BEGIN |END (?:OF )?)?(?:MONTAGE|SERIES OF SHOTS|FLASHBACK)\b/, {}],
  [/^HAND[ -]?HELD\b/, { move: 'handheld' }],
];

/** Words within a sentence. */
const INSIDE: readonly (readonly [RegExp, Finding])[] = [
  [/\b(?:the )?camera (?:slowly )?(?:pushes|moves|creeps|closes|dollies|zooms|tracks) in\b/i, { move: 'push-in' }],
  [
    /\b(?:the )?camera (?:slowly )?(?:pulls|moves|drifts|dollies|zooms) (?:back|out|away)\b|\bwe pull (?:back|out|away)\b/i,
    { move: 'pull-out' },
  ],
  [
    /\b(?:the )?camera (?:slowly )?(?:cranes|rises|climbs|lifts|booms|floats) (?:up|above|away|over)\b|\bwe (?:crane|rise|climb)\b/i,
    { move: 'crane-up' },
  ],
  [/\b(?:the )?camera (?:slowly )?tilts down\b/i, { move: 'tilt-down' }],
  [/\b(?:the )?camera (?:slowly )?tilts\b/i, { move: 'tilt-up' }],
  [/\b(?:the )?camera (?:slowly )?pans left\b/i, { move: 'pan-left' }],
  [/\b(?:the )?camera (?:slowly )?(?:pans|sweeps|swings)\b|\bwe pan\b/i, { move: 'pan-right' }],
  [/\bwe follow\b|\b(?:the )?camera (?:follows|tracks)\b|\bwe track\b|\bfollowing (?:him|her|them)\b/i, { move: 'track-right' }],
  [/\bwe (?:push|move|close) in\b/i, { move: 'push-in' }],
  [/\bfrom (?:high )?above, (?=\p{Lu}|the |we )/iu, { angle: 'high' }],
];

const POINT_OF_VIEW =
  /^(.{1,40}?)['’]S? P\.?O\.?V\.?(?=\W|$)|^P\.?O\.?V\.?(?=\W|$)(?: (?:OF|FROM))?|\bfrom (\p{L}+)['’]s point of view\b/iu;

/**
 * Reads the camera words of a sentence of action.
 *
 * @param sentence - One sentence: `'CLOSE ON the lamp, small as a pear.'`
 * @returns `undefined` where the sentence has none.
 */
export function readCameraWords(sentence: string): CameraWords | undefined {
  const text = sentence.trim();
  const view = POINT_OF_VIEW.exec(text);
  if (view) return { pointOfView: true, words: view[0], ...targetOf(text.slice(view[0].length)) };
  let words = '';
  let found: Finding = {};
  let rest = text;
  for (let again = true; again;) {
    again = false;
    for (const [pattern, finding] of OPENINGS) {
      const match = pattern.exec(rest);
      if (!match || match[0] === '') continue;
      if (match[0] === 'ON' && !/^ON \p{Lu}/u.test(rest)) continue;
      found = { ...finding, ...found };
      if (finding.move === 'pan-right' && /^[^.]{0,24}\bLEFT\b/.test(rest)) found.move = 'pan-left';
      words = words === '' ? match[0] : `${words} ${match[0]}`;
      rest = rest.slice(match[0].length).replace(/^[\s,:–—-]+/, '');
      again = words.length < 60;
      break;
    }
  }
  const target = words === '' ? {} : targetOf(rest);
  for (const [pattern, finding] of INSIDE) {
    const match = pattern.exec(text);
    if (!match) continue;
    found = { ...finding, ...found };
    words = words === '' ? match[0] : `${words} … ${match[0]}`;
  }
  return words === '' ? undefined : { ...found, ...target, words };
}

function targetOf(rest: string): { target?: string } {
  const plain = rest.replace(/^[\s:–—-]*(?:(?:on|of|to|at|with|along|from|through|into|across|over|right|left)\b\s*)*/i, '');
  const target = /^[\s:–—-]*([^,.;:!?–—]+)/.exec(plain)?.[1]?.trim();
  return target ? { target } : {};
}
