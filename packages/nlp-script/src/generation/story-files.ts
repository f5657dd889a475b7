/**
 * @file A story in a folder: one JSON file for each step, meant to be read and changed by a person, and the script as Fountain beside them.
 * Files appear whole or not at all.
 */
import { NlpScriptError } from '../screenplay/error.js';
import { checkStory } from './check-story.js';
import { assembleScript, measureLength } from './scene-text.js';
import { parseFountain } from '../fountain/index.js';
import type { ParsedScript } from '../fountain/index.js';
import { STORY_STEPS } from './story.js';
import type { StoryProject, StoryStep } from './story.js';

/** Name of a step's file. */
const fileOf = (step: StoryStep): string => `${STORY_STEPS.indexOf(step) + 1}-${step}.json`;

const PREMISE = '0-premise.json';
const SCRIPT = 'script.fountain';

/** A script that was made of a story. */
export interface StoryScript extends ParsedScript {
  fountain: string;
  /** Length in pages, with fractions. */
  pages: number;
}

/**
 * Writes a story into a folder.
 *
 * @param folder - Created where it isn't there.
 * @param project - Steps that it lacks have their files removed.
 * @param options - `signal` cancels between files.
 * @throws FileError of `@filmai/core-tensor`; NlpScriptError `BAD_PROJECT` where the project isn't one.
 * @example
 * ```ts
 * import { mkdtempSync, readdirSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { createStory, saveStory, writeStory } from '@filmai/nlp-script/generation';
 *
 * const folder = mkdtempSync(join(tmpdir(), 'filmai-'));
 * const project = await writeStory(createStory({ text: 'A nurse finds a key.' }), { until: 'logline' });
 * await saveStory(folder, project);
 * console.log(readdirSync(folder).join(' ')); // 0-premise.json 1-ideas.json 2-logline.json
 * ```
 */
export async function saveStory(folder: string, project: StoryProject, options: { signal?: AbortSignal } = {}): Promise<void> {
  checkStory(project, folder);
  const [{ writeFileWhole }, { rm }, { join }] = await Promise.all([
    import('@filmai/core-tensor/files'),
    import('node:fs/promises'),
    import('node:path'),
  ]);
  const write = (name: string, text: string): Promise<void> =>
    writeFileWhole(join(folder, name), text, { ...options, makeFolder: true });
  await write(PREMISE, `${JSON.stringify(project.premise, undefined, 2)}\n`);
  for (const step of STORY_STEPS) {
    const done = project.steps[step];
    if (done) await write(fileOf(step), `${JSON.stringify(done, undefined, 2)}\n`);
    else await rm(join(folder, fileOf(step)), { force: true });
  }
  if (project.steps.scenes) await write(SCRIPT, storyScript(project).fountain);
}

/**
 * Reads a story from a folder; whatever a person has changed in its files is in it.
 *
 * @param folder - As {@link saveStory} wrote it. The script beside it is not read: change the scenes.
 * @throws NlpScriptError `NO_FILE` without a premise, `BAD_PROJECT` with the file and the field where something isn't as it must be.
 */
export async function readStory(folder: string): Promise<StoryProject> {
  const premise = await readJson(folder, PREMISE);
  if (premise === undefined)
    throw new NlpScriptError('NO_FILE', `${folder}: has no ${PREMISE}, so it is no story`, {
      remedy: 'Write one with saveStory.',
    });
  const steps: Record<string, unknown> = {};
  for (const step of STORY_STEPS) {
    const done = await readJson(folder, fileOf(step));
    if (done !== undefined) steps[step] = done;
  }
  return checkStory({ premise, steps }, folder);
}

/**
 * Makes a script of a story.
 *
 * @param project - With its scenes, all or the first of them.
 * @throws NlpScriptError `STEP_MISSING` where no scene has been written.
 */
export function storyScript(project: StoryProject): StoryScript {
  const scenes = project.steps.scenes?.value;
  if (!scenes || scenes.length === 0)
    throw new NlpScriptError('STEP_MISSING', 'scenes: none has been written', { remedy: 'Call writeStory first.' });
  const makers = [
    ...new Set(
      scenes.map(({ by }) => (by.method === 'model' ? by.model : by.method === 'grammar' ? 'the grammar of @filmai' : undefined)),
    ),
  ];
  const author = makers.filter((maker) => maker !== undefined).join(' and ');
  const title = project.steps.logline?.value.title;
  const fountain = assembleScript(
    scenes.map((scene) => scene.fountain),
    title === undefined ? undefined : { title, ...(author === '' ? {} : { author }) },
  );
  const parsed = parseFountain(fountain);
  return { ...parsed, fountain, pages: measureLength(parsed.screenplay) };
}

async function readJson(folder: string, name: string): Promise<unknown> {
  const [{ readFile }, { join }] = await Promise.all([import('node:fs/promises'), import('node:path')]);
  const path = join(folder, name);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new NlpScriptError('NOT_READABLE', `${path}: could not be read`, { cause: error });
  });
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NlpScriptError('BAD_PROJECT', `${path}: is no JSON: ${(error as Error).message}`, {
      remedy: 'Undo the last change of the file, or delete it to have the step done again.',
      cause: error,
    });
  }
}
