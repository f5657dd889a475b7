/** @file The report on a script's originality: what it shares with others, where in both, and how much of it is its own. */
import type { Finding } from '../findings/finding.js';
import { createFindings } from '../findings/finding.js';
import { createReadingText } from '../findings/reading-text.js';
import type { Screenplay, Span } from '../screenplay/screenplay.js';
import { resemblance, shingleHashes, sketchOf } from './fingerprints.js';
import type { OriginalityIndex } from './originality-index.js';
import { findSharedPassages } from './shared-passages.js';
import { spanOfWords, wordStreamOf } from './word-stream.js';

/** A passage that stands in another script too. */
export interface SharedPassage {
  /** Name of the other script. */
  script: string;
  span: Span;
  theirSpan: Span;
  /** The words here; theirs are the same but for case, marks and the words that were changed. */
  quote: string;
  /** Shared words. */
  words: number;
  /** Share of the passage's words that are shared, 0 to 1. */
  sameness: number;
}

/** A script that is another in large part. */
export interface NearCopy {
  script: string;
  /** Jaccard resemblance of the five-word shingles, 0 to 1, estimated with a standard error of at most 0.044. */
  resemblance: number;
}

/** What a script shares with others. Plain JSON. */
export interface OriginalityReport {
  method: 'winnowed shingles';
  /** Scripts that were compared with. */
  compared: number;
  passages: SharedPassage[];
  nearCopies: NearCopy[];
  /** Words of the script that were compared. */
  words: number;
  /** Share of them that are in no shared passage, 0 to 1. 1 for a script without words. */
  originality: number;
  /** The passages as findings, `originality/shared-passage`. */
  findings: Finding[];
}

/** Options of {@link checkOriginality}. */
export interface OriginalityOptions {
  /** Shared words outside of common phrases that make a passage. Default 12; five short lines of dialogue have about 20. At least 10. */
  minWords?: number;
  /** Least share of a passage's words that are the same, 0 to 1. Default 0.6. */
  minSameness?: number;
  /** A phrase in more than this share of the indexed scripts, and in more than five of them, is common. Default 0.02. */
  commonShare?: number;
  /** Least resemblance of a near copy, 0 to 1. Default 0.3. */
  minResemblance?: number;
  /** Names of indexed scripts to leave out: earlier drafts of this one. Default none. */
  ignore?: readonly string[];
}

/** Scripts that may share a phrase, however few there are. */
const FEW = 5;

/**
 * Compares a script with those of an index.
 *
 * Found are passages of ten shared words or more for sure (from `minWords` on they are reported), also where some words of it were changed;
 * names, cues, headings, case and marks make no difference. Paraphrases are another matter: see `findParaphrases`.
 *
 * @param screenplay - The script.
 * @param index - What to compare with.
 * @param options - See {@link OriginalityOptions}.
 * @returns The report; passages in the order of the script.
 * @throws RangeError on an option out of range.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { checkOriginality, createOriginalityIndex } from '@filmai/nlp-script/originality';
 *
 * const said = 'MARA\nNobody leaves this house tonight, not you, not him, not even the cat on the stove.\n';
 * const index = createOriginalityIndex();
 * index.add('older', parseFountain(`INT. BARN - DAY\n\nHay.\n\n${said}`).screenplay);
 * const report = checkOriginality(parseFountain(`INT. KITCHEN - NIGHT\n\nRain.\n\n${said.replace('MARA', 'ROSE')}`).screenplay, index);
 * console.log(report.passages[0].script, report.passages[0].words, report.passages[0].theirSpan.start.line); // older 16 6
 * ```
 */
export function checkOriginality(
  screenplay: Screenplay,
  index: OriginalityIndex,
  options: OriginalityOptions = {},
): OriginalityReport {
  const { minWords, minSameness, commonShare, minResemblance, ignore } = checkOptions(options);
  const ignored = new Set(index.scripts.flatMap(({ name }, i) => (ignore.includes(name) ? [i] : [])));
  const compared = index.scripts.length - ignored.size;
  const stream = wordStreamOf(screenplay);
  const text = createReadingText(screenplay);
  const { passages: found } = findSharedPassages(stream.words, index, {
    minWords,
    minSameness,
    mostScripts: Math.max(FEW, Math.floor(commonShare * compared)),
    ignore: ignored,
  });
  const shared = new Uint8Array(stream.words.length);
  const passages = found.map(({ script, from, to, theirFrom, theirTo, words }): SharedPassage => {
    shared.fill(1, from, to);
    const span = spanOfWords(stream, from, to);
    return {
      script: index.scripts[script].name,
      span,
      theirSpan: spanOfWords(index.scripts[script], theirFrom, theirTo),
      quote: text.textAt(span).replace(/\s+/g, ' ').trim(),
      words,
      sameness: words / Math.max(to - from, theirTo - theirFrom),
    };
  });
  const sharedWords = shared.reduce((sum, value) => sum + value, 0);
  const sketch = sketchOf(shingleHashes(stream.words));
  const nearCopies =
    stream.words.length === 0
      ? []
      : index
          .similarTo(sketch)
          .filter((i) => !ignored.has(i))
          .map((i): NearCopy => ({ script: index.scripts[i].name, resemblance: resemblance(sketch, index.scripts[i].sketch) }))
          .filter((copy) => copy.resemblance >= minResemblance)
          .sort((a, b) => b.resemblance - a.resemblance || (a.script < b.script ? -1 : 1));
  return {
    method: 'winnowed shingles',
    compared,
    passages,
    nearCopies,
    words: stream.words.length,
    originality: stream.words.length === 0 ? 1 : 1 - sharedWords / stream.words.length,
    findings: createFindings(
      screenplay,
      passages.map(({ span, theirSpan, quote, script, words, sameness }) => ({
        rule: 'originality/shared-passage',
        severity: words >= 40 ? ('error' as const) : ('warning' as const),
        message: `${words} words stand in “${script}” too, from line ${theirSpan.start.line}.`,
        reason: `${Math.round(sameness * 100)} % of the passage is the same, word by word, and no phrase that many scripts share.`,
        span,
        quote,
        confidence: Math.min(1, sameness * (1 - Math.exp(-words / 8))),
        related: [{ span: theirSpan, quote, script, role: 'the same words' }],
      })),
    ),
  };
}

function checkOptions(options: OriginalityOptions): Required<OriginalityOptions> {
  const full = { minWords: 12, minSameness: 0.6, commonShare: 0.02, minResemblance: 0.3, ignore: [], ...options };
  if (!Number.isInteger(full.minWords) || full.minWords < 10)
    throw new RangeError(`checkOriginality: minWords is ${full.minWords}; expected a whole number of at least 10`);
  for (const name of ['minSameness', 'commonShare', 'minResemblance'] as const)
    if (!(full[name] >= 0 && full[name] <= 1))
      throw new RangeError(`checkOriginality: ${name} is ${full[name]}; expected 0 to 1`);
  return full;
}
