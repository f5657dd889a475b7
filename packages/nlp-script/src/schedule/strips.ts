/**
 * @file The strips of a stripboard: one for each scene, with what the scene needs on the day. They are plain data made from the
 * breakdown; a first assistant director corrects them before anything is planned.
 */
import type { Breakdown, SceneBreakdown } from '../breakdown/breakdown.js';
import type { TagCategory } from '../breakdown/lexicon/lexicon.js';
import { TAG_CATEGORIES } from '../breakdown/lexicon/lexicon.js';
import type { TimeOfDay } from '../breakdown/time-of-day.js';
import type { Setting } from '../screenplay/screenplay.js';

/** One strip. Change any field before planning. */
export interface Strip {
  /** Unique: the scene's number, `'12A'`; with `'.2'` and so on behind it where two scenes carry the same. */
  id: string;
  /** Index of the scene in the breakdown, from 0. */
  scene: number;
  /** Set for the parts of a scene that is too long for a day: index from 1. */
  part?: { index: number; of: number };
  heading: string;
  /** What happens: the synopsis, or nothing. */
  synopsis?: string;
  setting?: Setting;
  light: TimeOfDay;
  /** The set as the heading names it: `'LIGHTHOUSE - LAMP ROOM'`. */
  place: string;
  /** Where the unit is: scenes of one location are shot without a company move. `'LIGHTHOUSE'`. */
  location: string;
  /** Length on the page in eighths. */
  eighths: number;
  /** What the scene takes of the day's page limit, in eighths: {@link Strip.eighths} times the factors of slow work. */
  effort: number;
  /** Who must be on set, by name. Voices that are only heard are left out. */
  cast: string[];
  /** Vehicles, animals, practical effects, and what else has to be hired for it, by name. */
  equipment: string[];
}

/** Options of {@link collectStrips}. */
export interface StripOptions {
  /** Real locations and the places of the script that are shot there, as headings name them or their first part. */
  locations?: readonly { name: string; places: readonly string[] }[];
  /** How much slower a page is shot where the scene has something of a category: `{ stunt: 1.5 }`. Default: nothing slows. */
  slower?: Partial<Record<TagCategory, number>>;
}

/**
 * Makes the strips of a script.
 *
 * @param breakdown - From `breakDown`.
 * @param options - See {@link StripOptions}.
 * @returns One strip for each scene, in the order of the script.
 * @throws RangeError on a factor below 1.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { collectStrips } from '@filmai/nlp-script/schedule';
 *
 * const { screenplay } = parseFountain('EXT. PIER - LAMP - NIGHT\n\nMARA, 30s, waits by a truck.\n\nMARA\nCome.\n');
 * const [strip] = collectStrips(breakDown(screenplay));
 * console.log(strip?.location, strip?.light, strip?.cast, strip?.equipment); // PIER night [ 'MARA' ] [ 'truck' ]
 * ```
 */
export function collectStrips(breakdown: Breakdown, options: StripOptions = {}): Strip[] {
  for (const [category, factor] of Object.entries(options.slower ?? {})) {
    if (!TAG_CATEGORIES.includes(category as TagCategory))
      throw new RangeError(`slower.${category} is no category; expected one of ${TAG_CATEGORIES.join(', ')}.`);
    if (!(Number.isFinite(factor) && factor >= 1)) throw new RangeError(`slower.${category} is ${factor}; expected 1 or more.`);
  }
  const real = new Map<string, string>();
  for (const { name, places } of options.locations ?? []) for (const place of places) real.set(place.toUpperCase(), name);
  const taken = new Set<string>();
  return breakdown.scenes.map((scene) => {
    const categories = new Set(scene.tags.map(({ category }) => category));
    const factor = [...categories].reduce((product, category) => product * (options.slower?.[category] ?? 1), 1);
    return {
      id: uniqueId(scene.number, taken),
      scene: scene.index,
      heading: scene.heading,
      ...(scene.synopsis === undefined ? {} : { synopsis: scene.synopsis }),
      ...(scene.setting === undefined ? {} : { setting: scene.setting }),
      light: scene.timeOfDay,
      place: scene.place,
      location: real.get(scene.place.toUpperCase()) ?? locationOf(scene, real),
      eighths: scene.eighths,
      effort: scene.eighths * factor,
      cast: scene.characters.filter(({ seen }) => seen).map(({ name }) => name),
      equipment: equipmentOf(scene),
    };
  });
}

/** Parts strips that take more than a day into parts of about equal length, each at most `limit` eighths of effort. */
export function partLongStrips(strips: readonly Strip[], limit: number): Strip[] {
  return strips.flatMap((strip) => {
    if (strip.effort <= limit) return [strip];
    const of = Math.ceil(strip.effort / limit);
    return Array.from({ length: of }, (_, i): Strip => {
      const from = Math.round((strip.eighths * i) / of);
      const to = Math.round((strip.eighths * (i + 1)) / of);
      return {
        ...strip,
        id: `${strip.id} part ${i + 1}`,
        part: { index: i + 1, of },
        eighths: to - from,
        effort: strip.effort / of,
      };
    });
  });
}

function uniqueId(number: string, taken: Set<string>): string {
  let id = number;
  for (let copy = 2; taken.has(id); copy++) id = `${number}.${copy}`;
  taken.add(id);
  return id;
}

function locationOf(scene: SceneBreakdown, real: ReadonlyMap<string, string>): string {
  const whole = (scene.placeParts[0] ?? scene.place).toUpperCase();
  return real.get(whole) ?? whole;
}

/** What is hired by the day and can be missing: vehicles, animals, practical effects. */
function equipmentOf(scene: SceneBreakdown): string[] {
  const names = scene.tags.flatMap((tag) => {
    if (tag.category === 'vehicle' || tag.category === 'animal') return [tag.lemma];
    return tag.category === 'effect' && tag.kind === 'practical' ? [tag.concept ?? tag.lemma] : [];
  });
  return [...new Set(names)];
}
