/** @file The threads of a plot: scenes that belong together by their people and places, the main plot first. */
import type { Breakdown } from '../breakdown/breakdown.js';
import { findCommunities } from '../characters/communities.js';

/** One thread. */
export interface PlotThread {
  kind: 'main' | 'subplot';
  /** Scenes (indices from 0) in order. */
  scenes: number[];
  /** Share of the pages, 0 to 1. */
  share: number;
  /** Who and where, the most telling first: present in at least half of its scenes, or at home nowhere else. */
  characters: string[];
  places: string[];
  /** First and last scene. */
  from: number;
  to: number;
  /** Longest run of scenes between two of its own. */
  longestAbsence: number;
}

/** What {@link findThreads} gives. */
export interface PlotThreads {
  method: 'scene-communities';
  threads: PlotThread[];
  /** How clearly the threads are parted, −0.5 to 1; below 0.1 the script is one thread in truth. */
  modularity: number;
  /** For each scene the index of its thread. */
  of: number[];
}

/** Weight of a shared place against a shared person of the same rarity. */
const PLACE_WEIGHT = 0.5;
/** Weight of following each other, so that a scene without people goes with its neighbours. */
const NEIGHBOUR_WEIGHT = 0.05;

/**
 * Finds the threads of a plot.
 *
 * Two scenes are tied by the people and places that they share, the rarer the stronger: who is in every scene ties nothing. The Louvain
 * method parts the scenes into communities; the one with most pages is the main plot.
 *
 * @param breakdown - The breakdown of the script.
 * @param options - `seed` of the search, default 7; `resolution` above 1 makes more threads, default 1.
 * @throws RangeError where `resolution` isn't above 0.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { findThreads } from '@filmai/nlp-script/plot';
 *
 * const scene = (place: string, name: string) => `INT. ${place} - DAY\n\n${name}\nWell?\n`;
 * const text = [scene('BAR', 'MARA'), scene('SHIP', 'TEO'), scene('BAR', 'MARA'), scene('SHIP', 'TEO')].join('\n');
 * findThreads(breakDown(parseFountain(text).screenplay)).of; // [0, 1, 0, 1]
 * ```
 */
export function findThreads(breakdown: Breakdown, options: { seed?: number; resolution?: number } = {}): PlotThreads {
  if (options.resolution !== undefined && !(options.resolution > 0))
    throw new RangeError(`resolution is ${options.resolution}; expected a number above 0.`);
  const { scenes } = breakdown;
  const marks = scenes.map((scene) => [
    ...scene.characters.map(({ name }) => ({ key: `person/${name}`, weight: 1 })),
    ...(scene.placeParts[0] ? [{ key: `place/${scene.placeParts[0].toUpperCase()}`, weight: PLACE_WEIGHT }] : []),
  ]);
  const counts = new Map<string, number>();
  for (const { key } of marks.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const edges = scenes.flatMap((_, a) =>
    scenes.slice(a + 1).flatMap((__, i) => {
      const b = a + 1 + i;
      const shared = marks[a].filter(({ key }) => marks[b].some((other) => other.key === key));
      const ties = shared.reduce((sum, { key, weight }) => sum + weight * Math.log(scenes.length / counts.get(key)!), 0);
      const weight = ties + (b === a + 1 ? NEIGHBOUR_WEIGHT : 0);
      return weight > 0 ? [{ a, b, weight }] : [];
    }),
  );
  const { of, modularity } = findCommunities({ size: scenes.length, edges }, options);
  const total = scenes.reduce((sum, { eighths }) => sum + eighths, 0);
  const groups = [...new Set(of)]
    .map((label) => scenes.filter((_, i) => of[i] === label).map(({ index }) => index))
    .map((own) => ({ own, share: own.reduce((sum, scene) => sum + scenes[scene].eighths, 0) / total }))
    .sort((a, b) => b.share - a.share || a.own[0] - b.own[0]);
  const threads = groups.map(({ own, share }, i): PlotThread => ({
    kind: i === 0 ? 'main' : 'subplot',
    scenes: own,
    share,
    characters: tellingMarks(own, marks, counts, 'person/'),
    places: tellingMarks(own, marks, counts, 'place/'),
    from: own[0],
    to: own.at(-1)!,
    longestAbsence: Math.max(0, ...own.slice(1).map((scene, j) => scene - own[j] - 1)),
  }));
  return {
    method: 'scene-communities',
    threads,
    modularity,
    of: scenes.map(({ index }) => threads.findIndex((thread) => thread.scenes.includes(index))),
  };
}

function tellingMarks(
  own: readonly number[],
  marks: readonly (readonly { key: string }[])[],
  counts: ReadonlyMap<string, number>,
  kind: 'person/' | 'place/',
): string[] {
  const inside = new Map<string, number>();
  for (const scene of own)
    for (const { key } of marks[scene]) if (key.startsWith(kind)) inside.set(key, (inside.get(key) ?? 0) + 1);
  return [...inside]
    .filter(([key, count]) => count >= own.length / 2 || count === counts.get(key))
    .sort(([a, countA], [b, countB]) => countB ** 2 / counts.get(b)! - countA ** 2 / counts.get(a)!)
    .map(([key]) => key.slice(kind.length));
}
