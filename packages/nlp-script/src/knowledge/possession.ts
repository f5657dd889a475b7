/** @file Who has what, from when to when; and what lies where: the trail of taking, giving, putting and dropping. */
import type { EntityTable } from './entities.js';
import type { ReadEvent } from './events.js';
import type { Relation } from './graph.js';
import { evidenceOf } from './presence.js';
import { verbClasses } from '../breakdown/verbs.js';

/**
 * `holds` and `in` relations in the order of the script. A thing has one holder and one place at a time: a new one ends the old.
 *
 * @param events - All events, in order.
 * @param table - The entities.
 */
export function readPossession(events: readonly ReadEvent[], table: EntityTable): Relation[] {
  const relations: Relation[] = [];
  const holding = new Map<string, Relation>();
  const lying = new Map<string, Relation>();
  const end = (open: Map<string, Relation>, thing: string, event: ReadEvent): void => {
    const relation = open.get(thing);
    if (relation) relation.until = { scene: event.scene, element: event.element };
    open.delete(thing);
  };
  const begin = (kind: 'holds' | 'in', from: string, to: string, event: ReadEvent): void => {
    const thing = kind === 'holds' ? to : from;
    const open = kind === 'holds' ? holding : lying;
    const old = open.get(thing);
    if (old && old.from === from && old.to === to) return;
    end(holding, thing, event);
    end(lying, thing, event);
    const relation: Relation = { kind, from, to, ...evidenceOf(event), event: event.id };
    relations.push(relation);
    open.set(thing, relation);
  };
  for (const event of events) {
    if (event.negated) continue;
    const [who] = event.agents.filter((id) => isHolder(id, table));
    const things = event.objects.filter((id) => isThing(id, table));
    const [to] = event.recipients.filter((id) => isHolder(id, table));
    const container = event.attached.find(
      ({ preposition, entity }) =>
        /^(?:in|into|inside|on|onto|under|beneath|behind|beside|between|at)$/.test(preposition) && !entity.startsWith('person:'),
    );
    const main = verbClasses(event.verb)[0];
    for (const thing of things) {
      if (main === 'give' && to !== undefined) begin('holds', to, thing, event);
      else if ((main === 'take' || main === 'hold') && who !== undefined && !(event.verb === 'hide' && container)) {
        if (event.verb === 'find' || event.verb === 'get' || main === 'take' || main === 'hold')
          begin('holds', who, thing, event);
      } else if ((main === 'put' || main === 'drop' || main === 'give' || event.verb === 'hide') && who !== undefined) {
        end(holding, thing, event);
        if (container && container.entity !== thing) begin('in', thing, container.entity, event);
      }
    }
    // "The letter lies in the drawer."
    if (things.length === 0 && container && (main === 'stay' || event.verb === 'be'))
      for (const thing of event.agents.filter((id) => isThing(id, table)))
        if (thing !== container.entity) begin('in', thing, container.entity, event);
  }
  return relations;
}

function isHolder(id: string, table: EntityTable): boolean {
  const kind = table.entities.get(id)?.kind;
  return kind === 'person' || kind === 'animal';
}

function isThing(id: string, table: EntityTable): boolean {
  const kind = table.entities.get(id)?.kind;
  return kind === 'object' || kind === 'animal';
}
