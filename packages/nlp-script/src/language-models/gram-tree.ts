/** @file Runs of tokens as a tree in flat arrays: the child of a run by a token is the run with the token behind it. */

/** Counted runs. A run is a whole number; 0 is the empty one. */
export interface GramTree {
  /** The run that is `parent` with `token` behind it; −1 where it isn't there. */
  find(parent: number, token: number): number;
  /** As `find`, but makes it where it isn't there; `made` tells which. */
  add(parent: number, token: number): { run: number; made: boolean };
  /** Runs in all. */
  readonly size: number;
}

/** Begins a tree. */
export function createGramTree(): GramTree {
  let capacity = 1 << 12;
  let [parents, tokens, runs] = [new Int32Array(capacity), new Int32Array(capacity), new Int32Array(capacity)];
  let size = 1;
  /** The place of a run, or the free one where it belongs (open addressing, linear probing). */
  const placeOf = (parent: number, token: number): number => {
    let place = (Math.imul(parent, 0x9e3779b1) ^ Math.imul(token + 1, 0x85ebca6b)) >>> 0;
    place = (place ^ (place >>> 15)) & (capacity - 1);
    while (runs[place] !== 0 && (parents[place] !== parent || tokens[place] !== token)) place = (place + 1) & (capacity - 1);
    return place;
  };
  const grow = (): void => {
    const before = { parents, tokens, runs };
    capacity *= 2;
    [parents, tokens, runs] = [new Int32Array(capacity), new Int32Array(capacity), new Int32Array(capacity)];
    before.runs.forEach((run, i) => {
      if (run === 0) return;
      const place = placeOf(before.parents[i], before.tokens[i]);
      [parents[place], tokens[place], runs[place]] = [before.parents[i], before.tokens[i], run];
    });
  };
  return {
    get size() {
      return size;
    },
    find(parent, token) {
      return runs[placeOf(parent, token)] || -1;
    },
    add(parent, token) {
      let place = placeOf(parent, token);
      if (runs[place] !== 0) return { run: runs[place], made: false };
      if (size > capacity * 0.6) {
        grow();
        place = placeOf(parent, token);
      }
      [parents[place], tokens[place], runs[place]] = [parent, token, size++];
      return { run: runs[place], made: true };
    },
  };
}
