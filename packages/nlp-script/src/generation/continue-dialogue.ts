/** @file Lets a character of a script go on talking in their own voice: by a model that is shown their lines, or by n-grams of these lines. */
import { createRandom } from '@filmai/core-tensor/random';
import { splitSentences } from '../breakdown/tokens.js';
import { collectSpeeches, splitScenes } from '../breakdown/scenes.js';
import { canonicalName } from '../breakdown/names.js';
import { measureNovelty } from '../originality/index.js';
import { NlpScriptError } from '../screenplay/error.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { collectText } from './text-generator.js';
import type { TextGenerator } from './text-generator.js';
import { createVoiceModel, joinWords, wordsOf } from './voice-model.js';

/** Options of {@link continueDialogue}. */
export interface ContinueDialogueOptions {
  /** A model, or the built-in n-grams. Default `'ngram'`. */
  writer?: TextGenerator | 'ngram';
  /** How many lines, 1…50. Default 3. */
  lines?: number;
  /** What was just said, told to a model. Default: the last speeches of the script. */
  context?: string;
  /** Default 0. */
  seed?: number;
  signal?: AbortSignal;
}

/** A line in a character's voice. */
export interface VoicedLine {
  text: string;
  /** How likely the line is to the character's own n-grams, per word: lower is nearer to the voice. */
  perplexity: number;
  /** Share of the line's word triples that the character hasn't said. 0: it is one of the character's own lines. */
  novelty: number;
}

/** A continuation. */
export interface ContinuedDialogue {
  character: string;
  method: 'ngram' | 'model';
  model?: string;
  seed: number;
  /** Sentences of the character that it rests on. */
  learntFrom: number;
  lines: VoicedLine[];
}

/** Fewer sentences than this are no voice. */
const FEWEST = 8;
/** Drawn for each line; the one that is new and nearest to the voice is kept. */
const DRAWS = 24;

/**
 * Continues a character's dialogue.
 *
 * @param screenplay - The character must say at least 8 sentences in it.
 * @param character - Name of the cue, in any case.
 * @param options - See {@link ContinueDialogueOptions}.
 * @returns Lines, each with its perplexity by the character's n-grams and its novelty. `'ngram'` recombines the character's own words, and
 *   knows nothing of what they mean.
 * @throws RangeError where the character says too little or an option is out of range; NlpScriptError `UNUSABLE_TEXT` where a model writes
 *   nothing usable; what the model throws.
 * @example
 * ```ts
 * import { continueDialogue } from '@filmai/nlp-script/generation';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const said = ['The sea knows.', 'The sea waits.', 'I know the sea.', 'I wait here.', 'Who knows?', 'I was here.', 'Nobody waits.', 'Nobody knows the sea.'];
 * const { screenplay } = parseFountain(`INT. HUT - DAY\n\nMARA\n${said.join(' ')}\n`);
 * const { method, lines } = await continueDialogue(screenplay, 'Mara', { lines: 2, seed: 1 });
 * console.log(method, lines.length); // ngram 2
 * ```
 */
export async function continueDialogue(
  screenplay: Screenplay,
  character: string,
  options: ContinueDialogueOptions = {},
): Promise<ContinuedDialogue> {
  const { writer = 'ngram', lines = 3, seed = 0, signal } = options;
  if (!(Number.isInteger(lines) && lines >= 1 && lines <= 50))
    throw new RangeError(`continueDialogue: lines must be a whole number from 1 to 50, got ${String(lines)}`);
  signal?.throwIfAborted();
  const speeches = collectSpeeches(screenplay, splitScenes(screenplay));
  const name = canonicalName(character.toUpperCase());
  const own = speeches.filter((speech) => speech.character.toUpperCase() === name).map(({ text }) => text);
  const voice = createVoiceModel(own);
  if (voice.sentences < FEWEST)
    throw new RangeError(
      `continueDialogue: ${character} says ${voice.sentences} sentences, at least ${FEWEST} are needed; who speaks: ${[...new Set(speeches.map((speech) => speech.character))].join(', ')}`,
    );
  const measure = (text: string): VoicedLine => ({
    text,
    perplexity: voice.perplexity(splitSentences(text).flatMap((sentence) => wordsOf(sentence.text))),
    novelty: measureNovelty(text, own, { words: 3 }).value,
  });
  const base = { character: name, seed, learntFrom: voice.sentences };
  if (writer === 'ngram') {
    const out: VoicedLine[] = [];
    for (let i = 0; i < lines; i++) {
      const random = createRandom(`${seed}/${i}`);
      const drawn = Array.from({ length: DRAWS }, () => voice.draw(random))
        .filter((words) => words.length >= 2)
        .map((words) => measure(joinWords(words)))
        .filter(({ text }) => out.every((line) => line.text !== text));
      const fresh = drawn.filter(({ novelty }) => novelty > 0);
      const best = (fresh.length > 0 ? fresh : drawn).sort((a, b) => a.perplexity - b.perplexity)[0];
      if (best) out.push(best);
    }
    return { ...base, method: 'ngram', lines: out };
  }
  const context =
    options.context ??
    speeches
      .slice(-4)
      .map((speech) => `${speech.character}: ${speech.text}`)
      .join('\n');
  const prompt = `Lines that ${name} says in a film:\n${sampleOf(own)
    .map((line) => `- ${line}`)
    .join(
      '\n',
    )}\n\nWhat was just said:\n${context}\n\nWrite ${lines} more ${lines === 1 ? 'line' : 'lines'} for ${name}, one a line, in the same voice, without the name.\n-`;
  const { text } = await collectText(writer, prompt, {
    maxTokens: 60 * lines,
    seed,
    temperature: 0.9,
    repetitionPenalty: 1.1,
    ...(signal ? { signal } : {}),
  });
  const written = text
    .split('\n')
    .map((line) => readLine(line, name))
    .filter((line) => /\p{L}/u.test(line))
    .slice(0, lines);
  if (written.length === 0)
    throw new NlpScriptError('UNUSABLE_TEXT', `${writer.id}: wrote no line for ${name}: ${text.slice(0, 120)}`, {
      remedy: "Take a larger model, or leave writer at 'ngram'.",
    });
  return { ...base, method: 'model', model: writer.id, lines: written.map(measure) };
}

/** A line without list marks, name and quotation marks. */
function readLine(line: string, name: string): string {
  const bare = line.replace(/^\s*(?:[-*•]|\d+[.)])\s*/, '').trim();
  const speech = bare.toUpperCase().startsWith(`${name}:`) ? bare.slice(name.length + 1).trim() : bare;
  return speech.replace(/^["“”]+|["“”]+$/g, '').trim();
}

/** At most forty lines, the last ones and an even choice of those before. */
function sampleOf(lines: readonly string[]): string[] {
  if (lines.length <= 40) return [...lines];
  const early = lines.slice(0, -20);
  return [...Array.from({ length: 20 }, (_, i) => early[Math.floor((i * early.length) / 20)]), ...lines.slice(-20)];
}
