import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Breakdown } from '../breakdown/index.js';
import { breakDown } from '../breakdown/index.js';
import { parseFountain } from '../fountain/index.js';
import { findAddressees } from './addressees.js';
import { formatGraphMl } from './graphml.js';
import { mapCharacterNetwork } from './network.js';

const read = (text: string): Breakdown => breakDown(parseFountain(text).screenplay);
const addressed = (text: string): string[] =>
  findAddressees(read(text)).map(({ from, to, rule }) => `${from.join('+')} → ${to ?? 'nobody'} (${rule ?? 'none'})`);

describe('whom a speech is for', () => {
  it('is the only other speaker', () => {
    expect(addressed('INT. HALL - DAY\n\nMARA\nWell?\n\nTEO\nNo.\n')).toEqual([
      'MARA → TEO (only-other)',
      'TEO → MARA (only-other)',
    ]);
  });

  it('is who is called, not who is spoken of', () => {
    const scene = (line: string): string => `INT. HALL - DAY\n\nTEO\nHm.\n\nINES\nHm.\n\nMARA\n${line}\n`;
    expect(addressed(scene('Teo, the door.')).at(-1)).toBe('MARA → TEO (vocative)');
    expect(addressed(scene('Shut the door, Teo!')).at(-1)).toBe('MARA → TEO (vocative)');
    expect(addressed(scene('I saw Teo at the door.')).at(-1)).toBe('MARA → INES (answers)');
  });

  it('is who the bracket names', () => {
    const text = 'INT. HALL - DAY\n\nINES\nHm.\n\nTEO\nHm.\n\nMARA\n(to Ines)\nShut the door.\n';
    expect(addressed(text).at(-1)).toBe('MARA → INES (parenthetical)');
  });

  it('is nobody for a speaker alone and for a voice that nobody answers', () => {
    expect(addressed('INT. HALL - DAY\n\nMARA\nHello?\n')).toEqual(['MARA → nobody (none)']);
    expect(addressed('INT. HALL - DAY\n\nMARA (V.O.)\nIt was winter.\n')).toEqual(['MARA → nobody (none)']);
  });
});

describe('the network', () => {
  const talk = (a: string, b: string, times: number): string => `${a}\nYes, I think so.\n\n${b}\nNo, I do not.\n\n`.repeat(times);
  const text = `INT. BAR - DAY\n\n${talk('MARA', 'TEO', 3)}INT. SHIP - DAY\n\n${talk('INES', 'ODD', 3)}EXT. PIER - DAY\n\n${talk('MARA', 'INES', 1)}`;
  const network = mapCharacterNetwork(read(text));

  it('counts speeches, words and scenes of each direction', () => {
    expect(network.speaks.find(({ from, to }) => from === 'MARA' && to === 'TEO')).toEqual({
      from: 'MARA',
      to: 'TEO',
      speeches: 3,
      words: 12,
      scenes: [0],
    });
    expect(network.speaks.reduce((sum, { speeches }) => sum + speeches, 0)).toBe(14);
  });

  it('finds who belongs together and who joins them', () => {
    expect(network.communities.map(({ members }) => members.toSorted())).toEqual([
      ['MARA', 'TEO'],
      ['INES', 'ODD'],
    ]);
    const between = Object.fromEntries(network.nodes.map(({ name, betweenness }) => [name, betweenness]));
    expect(between['MARA']).toBeCloseTo(2 / 3, 10);
    expect(between['TEO']).toBe(0);
    expect(network.density).toBeCloseTo(3 / 6, 10);
  });

  it('of a script without people is empty, and of one person alone', () => {
    expect(mapCharacterNetwork(read(''))).toMatchObject({ nodes: [], speaks: [], communities: [], density: 0, modularity: 0 });
    expect(mapCharacterNetwork(read('INT. HALL - DAY\n\nMARA\nHello?\n')).nodes).toMatchObject([
      { name: 'MARA', degree: 0, pageRank: 1, betweenness: 0, community: 0 },
    ]);
  });

  it('refuses a resolution below nothing', () => {
    expect(() => mapCharacterNetwork(read(text), { resolution: -1 })).toThrow(RangeError);
  });

  it('has its ranks from the whole script', () => {
    const sample = readFileSync(
      fileURLToPath(new URL('../../../../examples/animatic/scripts/sample.fountain', import.meta.url)),
      'utf8',
    );
    const { nodes } = mapCharacterNetwork(read(sample));
    expect(nodes.toSorted((a, b) => b.pageRank - a.pageRank)[0].name).toBe('HESTER');
    expect(nodes.reduce((sum, { pageRank }) => sum + pageRank, 0)).toBeCloseTo(1, 9);
  });
});

describe('GraphML', () => {
  it('is XML with every node and edge, whatever the names hold', () => {
    const network = mapCharacterNetwork(read('INT. HALL - DAY\n\n@O\'Neil & "Co" <1>\nYes?\n\n@小明\n是。\n'));
    const names: string[] = [];
    const tags: string[] = [];
    let key = '';
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      tags.push(name);
      key = String(attributes['key'] ?? '');
    });
    parser.on('text', (value) => {
      if (key === 'name' && value.trim() !== '') names.push(value);
    });
    parser.write(formatGraphMl(network)).close();
    expect(names).toEqual(network.nodes.map(({ name }) => name));
    expect(names).toContain('小明');
    expect(tags.filter((tag) => tag === 'node')).toHaveLength(network.nodes.length);
    expect(tags.filter((tag) => tag === 'edge')).toHaveLength(network.speaks.length);
  });
});
