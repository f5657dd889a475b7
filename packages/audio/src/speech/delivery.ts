/** @file How a line is said, read from its parenthetical. */

/** Changes to a voice for one line. */
export interface Delivery {
  /** Words of the parenthetical that were understood. */
  from: string[];
  /** Breath in place of the vocal cords. */
  isWhispered: boolean;
  /** Through a telephone, a radio or a loudspeaker: 300…3400 Hz. */
  isTelephone: boolean;
  /** Added to the voice's pitch. */
  semitones: number;
  /** Factor on the voice's speed. */
  rate: number;
  /** Factor on the voice's melody. */
  melody: number;
  /** Added to the voice's brightness. */
  brightnessDb: number;
  /** Added to the voice's breath. */
  breath: number;
  /** How much softer or louder the line belongs in the mix; the sound itself is always at the same level. */
  levelDb: number;
}

type Change = Partial<Omit<Delivery, 'from'>>;

/** Stems of words in parentheticals and what they do. Pitch, speed and range after Scherer (2003), "Vocal communication of emotion". */
const MANNERS: readonly [RegExp, Change][] = [
  [/\bwhisper|sotto|under (?:his|her|their) breath|\bhush|\bmouth(?:s|ing)\b/, { isWhispered: true, rate: 0.94, levelDb: -7 }],
  [
    /\b(?:quiet|soft|low\b|gentl|murmur|mutter|intimate|tender)/,
    { semitones: -0.8, rate: 0.94, melody: 0.85, brightnessDb: -3, breath: 0.15, levelDb: -4 },
  ],
  [
    /\b(?:shout|yell|scream|bellow|call(?:s|ing)|roar|holler|loud)/,
    { semitones: 3.5, rate: 0.95, melody: 1.35, brightnessDb: 4, levelDb: 5 },
  ],
  [
    /\b(?:angr|furious|rage|enraged|snap|hiss|spit|through (?:his|her) teeth|seeth)/,
    { semitones: 1.2, rate: 1.08, melody: 1.3, brightnessDb: 3, levelDb: 2 },
  ],
  [
    /\b(?:excit|delight|joy|happ|cheer|laugh|thrill|grin|bright|beam|elat)/,
    { semitones: 1.8, rate: 1.08, melody: 1.4, brightnessDb: 1.5, levelDb: 1 },
  ],
  [
    /\b(?:sad|cry|cries|tear|sob|weep|grie|broken|mourn|hollow)/,
    { semitones: -0.8, rate: 0.86, melody: 0.7, brightnessDb: -3, breath: 0.2, levelDb: -2 },
  ],
  [
    /\b(?:afraid|scare|fear|terrif|panic|nervous|trembl|shak|frantic|desperate)/,
    { semitones: 2, rate: 1.14, melody: 1.2, breath: 0.15, levelDb: 0 },
  ],
  [
    /\b(?:tired|weary|exhaust|slow|sleep|drunk|slur|weak|dying|drows)/,
    { semitones: -1.2, rate: 0.82, melody: 0.75, brightnessDb: -2, breath: 0.1, levelDb: -2 },
  ],
  [/\b(?:quick|fast|hurr|rush|rapid|urgent|breathless)/, { semitones: 0.6, rate: 1.18, levelDb: 0 }],
  [/\b(?:flat|deadpan|dry|monoton|cold|robot|emotionless|blank)/, { melody: 0.45, rate: 0.97 }],
  [/\b(?:sarcas|ironic|teas|mock|wry)/, { melody: 1.35, rate: 0.93 }],
  [
    /\b(?:firm|stern|command|order|barks?|barking|serious|grave)/,
    { semitones: -0.8, melody: 0.9, rate: 0.97, brightnessDb: 1.5, levelDb: 1.5 },
  ],
  [/\b(?:surpris|shock|stunned|gasp|incredul|disbelie)/, { semitones: 1.5, melody: 1.45 }],
  [/\b(?:phone|radio|filter|intercom|walkie|speaker|comms?|tv|television|loudhailer)/, { isTelephone: true }],
];

/**
 * Reads a parenthetical or a character's extension.
 *
 * @param text - `'(whispering, afraid)'`, `'shouting over the engine'`, `'(V.O.) (on phone)'`; brackets and case don't matter.
 * @returns The changes; what isn't understood changes nothing.
 * @example
 * ```ts
 * import { readDelivery } from '@filmai/audio/speech';
 *
 * console.log(readDelivery('(whispering)').isWhispered, readDelivery('(to Ana)').from.length); // true 0
 * ```
 */
export function readDelivery(text: string | undefined): Delivery {
  const delivery: Delivery = {
    from: [],
    isWhispered: false,
    isTelephone: false,
    semitones: 0,
    rate: 1,
    melody: 1,
    brightnessDb: 0,
    breath: 0,
    levelDb: 0,
  };
  const plain = (text ?? '').toLowerCase();
  for (const [pattern, change] of MANNERS) {
    const found = pattern.exec(plain)?.[0];
    if (
      found === undefined ||
      /\b(?:not|no longer|stops?|without)\s+\S*$/.test(plain.slice(0, plain.indexOf(found) + 1).slice(0, -1))
    )
      continue;
    delivery.from.push(found);
    delivery.isWhispered ||= change.isWhispered ?? false;
    delivery.isTelephone ||= change.isTelephone ?? false;
    delivery.semitones += change.semitones ?? 0;
    delivery.rate *= change.rate ?? 1;
    delivery.melody *= change.melody ?? 1;
    delivery.brightnessDb += change.brightnessDb ?? 0;
    delivery.breath += change.breath ?? 0;
    delivery.levelDb += change.levelDb ?? 0;
  }
  return delivery;
}
