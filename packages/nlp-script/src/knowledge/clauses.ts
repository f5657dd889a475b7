/** @file Who does what to whom and where: the clauses of a sentence, from its chunks. */
import type { Chunk, NameMention } from './phrases.js';
import { chunkSentence } from './phrases.js';
import { verbClasses } from '../breakdown/verbs.js';

/** One verb with what stands around it. Offsets are in the sentence. */
export interface Clause {
  verb: Chunk;
  lemma: string;
  /** Who does it; empty where the sentence doesn't say. */
  subjects: Chunk[];
  objects: Chunk[];
  /** To whom: "gives Ben the gun", "gives the gun to Ben". */
  recipients: Chunk[];
  /** "in the drawer", "behind the bar", "with a knife". */
  attached: { preposition: string; noun: Chunk }[];
  negated: boolean;
  /** Offsets of the clause in the sentence. */
  start: number;
  end: number;
  /** The word that ties it to the clause before: `'because'`, `'and'`. */
  joint?: string;
}

const PARTICLES = /^(?:up|down|off|out|on|over|in|away|back|open|shut|aside)$/;
const MOTION: ReadonlySet<string> = new Set(['go', 'stay', 'enter', 'leave']);
const PERSON_PRONOUN = /^(?:me|you|him|her|us|them|he|she|they)$/;

/**
 * The clauses of a sentence, in order.
 *
 * @param sentence - One sentence.
 * @param names - Names of characters in it.
 */
export function readClauses(sentence: string, names: readonly NameMention[]): Clause[] {
  const chunks = chunkSentence(sentence, names);
  const clauses: Clause[] = [];
  for (const [at, verb] of chunks.entries()) {
    if (verb.kind !== 'verb' || verb.lemma === undefined) continue;
    const before = clauses.at(-1);
    const { subjects, joint } = subjectsBefore(chunks, at, before);
    const after = readAfter(chunks, at, verb.lemma);
    const clause: Clause = {
      verb,
      lemma: verb.lemma,
      subjects,
      ...after,
      negated: verb.negated,
      start: Math.min(verb.start, ...subjects.map(({ start }) => (start > (before?.verb.end ?? -1) ? start : verb.start))),
      end: after.end,
      ...(joint === undefined ? {} : { joint }),
    };
    clauses.push(verb.passive ? turnAround(clause) : clause);
  }
  return clauses;
}

/** "Ben is shot by Anna": Anna shoots Ben. */
function turnAround(clause: Clause): Clause {
  const by = clause.attached.filter(({ preposition }) => preposition === 'by').map(({ noun }) => noun);
  return {
    ...clause,
    subjects: by,
    objects: clause.subjects,
    attached: clause.attached.filter(({ preposition }) => preposition !== 'by'),
  };
}

/** The noun phrase that a verb belongs to, or those of the clause before where the verb follows "and" or a comma. */
function subjectsBefore(chunks: readonly Chunk[], at: number, before: Clause | undefined): { subjects: Chunk[]; joint?: string } {
  let joint: string | undefined;
  for (let j = at - 1; j >= 0; j--) {
    const chunk = chunks[j];
    if (chunk.kind === 'adverb') continue;
    if (chunk.kind === 'stop') break;
    if (chunk.kind === 'noun') {
      if (/^(?:who|that|which)$/.test(chunk.head)) {
        const antecedent = chunks.slice(0, j).findLast(({ kind }) => kind === 'noun');
        return { subjects: antecedent ? [antecedent] : [] };
      }
      if (chunks[j - 1]?.kind === 'preposition' && j >= 2 && chunks[j - 2].kind !== 'stop') {
        j--;
        continue;
      }
      if (chunks[j - 1]?.kind === 'preposition') break;
      const subjects = [chunk];
      while (
        j >= 2 &&
        /^(?:and|,)$/.test(chunks[j - 1].text.toLowerCase()) &&
        chunks[j - 2].kind === 'noun' &&
        joinsPeople(chunks, j)
      ) {
        subjects.unshift(chunks[j - 2]);
        j -= 2;
      }
      const word = chunks[j - 1]?.kind === 'joint' ? chunks[j - 1].text.toLowerCase() : undefined;
      return { subjects, ...(word === undefined || word === ',' ? {} : { joint: word }) };
    }
    if (chunk.kind === 'verb') return { subjects: before?.subjects ?? [], ...(joint === undefined ? {} : { joint }) };
    if (chunk.kind === 'joint') {
      joint ??= chunk.text.toLowerCase() === ',' ? undefined : chunk.text.toLowerCase();
      if (before) return { subjects: before.subjects, ...(joint === undefined ? {} : { joint }) };
      const first = chunks.find(({ kind }, k) => kind === 'noun' && chunks[k - 1]?.kind !== 'preposition' && k < at);
      return { subjects: first ? [first] : [], ...(joint === undefined ? {} : { joint }) };
    }
  }
  return { subjects: [], ...(joint === undefined ? {} : { joint }) };
}

/** "Anna and Ben run", but not "the gun falls on the bed and Ben runs". */
function joinsPeople(chunks: readonly Chunk[], at: number): boolean {
  const other = chunks[at - 2];
  const front = chunks[at - 3];
  return (
    chunks[at - 1].text !== ',' &&
    (!front || front.kind === 'stop' || front.kind === 'joint') &&
    (other.name !== undefined || other.definite)
  );
}

function readAfter(
  chunks: readonly Chunk[],
  at: number,
  lemma: string,
): Pick<Clause, 'objects' | 'recipients' | 'attached' | 'end'> {
  const objects: Chunk[] = [];
  const recipients: Chunk[] = [];
  const attached: Clause['attached'] = [];
  let end = chunks[at].end;
  const main = verbClasses(lemma)[0];
  for (let j = at + 1; j < chunks.length; j++) {
    const chunk = chunks[j];
    if (chunk.kind === 'verb' || chunk.kind === 'stop') break;
    if (chunk.kind === 'adverb') continue;
    const next = chunks[j + 1];
    if (chunk.kind === 'joint') {
      // "gives BEN, 40, a key": the age in commas.
      if (next?.kind === 'noun' && /^\d+s?$/.test(next.text) && chunks[j + 2]?.text === ',') {
        j += 2;
        continue;
      }
      // "a knife and a rope" goes on; "and Ben runs", ", a crackle of static" doesn't.
      if (chunk.text.toLowerCase() !== 'and' || next?.kind !== 'noun' || chunks[j + 2]?.kind === 'verb' || objects.length === 0)
        break;
      objects.push(next);
      end = next.end;
      j++;
      continue;
    }
    if (chunk.kind === 'preposition') {
      if (next?.kind !== 'noun') continue;
      const word = chunk.text.toLowerCase();
      if (j === at + 1 && PARTICLES.test(word) && !/^(?:in|on|over)$/.test(word) && !MOTION.has(main)) objects.push(next);
      else if (word === 'to' && next.name !== undefined) recipients.push(next);
      else if (word === 'to' && PERSON_PRONOUN.test(next.head)) recipients.push(next);
      else attached.push({ preposition: word, noun: next });
      end = next.end;
      j++;
      continue;
    }
    if (next?.kind === 'verb' && objects.length > 0) break;
    const previous = objects.at(-1);
    if (
      previous &&
      /^(?:noun|joint)$/.test(chunks[j - 1].kind) &&
      recipients.length === 0 &&
      (previous.name !== undefined || PERSON_PRONOUN.test(previous.head))
    ) {
      recipients.push(previous);
      objects.pop();
    }
    objects.push(chunk);
    end = chunk.end;
  }
  return { objects, recipients, attached, end };
}
