/** @file Who is there in body, from which line of a scene to which; and where exactly, as far as action says it. */
import type { Breakdown } from '../breakdown/breakdown.js';
import type { NameTable } from '../breakdown/name-table.js';
import type { EntityTable } from './entities.js';
import type { ReadEvent } from './events.js';
import type { Evidence, GraphScene, Relation } from './graph.js';
import { verbClasses } from '../breakdown/verbs.js';

const GONE = /^(?:V\.O\.|O\.C\.)$/;

/**
 * Scenes with who is present. Somebody who is first met coming in is there from that line on, who leaves is gone until named again;
 * a voice over isn't there.
 */
export function readPresence(
  breakdown: Breakdown,
  events: readonly ReadEvent[],
  names: NameTable,
  table: EntityTable,
): { scenes: GraphScene[]; relations: Relation[] } {
  const relations: Relation[] = [];
  const eventsOf = eventsByScene(events.filter(({ negated }) => !negated));
  const mentions = mentionsByScene(table);
  const scenes = breakdown.scenes.map((scene): GraphScene => {
    const own = eventsOf.get(scene.index) ?? [];
    const place = scene.placeParts.at(-1);
    const placeId = place === undefined ? undefined : table.place(place.toLowerCase());
    const people = new Set(scene.characters.filter(({ seen }) => seen).map(({ name }) => table.person(name)));
    for (const event of own)
      for (const id of [...event.agents, ...event.recipients, ...event.objects]) if (isBody(id, event, table)) people.add(id);
    const present: GraphScene['present'] = [];
    for (const who of people) {
      const shown = mentions.get(scene.index)?.get(who) ?? [];
      const sights = [...spokenSights(who, scene, names, table), ...shown.map(({ element }) => element)];
      if (sights.length === 0) continue;
      const first = sights.reduce((a, b) => Math.min(a, b));
      const comings = own.filter((event) => event.agents.includes(who));
      const entering = comings.find((event) => event.element === first && isEntering(event));
      const leaving = comings.findLast((event) => isLeaving(event));
      const back = leaving && sights.some((element) => element > leaving.element);
      present.push({
        who,
        fromElement: entering ? entering.element : scene.elements.from,
        toElement: leaving && !back ? leaving.element : scene.elements.to - 1,
      });
      const evidence: Evidence = shown[0] ?? {
        scene: scene.index,
        element: first,
        span: scene.speeches.find(({ element }) => element === first)?.span ?? scene.span,
        quote: scene.heading,
      };
      if (placeId !== undefined) relations.push({ kind: 'at', from: who, to: placeId, ...evidence });
    }
    for (const event of own) {
      if (event.place === undefined || event.place === placeId) continue;
      for (const who of event.agents)
        if (people.has(who)) relations.push({ kind: 'at', from: who, to: event.place, ...evidenceOf(event), event: event.id });
    }
    return {
      index: scene.index,
      number: scene.number,
      heading: scene.heading,
      ...(placeId === undefined ? {} : { place: placeId }),
      present,
      span: scene.span,
    };
  });
  for (const { id, within } of table.entities.values()) {
    if (within === undefined) continue;
    const scene = breakdown.scenes.find(({ placeParts }) => placeParts.some((part) => table.place(part.toLowerCase()) === id));
    if (!scene) continue;
    relations.push({
      kind: 'part-of',
      from: id,
      to: within,
      scene: scene.index,
      element: scene.elements.from,
      span: { start: scene.span.start, end: scene.span.start },
      quote: scene.heading,
    });
  }
  return { scenes, relations };
}

/** Copies the place in the script alone. */
export function evidenceOf({ scene, element, span, quote }: Evidence): Evidence {
  return { scene, element, span, quote };
}

/** Events of each scene in their order. */
export function eventsByScene(events: readonly ReadEvent[]): Map<number, ReadEvent[]> {
  const byScene = new Map<number, ReadEvent[]>();
  for (const event of events) {
    const own = byScene.get(event.scene);
    if (own) own.push(event);
    else byScene.set(event.scene, [event]);
  }
  return byScene;
}

/** Whether somebody is in a scene at a line of it. */
export function isPresent(scene: GraphScene | undefined, who: string, element: number): boolean {
  return scene?.present.some((entry) => entry.who === who && entry.fromElement <= element && element <= entry.toElement) === true;
}

function isBody(id: string, event: ReadEvent, table: EntityTable): boolean {
  const kind = table.entities.get(id)?.kind;
  return (kind === 'animal' && event.agents.includes(id)) || kind === 'person';
}

function isEntering(event: ReadEvent): boolean {
  return (
    verbClasses(event.verb)[0] === 'enter' ||
    (/^(?:walk|run|step|rush|hurry|storm|climb|stride|ride|drive|burst|creep|slip)$/.test(event.verb) &&
      /\b(?:in|into|inside)\b/.test(event.quote))
  );
}

function isLeaving(event: ReadEvent): boolean {
  const outwards = /\b(?:out|outside|away|off)\b(?! of (?:his|her|their|a|the) (?:pocket|hand|bag))/.test(event.quote);
  return (
    (verbClasses(event.verb)[0] === 'leave' && event.objects.every((id) => id.startsWith('place:'))) ||
    (/^(?:walk|run|step|rush|hurry|storm|climb|stride|ride|drive|go|slip|creep)$/.test(event.verb) && outwards)
  );
}

type BrokenScene = Breakdown['scenes'][number];

/** Mentions of each entity in each scene. */
function mentionsByScene(table: EntityTable): Map<number, Map<string, Evidence[]>> {
  const byScene = new Map<number, Map<string, Evidence[]>>();
  for (const { id, mentions } of table.entities.values())
    for (const mention of mentions) {
      const scene = byScene.get(mention.scene) ?? new Map<string, Evidence[]>();
      byScene.set(mention.scene, scene);
      const own = scene.get(id);
      if (own) own.push(mention);
      else scene.set(id, [mention]);
    }
  return byScene;
}

/** Elements of a scene where somebody speaks in body. */
function spokenSights(who: string, scene: BrokenScene, names: NameTable, table: EntityTable): number[] {
  return scene.speeches
    .filter((speech) => names.speakers[speech.index]?.some((name) => table.person(name) === who))
    .filter((speech) => !speech.extensions.some((extension) => GONE.test(extension)))
    .map(({ element }) => element);
}
