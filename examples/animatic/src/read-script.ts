/** @file A screenplay from a file, or a clear word why it is none. */
import { extname } from 'node:path';
import { breakDown, type Breakdown } from '@filmai/nlp-script/breakdown';
import { readFdx } from '@filmai/nlp-script/fdx';
import { readFountain } from '@filmai/nlp-script/fountain';
import type { Diagnostic, Screenplay } from '@filmai/nlp-script/fountain';
import { AnimaticError } from './animatic-error.js';

/** A script that can be filmed. */
export interface Script {
  path: string;
  title: string;
  screenplay: Screenplay;
  breakdown: Breakdown;
  diagnostics: Diagnostic[];
  /** Indices of the scenes to film, from 0. */
  scenes: number[];
}

/** What a reader says of a file that is no screenplay at all. */
const HOPELESS = new Set(['NOT_TEXT', 'EMPTY', 'NO_SCENE']);

/**
 * Reads and breaks down a screenplay.
 *
 * @param path - A .fountain or .txt file, or Final Draft's .fdx.
 * @param wanted - Positions of the scenes to film, from 1; absent: all.
 * @throws AnimaticError `NO_SCRIPT`, `NOT_A_SCREENPLAY` or `NO_SUCH_SCENE`.
 */
export async function readScript(path: string, wanted?: readonly number[]): Promise<Script> {
  const read = extname(path).toLowerCase() === '.fdx' ? readFdx : readFountain;
  const { screenplay, diagnostics } = await read(path).catch((cause: unknown) => {
    throw new AnimaticError('NO_SCRIPT', cause instanceof Error ? cause.message : String(cause), { cause });
  });
  const hopeless = diagnostics.find((one) => HOPELESS.has(one.code));
  if (hopeless) throw notAScreenplay(path, hopeless.message);
  const breakdown = breakDown(screenplay);
  const scenes = breakdown.scenes.filter((scene) => scene.heading !== '').map((scene) => scene.index);
  if (scenes.length === 0) throw notAScreenplay(path, 'it has no scene heading');
  return {
    path,
    title: breakdown.title ?? 'Untitled',
    screenplay,
    breakdown,
    diagnostics,
    scenes: wanted ? choose(scenes, wanted) : scenes,
  };
}

function choose(scenes: readonly number[], wanted: readonly number[]): number[] {
  const missing = wanted.find((position) => position > scenes.length);
  if (missing !== undefined) {
    throw new AnimaticError('NO_SUCH_SCENE', `there is no scene ${missing}: the script has ${scenes.length}`, {
      remedy: `Choose among 1-${scenes.length}.`,
    });
  }
  return wanted.map((position) => scenes[position - 1]);
}

function notAScreenplay(path: string, why: string): AnimaticError {
  return new AnimaticError('NOT_A_SCREENPLAY', `${path}: ${why.replace(/\.$/, '')}`, {
    remedy: 'A scene starts with a heading such as "INT. KITCHEN - NIGHT"; see https://fountain.io for the format.',
  });
}
