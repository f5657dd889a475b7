/** @file A screenplay from a file, or a clear word why it is none. */
import { extname } from 'node:path';
import { FilmaiError } from '@filmai/core-tensor/errors';
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

/** What a reader says of a path where there is nothing to read; all else is a file that is no screenplay. */
const NO_FILE = new Set(['NO_FILE', 'IS_FOLDER', 'NOT_READABLE']);

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
    throw unreadable(path, cause);
  });
  const breakdown = breakDown(screenplay);
  const scenes = breakdown.scenes.filter((scene) => scene.heading !== '').map((scene) => scene.index);
  if (scenes.length === 0) throw noScene(path);
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

/** The reader's own words, with a remedy for somebody at a terminal. */
function unreadable(path: string, cause: unknown): unknown {
  if (!(cause instanceof FilmaiError)) return cause;
  const message = cause.remedy ? cause.message.slice(0, -cause.remedy.length).trimEnd() : cause.message;
  if (NO_FILE.has(cause.code)) return new AnimaticError('NO_SCRIPT', message, { remedy: cause.remedy, cause });
  const remedy =
    cause.code === 'TOO_LARGE'
      ? "Check that this is the right file: a feature film's script has about 0.2 MiB."
      : (cause.remedy ?? 'Save the screenplay as Fountain (plain text) or as Final Draft (.fdx).');
  return new AnimaticError('NOT_A_SCREENPLAY', message, { remedy, cause });
}

function noScene(path: string): AnimaticError {
  return new AnimaticError('NOT_A_SCREENPLAY', `${path}: there is no scene in it`, {
    remedy:
      'Begin each scene with a heading such as INT. KITCHEN - NIGHT on a line of its own, blank lines around it; https://fountain.io describes the format.',
  });
}
