/** @file What happens in action: every clause becomes an event with its people, things and place. English only. */
import type { Breakdown } from '../breakdown/breakdown.js';
import { isTransition } from '../breakdown/scenes.js';
import type { NameTable } from '../breakdown/name-table.js';
import { namesInText } from '../breakdown/name-table.js';
import type { SpanLocator } from '../breakdown/spans.js';
import { splitSentences } from '../breakdown/tokens.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import type { Clause } from './clauses.js';
import { readClauses } from './clauses.js';
import type { EntityTable, Focus, ResolveContext } from './entities.js';
import { attend, createFocus } from './entities.js';
import type { Evidence, StoryEvent } from './graph.js';
import { findNamedThings } from '../breakdown/named-things.js';
import type { Chunk, NameMention } from './phrases.js';
import { verbClasses } from '../breakdown/verbs.js';

/** An event while it is being read: with what joins it to the one before it in its sentence. */
export interface ReadEvent extends StoryEvent {
  joint?: string;
  /** Offset of the verb in the element's text. */
  at: number;
  /** Offset of the sentence in the element's text. */
  sentenceAt: number;
}

/** Events of all action, in order. The table of entities grows. */
export function readEvents(
  screenplay: Screenplay,
  breakdown: Breakdown,
  names: NameTable,
  table: EntityTable,
  locator: SpanLocator,
): ReadEvent[] {
  const things = new Map<string, string>();
  for (const element of screenplay.elements) {
    if (element.type !== 'action') continue;
    for (const found of findNamedThings(element.text))
      if (!names.byWords.has(found.name.toLowerCase())) things.set(found.name, table.named(found));
  }
  const namedThings = [...things.keys()];
  const events: ReadEvent[] = [];
  for (const scene of breakdown.scenes) {
    const focus = createFocus();
    const place = scene.placeParts.at(-1);
    for (let i = scene.elements.from; i < scene.elements.to; i++) {
      const element = screenplay.elements[i];
      if (element.type === 'character') attendSpeaker(element.name, names, table, focus);
      if (element.type !== 'action' || isTransition(element)) continue;
      const tags = scene.tags.filter((tag) => tag.element === i && tag.rule !== 'verb');
      for (const sentence of splitSentences(element.text)) {
        const mentions = mentionsIn(sentence.text, names, things, table);
        const evidence = (from: number, to: number): Evidence => ({
          scene: scene.index,
          element: i,
          span: locator.locate(element, sentence.start + from, sentence.start + to),
          quote: sentence.text.replace(/\s+/g, ' '),
        });
        const tagAt: ResolveContext['tagAt'] = (offset) => {
          if (tags.length === 0) return undefined;
          const span = locator.locate(element, sentence.start + offset, sentence.start + offset + 1);
          return tags.find((tag) => tag.span.start.offset <= span.start.offset && tag.span.end.offset >= span.end.offset);
        };
        const introduced = new Map(
          namedThings.some((name) => sentence.text.includes(name))
            ? findNamedThings(sentence.text).flatMap(({ name, sort }) =>
                things.has(name) ? [[sort, things.get(name)!] as const] : [],
              )
            : [],
        );
        for (const mention of mentions) {
          attend(focus, mention.name);
          table.note(mention.name, evidence(mention.start, mention.end));
        }
        if (breakdown.language !== 'en') continue;
        if (mentions.filter(({ name }) => name.startsWith('person:')).length > 1)
          focus.group = [...new Set(mentions.map(({ name }) => name).filter((id) => id.startsWith('person:')))];
        for (const clause of readClauses(sentence.text, mentions)) {
          const event = makeEvent(clause, focus, table, { tagAt, introduced }, evidence, `event:${events.length}`);
          if (event.agents.length + event.objects.length + event.recipients.length === 0) continue;
          events.push({
            ...event,
            ...(event.place ? {} : place ? { place: table.place(place.toLowerCase()) } : {}),
            at: sentence.start + clause.verb.start,
            sentenceAt: sentence.start,
            ...(clause.joint ? { joint: clause.joint } : {}),
          });
        }
        noteThings(sentence.text, mentions, focus, table, { tagAt, introduced }, evidence);
      }
    }
  }
  return events;
}

function makeEvent(
  clause: Clause,
  focus: Focus,
  table: EntityTable,
  context: Omit<ResolveContext, 'not'>,
  evidence: (from: number, to: number) => Evidence,
  id: string,
): StoryEvent {
  const resolveAll = (chunks: readonly Chunk[], not: readonly string[]): string[] => [
    ...new Set(
      chunks.flatMap((chunk) => {
        const ids = table.resolve(chunk, focus, { ...context, not });
        for (const entity of ids) table.note(entity, evidence(chunk.start, chunk.end));
        return ids;
      }),
    ),
  ];
  const agents = resolveAll(clause.subjects, []);
  const objects = resolveAll(clause.objects, agents);
  const recipients = resolveAll(clause.recipients, agents);
  const attached = clause.attached.flatMap(({ preposition, noun }) =>
    resolveAll([noun], agents).map((entity) => ({ preposition, entity })),
  );
  // What was acted on is what "it" means next, not where it lay; who acted is who "she" means.
  for (const entity of [...attached.map((item) => item.entity), ...recipients, ...objects, ...agents])
    if (table.entities.get(entity)?.kind !== 'place') attend(focus, entity);
  const main = verbClasses(clause.lemma)[0];
  const place =
    attached.find(
      ({ preposition, entity }) => entity.startsWith('place:') && !/^(?:from|of|for|about|without)$/.test(preposition),
    )?.entity ?? (main === 'enter' ? objects.find((entity) => entity.startsWith('place:')) : undefined);
  return {
    id,
    ...evidence(clause.start, Math.max(clause.end, clause.verb.end)),
    verb: clause.lemma,
    agents,
    objects,
    recipients,
    attached,
    ...(place ? { place } : {}),
    negated: clause.negated,
  };
}

/** Characters and named things of a sentence; names carry the entity's id. */
function mentionsIn(sentence: string, names: NameTable, things: ReadonlyMap<string, string>, table: EntityTable): NameMention[] {
  const found: NameMention[] = namesInText(sentence, names).map(({ name, start, end }) => ({
    name: table.person(name),
    start,
    end,
  }));
  for (const [name, id] of things) {
    if (!sentence.includes(name[0])) continue;
    const plain = name[0] + name.slice(1).toLowerCase();
    for (const form of new Set([name, plain, plain.replace(/ \p{Ll}/gu, (part) => part.toUpperCase())]))
      for (let at = sentence.indexOf(form); at >= 0; at = sentence.indexOf(form, at + 1)) {
        const end = at + form.length;
        if (/[\p{L}\p{N}]/u.test((sentence[at - 1] ?? ' ') + (sentence[end] ?? ' '))) continue;
        if (!found.some((other) => other.start < end && other.end > at)) found.push({ name: id, start: at, end });
      }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Things that a sentence shows without a verb: "A gun on the table." */
function noteThings(
  sentence: string,
  mentions: readonly NameMention[],
  focus: Focus,
  table: EntityTable,
  context: Omit<ResolveContext, 'not'>,
  evidence: (from: number, to: number) => Evidence,
): void {
  for (const match of sentence.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)) {
    const tag = context.tagAt(match.index);
    if (!tag || !/^(?:prop|vehicle|animal|wardrobe)$/.test(tag.category)) continue;
    if (context.introduced.has(tag.lemma) || mentions.some(({ start, end }) => match.index >= start && match.index < end))
      continue;
    const definite = /\b(?:the|this|that|his|her|its|their)(?: [\p{L}-]+){0,2} $/iu.test(sentence.slice(0, match.index));
    const id = table.thing(tag.lemma, tag.category, definite);
    table.note(id, evidence(match.index, match.index + match[0].length));
    if (!focus.things.includes(id)) attend(focus, id);
  }
}

function attendSpeaker(cue: string, names: NameTable, table: EntityTable, focus: Focus): void {
  const name = names.byWords.get(cue.toLowerCase().replaceAll('’', "'").replaceAll('.', ''));
  if (name !== undefined) attend(focus, table.person(name));
}
