/**
 * @file Who knows about what, since when and how. Four rules, from the surest to the weakest: who does a thing knows of it; who sees,
 * reads or finds it; who hears it named; who stands by while it happens.
 */
import type { SpokenSentence } from './dialogue.js';
import type { ReadEvent } from './events.js';
import type { Entity, GraphScene, KnowledgeSource, KnowledgeState, StoryEvent } from './graph.js';
import { evidenceOf, isPresent } from './presence.js';
import { verbClasses, verbsLike } from '../breakdown/verbs.js';

const CONFIDENCE: Readonly<Record<KnowledgeSource, number>> = { did: 1, said: 1, saw: 0.9, told: 0.8, 'was-there': 0.5 };

/**
 * The first moment and the surest way by which each person comes to know of each entity and each event.
 *
 * @param events - All events.
 * @param spoken - All sentences of dialogue.
 * @param scenes - Who is where.
 * @param entities - By id.
 */
export function readKnowledge(
  events: readonly ReadEvent[],
  spoken: readonly SpokenSentence[],
  scenes: readonly GraphScene[],
  entities: ReadonlyMap<string, Entity>,
): KnowledgeState[] {
  const states: KnowledgeState[] = [];
  /** What each person knows, at first hand and by having been there. */
  const surely = new Map<string, Set<string>>();
  const weakly = new Map<string, Set<string>>();
  const learn = (who: string, about: string, how: KnowledgeSource, at: ReadEvent | SpokenSentence, from?: string): void => {
    if (who === about || !who.startsWith('person:')) return;
    const known = how === 'was-there' ? weakly : surely;
    if (surely.get(who)?.has(about) || known.get(who)?.has(about)) return;
    if (!known.has(who)) known.set(who, new Set());
    known.get(who)!.add(about);
    states.push({ who, about, how, ...(from === undefined ? {} : { from }), ...evidenceOf(at), confidence: CONFIDENCE[how] });
  };
  const steps = [...events.map((event) => ({ event })), ...spoken.map((sentence) => ({ sentence }))].sort((a, b) => {
    const x = 'event' in a ? a.event : a.sentence;
    const y = 'event' in b ? b.event : b.sentence;
    return x.element - y.element || x.at - y.at;
  });
  const past = new Map<string, { event: ReadEvent; order: number }[]>();
  let order = 0;
  for (const step of steps) {
    if ('event' in step) {
      const { event } = step;
      if (event.negated) continue;
      if (!past.has(event.verb)) past.set(event.verb, []);
      past.get(event.verb)!.push({ event, order: order++ });
      const involved = [...event.agents, ...event.objects, ...event.recipients, ...event.attached.map(({ entity }) => entity)];
      const sees = /^(?:see|read|take|hold|give|put|drop|use|harm|break)$/.test(verbClasses(event.verb)[0]);
      for (const who of [...event.agents, ...event.recipients]) {
        learn(who, event.id, 'did', event);
        for (const about of involved) learn(who, about, sees && !event.agents.includes(who) ? 'saw' : 'did', event);
      }
      for (const who of event.objects) {
        if (!isAwareOf(event)) continue;
        learn(who, event.id, 'saw', event);
        for (const about of involved) learn(who, about, 'saw', event);
      }
      for (const { who } of scenes[event.scene].present) {
        if (!isPresent(scenes[event.scene], who, event.element)) continue;
        learn(who, event.id, 'was-there', event);
        for (const about of involved) learn(who, about, 'was-there', event);
      }
      continue;
    }
    const { sentence } = step;
    const told = [...sentence.about, ...deedsTold(sentence, past, entities)];
    for (const about of told) {
      for (const who of sentence.speakers) learn(who, about, 'said', sentence);
      for (const who of sentence.hearers) learn(who, about, 'told', sentence, sentence.speakers[0]);
    }
  }
  return states.sort((a, b) => a.element - b.element);
}

/** Whom something is done to with their knowledge: not who is only watched, followed or looked for. */
function isAwareOf(event: StoryEvent): boolean {
  return (
    !/^(?:see|read|hear|listen)$/.test(verbClasses(event.verb)[0]) &&
    !/^(?:follow|search|hunt|seek|stalk|photograph)$/.test(event.verb)
  );
}

/** Past events (by verb) that a sentence tells of: its verb is theirs, and it names who or what took part. */
function deedsTold(
  sentence: SpokenSentence,
  past: ReadonlyMap<string, readonly { event: ReadEvent; order: number }[]>,
  entities: ReadonlyMap<string, Entity>,
): string[] {
  if (sentence.verbs.length === 0 || sentence.about.length === 0 || sentence.quote.endsWith('?')) return [];
  const named = [...sentence.about, ...(/\bI\b/.test(sentence.quote) ? sentence.speakers : [])];
  const verbs = new Set(sentence.verbs.flatMap((verb) => [...verbsLike(verb)]));
  return [...verbs]
    .flatMap((verb) => past.get(verb) ?? [])
    .filter(({ event }) => {
      const parts = [...event.agents, ...event.objects, ...event.recipients].filter((id) => entities.get(id)?.kind !== 'place');
      const shared = parts.filter((id) => named.includes(id)).length;
      return shared >= Math.min(2, parts.length) && shared > 0;
    })
    .sort((a, b) => a.order - b.order)
    .map(({ event }) => event.id);
}
