/**
 * @file Communities of a weighted graph by the Louvain method: V. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, "Fast unfolding of
 * communities in large networks", Journal of Statistical Mechanics, 2008.
 */
import { createRandom } from '@filmai/core-tensor/random';
import type { Random } from '@filmai/core-tensor/random';

/** An undirected graph: nodes are 0 … size − 1. Edges between the same two nodes add up. */
export interface WeightedGraph {
  size: number;
  edges: readonly { a: number; b: number; weight: number }[];
}

/** A partition of the nodes. */
export interface Communities {
  /** Community of each node, numbered from 0 in the order of their first nodes. */
  of: number[];
  /** Newman's modularity of the partition, −0.5 to 1; 0 for a graph without edges. */
  modularity: number;
}

/** Gains below this are rounding. */
const LEAST_GAIN = 1e-12;

/**
 * Finds communities.
 *
 * @param graph - Weights must be finite and at least 0.
 * @param options - `seed` decides the order in which nodes are tried (default 7); `resolution` above 1 makes smaller communities (default 1).
 * @returns The same for the same seed. Nodes without edges are communities of their own.
 * @example
 * ```ts
 * import { findCommunities } from '@filmai/nlp-script/characters';
 *
 * const edges = [
 *   { a: 0, b: 1, weight: 3 },
 *   { a: 2, b: 3, weight: 3 },
 *   { a: 1, b: 2, weight: 1 },
 * ];
 * findCommunities({ size: 4, edges }).of; // [0, 0, 1, 1]
 * ```
 */
export function findCommunities(graph: WeightedGraph, options: { seed?: number; resolution?: number } = {}): Communities {
  const resolution = options.resolution ?? 1;
  const random = createRandom(options.seed ?? 7).split('louvain');
  let level = adjacencyOf(graph);
  let of = level.map((_, node) => node);
  for (let pass = 0; ; pass++) {
    const labels = moveNodes(level, resolution, random.split(pass));
    if (new Set(labels).size === level.length) break;
    const numbers = numberInOrder(labels);
    of = of.map((node) => numbers[node]);
    level = mergeNodes(level, numbers);
  }
  of = numberInOrder(of);
  return { of, modularity: modularityOf(adjacencyOf(graph), of) };
}

/** For each node its neighbours' weights; the entry of the node itself is twice its loops. */
type Adjacency = Map<number, number>[];

function adjacencyOf({ size, edges }: WeightedGraph): Adjacency {
  const adjacency = Array.from({ length: size }, () => new Map<number, number>());
  for (const { a, b, weight } of edges) {
    if (weight === 0) continue;
    adjacency[a].set(b, (adjacency[a].get(b) ?? 0) + weight);
    adjacency[b].set(a, (adjacency[b].get(a) ?? 0) + weight);
  }
  return adjacency;
}

/** First phase: each node joins the neighbouring community of greatest gain until none gains. */
function moveNodes(adjacency: Adjacency, resolution: number, random: Random): number[] {
  const labels = adjacency.map((_, node) => node);
  const degrees = adjacency.map(weightOf);
  const totals = [...degrees];
  const whole = degrees.reduce((sum, degree) => sum + degree, 0);
  if (whole === 0) return labels;
  const order = random.shuffle(labels);
  for (let moved = true; moved;) {
    moved = false;
    for (const node of order) {
      const links = new Map<number, number>();
      for (const [other, weight] of adjacency[node])
        if (other !== node) links.set(labels[other], (links.get(labels[other]) ?? 0) + weight);
      const own = labels[node];
      totals[own] -= degrees[node];
      const gain = (label: number): number => (links.get(label) ?? 0) - (resolution * totals[label] * degrees[node]) / whole;
      let best = own;
      for (const label of links.keys()) if (gain(label) > gain(best) + LEAST_GAIN) best = label;
      totals[best] += degrees[node];
      if (best === own) continue;
      labels[node] = best;
      moved = true;
    }
  }
  return labels;
}

/** Second phase: communities become nodes; what was inside becomes loops. */
function mergeNodes(adjacency: Adjacency, labels: readonly number[]): Adjacency {
  const merged = Array.from({ length: Math.max(...labels) + 1 }, () => new Map<number, number>());
  for (const [node, neighbours] of adjacency.entries()) {
    const row = merged[labels[node]];
    for (const [other, weight] of neighbours) row.set(labels[other], (row.get(labels[other]) ?? 0) + weight);
  }
  return merged;
}

function modularityOf(adjacency: Adjacency, labels: readonly number[]): number {
  const whole = adjacency.reduce((sum, neighbours) => sum + weightOf(neighbours), 0);
  if (whole === 0) return 0;
  const inside = new Map<number, number>();
  const totals = new Map<number, number>();
  for (const [node, neighbours] of adjacency.entries()) {
    const label = labels[node];
    totals.set(label, (totals.get(label) ?? 0) + weightOf(neighbours));
    for (const [other, weight] of neighbours) if (labels[other] === label) inside.set(label, (inside.get(label) ?? 0) + weight);
  }
  return [...totals].reduce((sum, [label, total]) => sum + (inside.get(label) ?? 0) / whole - (total / whole) ** 2, 0);
}

function weightOf(neighbours: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const weight of neighbours.values()) sum += weight;
  return sum;
}

function numberInOrder(labels: readonly number[]): number[] {
  const numbers = new Map<number, number>();
  return labels.map((label) => {
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  });
}
