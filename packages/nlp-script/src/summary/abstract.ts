/**
 * @file Abstractive summaries: a model that the user brings writes them, scene by scene and then over the scenes, so that a script of any
 * length fits. What it writes is its own words; each part names the scenes that it was written from.
 */
import { createProgress } from '@filmai/core-tensor/progress';
import type { OnProgress } from '@filmai/core-tensor/progress';
import type { Breakdown } from '../breakdown/breakdown.js';
import { breakDown } from '../breakdown/breakdown.js';
import type { TextGenerator } from '../generation/text-generator.js';
import { collectText } from '../generation/text-generator.js';
import { NlpScriptError } from '../screenplay/error.js';
import type { Screenplay, Span } from '../screenplay/screenplay.js';

/** A model of the task "summarization", as `openPipeline('summarization', …)` opens it. */
export interface SummaryPipeline {
  /** As results name it. */
  id: string;
  /** Gives `[{ summary_text }]`, as both transformers packages do. */
  run(input: unknown, options?: Record<string, unknown>): Promise<unknown>;
}

/** Options of {@link writeSummary}. */
export interface WriteSummaryOptions {
  /** A summarization pipeline, or a generator that follows instructions. */
  writer: SummaryPipeline | TextGenerator;
  /** Each scene alone, or the scenes' summaries put together into one, too. Default `'script'`. */
  level?: 'scene' | 'script';
  /** About how many words each summary may have, 10 to 1,000. Default 60. */
  words?: number;
  /** Most characters of script that the model is given at once, 200 to 1,000,000. Longer scenes go in pieces. Default 3,000. */
  inputCharacters?: number;
  /** The breakdown of the same script, where it is at hand. */
  breakdown?: Breakdown;
  /** Cancels between and during calls of the model. */
  signal?: AbortSignal;
  /** Scenes that are done. */
  onProgress?: OnProgress;
}

/** One text that the model wrote. */
export interface WrittenPart {
  text: string;
  /** Indices of the scenes it was written from. */
  scenes: number[];
  span: Span;
}

/** A summary in a model's words. */
export interface WrittenSummary {
  method: 'transformers' | 'generator';
  /** The writer's id. */
  model: string;
  scenes: WrittenPart[];
  /** The whole, at level `'script'`. */
  script?: WrittenPart;
}

/**
 * Has a model sum up a script.
 *
 * @param screenplay - The script.
 * @param options - See {@link WriteSummaryOptions}. The model isn't checked for truth: compare with `summarizeScript`, which can't invent.
 * @returns A summary of each scene, and of the whole.
 * @throws RangeError, TypeError on wrong options; `NlpScriptError` `UNUSABLE_TEXT` where the model writes nothing; what the model throws; the
 * signal's reason.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { writeSummary } from '@filmai/nlp-script/summary';
 *
 * const { screenplay } = parseFountain('INT. CABIN - NIGHT\n\nANNA, 30, hides a key.\n');
 * // With a model: const writer = await openPipeline('summarization', { model: 'Xenova/distilbart-cnn-6-6' });
 * const writer = { id: 'by-hand', run: async () => [{ summary_text: 'A key is hidden.' }] };
 * (await writeSummary(screenplay, { writer })).script?.text; // 'A key is hidden.'
 * ```
 */
export async function writeSummary(screenplay: Screenplay, options: WriteSummaryOptions): Promise<WrittenSummary> {
  const { writer, level = 'script', words = 60, inputCharacters = 3000, signal } = options;
  if (typeof writer !== 'object' || writer === null || !('run' in writer || 'generate' in writer))
    throw new TypeError('writeSummary: writer must be a summarization pipeline or a TextGenerator.');
  if (level !== 'scene' && level !== 'script')
    throw new RangeError(`level is ${JSON.stringify(level)}; expected 'scene' or 'script'.`);
  if (!(Number.isInteger(words) && words >= 10 && words <= 1000))
    throw new RangeError(`words is ${words}; expected a whole number from 10 to 1000.`);
  if (!(Number.isInteger(inputCharacters) && inputCharacters >= 200 && inputCharacters <= 1e6))
    throw new RangeError(`inputCharacters is ${inputCharacters}; expected a whole number from 200 to 1000000.`);
  const breakdown = options.breakdown ?? breakDown(screenplay);
  const condense = async (text: string): Promise<string> => condensePieces(writer, text, words, inputCharacters, signal);
  const report = createProgress('summaries', {
    total: breakdown.scenes.length,
    unit: 'scenes',
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
  const scenes: WrittenPart[] = [];
  for (const scene of breakdown.scenes) {
    signal?.throwIfAborted();
    const text = textOfScene(screenplay, scene.elements.from, scene.elements.to);
    scenes.push({ text: await condense(text), scenes: [scene.index], span: scene.span });
    report();
  }
  const base = { method: 'run' in writer ? ('transformers' as const) : ('generator' as const), model: writer.id, scenes };
  if (level === 'scene' || scenes.length === 0) return base;
  const whole = await condense(scenes.map(({ text }) => text).join('\n'));
  const span = { start: scenes[0].span.start, end: scenes.at(-1)!.span.end };
  return { ...base, script: { text: whole, scenes: scenes.flatMap((part) => part.scenes), span } };
}

/** A text of any length: in pieces that fit, then their summaries together, until one piece is left. */
async function condensePieces(
  writer: SummaryPipeline | TextGenerator,
  text: string,
  words: number,
  inputCharacters: number,
  signal: AbortSignal | undefined,
): Promise<string> {
  let pieces = splitAtLines(text, inputCharacters);
  for (;;) {
    const written: string[] = [];
    for (const piece of pieces) {
      signal?.throwIfAborted();
      written.push(await condensePiece(writer, piece, words, signal));
    }
    const joined = written.join('\n');
    const next = splitAtLines(joined, inputCharacters);
    // A model that doesn't make texts shorter would go on for ever.
    if (written.length === 1 || next.length >= pieces.length) return joined;
    pieces = next;
  }
}

async function condensePiece(
  writer: SummaryPipeline | TextGenerator,
  piece: string,
  words: number,
  signal: AbortSignal | undefined,
): Promise<string> {
  // Four tokens hold about three English words.
  const maxTokens = Math.ceil((words * 4) / 3);
  let text: string;
  if ('run' in writer) {
    const reply = await writer.run(piece, { max_new_tokens: maxTokens, ...(signal ? { signal } : {}) });
    const first: unknown = Array.isArray(reply) ? reply[0] : reply;
    const { summary_text: summary, generated_text: generated } = (first ?? {}) as Record<string, unknown>;
    text = [summary, generated].find((value) => typeof value === 'string') ?? '';
  } else {
    const prompt = `Screenplay:\n\n${piece}\n\nSummary of what happens, in at most ${words} words:\n`;
    text = (await collectText(writer, prompt, { maxTokens, temperature: 0, stop: ['\n\n'], ...(signal ? { signal } : {}) })).text;
  }
  if (text.trim() !== '') return text.trim().replace(/\s+/g, ' ');
  throw new NlpScriptError(
    'UNUSABLE_TEXT',
    `${writer.id}: wrote no summary of a text of ${piece.length} characters; expected some words.`,
    {
      remedy: 'Try a model that was trained to sum up, or use summarizeScript, which needs none.',
    },
  );
}

function textOfScene(screenplay: Screenplay, from: number, to: number): string {
  return screenplay.elements
    .slice(from, to)
    .filter(({ type }) => /^(?:scene-heading|action|character|dialogue|lyrics)$/.test(type))
    .map((element) => (element.type === 'character' ? `${element.text}:` : element.text))
    .join('\n');
}

function splitAtLines(text: string, most: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const line of text.split('\n').flatMap((whole) => whole.match(new RegExp(`.{1,${most}}`, 'gsu')) ?? [])) {
    if (piece !== '' && piece.length + line.length + 1 > most) {
      pieces.push(piece);
      piece = '';
    }
    piece += piece === '' ? line : `\n${line}`;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}
