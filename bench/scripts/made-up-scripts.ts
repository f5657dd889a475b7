/** @file Screenplays made by chance, for benchmarks that need many: no sense, but the words, lengths and proportions of features. */
import type { Random } from '@filmai/core-tensor/random';

/** What a made-up script is like. */
export interface ScriptShape {
  /** Words of action and dialogue, about. A feature of 120 pages has 22,000. */
  words: number;
  /** Share of sentences that are stock phrases, 0 to 1. Default 0.05. */
  stock?: number;
}

/** Sentences that stand in many scripts. */
const STOCK = [
  'They look at each other for a long moment and nobody says a word.',
  'He opens the door, looks both ways, and steps out into the rain.',
  'She takes a deep breath and tries to keep her hands from shaking.',
  'The phone rings again and again until somebody finally picks it up.',
  'I do not know what you are talking about and you know it.',
  'What are you doing here at this time of the night, for the love of God?',
  'We have to get out of here right now before they come back.',
  'You have no idea what I had to go through to get here today.',
  'He sits down at the table, puts his head in his hands and sighs.',
  'The car pulls up to the curb and the engine goes silent at last.',
  'It is going to be all right, I promise you, it is going to be all right.',
  'She turns around slowly and sees him standing there in the doorway.',
];

const LITTLE =
  `the a and of to in he she it they his her on with at for from that is as into out up down over but not all one who there what this
  by then when so back off through again around behind before after still only very too just never always now here where no yes you i we me my your`.split(
    /\s+/,
  );
const ONSETS = 'b br c ch cl d dr f fl g gr h j k l m n p pl pr r s sh sk sl st str t th tr v w wh'.split(' ');
const VOWELS = 'a e i o u ai ea ee oa oo ou'.split(' ');
const ENDS = 'b ck d ft g l ld ll m n nd ng nk nt p r rd rk rn rt s sh sp ss st t th x'.split(' ');

/** Words of a language that isn't: the commonest are English little words, frequencies fall as Zipf's law has it. */
export function makeVocabulary(random: Random, size = 8000): string[] {
  const words = new Set(LITTLE);
  while (words.size < size) {
    const syllables = random.pick([1, 1, 2, 2, 2, 3]);
    words.add(Array.from({ length: syllables }, () => random.pick(ONSETS) + random.pick(VOWELS) + random.pick(ENDS)).join(''));
  }
  return [...words];
}

/** One line or paragraph of a script. */
export interface MadeElement {
  kind: 'heading' | 'action' | 'speech';
  text: string;
  cue?: string;
}

/** A script as a list, so that passages can be cut out of it and put into another. */
export function makeElements(random: Random, vocabulary: readonly string[], { words, stock = 0.05 }: ScriptShape): MadeElement[] {
  // P(rank) ~ 1 / rank: the inverse of its sum is exponential.
  const word = (): string => vocabulary[Math.min(vocabulary.length - 1, Math.floor(vocabulary.length ** random.next()) - 1)];
  const sentence = (least: number, most: number): string => {
    if (random.chance(stock)) return random.pick(STOCK);
    const text = Array.from({ length: random.integer(least, most) }, word).join(' ');
    return `${text[0].toUpperCase()}${text.slice(1)}${random.pick(['.', '.', '.', '!', '?'])}`;
  };
  const names = Array.from({ length: 9 }, () => word().toUpperCase());
  const elements: MadeElement[] = [];
  let count = 0;
  while (count < words) {
    const place = `${word()} ${word()}`.toUpperCase();
    elements.push({ kind: 'heading', text: `${random.pick(['INT.', 'EXT.'])} ${place} - ${random.pick(['DAY', 'NIGHT'])}` });
    for (let i = random.integer(6, 26); i > 0; i--) {
      const speech = random.chance(0.62);
      const text = Array.from({ length: random.integer(1, 3) }, () => (speech ? sentence(2, 12) : sentence(5, 18))).join(' ');
      elements.push(speech ? { kind: 'speech', text, cue: random.pick(names) } : { kind: 'action', text });
      count += text.split(' ').length;
    }
  }
  return elements;
}

/** The script as Fountain. */
export function formatElements(elements: readonly MadeElement[]): string {
  return `${elements.map(({ kind, text, cue }) => (kind === 'speech' ? `${cue}\n${text}` : text)).join('\n\n')}\n`;
}
