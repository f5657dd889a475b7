/** @file From a screenplay to its knowledge graph: entities, events, presence, possession, talk, knowledge and causes, in that order. */
import type { Breakdown } from '../breakdown/breakdown.js';
import { breakDown } from '../breakdown/breakdown.js';
import { nameTableOf } from '../breakdown/name-table.js';
import { createSpanLocator } from '../breakdown/spans.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { readCauses } from './causes.js';
import type { SpokenSentence } from './dialogue.js';
import { readDialogue } from './dialogue.js';
import { createEntityTable } from './entities.js';
import type { ReadEvent } from './events.js';
import { readEvents } from './events.js';
import type { Entity, KnowledgeGraph, Relation, StoryEvent } from './graph.js';
import { readKnowledge } from './knowing.js';
import { readPossession } from './possession.js';
import { evidenceOf, readPresence } from './presence.js';
import { verbClasses } from '../breakdown/verbs.js';

/** Options of {@link buildKnowledgeGraph}. */
export interface KnowledgeGraphOptions {
  /** The breakdown of the same script, where it is at hand: saves making it again. */
  breakdown?: Breakdown;
}

/**
 * Reads who and what there is in a script, what happens, who is where, who has what, who knows what since when, and what leads to what.
 *
 * Action is read with a small grammar of present-tense sentences, dialogue for what it names. What people only hint at, mean ironically
 * or dream is read as it is written; two things with the same name are one thing. Scripts that aren't in English get people, places,
 * presence and names spoken of, but no events; `limits` says so.
 *
 * @param screenplay - Read by any reader or made by hand.
 * @param options - See {@link KnowledgeGraphOptions}.
 * @throws TypeError where the first argument is no screenplay.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { buildKnowledgeGraph, whoKnows } from '@filmai/nlp-script/knowledge';
 *
 * const { screenplay } = parseFountain('INT. HALL - NIGHT\n\nMARA, 30s, hides a gun under the sofa.\n\nINT. BAR - NIGHT\n\nMARA\nBen, the gun is under the sofa.\n\nBEN\nWhy tell me?\n');
 * const graph = buildKnowledgeGraph(screenplay);
 * whoKnows(graph, 'gun', { scene: '1' }).map(({ name }) => name); // ['MARA']
 * whoKnows(graph, 'gun', { scene: '2' }).map(({ name }) => name); // ['MARA', 'BEN']
 * ```
 */
export function buildKnowledgeGraph(screenplay: Screenplay, options: KnowledgeGraphOptions = {}): KnowledgeGraph {
  if (typeof screenplay !== 'object' || screenplay === null || !Array.isArray(screenplay.elements))
    throw new TypeError('buildKnowledgeGraph takes a screenplay, as a reader such as parseFountain gives it.');
  const breakdown = options.breakdown ?? breakDown(screenplay);
  const names = nameTableOf(
    breakdown.characters,
    breakdown.scenes.flatMap(({ speeches }) => speeches),
  );
  const locator = createSpanLocator(screenplay);
  const table = createEntityTable(breakdown);
  notePlacesOfHeadings(breakdown, table);
  const events = readEvents(screenplay, breakdown, names, table, locator);
  const { scenes, relations: presence } = readPresence(breakdown, events, names, table);
  const spoken = readDialogue(screenplay, breakdown, scenes, names, table, locator);
  for (const sentence of spoken) for (const id of sentence.speakers) table.note(id, evidenceOf(sentence));
  const kept = keptEntities(table.entities, events);
  const relations = [...presence, ...readPossession(events, table), ...talk(spoken)]
    .filter(({ from, to }) => kept.has(from) && kept.has(to))
    .sort((a, b) => a.element - b.element);
  const keptEvents = events.map((event) => withoutDropped(event, kept)).filter((event) => event !== undefined);
  return {
    method: 'grammar',
    language: breakdown.language,
    ...(breakdown.title ? { title: breakdown.title } : {}),
    scenes,
    entities: [...kept.values()].map((entity) => ({
      ...entity,
      scenes: entity.scenes.toSorted((a, b) => a - b),
      mentions: entity.mentions.toSorted((a, b) => a.element - b.element),
    })),
    events: keptEvents.map(plainEvent),
    relations,
    knowledge: readKnowledge(keptEvents, spoken, scenes, kept).filter(
      ({ about }) => about.startsWith('event:') || kept.has(about),
    ),
    causes: readCauses(keptEvents, spoken, scenes, kept),
    limits:
      breakdown.language === 'en'
        ? []
        : [`Events, possession and causes are read from English only; this script is in ‘${breakdown.language}’.`],
  };
}

function notePlacesOfHeadings(breakdown: Breakdown, table: ReturnType<typeof createEntityTable>): void {
  for (const scene of breakdown.scenes)
    for (const part of scene.placeParts)
      table.note(table.place(part.toLowerCase()), {
        scene: scene.index,
        element: scene.elements.from,
        span: scene.span,
        quote: scene.heading,
      });
}

/** A thing is one of the story where a lexicon knows it, somebody handles it, or it comes up again. */
function keptEntities(entities: ReadonlyMap<string, Entity>, events: readonly StoryEvent[]): Map<string, Entity> {
  const handled = new Set(
    events
      .filter(({ verb }) => /^(?:take|hold|give|put|drop|see|read|use|break|harm)$/.test(verbClasses(verb)[0]))
      .flatMap(({ objects, attached }) => [...objects, ...attached.map(({ entity }) => entity)]),
  );
  return new Map(
    [...entities].filter(([id, entity]) => {
      if (entity.kind === 'person') return entity.mentions.length > 0;
      if (entity.kind === 'place') return entity.mentions.length > 0;
      return entity.category !== undefined || entity.sort !== undefined || handled.has(id) || entity.mentions.length > 1;
    }),
  );
}

function withoutDropped(event: ReadEvent, kept: ReadonlyMap<string, Entity>): ReadEvent | undefined {
  const only = (ids: readonly string[]): string[] => ids.filter((id) => kept.has(id));
  const clean = {
    ...event,
    agents: only(event.agents),
    objects: only(event.objects),
    recipients: only(event.recipients),
    attached: event.attached.filter(({ entity }) => kept.has(entity)),
  };
  return clean.agents.length + clean.objects.length + clean.recipients.length === 0 ? undefined : clean;
}

function plainEvent({ joint: _joint, at: _at, sentenceAt: _sentenceAt, ...event }: ReadEvent): StoryEvent {
  return event;
}

/** Who speaks to whom, once a scene, and who speaks of what. */
function talk(spoken: readonly SpokenSentence[]): Relation[] {
  const relations = new Map<string, Relation>();
  for (const sentence of spoken) {
    const add = (kind: 'speaks-to' | 'mentions', from: string, to: string): void => {
      const key = `${kind} ${from} ${to} ${sentence.scene}`;
      if (!relations.has(key)) relations.set(key, { kind, from, to, ...evidenceOf(sentence) });
    };
    for (const speaker of sentence.speakers) {
      for (const hearer of sentence.hearers) add('speaks-to', speaker, hearer);
      for (const about of sentence.about) add('mentions', speaker, about);
    }
  }
  return [...relations.values()];
}
