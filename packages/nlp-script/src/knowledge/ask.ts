/**
 * @file Plain English questions to a knowledge graph: "Who knows about the gun in scene 12?", "Where is Anna?", "Why does Ben run?". A
 * small set of forms, each turned into a query; a question of another form is left to whoever searches the text.
 */
import { verbLemma, sameDeed } from '../breakdown/verbs.js';
import type { CauseLink, Evidence, KnowledgeGraph, KnowledgeState, Relation, StoryEvent } from './graph.js';
import type { QueryPoint } from './queries.js';
import {
  citeEvidence,
  findEntities,
  findEvents,
  holderOf,
  holdingsOf,
  nameOf,
  sceneOf,
  whatKnows,
  whereIs,
  whoIsIn,
  whoKnows,
} from './queries.js';

/** The forms of question that {@link askGraph} takes. */
export type GraphQuestionKind =
  | 'who-knows'
  | 'does-know'
  | 'what-knows'
  | 'how-knows'
  | 'where'
  | 'who-is-in'
  | 'who-has'
  | 'what-has'
  | 'who-did'
  | 'what-did'
  | 'when'
  | 'why'
  | 'who-is';

/** What the graph says to a question. */
export interface GraphAnswer {
  method: 'grammar';
  /** The form that the question was read as. */
  kind: GraphQuestionKind;
  /** False where the form was understood and the script doesn't tell. */
  answered: boolean;
  /** One or a few sentences. */
  text: string;
  /** Names of the entities that are the answer, where it is a list. */
  names: string[];
  /** The lines that it rests on; empty where nothing was found. */
  evidence: Evidence[];
}

interface Form {
  kind: GraphQuestionKind;
  pattern: RegExp;
  answer(
    graph: KnowledgeGraph,
    groups: Record<string, string>,
    point: QueryPoint,
  ): Omit<GraphAnswer, 'kind' | 'method'> | undefined;
}

const FORMS: readonly Form[] = [
  {
    kind: 'who-knows',
    pattern: /^who (?:all )?(?:knows?|knew|has (?:heard|learned|learnt)) (?:about |of |that )?(?<what>.+)$/,
    answer: answerWhoKnows,
  },
  {
    kind: 'how-knows',
    pattern:
      /^(?:how|since when|from whom) (?:does|do|did) (?<who>.+?) (?:know|learn|find out|hear) (?:about |of |that )?(?<what>.+)$/,
    answer: answerKnows,
  },
  {
    kind: 'does-know',
    pattern: /^(?:does|do|did) (?<who>.+?) (?:know|hear|learn) (?:about |of |that )?(?<what>.+)$/,
    answer: answerKnows,
  },
  { kind: 'what-knows', pattern: /^what (?:does|do|did) (?<who>.+?) know(?: about)?$/, answer: answerWhatKnows },
  { kind: 'where', pattern: /^where(?:'s| is| are| was| were) (?<what>.+?)(?: hidden| kept| now)?$/, answer: answerWhere },
  {
    kind: 'where',
    pattern: /^where (?:does|do|did) (?<who>.+?) (?<verb>hide|put|leave|keep|find|take|drop|get|place|bury|stash) (?<what>.+)$/,
    answer: answerWherePut,
  },
  { kind: 'who-is-in', pattern: /^who(?:'s| is| are| was| were) (?:there|in it|present|all there)$/, answer: answerWhoIsIn },
  {
    kind: 'who-has',
    pattern: /^who (?:has|had|holds|carries|is holding|is carrying|keeps)(?: got)? (?<what>.+)$/,
    answer: answerWhoHas,
  },
  {
    kind: 'what-has',
    pattern: /^what (?:does|do|did) (?<who>.+?) (?:have|hold|carry|own)(?: (?:in|with|on) .+)?$/,
    answer: answerWhatHas,
  },
  {
    kind: 'when',
    pattern: /^(?:when|in (?:which|what) scene) (?:does|do|did) (?<who>.+?) (?<verb>\w+)(?: (?<what>.+))?$/,
    answer: answerWhen,
  },
  { kind: 'why', pattern: /^why (?:does|do|did) (?<who>.+?) (?<verb>\w+)(?: (?<what>.+))?$/, answer: answerWhy },
  {
    kind: 'what-did',
    pattern: /^what (?:does|do|did) (?<who>.+?) (?<verb>do|\w+)(?: (?:with|to|about) (?<what>.+))?$/,
    answer: answerWhatDid,
  },
  { kind: 'who-is', pattern: /^who(?:'s| is| was) (?<who>.+)$/, answer: answerWhoIs },
  { kind: 'who-did', pattern: /^who (?<verb>\w+)(?: (?<rest>.+))?$/, answer: answerWhoDid },
];

/**
 * Answers a question from a knowledge graph, where it has one of the forms that the graph can answer: who knows, does X know, what does X
 * know, how does X know, where is, where does X put, who is there, who has, what does X have, who did, what does X do, when, why, who is.
 * "in scene 12", "before scene 12" and "by scene 12" set the point of the story.
 *
 * @param graph - From `buildKnowledgeGraph`.
 * @param question - In English.
 * @returns The answer with the lines it rests on; `answered: false` where the script doesn't tell; `undefined` where the question has
 * another form or names nothing of the script.
 * @throws RangeError where the question names a scene that the script doesn't have.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { askGraph, buildKnowledgeGraph } from '@filmai/nlp-script/knowledge';
 *
 * const { screenplay } = parseFountain('INT. CABIN - NIGHT\n\nANNA, 30, hides a key under the mat.\n\nBEN\nCold.\n');
 * askGraph(buildKnowledgeGraph(screenplay), 'Where is the key?')?.text; // 'The key is under the mat, at the cabin (scene 1).'
 * ```
 */
export function askGraph(graph: KnowledgeGraph, question: string): GraphAnswer | undefined {
  const { plain, point } = readQuestion(graph, question);
  for (const form of FORMS) {
    const groups = form.pattern.exec(plain)?.groups;
    if (!form.pattern.test(plain)) continue;
    const answer = form.answer(graph, groups ?? {}, point);
    if (answer) return { method: 'grammar', kind: form.kind, ...answer };
  }
  return undefined;
}

function readQuestion(graph: KnowledgeGraph, question: string): { plain: string; point: QueryPoint } {
  let plain = question
    .trim()
    .replaceAll('’', "'")
    .replace(/[?!.\s]+$/, '')
    .replace(/\s+/g, ' ');
  plain = plain.charAt(0).toLowerCase() + plain.slice(1);
  const scene = /,? ?\b(in|at|by|during|before|after|as of|at the end of) scene (?:no\.? |number )?#?(\d+\w?)\b/i.exec(plain);
  if (!scene) return { plain, point: {} };
  plain = (plain.slice(0, scene.index) + plain.slice(scene.index + scene[0].length)).trim();
  const asked = sceneOf(graph, scene[2]);
  const at = scene[1].toLowerCase() === 'before' ? graph.scenes[Math.max(0, asked.index - 1)] : asked;
  return { plain: /^who(?:'s| is| are| was| were)$/.test(plain) ? `${plain} there` : plain, point: { scene: at.number } };
}

type Answer = Omit<GraphAnswer, 'kind' | 'method'>;

function silent(text: string): Answer {
  return { answered: false, text, names: [], evidence: [] };
}

function answerWhoKnows(graph: KnowledgeGraph, { what }: Record<string, string>, point: QueryPoint): Answer | undefined {
  const abouts = topicsOf(graph, what);
  if (abouts.length === 0) return undefined;
  const knowers = new Map<string, KnowledgeState & { name: string }>();
  for (const about of abouts)
    for (const knower of whoKnows(graph, about, point)) if (!knowers.has(knower.who)) knowers.set(knower.who, knower);
  const list = [...knowers.values()].sort((a, b) => a.element - b.element);
  if (list.length === 0) return silent(`Until then the script shows nobody who knows about ${what}.`);
  const text = list.map((state) => `${state.name} ${howOf(graph, state)}`).join('; ');
  return { answered: true, text: `${capital(text)}.`, names: list.map(({ name }) => name), evidence: list };
}

function answerKnows(graph: KnowledgeGraph, { who, what }: Record<string, string>, point: QueryPoint): Answer | undefined {
  const abouts = topicsOf(graph, what);
  const person = findEntities(graph, who).find(({ kind }) => kind === 'person');
  if (abouts.length === 0 || !person) return undefined;
  for (const about of abouts) {
    const state = whoKnows(graph, about, point).find((knower) => knower.who === person.id);
    if (state)
      return { answered: true, text: `Yes: ${person.name} ${howOf(graph, state)}.`, names: [person.name], evidence: [state] };
  }
  return silent(`Until then the script doesn't show that ${person.name} knows about ${what}.`);
}

function answerWhatKnows(graph: KnowledgeGraph, { who }: Record<string, string>, point: QueryPoint): Answer | undefined {
  const person = findEntities(graph, who).find(({ kind }) => kind === 'person');
  if (!person) return undefined;
  const states = whatKnows(graph, person.id, point).filter(
    ({ about }) => !about.startsWith('event:') && !about.startsWith('place:'),
  );
  if (states.length === 0) return silent(`Until then the script doesn't show what ${person.name} knows.`);
  const names = [...new Set(states.map(({ about }) => nameOf(graph, about)))];
  return { answered: true, text: `${person.name} knows about ${listOf(names)}.`, names, evidence: states };
}

function answerWhere(graph: KnowledgeGraph, { what }: Record<string, string>, point: QueryPoint): Answer | undefined {
  const [entity] = findEntities(graph, what);
  if (!entity) return undefined;
  const found = whereIs(graph, what, point);
  if (!found) return silent(`Until then the script doesn't show where ${entity.name} is.`);
  const { relation } = found;
  const scene = graph.scenes[relation.scene].number;
  const name = entity.kind === 'person' ? entity.name : `the ${entity.name}`;
  const steps = found.where.map((id, i) => {
    const step = graph.entities.find((other) => other.id === id);
    const called = step?.kind === 'person' || step?.sort !== undefined ? nameOf(graph, id) : `the ${nameOf(graph, id)}`;
    if (step?.kind === 'person') return `with ${called}`;
    return `${i === 0 ? prepositionOf(graph, relation) : step?.kind === 'place' ? 'at' : 'in'} ${called}`;
  });
  const place = steps.join(', ');
  const text =
    found.status === 'here'
      ? `${capital(name)} is ${place} (scene ${scene}).`
      : `${capital(name)} isn't seen in scene ${point.scene}; last ${place} (scene ${scene}).`;
  return { answered: true, text, names: found.where.map((id) => nameOf(graph, id)), evidence: [found.relation] };
}

/** "under the mat", where the event that put it there says so. */
function prepositionOf(graph: KnowledgeGraph, { kind, event, to }: Relation): string {
  const attached = graph.events.find(({ id }) => id === event)?.attached.find(({ entity }) => entity === to);
  return attached?.preposition.replace(/^into$/, 'in').replace(/^onto$/, 'on') ?? (kind === 'in' ? 'in' : 'at');
}

function answerWherePut(
  graph: KnowledgeGraph,
  { who, verb, what }: Record<string, string>,
  point: QueryPoint,
): Answer | undefined {
  if (findEntities(graph, who).length === 0 || findEntities(graph, what).length === 0) return undefined;
  const events = eventsOf(graph, { who, verb, what }, point).filter(
    ({ attached, place }) => attached.length > 0 || place !== undefined,
  );
  const event = events[0];
  if (!event) return silent(`The script doesn't show ${who} do that.`);
  const at = event.attached[0];
  const place = at ? `${at.preposition} the ${nameOf(graph, at.entity)}` : `at ${nameOf(graph, event.place!)}`;
  const names = [
    ...event.attached.map(({ entity }) => nameOf(graph, entity)),
    ...(event.place ? [nameOf(graph, event.place)] : []),
  ];
  return { answered: true, text: `${capital(place)} (scene ${graph.scenes[event.scene].number}).`, names, evidence: [event] };
}

function answerWhoIsIn(graph: KnowledgeGraph, _groups: Record<string, string>, point: QueryPoint): Answer | undefined {
  if (point.scene === undefined) return undefined;
  const people = whoIsIn(graph, point.scene).filter((id) => id.startsWith('person:'));
  const scene = sceneOf(graph, point.scene);
  if (people.length === 0) return silent(`Nobody is seen in scene ${point.scene}.`);
  const names = people.map((id) => nameOf(graph, id));
  const evidence = graph.relations.filter(
    ({ kind, from, scene: at }) => kind === 'at' && at === scene.index && people.includes(from),
  );
  return { answered: true, text: `${listOf(names)}.`, names, evidence };
}

function answerWhoHas(graph: KnowledgeGraph, { what }: Record<string, string>, point: QueryPoint): Answer | undefined {
  const [thing] = findEntities(graph, what);
  if (!thing) return undefined;
  const held = holderOf(graph, what, point);
  if (!held) return silent(`Then the script shows nobody who has the ${thing.name}.`);
  const name = nameOf(graph, held.from);
  return {
    answered: true,
    text: `${name} has the ${nameOf(graph, held.to)}, since scene ${graph.scenes[held.scene].number}.`,
    names: [name],
    evidence: [held],
  };
}

function answerWhatHas(graph: KnowledgeGraph, { who }: Record<string, string>, point: QueryPoint): Answer | undefined {
  const person = findEntities(graph, who).find(({ kind }) => kind === 'person' || kind === 'animal');
  if (!person) return undefined;
  const held = holdingsOf(graph, who, point);
  if (held.length === 0) return silent(`Then the script shows nothing that ${person.name} has.`);
  const names = held.map(({ to }) => nameOf(graph, to));
  return { answered: true, text: `${person.name} has the ${listOf(names)}.`, names, evidence: held };
}

function answerWhoDid(graph: KnowledgeGraph, { verb, rest = '' }: Record<string, string>, point: QueryPoint): Answer | undefined {
  const to = /^(?<what>.+?) to (?<recipient>.+)$/.exec(rest)?.groups;
  const what = to?.what ?? rest;
  const lemma = verbLemma(verb);
  if (lemma === undefined || (what !== '' && findEntities(graph, what).length === 0)) return undefined;
  const events = byDeed(
    lemma,
    findEvents(graph, {
      ...(what === '' ? {} : { object: what }),
      ...(to?.recipient ? { recipient: to.recipient } : {}),
      ...point,
    }),
  ).filter(({ agents }) => agents.length > 0);
  if (events.length === 0) return silent(`The script doesn't show who ${verb} ${rest}`.trim() + '.');
  const names = [...new Set(events.flatMap(({ agents }) => agents.map((id) => nameOf(graph, id))))];
  return { answered: true, text: `${listOf(names)}. ${citeEvidence(graph, events[0])}`, names, evidence: events };
}

function answerWhatDid(
  graph: KnowledgeGraph,
  { who, verb, what }: Record<string, string>,
  point: QueryPoint,
): Answer | undefined {
  if (findEntities(graph, who).length === 0 || (what !== undefined && findEntities(graph, what).length === 0)) return undefined;
  const lemma = verbLemma(verb);
  if (lemma === undefined) return undefined;
  const all = findEvents(graph, { agent: who, ...(what === undefined ? {} : { object: what }), ...point });
  const events = lemma === 'do' ? all : byDeed(lemma, all).filter(({ objects }) => objects.length > 0);
  if (events.length === 0) return silent(`The script doesn't show that.`);
  const names =
    lemma === 'do'
      ? [...new Set(events.map(({ verb: deed }) => deed))]
      : [...new Set(events.flatMap(({ objects }) => objects.map((id) => nameOf(graph, id))))];
  const text =
    lemma === 'do'
      ? [...new Set(events.map((event) => citeEvidence(graph, event)))].join('\n')
      : `The ${listOf(names)}. ${citeEvidence(graph, events[0])}`;
  return { answered: true, text, names, evidence: events };
}

function answerWhen(graph: KnowledgeGraph, groups: Record<string, string>): Answer | undefined {
  if (findEntities(graph, groups.who).length === 0 || verbLemma(groups.verb) === undefined) return undefined;
  const events = eventsOf(graph, groups, {});
  if (events.length === 0) return silent(`The script doesn't show that.`);
  const numbers = [...new Set(events.map(({ scene }) => graph.scenes[scene].number))];
  return {
    answered: true,
    text: `In scene ${listOf(numbers)}. ${citeEvidence(graph, events[0])}`,
    names: numbers,
    evidence: events,
  };
}

function answerWhy(graph: KnowledgeGraph, groups: Record<string, string>, point: QueryPoint): Answer | undefined {
  if (findEntities(graph, groups.who).length === 0 || verbLemma(groups.verb) === undefined) return undefined;
  const events = eventsOf(graph, groups, point);
  const ids = new Set(events.map(({ id }) => id));
  const links = graph.causes.filter(({ effect }) => effect.event !== undefined && ids.has(effect.event));
  const best = links.toSorted((a, b) => b.confidence - a.confidence);
  if (best.length === 0)
    return silent(
      events.length === 0
        ? `The script doesn't show that.`
        : `The script shows it, but not why. ${citeEvidence(graph, events[0])}`,
    );
  return {
    answered: true,
    text: best.map((link) => describeCause(graph, link)).join(' '),
    names: [],
    evidence: best.flatMap(({ cause, effect }) => (cause.quote === effect.quote ? [cause] : [cause, effect])),
  };
}

function answerWhoIs(graph: KnowledgeGraph, { who }: Record<string, string>): Answer | undefined {
  const [entity] = findEntities(graph, who).filter(({ kind, sort }) => kind === 'person' || sort !== undefined);
  if (!entity) return undefined;
  const said =
    entity.description ?? (entity.sort === undefined ? undefined : `${/^[aeiou]/.test(entity.sort) ? 'an' : 'a'} ${entity.sort}`);
  if (said === undefined) return silent(`The script doesn't say who ${entity.name} is.`);
  const words = said.split(',').at(-1)!.trim();
  const introduction = entity.mentions.find(({ quote }) => quote.includes(words)) ?? entity.mentions[0];
  return { answered: true, text: `${entity.name}: ${said}.`, names: [entity.name], evidence: introduction ? [introduction] : [] };
}

/** Events of a question's words: who, verb, and what it is done to. */
function eventsOf(
  graph: KnowledgeGraph,
  { who, verb, what }: Record<string, string | undefined>,
  point: QueryPoint,
): StoryEvent[] {
  const lemma = verb === undefined ? undefined : verbLemma(verb);
  const object = what !== undefined && findEntities(graph, what).length > 0 ? what : undefined;
  if (what !== undefined && object === undefined && /^(?:the|an?|his|her) /.test(what)) return [];
  const found = findEvents(graph, {
    ...(who === undefined ? {} : { agent: who }),
    ...(object === undefined ? {} : { object }),
    ...point,
  });
  return lemma === undefined ? found : byDeed(lemma, found);
}

/** The verb itself where it occurs, otherwise deeds of its kind: who "stole" it is who took it. */
function byDeed(lemma: string, events: readonly StoryEvent[]): StoryEvent[] {
  const exact = events.filter(({ verb }) => verb === lemma);
  return exact.length > 0 ? exact : events.filter(({ verb }) => sameDeed(verb, lemma));
}

/** What a question can be about: entities of a phrase; for a clause ("Anna took the gun") the events that it tells of. */
function topicsOf(graph: KnowledgeGraph, what: string): string[] {
  const words = what.split(' ');
  for (let i = 1; i < words.length; i++) {
    const lemma = verbLemma(words[i]);
    if (lemma === undefined) continue;
    const object = words.slice(i + 1).join(' ');
    const who = words.slice(0, i).join(' ');
    if (findEntities(graph, who).length === 0 || (object !== '' && findEntities(graph, object).length === 0)) continue;
    const events = byDeed(lemma, findEvents(graph, { agent: who, ...(object === '' ? {} : { object }) }));
    if (events.length > 0) return events.map(({ id }) => id);
  }
  return findEntities(graph, what).map(({ id }) => id);
}

function howOf(graph: KnowledgeGraph, state: KnowledgeState): string {
  const scene = `scene ${graph.scenes[state.scene].number}, line ${state.span.start.line}`;
  switch (state.how) {
    case 'did':
      return `is part of it (${scene})`;
    case 'saw':
      return `sees it (${scene})`;
    case 'said':
      return `speaks of it (${scene})`;
    case 'told':
      return `${state.from === undefined ? 'hears of it' : `hears of it from ${nameOf(graph, state.from)}`} (${scene})`;
    case 'was-there':
      return `is there (${scene})`;
  }
}

function describeCause(graph: KnowledgeGraph, { cause, reason }: CauseLink): string {
  return `${citeEvidence(graph, cause)} (${reason}).`;
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
