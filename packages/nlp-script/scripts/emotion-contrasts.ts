/** @file Sentences that differ in a negation or a degree alone, from which the valence head learns what these do. */

/** A sentence and how probable it is that it means well. */
export interface ContrastLine {
  text: string;
  /** 0 to 1. */
  probability: number;
}

const GOOD =
  'good wonderful funny clever touching honest brave kind beautiful exciting convincing gripping pleasant charming fresh moving sharp happy';
const BAD = 'bad awful boring stupid cold dishonest cruel ugly dull tedious weak flat unpleasant clumsy stale annoying lazy sad';
/** What stands before the word: nothing, a degree, a negation. */
const SUBJECTS = ['The film is', 'It was', 'Her plan is', 'This ending feels', 'The people here are', 'I think that he is'];
const STEPS: readonly [words: string, probability: number][] = [
  ['', 0.86],
  ['very', 0.94],
  ['extremely', 0.96],
  ['somewhat', 0.74],
  ['a little', 0.7],
  ['not', 0.2],
  ['not very', 0.28],
  ['never', 0.16],
  ['hardly', 0.24],
];

const MIRRORED_PRAISE = 'love like trust admire enjoy believe';
const MIRRORED_BLAME = 'hate despise dislike distrust resent regret';
const OBJECTS = ['this film', 'him', 'the way it ends', 'what she said'];

/** All of them, in a fixed order. A word of blame turns each probability around. */
export function contrastLines(): ContrastLine[] {
  const lines: ContrastLine[] = [];
  const add = (text: string, probability: number, good: boolean): void => {
    lines.push({ text, probability: good ? probability : 1 - probability });
  };
  for (const [words, good] of [[GOOD, true] as const, [BAD, false] as const]) {
    for (const [w, word] of words.split(' ').entries()) {
      for (const [s, [step, probability]] of STEPS.entries()) {
        const subject = SUBJECTS[(w + s) % SUBJECTS.length];
        // What isn't bad isn't praised yet.
        const softened = !good && probability < 0.5 ? 0.36 : probability;
        add(`${subject} ${step} ${word}.`.replace('  ', ' '), softened, good);
      }
    }
  }
  for (const [words, good] of [[MIRRORED_PRAISE, true] as const, [MIRRORED_BLAME, false] as const]) {
    for (const [w, word] of words.split(' ').entries()) {
      for (const [o, object] of OBJECTS.entries()) {
        const negation = ["don't", 'do not', 'never', "didn't"][(w + o) % 4];
        add(`I ${word} ${object}.`, 0.88, good);
        add(`I ${negation} ${word} ${object}.`, good ? 0.16 : 0.4, good);
        add(`I really ${word} ${object}.`, 0.94, good);
      }
    }
  }
  return lines;
}
