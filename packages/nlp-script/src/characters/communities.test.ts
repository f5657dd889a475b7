import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweenness, pageRank } from './centrality.js';
import { findCommunities } from './communities.js';

const clique = (nodes: readonly number[], weight = 1): { a: number; b: number; weight: number }[] =>
  nodes.flatMap((a, i) => nodes.slice(i + 1).map((b) => ({ a, b, weight })));
const graphs = fc.integer({ min: 2, max: 9 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    edges: fc.array(
      fc.record({
        a: fc.integer({ min: 0, max: size - 1 }),
        b: fc.integer({ min: 0, max: size - 1 }),
        weight: fc.double({ min: 0.1, max: 5, noNaN: true }),
      }),
      { maxLength: 24 },
    ),
  }),
);

describe('communities', () => {
  it('are the cliques that one edge joins', () => {
    const edges = [...clique([0, 2, 4]), ...clique([1, 3, 5]), { a: 4, b: 5, weight: 1 }];
    const { of, modularity } = findCommunities({ size: 6, edges });
    expect(of).toEqual([0, 1, 0, 1, 0, 1]);
    // Two of three edges' ends each inside: Q = 2 · (6/14 − (7/14)²).
    expect(modularity).toBeCloseTo(2 * (6 / 14 - 0.25), 12);
  });

  it('of a ring of cliques are the cliques', () => {
    const cliques = Array.from({ length: 6 }, (_, i) => [0, 1, 2, 3].map((j) => 4 * i + j));
    const edges = [
      ...cliques.flatMap((nodes) => clique(nodes)),
      ...cliques.map(([a], i) => ({ a, b: (4 * i + 7) % 24, weight: 1 })),
    ];
    expect(findCommunities({ size: 24, edges }).of).toEqual(cliques.flatMap((nodes, i) => nodes.map(() => i)));
  });

  it('are the same for a seed, and never worse than leaving every node alone', () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 0, max: 99 }), (graph, seed) => {
        const edges = graph.edges.filter(({ a, b }) => a !== b);
        const first = findCommunities({ ...graph, edges }, { seed });
        expect(findCommunities({ ...graph, edges }, { seed })).toEqual(first);
        expect(first.modularity).toBeGreaterThanOrEqual(aloneModularity(graph.size, edges) - 1e-9);
        expect(first.of[0]).toBe(0);
      }),
      { numRuns: 80 },
    );
  });

  it('of nodes without edges are the nodes', () => {
    expect(findCommunities({ size: 3, edges: [] })).toEqual({ of: [0, 1, 2], modularity: 0 });
    expect(findCommunities({ size: 0, edges: [] }).of).toEqual([]);
  });
});

describe('PageRank', () => {
  it('sums to one', () => {
    fc.assert(
      fc.property(graphs, ({ size, edges }) => {
        const ranks = pageRank({ size, edges: edges.map(({ a, b, weight }) => ({ from: a, to: b, weight })) });
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('follows the weights', () => {
    // A speaks to B thrice as often as to C; both answer A. r(A) = 0.05 + 0.85 (r(B) + r(C)), r(B) = 0.05 + 0.85 · ¾ r(A).
    const edges = [
      { from: 0, to: 1, weight: 3 },
      { from: 0, to: 2, weight: 1 },
      { from: 1, to: 0, weight: 1 },
      { from: 2, to: 0, weight: 1 },
    ];
    const [a, b, c] = pageRank({ size: 3, edges });
    expect(a).toBeCloseTo(0.135 / (1 - 0.85 ** 2), 9);
    expect(b).toBeCloseTo(0.05 + 0.85 * 0.75 * a, 9);
    expect(c).toBeCloseTo(0.05 + 0.85 * 0.25 * a, 9);
  });
});

describe('betweenness', () => {
  it('is whole in the middle of a star and nothing at its tips', () => {
    const edges = [1, 2, 3, 4].map((to) => ({ from: 0, to, weight: 2 }));
    expect(betweenness({ size: 5, edges })).toEqual([1, 0, 0, 0, 0]);
  });

  it('is shared by ways of equal length', () => {
    const edges = [
      { from: 0, to: 1, weight: 1 },
      { from: 1, to: 3, weight: 1 },
      { from: 0, to: 2, weight: 1 },
      { from: 2, to: 3, weight: 1 },
    ];
    // Each of the four lies on half of the ways between its two neighbours: ½ · 2 of 6 ordered pairs.
    for (const value of betweenness({ size: 4, edges })) expect(value).toBeCloseTo(1 / 6, 12);
  });

  it('goes round by the stronger edges', () => {
    const edges = [
      { from: 0, to: 2, weight: 0.2 },
      { from: 0, to: 1, weight: 5 },
      { from: 1, to: 2, weight: 5 },
    ];
    expect(betweenness({ size: 3, edges })).toEqual([0, 1, 0]);
  });
});

function aloneModularity(size: number, edges: readonly { a: number; b: number; weight: number }[]): number {
  const degrees = Array.from({ length: size }, () => 0);
  for (const { a, b, weight } of edges) {
    degrees[a] += weight;
    degrees[b] += weight;
  }
  const whole = degrees.reduce((sum, degree) => sum + degree, 0);
  return whole === 0 ? 0 : -degrees.reduce((sum, degree) => sum + (degree / whole) ** 2, 0);
}
