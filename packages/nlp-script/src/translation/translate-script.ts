/**
 * @file Translates what is said and told in a script and leaves its structure as it is: elements, cues, headings, numbers, emphasis, terms
 * of a glossary. In batches, resumable by a memory, with a report for dubbing.
 */
import { createProgress } from '@filmai/core-tensor/progress';
import type { OnProgress } from '@filmai/core-tensor/progress';
import { NlpScriptError } from '../screenplay/error.js';
import type { Screenplay, ScriptElement, ScriptElementType, StyledText } from '../screenplay/screenplay.js';
import { measureSpoken } from './dubbing.js';
import type { SpokenLength } from './dubbing.js';
import { joinPieces, markLine, piecesOf, restoreLine } from './kept-terms.js';
import type { MarkedLine } from './kept-terms.js';
import { checkLanguages, openTransformersTranslator } from './translator.js';
import type { Translator } from './translator.js';

/** Lines that have been translated: give it again to go on where a translation ended. Plain JSON. */
export interface TranslationMemory {
  from: string;
  to: string;
  translator: string;
  /** From the line with its marks to what came back. */
  lines: Record<string, string>;
}

/** Options of {@link translateScript}. */
export interface TranslateOptions {
  /** Language of the script: `'en'`. */
  from: string;
  /** Language wanted: `'fr'`. */
  to: string;
  /** Default: the transformers model `Xenova/opus-mt-{from}-{to}`. */
  translator?: Translator;
  /** From a term to what stands for it; the same term keeps it. Whole words, as written or in lower case. */
  glossary?: Readonly<Record<string, string>>;
  /** What is translated. Default dialogue, lyrics, parentheticals and action. */
  parts?: readonly Exclude<ScriptElementType, 'character' | 'scene-heading' | 'page-break' | 'note' | 'boneyard'>[];
  /** Lines sent together, 1…256. Default 16. */
  batch?: number;
  /** Lines that are known; new ones are added to it as they come, so that it is whole after an error too. */
  memory?: TranslationMemory;
  /** How much longer than the original a line may take to be spoken before it is marked, at least 0. Default 0.1: a tenth. */
  tolerance?: number;
  signal?: AbortSignal;
  onProgress?: OnProgress;
}

/** A line of dialogue and what became of it. */
export interface TranslatedLine {
  /** Index into the screenplay's elements. */
  element: number;
  /** Name of the cue. */
  character: string;
  original: SpokenLength & { text: string };
  translated: SpokenLength & { text: string };
  /** Seconds of the translation over those of the original. */
  ratio: number;
  /** Characters of the translation per second of the original: what a subtitle asks of its reader. */
  charactersPerSecond: number;
  /** Whether it takes more than the tolerance longer. */
  tooLong: boolean;
}

/** A translated script. */
export interface TranslatedScript {
  screenplay: Screenplay;
  /** Who translated. */
  method: string;
  from: string;
  to: string;
  /** Dialogue, for dubbing and subtitles. */
  lines: TranslatedLine[];
  /** What a person should look at: lines that had to be translated in pieces, or came back empty. */
  remarks: { element: number; message: string }[];
  memory: TranslationMemory;
}

/**
 * Translates a script.
 *
 * @param screenplay - Not changed.
 * @param options - See {@link TranslateOptions}.
 * @returns A script of the same elements in the same order. With a translator that changes nothing it is equal to the original.
 * @throws NlpScriptError `TRANSLATION_FAILED` where the translator fails or answers with something else than texts; `memory` then holds what
 *   was done. MissingPeerError naming what to install, `HUB_OFFLINE` … where no translator is given and none can be opened; RangeError,
 *   TypeError for wrong options; the signal's reason.
 * @example
 * ```ts
 * import { formatFountain, parseFountain } from '@filmai/nlp-script/fountain';
 * import { translateScript } from '@filmai/nlp-script/translation';
 *
 * const translator = { id: 'shout', translate: async (texts: readonly string[]) => texts.map((text) => text.toUpperCase()) };
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nMARA\nWait for Tomas, 5 minutes.\n');
 * const translated = await translateScript(screenplay, { from: 'en', to: 'de', translator, glossary: { Tomas: 'Tomas' } });
 * console.log(formatFountain(translated.screenplay).includes('WAIT FOR Tomas, 5 MINUTES.')); // true
 * ```
 */
export async function translateScript(screenplay: Screenplay, options: TranslateOptions): Promise<TranslatedScript> {
  const { from, to, glossary = {}, batch = 16, tolerance = 0.1, signal, onProgress } = options;
  const { parts = ['dialogue', 'lyrics', 'parenthetical', 'action'] } = options;
  checkOptions(screenplay, from, to, batch, tolerance);
  signal?.throwIfAborted();
  const translator = options.translator ?? (await openTransformersTranslator({ from, to, ...(signal ? { signal } : {}) }));
  const memory = options.memory ?? { from, to, translator: translator.id, lines: {} };
  if (memory.from !== from || memory.to !== to || memory.translator !== translator.id)
    throw new RangeError(
      `translateScript: the memory is of ${memory.translator} from ${memory.from} to ${memory.to}, not of ${translator.id} from ${from} to ${to}`,
    );
  const terms = termsOf(screenplay, glossary);
  const wanted = new Set<string>(parts);
  const units = screenplay.elements.flatMap((element, index) => (wanted.has(element.type) ? unitsOf(element, index, terms) : []));
  await translateAll(
    units.map(({ line }) => line.text),
    { translator, memory, from, to, batch, signal, onProgress },
  );
  // Where marks were lost the line goes again, in pieces between them.
  const broken = units.filter((unit) => restoreUnit(unit, memory) === undefined);
  await translateAll(
    broken.flatMap(({ line }) => piecesOf(line)),
    { translator, memory, from, to, batch, signal },
  );
  const remarks: TranslatedScript['remarks'] = [];
  const done = new Map<number, StyledText[][]>();
  for (const unit of units) {
    let runs = restoreUnit(unit, memory);
    if (runs === undefined) {
      const pieces = joinPieces(piecesOf(unit.line).map((piece) => translationOf(piece, memory)));
      runs = restoreLine(pieces, unit.line, unit.first) ?? [{ ...unit.first, text: unit.plain }];
      remarks.push({ element: unit.element, message: 'was translated in pieces: the translator lost a kept term' });
    }
    if (textOf(runs).trim() === '' && unit.plain.trim() !== '') {
      runs = unit.runs;
      remarks.push({ element: unit.element, message: 'came back empty and was left as it was' });
    }
    done.set(unit.element, [...(done.get(unit.element) ?? []), runs]);
  }
  const elements = screenplay.elements.map((element, index) => {
    const lines = done.get(index);
    return lines ? withText(element, lines) : element;
  });
  return {
    screenplay: { ...screenplay, elements },
    method: translator.id,
    from,
    to,
    lines: reportLines(screenplay.elements, elements, from, to, tolerance),
    remarks,
    memory,
  };
}

/** One line of an element. */
interface Unit {
  element: number;
  line: MarkedLine;
  runs: StyledText[];
  first: Omit<StyledText, 'text'>;
  plain: string;
}

/** Parentheses of a parenthetical stay outside. */
function unitsOf(element: ScriptElement, index: number, terms: ReadonlyMap<string, string>): Unit[] {
  const whole = element.styled && textOf(element.styled) === element.text ? element.styled : [{ text: element.text }];
  return splitLines(whole).map((runs) => {
    const [{ text: _, ...first }] = runs;
    return { element: index, line: markLine(runs, terms), runs, first, plain: textOf(runs) };
  });
}

/** Runs, line by line. */
function splitLines(runs: readonly StyledText[]): StyledText[][] {
  const lines: StyledText[][] = [[]];
  for (const run of runs) {
    for (const [i, text] of run.text.split('\n').entries()) {
      if (i > 0) lines.push([]);
      lines[lines.length - 1].push({ ...run, text });
    }
  }
  return lines;
}

function restoreUnit({ line, first }: Unit, memory: TranslationMemory): StyledText[] | undefined {
  return restoreLine(translationOf(line.text, memory), line, first);
}

/** White space around a text is not the translator's business. */
function translationOf(text: string, { lines }: TranslationMemory): string {
  const core = coreOf(text);
  return text.replace(core, () => lines[core] ?? core);
}

/** Without white space and the brackets of a parenthetical; empty where there is nothing to translate. */
function coreOf(text: string): string {
  const trimmed = text.trim();
  const inner = /^\(([\s\S]*)\)$/.exec(trimmed)?.[1].trim() ?? trimmed;
  return /\p{L}/u.test(inner) ? inner : '';
}

async function translateAll(
  texts: readonly string[],
  work: {
    translator: Translator;
    memory: TranslationMemory;
    from: string;
    to: string;
    batch: number;
    signal: AbortSignal | undefined;
    onProgress?: OnProgress | undefined;
  },
): Promise<void> {
  const { translator, memory, from, to, batch, signal, onProgress } = work;
  const left = [...new Set(texts.map(coreOf))].filter((text) => text !== '' && !Object.hasOwn(memory.lines, text));
  const progress = createProgress('translation', { total: left.length, unit: 'lines', ...(onProgress ? { onProgress } : {}) });
  for (let at = 0; at < left.length; at += batch) {
    signal?.throwIfAborted();
    const sent = left.slice(at, at + batch);
    const fail = (what: string, cause?: unknown): NlpScriptError =>
      new NlpScriptError('TRANSLATION_FAILED', `${translator.id}: ${what}, after ${at} of ${left.length} lines`, {
        remedy: 'Give the same memory again to go on from here.',
        ...(cause === undefined ? {} : { cause }),
      });
    let came: readonly string[];
    try {
      came = await translator.translate(sent, { from, to, ...(signal ? { signal } : {}) });
    } catch (error) {
      signal?.throwIfAborted();
      throw fail(error instanceof Error ? error.message : String(error), error);
    }
    signal?.throwIfAborted();
    const list: unknown = came;
    if (!Array.isArray(list) || list.length !== sent.length || list.some((text) => typeof text !== 'string'))
      throw fail(
        `answered ${sent.length} lines with ${Array.isArray(list) ? `${list.length} values that aren't all texts` : typeof list}`,
      );
    for (const [i, text] of sent.entries()) memory.lines[text] = came[i].replace(/\s*\n\s*/g, ' ').trim();
    progress(sent.length);
  }
}

/** The glossary's terms, and the names of the cues as they stand in the text: a name is the same in every language. */
function termsOf({ elements }: Screenplay, glossary: Readonly<Record<string, string>>): Map<string, string> {
  const terms = new Map<string, string>();
  for (const element of elements) {
    if (element.type !== 'character') continue;
    for (const word of [element.name, ...element.name.split(/\s+/)]) {
      if (word.length < 3 || !/^\p{L}[\p{L}'’-]*$/u.test(word)) continue;
      const name = word.slice(0, 1) + word.slice(1).toLowerCase();
      terms.set(name, name);
      terms.set(word, word);
    }
  }
  for (const [term, kept] of Object.entries(glossary)) {
    if (term.trim() === '' || typeof kept !== 'string')
      throw new TypeError(`translateScript: the glossary has no text for '${term}'`);
    terms.set(term, kept);
  }
  return terms;
}

function withText(element: ScriptElement, lines: readonly StyledText[][]): ScriptElement {
  const runs = lines.flatMap((line, i) => (i === 0 ? line : [{ text: '\n' }, ...line]));
  const text = textOf(runs);
  if (text === element.text) return element;
  const { styled, ...rest } = element;
  return styled ? { ...rest, text, styled: mergeRuns(runs) } : { ...rest, text };
}

/** Neighbours of one style become one; a line break takes the style in front of it. */
function mergeRuns(runs: readonly StyledText[]): StyledText[] {
  const out: StyledText[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (run.text === '') continue;
    if (last && (run.text === '\n' || sameStyle(last, run))) last.text += run.text;
    else out.push({ ...run });
  }
  return out;
}

function sameStyle(a: StyledText, b: StyledText): boolean {
  return (['bold', 'italic', 'underline', 'strikeout'] as const).every((style) => Boolean(a[style]) === Boolean(b[style]));
}

function reportLines(
  before: readonly ScriptElement[],
  after: readonly ScriptElement[],
  from: string,
  to: string,
  tolerance: number,
): TranslatedLine[] {
  let character = '';
  return before.flatMap((element, i): TranslatedLine[] => {
    if (element.type === 'character') character = element.name;
    if (element.type !== 'dialogue' && element.type !== 'lyrics') return [];
    const original = measureSpoken(element.text, from);
    const translated = measureSpoken(after[i].text, to);
    const ratio = original.seconds > 0 ? translated.seconds / original.seconds : 1;
    return [
      {
        element: i,
        character,
        original: { text: element.text, ...original },
        translated: { text: after[i].text, ...translated },
        ratio,
        charactersPerSecond: original.seconds > 0 ? translated.characters / original.seconds : 0,
        tooLong: ratio > 1 + tolerance,
      },
    ];
  });
}

function textOf(runs: readonly StyledText[]): string {
  return runs.map(({ text }) => text).join('');
}

function checkOptions(screenplay: Screenplay, from: string, to: string, batch: number, tolerance: number): void {
  if (typeof screenplay !== 'object' || screenplay === null || !Array.isArray(screenplay.elements))
    throw new TypeError('translateScript: expected a screenplay with a list of elements');
  checkLanguages(from, to);
  if (!(Number.isInteger(batch) && batch >= 1 && batch <= 256))
    throw new RangeError(`translateScript: batch must be a whole number from 1 to 256, got ${String(batch)}`);
  if (!(tolerance >= 0)) throw new RangeError(`translateScript: tolerance must be at least 0, got ${String(tolerance)}`);
}
