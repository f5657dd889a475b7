/** @file Who speaks to whom: the network of a script's characters, its communities, and who stands in its middle. */
import type { Breakdown } from '../breakdown/breakdown.js';
import { findAddressees } from './addressees.js';
import { betweenness, pageRank } from './centrality.js';
import { findCommunities } from './communities.js';

/** A character in the network. */
export interface NetworkNode {
  name: string;
  /** Speeches and spoken words. */
  lines: number;
  words: number;
  /** How many scenes they appear or speak in. */
  scenes: number;
  /** How many others they exchange a word with or share a scene with. */
  degree: number;
  /** Speeches to and from them. */
  strength: number;
  /** Share of a walk along the speeches that is spent with them, 0 to 1; all sum to 1. */
  pageRank: number;
  /** Share of the shortest ways between others that lead over them, 0 to 1. */
  betweenness: number;
  /** Number of their community, from 0. */
  community: number;
}

/** One character speaks to another. */
export interface NetworkEdge {
  from: string;
  to: string;
  /** Speeches. */
  speeches: number;
  /** Words of them. */
  words: number;
  /** Scenes (indices from 0) in which it happens; for an edge without speeches, in which both are. */
  scenes: number[];
}

/** The network. Plain JSON. */
export interface CharacterNetwork {
  /** Whom a speech is for is read by rules, communities by the Louvain method. */
  method: 'addressee-rules+louvain';
  /** In the order of the breakdown. */
  nodes: NetworkNode[];
  /** Speeches from one to another, most first. */
  speaks: NetworkEdge[];
  /** Pairs that share scenes, whether they speak or not; `from` comes first in the breakdown. */
  together: { from: string; to: string; scenes: number[] }[];
  communities: { members: string[] }[];
  /** How clearly the communities are parted, −0.5 to 1; above 0.3 they are worth a look. */
  modularity: number;
  /** Share of the pairs that speak, 0 to 1. */
  density: number;
}

/** Weight of a shared scene against a speech, in the network that communities and centrality are read from. */
const SHARED_SCENE = 0.5;

/**
 * The network of the characters.
 *
 * @param breakdown - The breakdown of the script.
 * @param options - `seed` of the search for communities, default 7; `resolution` above 1 makes smaller ones, default 1.
 * @throws RangeError where `resolution` isn't above 0.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { mapCharacterNetwork } from '@filmai/nlp-script/characters';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nMARA\nTeo, the door!\n\nTEO\nIt is shut.\n');
 * mapCharacterNetwork(breakDown(screenplay)).speaks.map(({ from, to }) => `${from} → ${to}`); // ['MARA → TEO', 'TEO → MARA']
 * ```
 */
export function mapCharacterNetwork(
  breakdown: Breakdown,
  options: { seed?: number; resolution?: number } = {},
): CharacterNetwork {
  if (options.resolution !== undefined && !(options.resolution > 0))
    throw new RangeError(`resolution is ${options.resolution}; expected a number above 0.`);
  const { characters } = breakdown;
  const names = characters.map(({ name }) => name);
  const index = new Map(names.map((name, i) => [name, i]));
  const speaks = collectSpeaking(breakdown);
  const together = collectTogether(breakdown);
  const speech = speaks.map(({ from, to, speeches }) => ({ from: index.get(from)!, to: index.get(to)!, weight: speeches }));
  const shared = together.map(({ from, to, scenes }) => ({
    from: index.get(from)!,
    to: index.get(to)!,
    weight: scenes.length * SHARED_SCENE,
  }));
  const directed = addUp([...speech, ...shared, ...shared.map(({ from, to, weight }) => ({ from: to, to: from, weight }))]);
  const ranks = pageRank({ size: names.length, edges: directed });
  const between = betweenness({ size: names.length, edges: directed });
  const { of, modularity } = findCommunities(
    { size: names.length, edges: [...speech, ...shared].map(({ from, to, weight }) => ({ a: from, b: to, weight })) },
    options,
  );
  const nodes = characters.map(({ name, lines, words, scenes }, i): NetworkNode => ({
    name,
    lines,
    words,
    scenes: scenes.length,
    degree: new Set(directed.filter(({ from }) => from === i).map(({ to }) => to)).size,
    strength: speaks.reduce((sum, edge) => sum + (edge.from === name || edge.to === name ? edge.speeches : 0), 0),
    pageRank: ranks[i],
    betweenness: between[i],
    community: of[i],
  }));
  const pairs = new Set(speaks.map(({ from, to }) => [from, to].toSorted().join('\n'))).size;
  const possible = (names.length * (names.length - 1)) / 2;
  const communities = Array.from({ length: of.length === 0 ? 0 : Math.max(...of) + 1 }, (_, number) => ({
    members: names.filter((_name, i) => of[i] === number),
  }));
  return {
    method: 'addressee-rules+louvain',
    nodes,
    speaks,
    together,
    communities,
    modularity,
    density: possible === 0 ? 0 : pairs / possible,
  };
}

function collectSpeaking(breakdown: Breakdown): NetworkEdge[] {
  const known = new Set(breakdown.characters.map(({ name }) => name));
  const edges = new Map<string, NetworkEdge>();
  for (const { speech, from, to } of findAddressees(breakdown)) {
    if (to === undefined || !known.has(to)) continue;
    for (const speaker of from) {
      if (!known.has(speaker)) continue;
      const key = `${speaker}\n${to}`;
      const edge = edges.get(key) ?? { from: speaker, to, speeches: 0, words: 0, scenes: [] };
      edges.set(key, edge);
      edge.speeches++;
      edge.words += speech.words;
      if (edge.scenes.at(-1) !== speech.scene) edge.scenes.push(speech.scene);
    }
  }
  return [...edges.values()].sort((a, b) => b.speeches - a.speeches);
}

function collectTogether({ scenes, characters }: Breakdown): CharacterNetwork['together'] {
  const order = new Map(characters.map(({ name }, i) => [name, i]));
  const pairs = new Map<string, { from: string; to: string; scenes: number[] }>();
  for (const scene of scenes) {
    const present = scene.characters.map(({ name }) => name).sort((a, b) => order.get(a)! - order.get(b)!);
    for (const [i, from] of present.entries()) {
      for (const to of present.slice(i + 1)) {
        const key = `${from}\n${to}`;
        const pair = pairs.get(key) ?? { from, to, scenes: [] };
        pairs.set(key, pair);
        pair.scenes.push(scene.index);
      }
    }
  }
  return [...pairs.values()];
}

function addUp(edges: readonly { from: number; to: number; weight: number }[]): { from: number; to: number; weight: number }[] {
  const sums = new Map<string, { from: number; to: number; weight: number }>();
  for (const { from, to, weight } of edges) {
    const key = `${from}/${to}`;
    const sum = sums.get(key) ?? { from, to, weight: 0 };
    sums.set(key, sum);
    sum.weight += weight;
  }
  return [...sums.values()];
}
