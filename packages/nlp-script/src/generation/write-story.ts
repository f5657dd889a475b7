/**
 * @file From a premise to a script, step by step: ideas, logline, characters, beats, scene cards, scenes. Each step is done by a person, a
 * model or the built-in grammar, in any mixture; only what is missing or out of date is done, and what a person has changed is left alone.
 */
import { createRandom } from '@filmai/core-tensor/random';
import { createProgress } from '@filmai/core-tensor/progress';
import type { OnProgress } from '@filmai/core-tensor/progress';
import type { SentenceEncoder } from '../embedding/index.js';
import { stableHash } from '../findings/stable-hash.js';
import { NlpScriptError } from '../screenplay/error.js';
import { chooseCast } from './grammar/cast.js';
import { longestPages, planBeats, planCards } from './grammar/plan-scenes.js';
import { chooseFacts, formatLogline, formatTitle } from './grammar/story-facts.js';
import { writeGrammarScene } from './grammar/write-scene.js';
import { askForBeats, askForCard, askForCharacters, askForIdea, askForScene } from './model-steps.js';
import type { Unusable } from './model-steps.js';
import { rankIdeas } from './rank-ideas.js';
import { formatScene } from './scene-text.js';
import { STORY_STEPS } from './story.js';
import type {
  Idea,
  Premise,
  SceneCard,
  StepMaker,
  StepRecord,
  StepValues,
  StoryProject,
  StoryStep,
  WrittenScene,
} from './story.js';
import type { TextGenerator } from './text-generator.js';

/** Who does a step: a model, or the built-in grammar. */
export type StepWriter = TextGenerator | 'grammar';

/** Options of {@link writeStory}. */
export interface WriteStoryOptions {
  /** One for all steps, or one for each; steps without one are the grammar's. Default `'grammar'`. */
  writers?: StepWriter | { readonly [Step in StoryStep]?: StepWriter };
  /** The last step that is done. Default `'scenes'`. */
  until?: StoryStep;
  /** Ideas to choose from, 1…20. Default 6. */
  ideas?: number;
  /** Known stories that ideas should not repeat. */
  against?: readonly string[];
  /** Measures by meaning how well ideas fit. */
  encoder?: SentenceEncoder;
  /** Do steps again that a person has changed, where what they rest on has changed. Default false: they are kept. */
  overwriteEdits?: boolean;
  /** What happens where a model's answers are of no use after three attempts: the grammar steps in and says so, or an error. Default `'grammar'`. */
  fallback?: 'grammar' | 'error';
  /** Called with the project after each step and each scene; a good place to save it. */
  onStep?: (project: StoryProject) => void | Promise<void>;
  signal?: AbortSignal;
  /** Steps and scenes as they are done. */
  onProgress?: OnProgress;
}

/** How a step stands. `edited`: a person has changed it since. `stale`: what it was made from has changed. */
export type StepStatus = 'missing' | 'fresh' | 'edited' | 'stale' | 'edited-stale' | 'partial';

const RESTS_ON: Readonly<Record<StoryStep, readonly StoryStep[]>> = {
  ideas: [],
  logline: ['ideas'],
  characters: ['logline'],
  beats: ['logline', 'characters'],
  cards: ['logline', 'characters', 'beats'],
  scenes: ['logline', 'characters', 'cards'],
};

/**
 * Begins a story.
 *
 * @param premise - See {@link Premise}.
 * @throws TypeError, RangeError for a premise that is empty or out of range.
 */
export function createStory(premise: Premise): StoryProject {
  const { text, genre = 'drama', theme, castSize = 4, pages = 10, seed = 0 } = premise;
  if (typeof text !== 'string' || text.trim() === '')
    throw new TypeError('createStory: the premise needs a text that is not empty');
  if (!(Number.isInteger(castSize) && castSize >= 3 && castSize <= 6))
    throw new RangeError(`createStory: castSize must be a whole number from 3 to 6, got ${String(castSize)}`);
  if (!(pages > 0 && pages <= 200))
    throw new RangeError(`createStory: pages must be more than 0 and at most 200, got ${String(pages)}`);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`createStory: seed must be a whole number, got ${String(seed)}`);
  return { premise: { text, genre, ...(theme === undefined ? {} : { theme }), castSize, pages, seed }, steps: {} };
}

/**
 * Does every step that is missing or out of date.
 *
 * @param project - From {@link createStory}, from a folder, or changed by hand; it is not changed.
 * @param options - See {@link WriteStoryOptions}.
 * @returns The project with the steps done; `storyScript` makes a script of it.
 * @throws RangeError where the grammar can't fill the pages; NlpScriptError `UNUSABLE_TEXT` with `fallback: 'error'`; what a model throws
 *   (`onStep` has then been called with everything before it); the signal's reason.
 * @example
 * ```ts
 * import { createStory, storyScript, writeStory } from '@filmai/nlp-script/generation';
 *
 * const project = await writeStory(createStory({ text: 'A ferry captain finds an old tape.', pages: 6, seed: 3 }));
 * const { diagnostics, pages } = storyScript(project);
 * console.log(diagnostics.length, Math.abs(pages - 6) < 0.7, project.steps.scenes?.by.method); // 0 true grammar
 * ```
 */
export async function writeStory(project: StoryProject, options: WriteStoryOptions = {}): Promise<StoryProject> {
  const { until = 'scenes', ideas = 6, overwriteEdits = false, onStep, signal } = options;
  if (!STORY_STEPS.includes(until))
    throw new RangeError(`writeStory: until must be one of ${STORY_STEPS.join(', ')}, got ${until}`);
  if (!(Number.isInteger(ideas) && ideas >= 1 && ideas <= 20))
    throw new RangeError(`writeStory: ideas must be a whole number from 1 to 20, got ${String(ideas)}`);
  const steps = STORY_STEPS.slice(0, STORY_STEPS.indexOf(until) + 1);
  const progress = createProgress('story', {
    total: steps.length,
    unit: 'steps',
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
  let current = project;
  for (const step of steps) {
    signal?.throwIfAborted();
    const status = stepStatus(current, step);
    const redo =
      status === 'missing' || status === 'stale' || status === 'partial' || (status === 'edited-stale' && overwriteEdits);
    if (redo) {
      current = step === 'scenes' ? await writeScenes(current, options) : await runStep(current, step, options);
      await onStep?.(current);
    }
    progress();
  }
  return current;
}

/** How each step stands. */
export function storyStatus(project: StoryProject): Record<StoryStep, StepStatus> {
  return Object.fromEntries(STORY_STEPS.map((step) => [step, stepStatus(project, step)])) as Record<StoryStep, StepStatus>;
}

/**
 * Puts a person's value in place of a step. Steps after it are out of date then, and are done again by the next `writeStory`.
 *
 * @param project - Not changed.
 * @param step - Which.
 * @param value - The new value.
 * @throws NlpScriptError `STEP_MISSING` where the steps it rests on aren't there.
 */
export function editStep<Step extends StoryStep>(project: StoryProject, step: Step, value: StepValues[Step]): StoryProject {
  return record(project, step, value, { method: 'person' });
}

function stepStatus(project: StoryProject, step: StoryStep): StepStatus {
  const done = project.steps[step];
  if (!done) return 'missing';
  const edited = done.by.method === 'person' || hashOf(done.value) !== done.made;
  const stale = done.from !== fromOf(project, step);
  if (step === 'scenes') {
    const cards = project.steps.cards?.value ?? [];
    const scenes = done.value as WrittenScene[];
    const whole = cards.every((card, i) => scenes[i]?.id === card.id);
    if (!whole) return 'partial';
  }
  return edited ? (stale ? 'edited-stale' : 'edited') : stale ? 'stale' : 'fresh';
}

/** The steps in front of the scenes. */
async function runStep(
  project: StoryProject,
  step: Exclude<StoryStep, 'scenes'>,
  options: WriteStoryOptions,
): Promise<StoryProject> {
  const { premise } = project;
  const writer = writerOf(step, options);
  const { seed } = premise;
  const random = createRandom(`${seed}/${step}`);
  const grammar: StepMaker = { method: 'grammar', seed };
  if (step === 'ideas') return record(project, step, await makeIdeas(project, writer, options), makerOf(writer, seed));
  if (step === 'logline') {
    const [best] = need(project, 'ideas');
    if (!best)
      throw new NlpScriptError('STEP_MISSING', 'logline: there is no idea to make it of', {
        remedy: 'Add an idea to the step ideas.',
      });
    const facts = best.facts ?? chooseFacts(`${best.title} ${best.logline} ${premise.text}`, random);
    return record(project, step, { title: best.title, text: best.logline, facts }, best.by);
  }
  const logline = need(project, 'logline');
  if (step === 'characters') {
    const cast = chooseCast(logline.facts, premise.castSize, createRandom(`${seed}/cast`));
    if (writer === 'grammar') return record(project, step, cast, grammar);
    const answer = await askForCharacters(writer, project, logline, cast, seed, options.signal);
    return 'value' in answer
      ? record(project, step, answer.value, makerOf(writer, seed))
      : record(project, step, cast, stepIn(step, writer, answer, grammar, options));
  }
  const characters = need(project, 'characters');
  if (step === 'beats') {
    const beats = planBeats(logline, characters, premise.pages, seed);
    if (writer === 'grammar') return record(project, step, beats, grammar);
    const answer = await askForBeats(writer, project, logline, characters, Math.min(60, beats.length), seed, options.signal);
    return 'value' in answer
      ? record(project, step, answer.value, makerOf(writer, seed))
      : record(project, step, beats, stepIn(step, writer, answer, grammar, options));
  }
  const beats = need(project, 'beats');
  const cards = planCards(logline, characters, beats, premise.pages, seed, writerOf('scenes', options) !== 'grammar');
  if (writer === 'grammar') return record(project, step, cards, grammar);
  let maker = makerOf(writer, seed);
  const written: SceneCard[] = [];
  for (const [i, card] of cards.entries()) {
    const answer = await askForCard(writer, project, logline, characters, beats[i], card, seed + i, options.signal);
    if (!('value' in answer)) maker = stepIn(step, writer, answer, maker, options);
    written.push('value' in answer ? answer.value : card);
  }
  return record(project, step, written, maker);
}

async function makeIdeas(project: StoryProject, writer: StepWriter, options: WriteStoryOptions): Promise<Idea[]> {
  const { premise } = project;
  const { ideas: count = 6, against, encoder, signal } = options;
  const list: Idea[] = [];
  for (let i = 0; i < count; i++) {
    const seed = premise.seed + i;
    const unranked = { originality: 0, fit: 0, reasons: [] };
    const grammar = (): Idea => {
      const random = createRandom(`${seed}/idea`);
      const facts = chooseFacts(`${premise.text} ${premise.genre} ${premise.theme ?? ''}`, random);
      const cast = chooseCast(facts, premise.castSize, createRandom(`${premise.seed}/cast`));
      const logline = formatLogline(facts, { lead: cast[0].job, opponent: cast[1].job }, random.split('logline'));
      return { title: formatTitle(facts, random.split('title')), logline, facts, ...unranked, by: { method: 'grammar', seed } };
    };
    if (writer === 'grammar') list.push(grammar());
    else {
      const answer = await askForIdea(writer, premise, seed, signal);
      if ('value' in answer) list.push({ ...answer.value, ...unranked, by: makerOf(writer, seed) });
      else list.push({ ...grammar(), by: stepIn('ideas', writer, answer, { method: 'grammar', seed }, options) });
    }
  }
  return rankIdeas(list, premise, {
    ...(against ? { against } : {}),
    ...(encoder ? { encoder } : {}),
    ...(signal ? { signal } : {}),
  });
}

/** Writes the scenes whose card, people or story have changed; a person's scenes stay. */
async function writeScenes(project: StoryProject, options: WriteStoryOptions): Promise<StoryProject> {
  const { premise } = project;
  const logline = need(project, 'logline');
  const characters = need(project, 'characters');
  const cards = need(project, 'cards');
  const writer = writerOf('scenes', options);
  checkCards(
    cards,
    characters.map(({ name }) => name),
  );
  if (writer === 'grammar') checkPages(project, options);
  const known = new Map((project.steps.scenes?.value ?? []).map((scene) => [scene.id, scene]));
  const progress = createProgress('scenes', {
    total: cards.length,
    unit: 'scenes',
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
  const scenes: WrittenScene[] = [];
  let current = project;
  for (const [index, card] of cards.entries()) {
    options.signal?.throwIfAborted();
    const before = cards.slice(0, index).map(({ kind, place, cast }) => ({ kind, place, cast }));
    const from = hashOf([premise.seed, logline, characters, card, before]);
    const old = known.get(card.id);
    const edited = old !== undefined && (old.by.method === 'person' || hashOf(old.fountain) !== old.made);
    if (old && (old.from === from || (edited && options.overwriteEdits !== true))) scenes.push(old);
    else {
      const { fountain, by, repairs } = await writeScene(project, card, index, writer, options);
      scenes.push({ id: card.id, fountain, by, from, made: hashOf(fountain), repairs });
      current = record(project, 'scenes', [...scenes], makerOf(writer, premise.seed));
      if (index < cards.length - 1) await options.onStep?.(current);
    }
    progress();
  }
  return record(project, 'scenes', scenes, makerOf(writer, premise.seed));
}

async function writeScene(
  project: StoryProject,
  card: SceneCard,
  index: number,
  writer: StepWriter,
  options: WriteStoryOptions,
): Promise<Pick<WrittenScene, 'fountain' | 'by' | 'repairs'>> {
  const { seed } = project.premise;
  const logline = need(project, 'logline');
  const characters = need(project, 'characters');
  const grammar: StepMaker = { method: 'grammar', seed };
  const byGrammar = (by: StepMaker): Pick<WrittenScene, 'fountain' | 'by' | 'repairs'> => ({
    fountain: formatScene(card, writeGrammarScene({ logline, characters, cards: need(project, 'cards'), index, seed })),
    by,
    repairs: [],
  });
  if (writer === 'grammar') return byGrammar(grammar);
  const answer = await askForScene(writer, project, logline, characters, card, seed + index, options.signal);
  if ('value' in answer) return { ...answer.value, by: makerOf(writer, seed + index) };
  return byGrammar(stepIn(`scene ${card.id}`, writer, answer, grammar, options));
}

function checkCards(cards: readonly SceneCard[], names: readonly string[]): void {
  for (const { id, cast } of cards) {
    const stranger = cast.find((name) => !names.includes(name));
    if (stranger !== undefined)
      throw new NlpScriptError('BAD_PROJECT', `card ${id}: ${stranger} is no character of the story (${names.join(', ')})`, {
        remedy: 'Add the character, or take the name out of the card.',
      });
  }
}

/** The grammar has only so many things to say; it says how many before it repeats itself. */
function checkPages(project: StoryProject, options: WriteStoryOptions): void {
  const { pages, seed } = project.premise;
  if (project.steps.beats?.by.method !== 'grammar' || project.steps.cards?.by.method !== 'grammar') return;
  const most = longestPages(need(project, 'logline'), need(project, 'characters'), seed);
  if (pages > most * 1.1 && options.writers !== undefined && options.writers !== 'grammar') return;
  if (pages > most * 1.1)
    throw new RangeError(
      `writeStory: the built-in grammar fills at most ${most.toFixed(1)} pages with these characters, asked for ${pages}; ask for fewer, take a larger cast, or give a model for the scenes`,
    );
}

function writerOf(step: StoryStep, { writers = 'grammar' }: WriteStoryOptions): StepWriter {
  if (writers === 'grammar' || 'generate' in writers) return writers;
  return writers[step] ?? 'grammar';
}

function makerOf(writer: StepWriter, seed: number): StepMaker {
  return writer === 'grammar' ? { method: 'grammar', seed } : { method: 'model', model: writer.id, seed };
}

function stepIn(
  step: string,
  model: TextGenerator,
  { problem, written }: Unusable,
  maker: StepMaker,
  options: WriteStoryOptions,
): StepMaker {
  if (options.fallback === 'error')
    throw new NlpScriptError(
      'UNUSABLE_TEXT',
      `${step}: three answers of ${model.id} were of no use, the last because ${problem}: ${written.slice(0, 120)}`,
      {
        remedy: "Take a larger model, or leave fallback at 'grammar'.",
      },
    );
  return { ...maker, instead: `${model.id}: ${problem}` };
}

function need<Step extends StoryStep>(project: StoryProject, step: Step): StepValues[Step] {
  const done = project.steps[step];
  if (!done)
    throw new NlpScriptError('STEP_MISSING', `${step}: this step has not been done`, {
      remedy: `Do it, or give it by editStep.`,
    });
  return done.value;
}

function record<Step extends StoryStep>(project: StoryProject, step: Step, value: StepValues[Step], by: StepMaker): StoryProject {
  const done: StepRecord<Step> = { value, by, from: fromOf(project, step), made: hashOf(value) };
  return { ...project, steps: { ...project.steps, [step]: done } };
}

function fromOf(project: StoryProject, step: StoryStep): string {
  return hashOf([project.premise, ...RESTS_ON[step].map((other) => project.steps[other]?.value)]);
}

function hashOf(value: unknown): string {
  return stableHash(JSON.stringify(value) ?? '');
}
