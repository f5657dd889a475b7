/** @file Suggests characters for parts that a story hasn't filled. */
import { createRandom } from '@filmai/core-tensor/random';
import { chooseCast } from './grammar/cast.js';
import type { CharacterPart, Logline, StoryCharacter } from './story.js';

/** A character that a story could have. */
export interface SuggestedCharacter extends StoryCharacter {
  method: 'grammar';
  /** What the story gains. */
  reason: string;
}

const REASONS: Readonly<Record<CharacterPart, string>> = {
  lead: 'Nobody carries the story: without a lead there is no want to follow.',
  opponent: 'Nobody stands against the lead: without an opponent there is no conflict on screen.',
  ally: 'The lead has nobody to talk to and nobody to lose: an ally makes thoughts audible and the flaw costly.',
  witness: 'Nobody knows what happened before: a witness brings the past into the present a piece at a time.',
  kin: 'Nothing is at stake at home: kin show what the fight costs the lead.',
  authority: 'Nobody decides: an authority gives the last confrontation somebody who has to be convinced.',
};

/**
 * Suggests characters for the parts that nobody plays, with a sketch from the story's world.
 *
 * @param logline - The story.
 * @param characters - Who is there; names and initials of the new ones differ from theirs.
 * @param options - `seed`: another sketch for each, default 0.
 * @returns One for each part that is missing, the most needed first; none where all six are played.
 * @example
 * ```ts
 * import { createStory, suggestCharacters, writeStory } from '@filmai/nlp-script/generation';
 *
 * const { steps } = await writeStory(createStory({ text: 'A baker fights for her shop.' }), { until: 'characters' });
 * if (steps.logline && steps.characters)
 *   console.log(suggestCharacters(steps.logline.value, steps.characters.value).map(({ part }) => part)); // [ 'kin', 'authority' ]
 * ```
 */
export function suggestCharacters(
  logline: Logline,
  characters: readonly StoryCharacter[],
  { seed = 0 }: { seed?: number } = {},
): SuggestedCharacter[] {
  const played = new Set(characters.map(({ part }) => part));
  const initials = new Set(characters.map(({ name }) => name.slice(0, 1).toUpperCase()));
  // Whole casts are drawn until there is one whose names tell the new ones from those that are there.
  for (let attempt = 0; ; attempt++) {
    const cast = chooseCast(logline.facts, 6, createRandom(`${seed}/${attempt}`)).filter(({ part }) => !played.has(part));
    const clear = cast.every(({ name }) => !initials.has(name.slice(0, 1).toUpperCase()));
    if (clear || attempt >= 200)
      return cast.map((character) => ({ ...character, method: 'grammar', reason: REASONS[character.part] }));
  }
}
