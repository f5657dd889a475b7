/**
 * @file The one interface behind which every model that writes stands: our own networks, transformers, llama.cpp, an endpoint over HTTP.
 * Whoever needs text takes a `TextGenerator`; nobody needs to know which.
 */
import { NlpScriptError } from '../screenplay/error.js';
import type { NlpScriptErrorCode } from '../screenplay/error.js';

/** How much a model has read and written, in its own tokens. */
export interface TextUsage {
  /** Tokens of the prompt. */
  promptTokens: number;
  /** Tokens that were written. */
  writtenTokens: number;
}

/** Why a text ended: the model ended it, a stop text came, or `maxTokens` were reached. */
export type TextFinish = 'end' | 'stop' | 'length';

/** A piece of a text that is being written. Pieces in order, joined without anything between, are the text. */
export interface TextPiece {
  /** May be empty, in the last piece above all. */
  text: string;
  /** Only in the last piece; absent where the model doesn't tell. */
  usage?: TextUsage;
  /** Only in the last piece. */
  finish?: TextFinish;
}

/** How a text is written. Every model takes what it can; one that can't keep a seed says so in {@link TextGenerator.seeded}. */
export interface TextOptions {
  /** Most tokens to write, at least 1. Default 256. */
  maxTokens?: number;
  /** 0 takes the likeliest token each time; 1 draws as the model says; above, wilder. 0…2, default 0.8. */
  temperature?: number;
  /** Draw among this many likeliest tokens alone; 0 means all. Default 0. */
  topK?: number;
  /** Draw among the likeliest tokens that together have this probability, above 0 up to 1. Default 1. */
  topP?: number;
  /** Logits of tokens that have occurred are divided (where positive) or multiplied by this (Keskar et al. 2019), 1…2. Default 1: nothing. */
  repetitionPenalty?: number;
  /** Same seed, same model, same machine: same text. Default 0. */
  seed?: number;
  /** The text ends before the first of these; none of them is part of it. */
  stop?: readonly string[];
  /** Cancels. */
  signal?: AbortSignal;
}

/** Something that continues a text. */
export interface TextGenerator {
  /** Which model, as results name it: `'transformers:Xenova/distilgpt2'`. */
  id: string;
  /** Whether `seed` decides the text. Absent means yes. */
  seeded?: boolean;
  /**
   * Continues a prompt.
   *
   * @throws (while it is read) {@link WritingError} with what was written so far; the signal's reason; RangeError and TypeError for wrong
   *   arguments.
   */
  generate(prompt: string, options?: TextOptions): AsyncIterable<TextPiece>;
}

/** A text that was collected whole. */
export interface WrittenText {
  text: string;
  /** Zeros where the model doesn't tell. */
  usage: TextUsage;
  finish: TextFinish;
}

/** A model failed while it wrote. What it had written is kept. */
export class WritingError extends NlpScriptError {
  /** What was written before it failed; empty where nothing was. */
  readonly written: string;

  constructor(code: NlpScriptErrorCode, message: string, options: { written?: string; remedy?: string; cause?: unknown } = {}) {
    super(code, message, options);
    this.written = options.written ?? '';
  }
}

/** Options with every default filled in. */
export type CompleteTextOptions = Required<Omit<TextOptions, 'signal'>> & Pick<TextOptions, 'signal'>;

/**
 * Has a text written and waits for the whole of it.
 *
 * @param generator - Any model.
 * @param prompt - What it continues.
 * @param options - As the model takes them.
 * @returns The text without the prompt.
 * @throws What the model throws.
 * @example
 * ```ts
 * import { collectText } from '@filmai/nlp-script/generation';
 * import type { TextGenerator } from '@filmai/nlp-script/generation';
 *
 * const parrot: TextGenerator = {
 *   id: 'parrot',
 *   async *generate(prompt) {
 *     yield { text: prompt };
 *     yield { text: '!', finish: 'end' };
 *   },
 * };
 * console.log((await collectText(parrot, 'Ahoy')).text); // Ahoy!
 * ```
 */
export async function collectText(generator: TextGenerator, prompt: string, options?: TextOptions): Promise<WrittenText> {
  let text = '';
  let last: TextPiece = { text: '' };
  for await (const piece of generator.generate(prompt, options)) {
    text += piece.text;
    last = piece;
  }
  return { text, usage: last.usage ?? { promptTokens: 0, writtenTokens: 0 }, finish: last.finish ?? 'end' };
}

/**
 * Checks a prompt and its options and fills in the defaults; every generator begins with it.
 *
 * @param prompt - Must be text; may be empty.
 * @param options - As given by the user.
 * @throws TypeError, RangeError with the option's name, what was expected and what came; the signal's reason where it is cancelled already.
 */
export function completeTextOptions(prompt: string, options: TextOptions = {}): CompleteTextOptions {
  if (typeof prompt !== 'string') throw new TypeError(`generate: expected the prompt as text, got ${typeof prompt}`);
  const { maxTokens = 256, temperature = 0.8, topK = 0, topP = 1, repetitionPenalty = 1, seed = 0, stop = [], signal } = options;
  expectRange('maxTokens', maxTokens, Number.isInteger(maxTokens) && maxTokens >= 1, 'a whole number of at least 1');
  expectRange('temperature', temperature, temperature >= 0 && temperature <= 2, 'a number from 0 to 2');
  expectRange('topK', topK, Number.isInteger(topK) && topK >= 0, 'a whole number of at least 0');
  expectRange('topP', topP, topP > 0 && topP <= 1, 'a number above 0 up to 1');
  expectRange('repetitionPenalty', repetitionPenalty, repetitionPenalty >= 1 && repetitionPenalty <= 2, 'a number from 1 to 2');
  expectRange('seed', seed, Number.isSafeInteger(seed), 'a whole number');
  if (!Array.isArray(stop) || stop.some((text) => typeof text !== 'string' || text === ''))
    throw new TypeError('generate: stop must be a list of texts that are not empty');
  signal?.throwIfAborted();
  return { maxTokens, temperature, topK, topP, repetitionPenalty, seed, stop, ...(signal ? { signal } : {}) };
}

function expectRange(name: string, value: number, holds: boolean, expected: string): void {
  if (!holds) throw new RangeError(`generate: ${name} must be ${expected}, got ${String(value)}`);
}
