/**
 * @file Where dropout's random numbers stand. They are a hash of a seed, a count of the calls and the place in the tensor, so that two
 * numbers are the whole state, and a resumed training drops what the unbroken one would have dropped.
 */
import { createRandom } from '../../random/index.js';

/** Where dropout's random numbers stand. Plain JSON. */
export interface DropoutState {
  /** The hashed seed. */
  seed: number;
  /** Calls made since the seed was set. */
  calls: number;
}

const state: DropoutState = { seed: 0, calls: 0 };

/**
 * Starts dropout's random numbers anew, for all dropout layers on the wasm backend with our kernels. Before the first call the seed is 0.
 *
 * @param seed - Any number or text; equal seeds drop the same in the same order of calls.
 * @example
 * ```ts
 * import { saveDropoutState, setDropoutSeed } from '@filmai/core-tensor/kernels';
 *
 * setDropoutSeed(7);
 * console.log(saveDropoutState().calls); // 0
 * ```
 */
export function setDropoutSeed(seed: number | string): void {
  restoreDropoutState({ seed: createRandom(seed).save().seed, calls: 0 });
}

/** Where dropout's random numbers stand, for a checkpoint. */
export function saveDropoutState(): DropoutState {
  return { ...state };
}

/** Goes on from where `saveDropoutState` was called. */
export function restoreDropoutState({ seed, calls }: DropoutState): void {
  Object.assign(state, { seed, calls });
}

/**
 * Keys of the next call.
 *
 * @param own - A layer's own seed, which makes its numbers differ from those of others.
 */
export function nextDropoutKeys(own = 0): [number, number] {
  const call = state.calls++;
  const first = mix(mix(state.seed ^ mix(own)) + Math.imul(call, 0x9e3779b9));
  return [first, mix(first ^ 0x243f6a88 ^ Math.floor(call / 2 ** 32))];
}

/** MurmurHash3's 32-bit finaliser. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
