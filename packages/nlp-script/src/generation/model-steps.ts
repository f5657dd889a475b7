/** @file The steps of a story by a model: what it is asked, how its answer is read, and when it is asked again. */
import { describeHeading } from '../screenplay/heading.js';
import { repairScene } from './repair-scene.js';
import type { RepairedScene } from './repair-scene.js';
import { headingOf } from './scene-text.js';
import type { Beat, CharacterPart, Logline, SceneCard, StoryCharacter, StoryProject } from './story.js';
import { collectText } from './text-generator.js';
import type { TextGenerator, WrittenText } from './text-generator.js';

/** Answers that are of no use are asked for again, so often in all. */
const ATTEMPTS = 3;

/** What a reader of answers says: the value, or why there is none. */
type Reading<T> = { value: T } | { problem: string };

/** The model's answer was of no use, every time. */
export interface Unusable {
  problem: string;
  /** The last answer. */
  written: string;
}

/** Asks for a title and a logline. */
export async function askForIdea(
  model: TextGenerator,
  premise: StoryProject['premise'],
  seed: number,
  signal?: AbortSignal,
): Promise<{ value: { title: string; logline: string } } | Unusable> {
  const prompt = `${describePremise(premise)}

Invent one story for it. Answer with two lines:
TITLE: the title
LOGLINE: one sentence that says who wants what, against whom, and what is at stake

TITLE:`;
  return ask<{ title: string; logline: string }>(
    model,
    prompt,
    { maxTokens: 160, seed, temperature: 0.9, signal },
    ({ text }) => {
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      const title = tidy(lines[0]?.replace(/^TITLE:/i, '') ?? '');
      const logline = tidy(
        lines
          .slice(1)
          .find((line) => /^LOGLINE:/i.test(line))
          ?.replace(/^LOGLINE:/i, '') ??
          lines[1] ??
          '',
      );
      if (title === '' || title.split(' ').length > 12) return { problem: 'it has no title of at most twelve words' };
      const words = logline.split(' ').length;
      if (words < 6 || words > 80) return { problem: `its logline has ${words} words instead of 6 to 80` };
      return { value: { title, logline } };
    },
  );
}

/** Asks for people; what the model leaves out is filled in from others. */
export async function askForCharacters(
  model: TextGenerator,
  project: StoryProject,
  logline: Logline,
  others: readonly StoryCharacter[],
  seed: number,
  signal?: AbortSignal,
): Promise<{ value: StoryCharacter[] } | Unusable> {
  const parts = others.map(({ part }) => part);
  const prompt = `${describePremise(project.premise)}
Story: ${logline.title}. ${logline.text}

List its ${parts.length} characters, one a line, in this order of parts: ${parts.join(', ')}. Each line:
Given name | she, he or they | age | work | what they want | their flaw | how they look at first sight

`;
  return ask<StoryCharacter[]>(model, prompt, { maxTokens: 90 * parts.length, seed, temperature: 0.8, signal }, ({ text }) => {
    const rows = text
      .split('\n')
      .map((line) =>
        line
          .replace(/^\s*(?:[-*•]|\d+[.)])\s*/, '')
          .split('|')
          .map(tidy),
      )
      .filter((row) => row.length >= 4 && /^\p{L}/u.test(row[0]) && !/^given name/i.test(row[0]));
    if (rows.length < parts.length) return { problem: `it has ${rows.length} of ${parts.length} characters` };
    const value = parts.map((part, i): StoryCharacter => readCharacter(rows[i], part, others[i]));
    if (new Set(value.map(({ name }) => name.toUpperCase())).size < value.length)
      return { problem: 'two characters have one name' };
    return { value };
  });
}

/** Asks for beats. */
export async function askForBeats(
  model: TextGenerator,
  project: StoryProject,
  logline: Logline,
  characters: readonly StoryCharacter[],
  count: number,
  seed: number,
  signal?: AbortSignal,
): Promise<{ value: Beat[] } | Unusable> {
  const prompt = `${describeStory(project, logline, characters)}

Tell the story in ${count} beats from the first picture to the last, one sentence a line, numbered:
1.`;
  return ask<Beat[]>(model, prompt, { maxTokens: 50 * count, seed, temperature: 0.8, signal }, ({ text }) => {
    const lines = `1. ${text}`
      .split('\n')
      .map((line) => tidy(line.replace(/^\s*(?:[-*•]|\d+[.)])\s*/, '')))
      .filter((line) => line.split(' ').length >= 3);
    if (lines.length < Math.max(3, Math.ceil(count / 2))) return { problem: `it has ${lines.length} of ${count} beats` };
    const kept = lines.slice(0, count);
    return { value: kept.map((line, i): Beat => ({ at: kept.length === 1 ? 0 : i / (kept.length - 1), text: line })) };
  });
}

/** Asks for a card for each beat; whoever is named in a beat is in its scene. */
export async function askForCard(
  model: TextGenerator,
  project: StoryProject,
  logline: Logline,
  characters: readonly StoryCharacter[],
  beat: Beat,
  draft: SceneCard,
  seed: number,
  signal?: AbortSignal,
): Promise<{ value: SceneCard } | Unusable> {
  const prompt = `${describeStory(project, logline, characters)}

The scene: ${beat.text}
Write one line: a scene heading, the characters that are there, the things that matter in it. For example:
${headingOf(draft).heading} | ${draft.cast.join(', ')} | ${draft.props[0] ?? 'nothing'}

`;
  return ask<SceneCard>(model, prompt, { maxTokens: 60, seed, temperature: 0.7, signal }, ({ text }) => {
    const row = text
      .split('\n')
      .find((line) => line.includes('|'))
      ?.split('|')
      .map(tidy);
    if (!row) return { problem: 'it has no line with the sign | in it' };
    const heading = describeHeading(row[0].toUpperCase());
    if (!heading.setting || heading.place.trim() === '') return { problem: `${row[0]} is no scene heading` };
    const named = (row[1] ?? '').toUpperCase();
    const cast = characters.filter(({ name }) => named.includes(name.toUpperCase())).map(({ name }) => name);
    const props = (row[2] ?? '')
      .split(',')
      .map(tidy)
      .filter((prop) => prop !== '' && !/^(?:nothing|none)$/i.test(prop));
    const setting = heading.setting === 'int' ? 'INT.' : heading.setting === 'ext' ? 'EXT.' : 'INT./EXT.';
    return {
      value: {
        ...draft,
        setting,
        place: heading.place,
        time: heading.time ?? draft.time,
        cast: cast.length > 0 ? cast : draft.cast,
        props: props.length > 0 ? props.slice(0, 4) : draft.props,
      },
    };
  });
}

/** Asks for a scene and repairs it. */
export async function askForScene(
  model: TextGenerator,
  project: StoryProject,
  logline: Logline,
  characters: readonly StoryCharacter[],
  card: SceneCard,
  seed: number,
  signal?: AbortSignal,
): Promise<{ value: RepairedScene } | Unusable> {
  const { heading } = headingOf(card);
  const there = characters.filter(({ name }) => card.cast.includes(name));
  const words = Math.round(card.eighths * 22);
  const prompt = `${describeStory(project, logline, there)}

What happens in the scene: ${card.purpose}${card.props.length > 0 ? ` It shows: ${card.props.join(', ')}.` : ''}
Write the scene in screenplay format, about ${words} words. Names in capitals above what they say; nobody but ${card.cast.join(', ')} speaks; one place.

${heading}

`;
  return ask<RepairedScene>(
    model,
    prompt,
    { maxTokens: Math.round(words * 2), seed, temperature: 0.8, repetitionPenalty: 1.1, signal },
    (answer) => {
      const repaired = repairScene(answer.text, card, answer.finish === 'length');
      return 'problem' in repaired ? repaired : { value: repaired };
    },
  );
}

async function ask<T>(
  model: TextGenerator,
  prompt: string,
  options: { maxTokens: number; seed: number; temperature: number; repetitionPenalty?: number; signal: AbortSignal | undefined },
  read: (answer: WrittenText) => Reading<T>,
): Promise<{ value: T } | Unusable> {
  const { signal, ...rest } = options;
  let unusable: Unusable = { problem: '', written: '' };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const answer = await collectText(model, prompt, { ...rest, seed: rest.seed + attempt * 1000, ...(signal ? { signal } : {}) });
    const reading = read(answer);
    if ('value' in reading) return reading;
    unusable = { problem: reading.problem, written: answer.text };
  }
  return unusable;
}

function readCharacter(row: readonly string[], part: CharacterPart, other: StoryCharacter): StoryCharacter {
  const [full, pronoun = '', age = '', job = '', want = '', flaw = '', look = ''] = row;
  const [name, ...family] = full
    .replace(/[^\p{L}\s'’-]/gu, '')
    .trim()
    .split(/\s+/);
  const years = Number.parseInt(age, 10);
  return {
    name: name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase(),
    ...(family.length > 0 ? { familyName: family.join(' ') } : {}),
    part,
    pronoun: /^she/i.test(pronoun) ? 'she' : /^he/i.test(pronoun) ? 'he' : 'they',
    age: years >= 1 && years <= 120 ? years : other.age,
    job: job === '' ? other.job : job,
    want: want === '' ? other.want : want,
    flaw: flaw === '' ? other.flaw : flaw,
    look: look === '' ? other.look : look.replace(/\.$/, ''),
  };
}

function describePremise({ text, genre, theme, pages }: StoryProject['premise']): string {
  return `A ${genre} film of about ${pages} pages.${theme ? ` Theme: ${theme}.` : ''}\nPremise: ${text.trim()}`;
}

function describeStory(project: StoryProject, logline: Logline, characters: readonly StoryCharacter[]): string {
  const people = characters.map(
    ({ name, part, age, job, want, flaw }) => `${name} (${part}, ${age}, ${job}) wants ${want}; flaw: ${flaw}.`,
  );
  return `${describePremise(project.premise)}\nStory: ${logline.title}. ${logline.text}\nCharacters:\n${people.join('\n')}`;
}

function tidy(text: string): string {
  return text
    .replace(/[*_`#]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^["“'\s]+|["”'\s]+$/g, '')
    .trim();
}
