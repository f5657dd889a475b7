/** @file Joins chains that run on straight through a junction: long confident lines instead of stubs. */

/** One end of a chain at a junction, with the unit direction in which the chain leaves it. */
interface End {
  chain: number;
  head: boolean;
  dx: number;
  dy: number;
}

/** Cosine of the angle that two chains may differ from a straight line. */
const STRAIGHT = -0.93;

/**
 * Joins chains of lattice points.
 *
 * @param chains - Points as `y × columns + x`; chains share points only at their ends.
 * @param columns - Points in a row of the lattice.
 * @returns The joined chains; every crack is still in exactly one of them.
 */
export function joinThroughJunctions(chains: readonly number[][], columns: number): number[][] {
  const junctions = new Map<number, End[]>();
  for (const [index, chain] of chains.entries()) {
    if (chain[0] === chain[chain.length - 1]) continue;
    for (const head of [true, false]) {
      const at = head ? chain[0] : chain[chain.length - 1];
      const end = { chain: index, head, ...direction(chain, head, columns) };
      const ends = junctions.get(at);
      if (ends) ends.push(end);
      else junctions.set(at, [end]);
    }
  }
  // Index 2 × chain is its head, 2 × chain + 1 its tail; −1 is a loose end.
  const link = new Int32Array(chains.length * 2).fill(-1);
  for (const ends of junctions.values()) pairUp(ends, link);
  const used = new Uint8Array(chains.length);
  const joined: number[][] = [];
  for (let i = 0; i < chains.length; i++) {
    if (used[i]) continue;
    used[i] = 1;
    const onward = follow(i * 2 + 1, chains, link, used);
    const backward = follow(i * 2, chains, link, used);
    joined.push([...backward.toReversed(), ...chains[i], ...onward]);
  }
  return joined;
}

/** Links the straightest pairs of ends at one junction. */
function pairUp(ends: readonly End[], link: Int32Array): void {
  const pairs: { cosine: number; i: number; j: number }[] = [];
  for (let i = 0; i < ends.length; i++) {
    for (let j = i + 1; j < ends.length; j++) {
      const cosine = ends[i].dx * ends[j].dx + ends[i].dy * ends[j].dy;
      if (ends[i].chain !== ends[j].chain && cosine <= STRAIGHT) pairs.push({ cosine, i, j });
    }
  }
  const key = (end: End): number => end.chain * 2 + (end.head ? 0 : 1);
  for (const { i, j } of pairs.toSorted((a, b) => a.cosine - b.cosine)) {
    const [a, b] = [key(ends[i]), key(ends[j])];
    if (link[a] >= 0 || link[b] >= 0) continue;
    link[a] = b;
    link[b] = a;
  }
}

/** All points beyond an end, chain after chain. */
function follow(end: number, chains: readonly number[][], link: Int32Array, used: Uint8Array): number[] {
  const points: number[] = [];
  for (let next = link[end]; next >= 0 && !used[next >> 1];) {
    const chain = chains[next >> 1];
    used[next >> 1] = 1;
    const enteredAtHead = (next & 1) === 0;
    if (enteredAtHead) for (let i = 1; i < chain.length; i++) points.push(chain[i]);
    else for (let i = chain.length - 2; i >= 0; i--) points.push(chain[i]);
    next = link[enteredAtHead ? next + 1 : next - 1];
  }
  return points;
}

function direction(chain: readonly number[], head: boolean, columns: number): { dx: number; dy: number } {
  const reach = Math.min(12, chain.length - 1);
  const from = head ? chain[0] : chain[chain.length - 1];
  const to = head ? chain[reach] : chain[chain.length - 1 - reach];
  const dx = (to % columns) - (from % columns);
  const dy = Math.floor(to / columns) - Math.floor(from / columns);
  const l = Math.hypot(dx, dy) || 1;
  return { dx: dx / l, dy: dy / l };
}
