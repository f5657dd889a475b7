/**
 * @file Turning points against annotated scripts, beside the baseline that places them by position alone.
 *
 * `distance`, `totalAgreement` and `partialAgreement` follow Papalampidi, Keller, Lapata 2019, Section 5: mean distance to the nearest
 * annotated scene as per cent of the script's scenes; share of chosen and annotated scenes that are both (the Jaccard index of each turning
 * point, averaged, in per cent); and the per cent of turning points with at least one chosen scene among the annotated ones. One scene is
 * chosen, so that the two differ only where annotators gave several. `positionOnlyDistance` chooses the scene nearest to the expected position.
 *
 * Layout of `--data`: see README.md.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { breakDown } from '@filmai/nlp-script/breakdown';
import { parseFountain } from '@filmai/nlp-script/fountain';
import { findTurningPoints, TURNING_POINT_PRIORS, TURNING_POINTS } from '@filmai/nlp-script/plot';
import type { Screenplay } from '@filmai/nlp-script/screenplay';
import type { BenchOptions, Figures } from './run.js';

const HELD_OUT = fileURLToPath(new URL('plot-scripts/held-out/', import.meta.url));

/** Scenes counted from 0 that one or more annotators gave for each turning point, in order. */
type Annotation = ReadonlySet<number>[];

/** Runs the benchmark. */
export async function run({ data }: BenchOptions): Promise<Figures> {
  const folder = data ?? HELD_OUT;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.fountain')).toSorted();
  if (names.length === 0) throw new Error(`${folder}: no .fountain file in it`);
  const found: Score[] = [];
  const byPosition: Score[] = [];
  for (const name of names) {
    const { screenplay } = parseFountain(await readFile(join(folder, name), 'utf8'));
    const breakdown = breakDown(screenplay);
    const { points } = findTurningPoints(screenplay, { breakdown });
    // What stands before the first heading is a scene for the breakdown, but not for who counts headings.
    const offset = breakdown.scenes[0]?.heading === '' ? 1 : 0;
    const scenes = breakdown.scenes.length - offset;
    const truth = await readAnnotation(join(folder, name.replace(/\.fountain$/, '.json')), sceneNumbers(screenplay));
    found.push(
      ...score(
        points.map(({ scene }) => Math.max(0, scene - offset)),
        truth,
        scenes,
      ),
    );
    const expected = TURNING_POINTS.map((point) => TURNING_POINT_PRIORS[point].mean);
    byPosition.push(
      ...score(
        expected.map((mean) => clamp(Math.round(mean * scenes - 0.5), scenes)),
        truth,
        scenes,
      ),
    );
  }
  const n = found.length;
  const figure = (scores: readonly Score[], name: keyof Score, unit: string): Figures[string] => ({
    value: scores.reduce((sum, each) => sum + each[name], 0) / scores.length,
    unit,
    n,
  });
  return {
    distance: figure(found, 'distance', '% of scenes'),
    positionOnlyDistance: figure(byPosition, 'distance', '% of scenes'),
    totalAgreement: figure(found, 'total', '%'),
    positionOnlyTotalAgreement: figure(byPosition, 'total', '%'),
    partialAgreement: figure(found, 'partial', '%'),
    positionOnlyPartialAgreement: figure(byPosition, 'partial', '%'),
  };
}

interface Score {
  distance: number;
  total: number;
  partial: number;
}

function score(chosen: readonly number[], truth: Annotation, scenes: number): Score[] {
  return truth.flatMap((wanted, point): Score[] => {
    if (wanted.size === 0) return [];
    const scene = chosen[point];
    const distance = Math.min(...[...wanted].map((other) => Math.abs(other - scene)));
    const hit = wanted.has(scene);
    return [{ distance: (distance / scenes) * 100, total: hit ? 100 / wanted.size : 0, partial: hit ? 100 : 0 }];
  });
}

/** The number of each scene as a reader of the script names it: its own where it has one, else its count from 1. */
function sceneNumbers({ elements }: Screenplay): Map<string, number> {
  const headings = elements.filter((element) => element.type === 'scene-heading');
  return new Map(headings.map(({ sceneNumber }, index) => [sceneNumber ?? String(index + 1), index]));
}

/**
 * Reads `{ "turningPoints": … }`, or its value alone: five scene numbers in order, or an object by name; for each one number or a list; or a
 * list of several annotators' sets. A scene number is the script's own (`"12A"`) or, in a script without, the count from 1.
 */
async function readAnnotation(file: string, numbers: ReadonlyMap<string, number>): Promise<Annotation> {
  const json = JSON.parse(await readFile(file, 'utf8')) as unknown;
  const value = isObject(json) && 'turningPoints' in json ? json.turningPoints : json;
  const sets = Array.isArray(value) && value.some((entry) => isObject(entry) || isFive(entry)) ? value : [value];
  return TURNING_POINTS.map((name, point) => {
    const given = sets.flatMap((set: unknown): unknown[] => {
      if (Array.isArray(set) && set.length === TURNING_POINTS.length) return [set[point]].flat();
      const entry = isObject(set) ? Object.entries(set).find(([key]) => sameName(key, name, point)) : undefined;
      if (!entry)
        throw new Error(`${file}: no ${name}; expected five scene numbers, or an object by ${TURNING_POINTS.join(', ')}`);
      return [entry[1]].flat();
    });
    return new Set(
      given.map((number) => {
        const index = numbers.get(String(number));
        if (index === undefined)
          throw new Error(`${file}: ${name} names scene ${String(number)}; the script has none of that number`);
        return index;
      }),
    );
  });
}

/** `changeOfPlans`, `change-of-plans`, `Change of plans`, `TP2` and `2` are one. */
function sameName(key: string, name: string, point: number): boolean {
  const plain = key.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain === name.toLowerCase() || plain === `tp${point + 1}` || plain === String(point + 1);
}

function isFive(value: unknown): boolean {
  return Array.isArray(value) && value.length === TURNING_POINTS.length;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function clamp(scene: number, scenes: number): number {
  return Math.max(0, Math.min(scenes - 1, scene));
}
