/** @file Questions to a knowledge graph as functions: who knows, who has, where is, who is there, why. Each answer carries its evidence. */
import { isKindOf } from './kinds-of-things.js';
import type { CauseLink, Entity, Evidence, GraphScene, KnowledgeGraph, KnowledgeState, Relation, StoryEvent } from './graph.js';

/** Limits a query to a point of the story. */
export interface QueryPoint {
  /** The script's own scene number (`'12'`, `'12A'`), or the count from 1: what stands at the end of that scene. Default: the last. */
  scene?: string;
}

/** Somebody who knows, and how. */
export interface Knower extends KnowledgeState {
  /** The person's name. */
  name: string;
}

/** Where somebody or something is. */
export interface Whereabouts {
  /** The place, thing or holder: ids, the finest first, what that is in or who has that, and so on out to the scene's place. */
  where: string[];
  /** `here`: in the scene asked for. `last-seen`: in an earlier one, `relation.scene`. */
  status: 'here' | 'last-seen';
  relation: Relation;
}

/**
 * Entities that a name or word can mean, the best first: names and aliases, then kinds ("gun" means the revolver, too).
 *
 * @param graph - A knowledge graph.
 * @param phrase - `'Mara'`, `'the gun'`, `'bread knife'`.
 */
export function findEntities(graph: KnowledgeGraph, phrase: string): Entity[] {
  const exact = graph.entities.find(({ id }) => id === phrase);
  if (exact) return [exact];
  const plain = plainPhrase(phrase);
  if (plain === '') return [];
  const scored = graph.entities.flatMap((entity) => {
    const score = matchScore(entity, plain);
    return score > 0 ? [{ entity, score }] : [];
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score >= Math.min(best, 2) && (best < 3 || score >= 2))
    .sort((a, b) => b.score - a.score || b.entity.mentions.length - a.entity.mentions.length)
    .map(({ entity }) => entity);
}

/** 4 the name itself, 3 a name by one of its words, 2 a kind of it, 1 a word of it. */
function matchScore(entity: Entity, plain: string): number {
  const names = [entity.name, ...entity.aliases].map(plainPhrase);
  if (names.includes(plain)) return 4;
  if (entity.sort !== undefined && plain === entity.sort) return 4;
  const words = plain.split(' ');
  if (entity.kind === 'person' || entity.kind === 'place' || entity.sort !== undefined) {
    if (names.some((name) => words.every((word) => name.split(' ').includes(word)))) return 3;
    if (names.some((name) => words.length > 1 && name.split(' ').some((word) => word.length > 2 && word === words.at(-1))))
      return 1;
  }
  if (entity.kind === 'object' || entity.kind === 'animal') {
    if (isKindOf(entity.sort ?? plainPhrase(entity.name), plain)) return 2;
    if (names.some((name) => words.at(-1) === name)) return 1;
  }
  return 0;
}

/**
 * Who knows about somebody, something or an event, and since when.
 *
 * @param graph - A knowledge graph.
 * @param about - A word of the script (`'gun'`), or an id of an entity or event.
 * @param point - See {@link QueryPoint}.
 * @param minConfidence - Below it a state doesn't count, 0 to 1. Default 0.6: standing by alone is no knowing.
 * @returns Each person once, by the surest way, in the order of learning.
 * @throws RangeError where the scene isn't in the script.
 */
export function whoKnows(graph: KnowledgeGraph, about: string, point: QueryPoint = {}, minConfidence = 0.6): Knower[] {
  const last = lastSceneOf(graph, point);
  const ids = new Set(/^\w+:/.test(about) ? [about] : findEntities(graph, about).map(({ id }) => id));
  const first = new Map<string, KnowledgeState>();
  for (const state of graph.knowledge) {
    if (!ids.has(state.about) || state.scene > last || state.confidence < minConfidence) continue;
    if (!first.has(state.who)) first.set(state.who, state);
  }
  return [...first.values()].map((state) => ({ ...state, name: nameOf(graph, state.who) }));
}

/**
 * What somebody knows about, in the order of learning.
 *
 * @param graph - A knowledge graph.
 * @param who - A name or an id.
 * @param point - See {@link QueryPoint}.
 * @param minConfidence - As with {@link whoKnows}. Default 0.6.
 */
export function whatKnows(graph: KnowledgeGraph, who: string, point: QueryPoint = {}, minConfidence = 0.6): KnowledgeState[] {
  const last = lastSceneOf(graph, point);
  const id = personId(graph, who);
  return graph.knowledge.filter((state) => state.who === id && state.scene <= last && state.confidence >= minConfidence);
}

/**
 * Who has a thing at a point of the story.
 *
 * @returns The `holds` relation that stands at the end of the scene, or `undefined` where nobody is seen to have it.
 */
export function holderOf(graph: KnowledgeGraph, thing: string, point: QueryPoint = {}): Relation | undefined {
  const last = lastSceneOf(graph, point);
  const ids = new Set(findEntities(graph, thing).map(({ id }) => id));
  return graph.relations.findLast(
    (relation) =>
      relation.kind === 'holds' &&
      ids.has(relation.to) &&
      relation.scene <= last &&
      (!relation.until || relation.until.scene > last),
  );
}

/** What somebody has in hand or about them at a point of the story, in the order of getting it. */
export function holdingsOf(graph: KnowledgeGraph, who: string, point: QueryPoint = {}): Relation[] {
  const last = lastSceneOf(graph, point);
  const id = personId(graph, who);
  return graph.relations.filter(
    (relation) =>
      relation.kind === 'holds' &&
      relation.from === id &&
      relation.scene <= last &&
      (!relation.until || relation.until.scene > last),
  );
}

/**
 * Where somebody or something is in a scene, or was seen last before it.
 *
 * @param graph - A knowledge graph.
 * @param what - A name or a word.
 * @param point - See {@link QueryPoint}.
 * @returns `undefined` where the script doesn't show it until then.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { buildKnowledgeGraph, whereIs } from '@filmai/nlp-script/knowledge';
 *
 * const { screenplay } = parseFountain('INT. CABIN - NIGHT\n\nANNA, 30, hides a key under the mat.\n');
 * whereIs(buildKnowledgeGraph(screenplay), 'key')?.where; // ['object:mat', 'place:cabin']
 * ```
 */
export function whereIs(graph: KnowledgeGraph, what: string, point: QueryPoint = {}): Whereabouts | undefined {
  const last = lastSceneOf(graph, point);
  for (const { id, kind } of findEntities(graph, what)) {
    if (kind === 'place') {
      const within = graph.relations.find(
        (relation) => relation.kind === 'part-of' && relation.from === id && relation.scene <= last,
      );
      if (within) return { where: [within.to], status: within.scene === last ? 'here' : 'last-seen', relation: within };
      continue;
    }
    const known = graph.relations.filter(
      (relation) =>
        relation.scene <= last &&
        ((relation.from === id && (relation.kind === 'at' || relation.kind === 'in')) ||
          (relation.to === id && relation.kind === 'holds')) &&
        (!relation.until || relation.until.scene > last || relation.until.scene === relation.scene),
    );
    const open = known.filter(({ until }) => !until || until.scene > last);
    const relation = (open.length > 0 ? open : known).at(-1);
    if (relation) return whereaboutsOf(graph, relation, last, point);
    const seen = graph.entities.find((entity) => entity.id === id)!.mentions.findLast((mention) => mention.scene <= last);
    const place = seen && graph.scenes[seen.scene].place;
    if (seen && place !== undefined && kind !== 'person')
      return {
        where: [place],
        status: seen.scene === last || point.scene === undefined ? 'here' : 'last-seen',
        relation: {
          kind: 'at',
          from: id,
          to: place,
          scene: seen.scene,
          element: seen.element,
          span: seen.span,
          quote: seen.quote,
        },
      };
  }
  return undefined;
}

/** Follows a thing into the bag that it is in, and the bag to who has it. */
function whereaboutsOf(graph: KnowledgeGraph, relation: Relation, last: number, point: QueryPoint): Whereabouts {
  const first = relation.kind === 'holds' ? relation.from : relation.to;
  let scene = relation.scene;
  const where = [first];
  if (relation.kind === 'in') {
    for (let inner: string | undefined = first; inner !== undefined && where.length < 8;) {
      const around: Relation | undefined = graph.relations.findLast(
        ({ kind, from, to, scene: at, until }) =>
          at <= last &&
          (!until || until.scene > last) &&
          ((kind === 'in' && from === inner) || (kind === 'holds' && to === inner)),
      );
      const outer: string | undefined = around && (around.kind === 'holds' ? around.from : around.to);
      if (around) scene = Math.max(scene, around.scene);
      if (outer !== undefined && !where.includes(outer)) where.push(outer);
      else break;
      inner = outer;
    }
  }
  const place = graph.scenes[scene].place;
  if (place !== undefined && !where.includes(place)) where.push(place);
  return { where, status: scene === last || point.scene === undefined ? 'here' : 'last-seen', relation };
}

/** Who is in a scene in body: ids in the order of the breakdown. */
export function whoIsIn(graph: KnowledgeGraph, scene: string): string[] {
  return sceneOf(graph, scene).present.map(({ who }) => who);
}

/** What to look for among events; what is left out matches everything. */
export interface EventPattern {
  /** Dictionary forms; any of them matches. */
  verbs?: readonly string[];
  agent?: string;
  object?: string;
  recipient?: string;
  scene?: string;
}

/** Events that fit a pattern, in the order of the script. What the script denies is left out. */
export function findEvents(graph: KnowledgeGraph, pattern: EventPattern): StoryEvent[] {
  const idsOf = (phrase: string | undefined): Set<string> | undefined =>
    phrase === undefined ? undefined : new Set(findEntities(graph, phrase).map(({ id }) => id));
  const agents = idsOf(pattern.agent);
  const objects = idsOf(pattern.object);
  const recipients = idsOf(pattern.recipient);
  const scene = pattern.scene === undefined ? undefined : sceneOf(graph, pattern.scene).index;
  return graph.events.filter(
    (event) =>
      !event.negated &&
      (scene === undefined || event.scene === scene) &&
      (pattern.verbs === undefined || pattern.verbs.includes(event.verb)) &&
      (agents === undefined || event.agents.some((id) => agents.has(id))) &&
      (objects === undefined ||
        [...event.objects, ...event.attached.map(({ entity }) => entity)].some((id) => objects.has(id))) &&
      (recipients === undefined || event.recipients.some((id) => recipients.has(id))),
  );
}

/**
 * What an event comes from: links whose effect it is, the surest first, each followed back as far as the graph goes.
 *
 * @param graph - A knowledge graph.
 * @param event - Id of an event.
 * @param depth - How many steps back, 1 to 10. Default 3.
 * @throws RangeError where `depth` is out of range.
 */
export function causesOf(graph: KnowledgeGraph, event: string, depth = 3): CauseLink[] {
  if (!(Number.isInteger(depth) && depth >= 1 && depth <= 10))
    throw new RangeError(`depth is ${depth}; expected a whole number from 1 to 10.`);
  const found: CauseLink[] = [];
  const seen = new Set<string>();
  let open = [event];
  for (let step = 0; step < depth && open.length > 0; step++) {
    const links = graph.causes.filter(
      ({ effect }) => effect.event !== undefined && open.includes(effect.event) && !seen.has(effect.event),
    );
    for (const id of open) seen.add(id);
    found.push(...links.toSorted((a, b) => b.confidence - a.confidence));
    open = links.flatMap(({ cause }) => cause.event ?? []);
  }
  return found;
}

/** The scene of a number as the script writes it, or of the count from 1. */
export function sceneOf(graph: KnowledgeGraph, number: string): GraphScene {
  const wanted = number
    .trim()
    .replace(/^#|#$|\.$/g, '')
    .toUpperCase();
  const scene = graph.scenes.find((other) => other.number.toUpperCase() === wanted);
  if (scene) return scene;
  const known = graph.scenes.map((other) => other.number);
  throw new RangeError(
    `scene ${number} is not in the script; expected ${known.length === 0 ? 'a script with scenes' : `one of ${known[0]} to ${known.at(-1)}`}.`,
  );
}

/** Name of an entity, or its id where the graph has none. */
export function nameOf(graph: KnowledgeGraph, id: string): string {
  return graph.entities.find((entity) => entity.id === id)?.name ?? id;
}

/** `'Scene 3, line 41: “She takes the gun.”'` */
export function citeEvidence(graph: KnowledgeGraph, { scene, span, quote }: Evidence): string {
  return `Scene ${graph.scenes[scene]?.number ?? scene + 1}, line ${span.start.line}: “${quote}”`;
}

function lastSceneOf(graph: KnowledgeGraph, { scene }: QueryPoint): number {
  return scene === undefined ? graph.scenes.length - 1 : sceneOf(graph, scene).index;
}

function personId(graph: KnowledgeGraph, who: string): string | undefined {
  return findEntities(graph, who).find(({ kind }) => kind === 'person')?.id;
}

function plainPhrase(phrase: string): string {
  return phrase
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[.,;:!?"“”]/g, '')
    .replace(/^(?:the|an?|his|her|their|its|my|your|this|that|mr|mrs|ms|miss|dr) /, '')
    .trim();
}
