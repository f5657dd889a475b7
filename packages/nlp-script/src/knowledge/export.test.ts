/** @file The graph in the formats of others. */
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/index.js';
import { buildKnowledgeGraph } from './build-graph.js';
import { formatGraphMl } from './graph-ml.js';
import { formatJsonLd } from './json-ld.js';

const graph = buildKnowledgeGraph(
  parseFountain(
    'INT. MANOR - HALL - DAY\n\nANNA, 30, gives BEN, 40, a key & a "map" <old>. Ben opens the safe because Anna has the code.\n\nBEN\nThe key fits.\n',
  ).screenplay,
);

describe('formatJsonLd', () => {
  const document = formatJsonLd(graph, { base: 'https://example.org/oven/' });

  it('uses the terms of schema.org for what it has terms for', () => {
    const typed = (type: string): Record<string, unknown>[] => document['@graph'].filter((node) => node['@type'] === type);
    expect(typed('Person').map(({ name }) => name)).toEqual(['ANNA', 'BEN']);
    expect(typed('GiveAction')).toMatchObject([
      {
        agent: [{ '@id': 'https://example.org/oven/person/anna' }],
        recipient: [{ '@id': 'https://example.org/oven/person/ben' }],
      },
    ]);
    expect(typed('Place').find(({ name }) => name === 'hall')).toMatchObject({
      containedInPlace: { '@id': 'https://example.org/oven/place/manor' },
    });
    expect(typed('filmai:Knowledge').length).toBe(graph.knowledge.length);
  });

  it('refers to nothing that it does not hold, and gives every node one id', () => {
    const ids = document['@graph'].map((node) => node['@id']);
    expect(new Set(ids).size).toBe(ids.length);
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(walk);
      else if (typeof value === 'object' && value !== null) {
        const keys = Object.keys(value);
        if (keys.length === 1 && keys[0] === '@id') expect(ids).toContain((value as { '@id': string })['@id']);
        else Object.values(value).forEach(walk);
      }
    };
    walk(document['@graph']);
  });

  it('survives JSON and refuses a base that is no address', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(() => formatJsonLd(graph, { base: 'oven' })).toThrow(RangeError);
  });
});

describe('formatGraphMl', () => {
  it('is XML whose edges all end at nodes', () => {
    const nodes = new Set<string>();
    const ends: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'node') nodes.add(attributes.id);
      if (name === 'edge') ends.push(attributes.source, attributes.target);
    });
    parser.write(formatGraphMl(graph)).close();
    expect(nodes.size).toBe(graph.entities.length + graph.events.length);
    expect(ends.length).toBeGreaterThan(10);
    for (const end of ends) expect(nodes.has(end), end).toBe(true);
  });
});
