/**
 * @file What leads to what, by four kinds of evidence: a word that says so ("because", "so"), a thing that is first got and then used,
 * a deed and what the one it is done to does next, a request and its fulfilment. Each link says which.
 */
import type { SpokenSentence } from './dialogue.js';
import type { ReadEvent } from './events.js';
import type { CauseLink, Entity, GraphScene } from './graph.js';
import { eventsByScene, evidenceOf, isPresent } from './presence.js';
import { sameDeed, verbClasses } from '../breakdown/verbs.js';

/** How many elements of the script an answer to a deed may come after it. */
const NEXT = 3;
/** How many elements after a request its fulfilment may come. */
const SOON = 12;

/** Cause links in the order of their effects. */
export function readCauses(
  events: readonly ReadEvent[],
  spoken: readonly SpokenSentence[],
  scenes: readonly GraphScene[],
  entities: ReadonlyMap<string, Entity>,
): CauseLink[] {
  const real = events.filter(({ negated }) => !negated);
  return [
    ...cuesInAction(events),
    ...cuesInDialogue(spoken, events),
    ...objectChains(real, entities),
    ...eventChains(real),
    ...requests(real, spoken, scenes),
  ].sort((a, b) => a.effect.element - b.effect.element || b.confidence - a.confidence);
}

const BACKWARD = /\b(because of|because|due to|thanks to|owing to|now that|since (?=he|she|they|it|the|you|I|we)\b)/iu;
const FORWARD =
  /(?:[,;:—–] ?|\. )(so that|so|therefore|that's why|that is why|which is why|as a result|consequently|hence)\b,? (?!much|many|far|long|what)/iu;

/** "Anna runs because Ben has the gun": the clauses on both sides of the word, or the line itself where one has no event. */
function cuesInAction(events: readonly ReadEvent[]): CauseLink[] {
  const links: CauseLink[] = [];
  const sentences = new Map<string, ReadEvent[]>();
  for (const event of events) {
    const key = `${event.element} ${event.sentenceAt}`;
    sentences.set(key, [...(sentences.get(key) ?? []), event]);
  }
  for (const own of sentences.values()) {
    const { quote, sentenceAt } = own[0];
    const cue = BACKWARD.exec(quote) ?? FORWARD.exec(quote);
    if (!cue) continue;
    const word = cue[1].toLowerCase();
    const at = sentenceAt + cue.index;
    const front = own.findLast((event) => event.at < at);
    const back = own.find((event) => event.at > at);
    const [cause, effect] = BACKWARD.test(quote) ? [back, front] : [front, back];
    if (!cause && !effect) continue;
    links.push({
      cause: cause ? { ...evidenceOf(cause), event: cause.id } : evidenceOf(own[0]),
      effect: effect ? { ...evidenceOf(effect), event: effect.id } : evidenceOf(own[0]),
      evidence: 'cue-word',
      cue: word,
      reason: `the line says “${word}”`,
      confidence: 0.9,
    });
  }
  return links;
}

/** "I took the gun because he would have shot us": who says it gives the reason, for the deed it names where there was one. */
function cuesInDialogue(spoken: readonly SpokenSentence[], events: readonly ReadEvent[]): CauseLink[] {
  const links: CauseLink[] = [];
  for (const [i, sentence] of spoken.entries()) {
    const backward = BACKWARD.exec(sentence.quote);
    const forward = backward ? null : FORWARD.exec(sentence.quote);
    const cue = backward ?? forward;
    if (!cue) continue;
    const before = spoken[i - 1];
    const early = sentence.quote.slice(0, cue.index).trim().length < 3;
    const source = evidenceOf(sentence);
    const other = early && before?.scene === sentence.scene ? evidenceOf(before) : source;
    const deed = events.findLast(
      (event) =>
        event.element < sentence.element &&
        (sentence.verbs.some((verb) => sameDeed(verb, event.verb)) ||
          /\bI (?:did|had to do) (?:it|this|that)\b/.test(sentence.quote)) &&
        event.agents.some((id) => sentence.speakers.includes(id) || sentence.about.includes(id)),
    );
    const told = { ...(backward ? other : source), ...(deed ? { event: deed.id } : {}) };
    links.push({
      cause: backward ? source : other,
      effect: told,
      evidence: 'cue-word',
      cue: cue[1].trim().toLowerCase(),
      reason: `it is said with “${cue[1].trim().toLowerCase()}”`,
      confidence: 0.8,
    });
  }
  return links;
}

/** Taking the key leads to unlocking with it: the last getting of a thing before its use by the same person. */
function objectChains(events: readonly ReadEvent[], entities: ReadonlyMap<string, Entity>): CauseLink[] {
  const links: CauseLink[] = [];
  const got = new Map<string, ReadEvent>();
  for (const event of events) {
    const main = verbClasses(event.verb)[0];
    const things = [
      ...event.objects,
      ...event.attached.filter(({ preposition }) => preposition === 'with').map(({ entity }) => entity),
    ].filter((id) => entities.get(id)?.kind === 'object');
    for (const thing of things) {
      const receivers = main === 'give' ? event.recipients : main === 'take' ? event.agents : [];
      const user = event.agents[0];
      const before = user === undefined ? undefined : got.get(`${user} ${thing}`);
      if (
        before &&
        (main === 'use' || main === 'harm' || main === 'break' || main === 'give' || main === 'read' || main === 'drop')
      )
        links.push({
          cause: { ...evidenceOf(before), event: before.id },
          effect: { ...evidenceOf(event), event: event.id },
          evidence: 'object-chain',
          reason: `${nameOf(user, entities)} has the ${nameOf(thing, entities)} from there`,
          confidence: 0.6,
        });
      for (const receiver of receivers) got.set(`${receiver} ${thing}`, event);
    }
    // "Anna takes the revolver … Anna shoots Ben": the weapon is not named again.
    if (main === 'harm' && things.length === 0) {
      const weapon = [...got].findLast(
        ([key, taken]) => key.startsWith(`${event.agents[0]} `) && taken.element <= event.element && isWeapon(key, event.verb),
      );
      if (weapon)
        links.push({
          cause: { ...evidenceOf(weapon[1]), event: weapon[1].id },
          effect: { ...evidenceOf(event), event: event.id },
          evidence: 'object-chain',
          reason: `${nameOf(event.agents[0], entities)} has the means from there`,
          confidence: 0.5,
        });
    }
  }
  return links;
}

function isWeapon(key: string, verb: string): boolean {
  return /^(?:shoot|fire|kill|murder)$/.test(verb)
    ? /:(?:[\w-]*-)?(?:gun|pistol|revolver|rifle|shotgun|winchester|crossbow|bow)$/.test(key)
    : /^(?:stab|cut|slash|kill|murder)$/.test(verb) && /:(?:[\w-]*-)?(?:knife|dagger|sword|scissors|razor|scalpel)$/.test(key);
}

/** Anna hits Ben; Ben falls: the next thing that somebody does to whom something was done, soon and if it is a reaction. */
function eventChains(events: readonly ReadEvent[]): CauseLink[] {
  const links: CauseLink[] = [];
  const eventsOf = eventsByScene(events);
  for (const event of events) {
    const classes = verbClasses(event.verb);
    if (!classes.includes('harm') && !/^(?:kiss|embrace|scare|frighten|startle|free|save|arrest|poison)$/.test(event.verb))
      continue;
    const own = eventsOf.get(event.scene)!;
    const rest = own.slice(own.indexOf(event) + 1);
    for (const victim of event.objects.filter((id) => id.startsWith('person:') || id.startsWith('animal:'))) {
      const next = rest.find((other) => other.element - event.element <= NEXT && other.agents.includes(victim));
      if (
        !next ||
        !verbClasses(next.verb).some((name) => name === 'react' || name === 'die' || name === 'drop' || name === 'leave')
      )
        continue;
      links.push({
        cause: { ...evidenceOf(event), event: event.id },
        effect: { ...evidenceOf(next), event: next.id },
        evidence: 'event-chain',
        reason: 'it comes right after, to the one it was done to',
        confidence: 0.65,
      });
    }
  }
  return links;
}

/** "Open the safe." Then who heard it opens the safe. */
function requests(events: readonly ReadEvent[], spoken: readonly SpokenSentence[], scenes: readonly GraphScene[]): CauseLink[] {
  const links: CauseLink[] = [];
  const eventsOf = eventsByScene(events);
  for (const sentence of spoken) {
    const verb = sentence.verbs[0];
    if (verb === undefined || !isImperative(sentence.quote, verb)) continue;
    const done = eventsOf
      .get(sentence.scene)
      ?.find(
        (event) =>
          event.element > sentence.element &&
          event.element - sentence.element <= SOON &&
          sameDeed(event.verb, verb) &&
          event.agents.some(
            (id) =>
              sentence.hearers.includes(id) || (isPresent(scenes[event.scene], id, event.element) && sentence.about.includes(id)),
          ) &&
          (sentence.about.length === 0 ||
            sentence.about.some(
              (id) =>
                [...event.objects, ...event.recipients, ...event.agents].includes(id) ||
                event.attached.some(({ entity }) => entity === id),
            )),
      );
    if (!done) continue;
    links.push({
      cause: evidenceOf(sentence),
      effect: { ...evidenceOf(done), event: done.id },
      evidence: 'request',
      reason: 'it was asked for',
      confidence: 0.7,
    });
  }
  return links;
}

function isImperative(quote: string, verb: string): boolean {
  const start = quote
    .toLowerCase()
    .replace(
      /^(?:please|now|then|just|go and|go|[\p{L}]+),? (?=\p{L}+ (?:the|that|it|him|her|them|me|my|your|his|up|down)\b)/u,
      '',
    );
  return start.startsWith(verb) && !quote.endsWith('?');
}

function nameOf(id: string, entities: ReadonlyMap<string, Entity>): string {
  return entities.get(id)?.name ?? id;
}
