/**
 * @file What an analysis has to say about a place in a script: one shape for continuity, content, originality and whatever a user adds, so
 * that one review file and one screen can hold them all.
 */
import { createReadingText } from './reading-text.js';
import { stableHash } from './stable-hash.js';
import type { Screenplay, Span } from '../screenplay/screenplay.js';

/** How much a finding matters: `note`, for the eye; `warning`, probably unwanted; `error`, can't be so. */
export type FindingSeverity = 'note' | 'warning' | 'error';

/** Another place that a finding rests on: the line in which the speaker died, the passage in the other script. */
export interface RelatedPlace {
  span: Span;
  /** The words there. */
  quote: string;
  /** Name of the script that the place is in; absent where it is this one. */
  script?: string;
  /** What the place has to do with it: `'dies here'`. */
  role?: string;
}

/** A remark of an analysis about a place of a script. Plain JSON. */
export interface Finding {
  /** Sixteen hexadecimal digits from rule, quote and scene heading: edits elsewhere in the script leave it alone. */
  id: string;
  /** The rule that found it, `'room/rule'`: `'continuity/speaks-after-death'`, `'content/violence'`. */
  rule: string;
  severity: FindingSeverity;
  /** One sentence for a person. */
  message: string;
  span: Span;
  /** Index of the scene, from 0; absent before the first and for a script without scenes. */
  scene?: number;
  /** The words at the span, without markup, white space as single spaces. */
  quote: string;
  /** Why the rule fired, with its evidence. */
  reason: string;
  /** 0 to 1: how far the rule can be trusted here. Not a probability unless the rule says so. */
  confidence?: number;
  related?: RelatedPlace[];
}

/** A finding before it has its id; scene and quote are read from the span where they aren't given. */
export type FindingDraft = Omit<Finding, 'id' | 'quote'> & { quote?: string };

/**
 * Makes findings of drafts: fills in scene and quote, gives ids, sorts by place.
 *
 * An id is a hash of rule, quote (case and spacing aside) and the heading of the scene, not its number, so that a scene put in before
 * changes nothing; findings that are alike in all three are told apart by their order.
 *
 * @param screenplay - The script that was analysed.
 * @param drafts - What the rules found, in any order.
 * @returns As many findings, in the order of the text.
 * @throws TypeError where a draft lacks rule, message, reason or span.
 * @example
 * ```ts
 * import { createFindings } from '@filmai/nlp-script/findings';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nThe lamp is lit.\n');
 * const [action] = screenplay.elements.slice(1);
 * const [finding] = createFindings(screenplay, [
 *   { rule: 'house/lamp', severity: 'note', message: 'A lamp.', reason: 'Lamps are dear.', span: action.span },
 * ]);
 * console.log(finding.scene, finding.quote); // 0 The lamp is lit.
 * ```
 */
export function createFindings(screenplay: Screenplay, drafts: readonly FindingDraft[]): Finding[] {
  const text = createReadingText(screenplay);
  const seen = new Map<string, number>();
  for (const draft of drafts) checkDraft(draft);
  return drafts
    .toSorted((a, b) => a.span.start.offset - b.span.start.offset || a.span.end.offset - b.span.end.offset)
    .map((draft): Finding => {
      const quote = (draft.quote ?? text.textAt(draft.span)).replace(/\s+/g, ' ').trim();
      const scene = draft.scene ?? text.sceneAt(draft.span.start.offset);
      const key = `${draft.rule}\n${plain(quote)}\n${plain(scene === undefined ? '' : text.headingOf(scene))}`;
      const count = seen.get(key) ?? 0;
      seen.set(key, count + 1);
      return {
        ...draft,
        id: stableHash(count === 0 ? key : `${key}\n${count}`),
        quote,
        ...(scene === undefined ? {} : { scene }),
      };
    });
}

/** Quotes are compared without regard to case, spacing and the shape of quotation marks. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}

function checkDraft(draft: FindingDraft): void {
  for (const name of ['rule', 'message', 'reason'] as const)
    if (typeof draft[name] !== 'string' || draft[name] === '')
      throw new TypeError(`createFindings: a finding needs ${name}, a text; got ${JSON.stringify(draft[name])}`);
  if (typeof draft.span?.start?.offset !== 'number' || typeof draft.span.end?.offset !== 'number')
    throw new TypeError(`createFindings: the finding of ${draft.rule} needs a span with start and end`);
}
