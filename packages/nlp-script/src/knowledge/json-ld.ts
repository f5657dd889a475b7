/** @file A knowledge graph as JSON-LD in the terms of schema.org, with terms of our own where it has none. */
import type { Entity, Evidence, KnowledgeGraph, StoryEvent } from './graph.js';
import { verbClasses } from '../breakdown/verbs.js';

/** A JSON-LD document. */
export interface JsonLdDocument {
  '@context': Record<string, unknown>;
  '@graph': Record<string, unknown>[];
}

/** Options of {@link formatJsonLd}. */
export interface JsonLdOptions {
  /** Base of all ids, an absolute IRI that ends with `/` or `#`. Default `'urn:script:'`. */
  base?: string;
}

/** Terms that schema.org lacks. */
const OWN = 'https://filmai.dev/terms/';

/**
 * A knowledge graph as JSON-LD: the script is a `CreativeWork` with scenes as `hasPart`, people are `Person`, places `Place` with
 * `containedInPlace`, events the fitting kind of `Action` with `agent`, `object`, `recipient`, `location`. Possession, presence, knowledge
 * and causes are statements of their own terms (`filmai:`), each with the line it rests on as `citation`.
 *
 * @param graph - From `buildKnowledgeGraph`.
 * @param options - See {@link JsonLdOptions}.
 * @throws RangeError where `base` is no absolute IRI.
 * @see https://www.w3.org/TR/json-ld11/ and https://schema.org/Action
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { buildKnowledgeGraph, formatJsonLd } from '@filmai/nlp-script/knowledge';
 *
 * const { screenplay } = parseFountain('INT. CABIN - NIGHT\n\nANNA, 30, hides a key.\n');
 * const document = formatJsonLd(buildKnowledgeGraph(screenplay), { base: 'https://example.org/cabin/' });
 * document['@graph'][0]?.['@type']; // 'CreativeWork'
 * ```
 */
export function formatJsonLd(graph: KnowledgeGraph, options: JsonLdOptions = {}): JsonLdDocument {
  const base = options.base ?? 'urn:script:';
  if (!/^[a-z][a-z\d+.-]*:\S*$/i.test(base)) throw new RangeError(`base is ${JSON.stringify(base)}; expected an absolute IRI.`);
  const iri = (id: string): string => base + encodeURI(id.replaceAll(':', '/'));
  const ref = (id: string): { '@id': string } => ({ '@id': iri(id) });
  const sceneIri = (scene: number): string => `${base}scene/${scene}`;
  const cited = ({ scene, span, quote }: Evidence): Record<string, unknown> => ({
    isPartOf: { '@id': sceneIri(scene) },
    citation: quote,
    'filmai:line': span.start.line,
    'filmai:startOffset': span.start.offset,
    'filmai:endOffset': span.end.offset,
  });
  const statement = (type: string, id: string, fields: Record<string, unknown>, evidence: Evidence): Record<string, unknown> => ({
    '@id': `${base}${id}`,
    '@type': `filmai:${type}`,
    ...fields,
    ...cited(evidence),
  });
  return {
    '@context': {
      '@vocab': 'https://schema.org/',
      filmai: OWN,
      'filmai:from': { '@type': '@id' },
      'filmai:to': { '@type': '@id' },
    },
    '@graph': [
      {
        '@id': `${base}script`,
        '@type': 'CreativeWork',
        ...(graph.title ? { name: graph.title } : {}),
        inLanguage: graph.language,
        genre: 'screenplay',
        character: graph.entities.filter(({ kind }) => kind === 'person').map(({ id }) => ref(id)),
        hasPart: graph.scenes.map(({ index }) => ({ '@id': sceneIri(index) })),
      },
      ...graph.scenes.map((scene) => ({
        '@id': sceneIri(scene.index),
        '@type': 'CreativeWork',
        name: scene.heading,
        position: scene.index + 1,
        ...(scene.place ? { contentLocation: ref(scene.place) } : {}),
        'filmai:sceneNumber': scene.number,
        'filmai:present': scene.present.map(({ who }) => ref(who)),
      })),
      ...graph.entities.map((entity) => ({
        ...ref(entity.id),
        '@type': typeOf(entity),
        name: entity.name,
        ...(entity.aliases.length > 0 ? { alternateName: entity.aliases } : {}),
        ...(entity.description ? { description: entity.description } : {}),
        ...(entity.within ? { containedInPlace: ref(entity.within) } : {}),
        ...(entity.sort ? { additionalType: entity.sort } : entity.category ? { additionalType: entity.category } : {}),
      })),
      ...graph.events.map((event) => ({
        ...ref(event.id),
        '@type': actionOf(event),
        name: event.verb,
        ...(event.agents.length > 0 ? { agent: event.agents.map(ref) } : {}),
        ...(event.objects.length > 0 ? { object: event.objects.map(ref) } : {}),
        ...(event.recipients.length > 0 ? { recipient: event.recipients.map(ref) } : {}),
        ...(event.place ? { location: ref(event.place) } : {}),
        ...(event.negated ? { 'filmai:negated': true } : {}),
        ...cited(event),
      })),
      ...graph.relations.map((relation, i) =>
        statement(
          'Relation',
          `relation/${i}`,
          { 'filmai:kind': relation.kind, 'filmai:from': iri(relation.from), 'filmai:to': iri(relation.to) },
          relation,
        ),
      ),
      ...graph.knowledge.map((state, i) =>
        statement(
          'Knowledge',
          `knowledge/${i}`,
          {
            agent: ref(state.who),
            about: ref(state.about),
            'filmai:how': state.how,
            'filmai:confidence': state.confidence,
            ...(state.from ? { 'filmai:toldBy': ref(state.from) } : {}),
          },
          state,
        ),
      ),
      ...graph.causes.map((link, i) =>
        statement(
          'Cause',
          `cause/${i}`,
          {
            'filmai:evidence': link.evidence,
            description: link.reason,
            'filmai:confidence': link.confidence,
            ...(link.cause.event ? { 'filmai:from': iri(link.cause.event) } : { 'filmai:fromText': link.cause.quote }),
            ...(link.effect.event ? { 'filmai:to': iri(link.effect.event) } : { 'filmai:toText': link.effect.quote }),
          },
          link.cause,
        ),
      ),
    ],
  };
}

function typeOf({ kind, category }: Entity): string {
  if (kind === 'person') return 'Person';
  if (kind === 'place') return 'Place';
  return category === 'vehicle' ? 'Vehicle' : 'Thing';
}

function actionOf({ verb }: StoryEvent): string {
  switch (verbClasses(verb)[0]) {
    case 'take':
      return verb === 'find' || verb === 'discover' ? 'FindAction' : 'TakeAction';
    case 'give':
      return 'GiveAction';
    case 'see':
      return 'WatchAction';
    case 'read':
      return 'ReadAction';
    case 'say':
      return 'CommunicateAction';
    case 'enter':
      return 'ArriveAction';
    case 'leave':
      return 'DepartAction';
    case 'go':
      return 'MoveAction';
    case 'use':
      return 'UseAction';
    default:
      return 'Action';
  }
}
