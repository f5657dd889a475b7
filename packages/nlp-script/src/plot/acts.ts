/** @file The acts of a script: as its writer marks them, or as its turning points part it. */
import type { Breakdown } from '../breakdown/breakdown.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import type { TurningPointName, TurningPoints } from './turning-points.js';

/** One act. */
export interface Act {
  /** From 1. */
  number: number;
  /** As written: `'Act One'`; absent where turning points part the acts. */
  title?: string;
  /** Scenes (indices from 0), both ends included. */
  from: number;
  to: number;
  /** Share of the script's length, 0 to 1, by eighths of a page. */
  share: number;
  /** The turning point that ends it; absent for the last, and where sections part the acts. */
  endsWith?: TurningPointName;
}

/** What {@link findActs} gives. */
export interface Acts {
  /** `sections`: `# Act one` and the like in the script; `turning-points`: after the change of plans and after the major setback. */
  method: 'sections' | 'turning-points';
  acts: Act[];
}

/** Sections that name an act, in the languages of the headings. */
const ACT = /^\s*(?:act|acte|akt|acto|atto|teaser|cold open|tag)\b|^第[一二三四五\d]+幕/iu;

/**
 * Parts a script into acts.
 *
 * @param screenplay - The script.
 * @param breakdown - Its breakdown.
 * @param turningPoints - Its turning points, used where it has no sections that name acts.
 * @returns Acts in order that together hold every scene; none for a script without scenes.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { findActs, findTurningPoints } from '@filmai/nlp-script/plot';
 *
 * const { screenplay } = parseFountain('# Act One\n\nINT. HALL - DAY\n\nRain.\n\n# Act Two\n\nEXT. ROAD - DAY\n\nSun.\n');
 * findActs(screenplay, breakDown(screenplay), findTurningPoints(screenplay)).acts.map(({ title }) => title); // ['Act One', 'Act Two']
 * ```
 */
export function findActs(screenplay: Screenplay, breakdown: Breakdown, turningPoints: TurningPoints): Acts {
  const written = actSections(screenplay, breakdown);
  if (written.length >= 2) {
    const bounds = written.map(({ scene }, i) => (i === 0 ? 0 : scene));
    return {
      method: 'sections',
      acts: partAt(breakdown, bounds).map((act, i) => ({ ...act, title: written[i].title })),
    };
  }
  const sceneOf = (name: TurningPointName): number | undefined =>
    turningPoints.points.find((point) => point.name === name)?.scene;
  const ends: { name: TurningPointName; scene: number }[] = (['changeOfPlans', 'majorSetback'] as const).flatMap((name) => {
    const scene = sceneOf(name);
    return scene === undefined || scene + 1 >= breakdown.scenes.length ? [] : [{ name, scene }];
  });
  const acts = partAt(breakdown, breakdown.scenes.length === 0 ? [] : [0, ...ends.map(({ scene }) => scene + 1)]);
  return {
    method: 'turning-points',
    acts: acts.map((act, i) => (ends[i] ? { ...act, endsWith: ends[i].name } : act)),
  };
}

/** Sections of acts with the scene that follows each. */
function actSections({ elements }: Screenplay, { scenes }: Breakdown): { title: string; scene: number }[] {
  const sections = elements.flatMap((element, i) =>
    element.type === 'section' && ACT.test(element.text) ? [{ element, at: i }] : [],
  );
  const depth = Math.min(...sections.map(({ element }) => element.depth));
  const starts = sections
    .filter(({ element }) => element.depth === depth)
    .map(({ element, at }) => ({
      title: element.text.trim(),
      scene: scenes.findIndex((scene) => scene.elements.from >= at),
    }));
  return starts.filter(({ scene }, i) => scene >= 0 && scene !== starts[i - 1]?.scene);
}

function partAt({ scenes }: Breakdown, bounds: readonly number[]): Act[] {
  const total = scenes.reduce((sum, { eighths }) => sum + eighths, 0);
  return [...new Set(bounds)].map((from, i, all) => {
    const to = (all[i + 1] ?? scenes.length) - 1;
    const own = scenes.slice(from, to + 1).reduce((sum, { eighths }) => sum + eighths, 0);
    return { number: i + 1, from, to, share: own / total };
  });
}
