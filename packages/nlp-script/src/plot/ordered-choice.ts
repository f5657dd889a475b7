/**
 * @file One scene for each of several events that happen in order: the distribution over all ordered choices, by the forward and
 * backward sums of a hidden Markov model (Rabiner 1989), and the choice that is expected to be right or near.
 */

/** What is known after looking at all events together. */
export interface OrderedChoice {
  /** The chosen place of each event. */
  chosen: number[];
  /** For each event the probability of each place, given that all are in order. Rows sum to 1. */
  probabilities: number[][];
}

/** Cost of missing by the whole length, in units of missing at all. */
const DISTANCE_COST = 4;

/**
 * Chooses places in order.
 *
 * @param scores - For each event a log score of each place; all rows of one length, at least 1.
 * @returns Places strictly increasing where there are enough of them, else not decreasing.
 */
export function chooseInOrder(scores: readonly (readonly number[])[]): OrderedChoice {
  const places = scores[0].length;
  const step = places >= scores.length ? 1 : 0;
  const forward = sumForward(scores, step);
  const backward = sumForward(
    scores.toReversed().map((row) => row.toReversed()),
    step,
  )
    .toReversed()
    .map((row) => row.toReversed());
  const probabilities = scores.map((row, event) =>
    softmax(row.map((score, place) => forward[event][place] + backward[event][place] - score)),
  );
  const gains = probabilities.map((row) =>
    row.map((probability, place) => {
      const expected = row.reduce((sum, other, i) => sum + other * Math.abs(i - place), 0);
      return probability - (DISTANCE_COST * expected) / places;
    }),
  );
  return { chosen: bestPath(gains, step), probabilities };
}

/** Log sums over all ordered choices of the events up to each, ending at each place. */
function sumForward(scores: readonly (readonly number[])[], step: 0 | 1): number[][] {
  const rows: number[][] = [[...scores[0]]];
  for (const row of scores.slice(1)) {
    const before = rows.at(-1)!;
    let sum = -Infinity;
    rows.push(
      row.map((score, place) => {
        const from = place - step;
        if (from >= 0) sum = addLogs(sum, before[from]);
        return score + sum;
      }),
    );
  }
  return rows;
}

/** Viterbi over gains: the places of greatest sum in order. */
function bestPath(gains: readonly (readonly number[])[], step: 0 | 1): number[] {
  const best: number[][] = [[...gains[0]]];
  const from: number[][] = [];
  for (const row of gains.slice(1)) {
    const before = best.at(-1)!;
    let most = -1;
    const origins: number[] = [];
    best.push(
      row.map((gain, place) => {
        const candidate = place - step;
        if (candidate >= 0 && (most < 0 || before[candidate] > before[most])) most = candidate;
        origins.push(most);
        return most < 0 ? -Infinity : gain + before[most];
      }),
    );
    from.push(origins);
  }
  const last = best.at(-1)!;
  const path = [last.reduce((most, gain, place) => (gain > last[most] ? place : most), last.length - 1)];
  for (const origins of from.toReversed()) path.unshift(origins[path[0]]);
  return path;
}

function addLogs(a: number, b: number): number {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

function softmax(logs: readonly number[]): number[] {
  const most = Math.max(...logs);
  const powers = logs.map((log) => Math.exp(log - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
