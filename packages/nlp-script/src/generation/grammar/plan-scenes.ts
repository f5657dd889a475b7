/** @file Chooses which kinds of scene a story has and how long each is, so that the whole has the length that was asked for. */
import type { Beat, Logline, SceneCard, StoryCharacter } from '../story.js';
import { createRandom } from '@filmai/core-tensor/random';
import { expand } from './expand.js';
import { SCENE_KINDS } from './scene-kinds.js';
import type { SceneKind } from './scene-kinds.js';
import { worldOf } from './story-facts.js';
import { elementsOfScene, measureLength } from '../scene-text.js';
import { countEighths, partsOf, slotsOfStory, writeGrammarScene } from './write-scene.js';

/**
 * The beats of a story by the grammar.
 *
 * @param logline - With all facts.
 * @param characters - The parts that there are decide which kinds can be played.
 * @param pages - Wanted length; more pages, more beats.
 * @param seed - Of the story.
 */
export function planBeats(logline: Logline, characters: readonly StoryCharacter[], pages: number, seed: number): Beat[] {
  const parts = partsOf(characters);
  const slots = slotsOfStory(logline, parts, seed);
  const playable = SCENE_KINDS.filter(
    ({ cast, object }) => cast.every((part) => parts[part]) && (object === undefined || object === logline.facts.object.kind),
  );
  const chosen = chooseKinds(playable, logline, characters, pages, seed);
  const random = createRandom(`${seed}/beats`);
  return chosen.map(({ id, at, purpose }) => {
    const text = expand(purpose, slots, random.split(id));
    return { kind: id, at, text: text.slice(0, 1).toUpperCase() + text.slice(1) };
  });
}

/** The cards of beats, with lengths that add up to the pages; `byModel`: the scenes will not be written by the grammar. */
export function planCards(
  logline: Logline,
  characters: readonly StoryCharacter[],
  beats: readonly Beat[],
  pages: number,
  seed: number,
  byModel = false,
): SceneCard[] {
  const bare = beats.map((beat, i) => cardOf(beat, i, logline, characters));
  // A model fills any length: each scene gets its share.
  if (byModel) return bare.map((card) => ({ ...card, eighths: Math.max(1, Math.round((pages * 8) / bare.length)) }));
  const ranges = rangesOf(bare, logline, characters, seed);
  const at = (share: number): SceneCard[] =>
    bare.map((card, i) => ({
      ...card,
      eighths: Math.max(1, Math.round(ranges[i].least + share * (ranges[i].most - ranges[i].least))),
    }));
  // Whole eighths and turned pages make the sum differ from its parts: what counts is the script as it would be printed.
  let low = 0;
  let high = 1;
  let best = at(1);
  let miss = Infinity;
  for (let step = 0; step < 8; step++) {
    const share = step === 0 ? 1 : step === 1 ? 0 : (low + high) / 2;
    const cards = at(share);
    const length = printedPages(cards, logline, characters, seed);
    if (Math.abs(length - pages) < miss) {
      best = cards;
      miss = Math.abs(length - pages);
    }
    if (step > 1 && length < pages) low = share;
    else if (step > 1) high = share;
  }
  return best;
}

/** Length of the script as the grammar would write it, in pages. */
function printedPages(
  cards: readonly SceneCard[],
  logline: Logline,
  characters: readonly StoryCharacter[],
  seed: number,
): number {
  const elements = cards.flatMap((card, index) =>
    elementsOfScene(card, writeGrammarScene({ logline, characters, cards, index, seed })),
  );
  return measureLength({ titlePage: [], elements, notes: [], boneyards: [] });
}

/** Longest script that the grammar fills for these people, in pages. */
export function longestPages(logline: Logline, characters: readonly StoryCharacter[], seed: number): number {
  const beats = planBeats(logline, characters, Infinity, seed);
  const cards = beats.map((beat, i) => cardOf(beat, i, logline, characters));
  return rangesOf(cards, logline, characters, seed).reduce((sum, { most }) => sum + most, 0) / 8;
}

/** Kinds are added, the least dispensable first, until the length can be reached with some room. */
function chooseKinds(
  playable: readonly SceneKind[],
  logline: Logline,
  characters: readonly StoryCharacter[],
  pages: number,
  seed: number,
): SceneKind[] {
  const levels = [...new Set(playable.map(({ spare }) => spare))].sort((a, b) => a - b);
  let chosen: SceneKind[] = [];
  for (const level of levels) {
    // Kinds of one level need each other: a break without amends is another story.
    chosen = playable.filter(({ spare }) => spare <= level);
    const cards = chosen.map(({ id, at, purpose }, i) => cardOf({ kind: id, at, text: purpose }, i, logline, characters));
    const most = rangesOf(cards, logline, characters, seed).reduce((sum, range) => sum + range.most, 0);
    if (most >= pages * 8 * 1.05) break;
  }
  return chosen;
}

function rangesOf(
  cards: readonly SceneCard[],
  logline: Logline,
  characters: readonly StoryCharacter[],
  seed: number,
): { least: number; most: number }[] {
  const length = (eighths: number, index: number): number =>
    countEighths(writeGrammarScene({ logline, characters, cards: cards.map((card) => ({ ...card, eighths })), index, seed }));
  return cards.map((_, index) => ({ least: length(0, index), most: length(1e6, index) }));
}

function cardOf(beat: Beat, index: number, { facts }: Logline, characters: readonly StoryCharacter[]): SceneCard {
  const parts = partsOf(characters);
  const kind = SCENE_KINDS.find(({ id }) => id === beat.kind) ?? nearestKind(beat.at);
  const place = worldOf(facts).places[kind.place];
  const cast = [...kind.cast, ...(kind.also ?? [])].flatMap((part) => parts[part]?.name ?? []);
  return {
    id: `${String(index + 1).padStart(2, '0')}-${kind.id}`,
    kind: kind.id,
    setting: place.setting,
    place: place.name,
    time: kind.time,
    cast,
    purpose: beat.text,
    props: kind.holdsObject ? [facts.object.name] : [],
    eighths: 8,
  };
}

/** For beats that a person or a model has written. */
function nearestKind(at: number): SceneKind {
  const common = SCENE_KINDS.filter(({ object }) => object === undefined);
  return common.reduce((best, kind) => (Math.abs(kind.at - at) < Math.abs(best.at - at) ? kind : best));
}
