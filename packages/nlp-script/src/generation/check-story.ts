/** @file Checks a story that came from files or from a user's own code: what is wrong is named by file and field. */
import { NlpScriptError } from '../screenplay/error.js';
import { STORY_STEPS } from './story.js';
import type { StoryProject, StoryStep } from './story.js';

/** What a field may be. */
type Shape = 'text' | 'word' | 'number' | 'texts' | readonly string[];

const CARD: Readonly<Record<string, Shape>> = {
  id: 'word',
  setting: ['INT.', 'EXT.', 'INT./EXT.'],
  place: 'word',
  time: 'text',
  cast: 'texts',
  purpose: 'text',
  props: 'texts',
  eighths: 'number',
};

/** Fields that must be there; what else a person writes is kept. */
const ENTRIES: Readonly<Record<Exclude<StoryStep, 'logline'>, Readonly<Record<string, Shape>>>> = {
  ideas: { title: 'word', logline: 'word' },
  characters: {
    name: 'word',
    part: ['lead', 'opponent', 'ally', 'witness', 'kin', 'authority'],
    pronoun: ['she', 'he', 'they'],
    age: 'number',
    job: 'text',
    want: 'text',
    flaw: 'text',
    look: 'text',
  },
  beats: { at: 'number', text: 'word' },
  cards: CARD,
  scenes: { id: 'word', fountain: 'text', from: 'text', made: 'text', repairs: 'texts' },
};

/**
 * Checks a story.
 *
 * @param project - Anything.
 * @param where - Folder or name, for the message.
 * @returns The same value.
 * @throws NlpScriptError `BAD_PROJECT`.
 */
export function checkStory(project: unknown, where: string): StoryProject {
  const fail = (path: string, expected: string, got: unknown): never => {
    throw new NlpScriptError('BAD_PROJECT', `${where}: ${path} must be ${expected}, got ${describe(got)}`, {
      remedy: 'Undo the last change there, or delete the file of the step to have it done again.',
    });
  };
  if (!isRecord(project)) return fail('the story', 'an object', project);
  const { premise, steps } = project;
  if (!isRecord(premise)) return fail('premise', 'an object', premise);
  if (typeof premise.text !== 'string' || premise.text.trim() === '')
    fail('premise.text', 'text that is not empty', premise.text);
  if (typeof premise.genre !== 'string') fail('premise.genre', 'text', premise.genre);
  for (const field of ['castSize', 'pages', 'seed'])
    if (!Number.isFinite(premise[field])) fail(`premise.${field}`, 'a number', premise[field]);
  if (!isRecord(steps)) return fail('steps', 'an object', steps);
  for (const step of STORY_STEPS) {
    const done = steps[step];
    if (done === undefined) continue;
    if (!isRecord(done)) return fail(step, 'an object', done);
    if (!isRecord(done.by) || !['person', 'model', 'grammar'].includes(String(done.by.method)))
      fail(`${step}.by.method`, 'person, model or grammar', isRecord(done.by) ? done.by.method : done.by);
    for (const field of ['from', 'made']) if (typeof done[field] !== 'string') fail(`${step}.${field}`, 'text', done[field]);
    if (step === 'logline') checkLogline(done.value, fail);
    else if (!Array.isArray(done.value)) fail(`${step}.value`, 'a list', done.value);
    else for (const [i, entry] of done.value.entries()) checkEntry(entry, ENTRIES[step], `${step}.value[${i}]`, fail);
  }
  const names = ((steps.characters as { value?: { name: string }[] } | undefined)?.value ?? []).map(({ name }) =>
    name.toUpperCase(),
  );
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) fail('characters', 'people with different names', twice);
  return project as unknown as StoryProject;
}

type Fail = (path: string, expected: string, got: unknown) => never;

function checkLogline(value: unknown, fail: Fail): void {
  checkEntry(value, { title: 'word', text: 'word' }, 'logline.value', fail);
  const { facts } = value as Record<string, unknown>;
  checkEntry(
    facts,
    { world: 'word', stake: 'word', deadline: 'word', past: 'word', secret: 'word', flaw: 'word' },
    'logline.value.facts',
    fail,
  );
  const { threat, object } = facts as Record<string, unknown>;
  checkEntry(threat, { act: 'word', noun: 'word' }, 'logline.value.facts.threat', fail);
  checkEntry(object, { name: 'word', kind: ['proof', 'access', 'tool', 'token'] }, 'logline.value.facts.object', fail);
}

function checkEntry(value: unknown, shapes: Readonly<Record<string, Shape>>, path: string, fail: Fail): void {
  if (!isRecord(value)) return fail(path, 'an object', value);
  for (const [field, shape] of Object.entries(shapes)) {
    const got = value[field];
    const at = `${path}.${field}`;
    if (shape === 'text' && typeof got !== 'string') fail(at, 'text', got);
    if (shape === 'word' && (typeof got !== 'string' || got.trim() === '')) fail(at, 'text that is not empty', got);
    if (shape === 'number' && !(typeof got === 'number' && Number.isFinite(got) && got >= 0))
      fail(at, 'a number of at least 0', got);
    if (shape === 'texts' && !(Array.isArray(got) && got.every((one) => typeof one === 'string')))
      fail(at, 'a list of texts', got);
    if (Array.isArray(shape) && !shape.includes(got)) fail(at, `one of ${shape.join(', ')}`, got);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}
