/** @file How central the nodes of a graph are: PageRank and betweenness. Nodes are 0 … size − 1. */

/** A directed graph with weights above 0, at most one edge from one node to another. */
export interface DirectedGraph {
  size: number;
  edges: readonly { from: number; to: number; weight: number }[];
}

/**
 * PageRank with weights: the share of time that a walk spends at each node which follows an edge in proportion to its weight, or jumps
 * anywhere with probability 1 − damping, or where there is no edge.
 *
 * @param graph - The graph.
 * @param damping - 0 to 1. Default 0.85.
 * @returns One value a node; they sum to 1.
 * @see L. Page, S. Brin, R. Motwani, T. Winograd, "The PageRank Citation Ranking", 1999
 */
export function pageRank({ size, edges }: DirectedGraph, damping = 0.85): number[] {
  const out = Array.from({ length: size }, () => 0);
  for (const { from, weight } of edges) out[from] += weight;
  let ranks = Array.from({ length: size }, () => 1 / size);
  for (let round = 0; round < 200; round++) {
    const lost = ranks.reduce((sum, rank, node) => sum + (out[node] === 0 ? rank : 0), 0);
    const next = Array.from({ length: size }, () => (1 - damping + damping * lost) / size);
    for (const { from, to, weight } of edges) next[to] += (damping * ranks[from] * weight) / out[from];
    const change = next.reduce((sum, rank, node) => sum + Math.abs(rank - ranks[node]), 0);
    ranks = next;
    if (change < 1e-12) break;
  }
  return ranks;
}

/**
 * Betweenness without direction: the share of pairs of other nodes whose shortest way leads through a node, where an edge of weight w has
 * length 1 / w; ways of equal length share.
 *
 * @param graph - Weights of both directions are added.
 * @returns One value a node, 0 to 1.
 * @see U. Brandes, "A Faster Algorithm for Betweenness Centrality", Journal of Mathematical Sociology, 2001
 */
export function betweenness({ size, edges }: DirectedGraph): number[] {
  const weights = Array.from({ length: size }, () => new Map<number, number>());
  for (const { from, to, weight } of edges) {
    if (from === to) continue;
    weights[from].set(to, (weights[from].get(to) ?? 0) + weight);
    weights[to].set(from, (weights[to].get(from) ?? 0) + weight);
  }
  const sums = Array.from({ length: size }, () => 0);
  for (let source = 0; source < size; source++) addDependencies(source, weights, sums);
  const pairs = (size - 1) * (size - 2);
  return sums.map((sum) => (pairs <= 0 ? 0 : sum / pairs));
}

/** Lengths within this of each other are equal. */
const SAME_LENGTH = 1e-9;

/** Dijkstra from one node, then the dependencies of all others added up from the far end. */
function addDependencies(source: number, weights: readonly ReadonlyMap<number, number>[], sums: number[]): void {
  const size = weights.length;
  const lengths = Array.from({ length: size }, () => Infinity);
  const ways = Array.from({ length: size }, () => 0);
  const before = Array.from({ length: size }, (): number[] => []);
  const open = new Set<number>([source]);
  const settled: number[] = [];
  lengths[source] = 0;
  ways[source] = 1;
  while (open.size > 0) {
    let node = -1;
    for (const each of open) if (node < 0 || lengths[each] < lengths[node]) node = each;
    open.delete(node);
    settled.push(node);
    for (const [other, weight] of weights[node]) {
      const length = lengths[node] + 1 / weight;
      if (length < lengths[other] - SAME_LENGTH) {
        lengths[other] = length;
        ways[other] = ways[node];
        before[other] = [node];
        open.add(other);
      } else if (Math.abs(length - lengths[other]) <= SAME_LENGTH) {
        ways[other] += ways[node];
        before[other].push(node);
      }
    }
  }
  const dependencies = Array.from({ length: size }, () => 0);
  for (const node of settled.toReversed()) {
    for (const earlier of before[node]) dependencies[earlier] += (ways[earlier] / ways[node]) * (1 + dependencies[node]);
    if (node !== source) sums[node] += dependencies[node];
  }
}
