/** @file People of a story by the grammar. */
import type { Random } from '@filmai/core-tensor/random';
import type { CharacterPart, StoryCharacter, StoryFacts } from '../story.js';
import { expand } from './expand.js';
import { FLAWS } from './flaws.js';
import { LOOKS, PEOPLE, WANTS, WEAKNESSES } from './people.js';
import { PARTS } from './scene-kinds.js';
import type { Part } from './scene-kinds.js';
import { worldOf } from './story-facts.js';

/** The letter of each part in the grammar. */
export const PART_LETTERS: Readonly<Record<CharacterPart, Part>> = {
  lead: 'p',
  opponent: 'o',
  ally: 'a',
  witness: 'w',
  kin: 'k',
  authority: 'c',
};

const AGES: Readonly<Record<Part, readonly [number, number]>> = {
  p: [27, 58],
  o: [38, 66],
  a: [22, 55],
  w: [64, 83],
  k: [19, 40],
  c: [35, 60],
};

/**
 * Chooses people.
 *
 * @param facts - Of the story.
 * @param size - 3…6, the lead, the opponent and the ally first.
 * @param random - Decides.
 */
export function chooseCast(facts: StoryFacts, size: number, random: Random): StoryCharacter[] {
  const world = worldOf(facts);
  const initials = new Set<string>();
  const people = random
    .split('names')
    .shuffle(PEOPLE)
    .filter(([name]) => !initials.has(name[0]) && initials.add(name[0]));
  const looks = random.split('looks').shuffle(LOOKS);
  const weaknesses = random.split('weaknesses').shuffle(WEAKNESSES);
  const leadName = people[0][0];
  const flaw = FLAWS.find(({ id }) => id === facts.flaw) ?? FLAWS[0];
  return PARTS.slice(0, size).map((letter, i): StoryCharacter => {
    const own = random.split(letter);
    const [name, family, pronoun] = people[i];
    // Kin share the name.
    const familyName = letter === 'k' ? people[0][1] : family;
    const part = (Object.keys(PART_LETTERS) as CharacterPart[]).find((key) => PART_LETTERS[key] === letter) ?? 'lead';
    return {
      name,
      familyName,
      part,
      pronoun,
      age: own.integer(...AGES[letter]),
      job: own.pick(world.jobs[letter]),
      want:
        letter === 'p'
          ? `to keep ${facts.stake} from ${facts.threat.noun}`
          : expand(own.pick(WANTS[letter]), { p: leadName }, own),
      flaw: letter === 'p' ? flaw.label : weaknesses[i],
      look: looks[i],
    };
  });
}
