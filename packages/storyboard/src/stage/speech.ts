/** @file What faces do during a shot: which mouth somebody makes at a moment, and when eyes blink. */
import { createRandom } from '@filmai/core-tensor/random';
import type { MouthName } from '../figure/index.js';

/** Who talks when, in seconds from the start of the shot. */
export interface ShotSpeechTiming {
  /** Name of a cast member; people who are not in the cast are not seen and are ignored. */
  name: string;
  startSeconds: number;
  endSeconds: number;
  /** Mouths by time from the start of the shot, in order, each until the next. Default: an even chatter. */
  mouths?: readonly { startSeconds: number; mouth: MouthName }[];
}

/** A face at a moment; absent parts are the expression's own. */
export interface FaceState {
  mouth?: MouthName;
  /** 0 is a blink. */
  lid?: number;
}

/** What somebody's face does, by seconds from the start of the shot. */
export type FacePerformance = (seconds: number) => FaceState;

/** Mouths of a chatter; the closed ones keep it from looking like singing. */
const CHATTER: readonly MouthName[] = ['a', 'e', 'i', 'o', 'l', 'e', 'm', 'rest', 'u', 'f'];
/** Length of a mouth of the chatter in seconds: about ten sounds a second, as in speech, drawn on twos. */
const SHORTEST = 0.083;
const LONGEST = 0.15;
const BLINK = 0.125;

/**
 * Prepares the face of one cast member for a shot.
 *
 * @param name - Whose face.
 * @param speech - All speeches of the shot.
 * @param seconds - Length of the shot.
 * @param seed - Seeds chatter and blinks.
 * @param blinks - Whether the eyes are open and near enough for a blink.
 * @returns The performance.
 */
export function performFace(
  name: string,
  speech: readonly ShotSpeechTiming[],
  seconds: number,
  seed: number,
  blinks: boolean,
): FacePerformance {
  const random = createRandom(seed).split(name);
  const mouths = speech
    .filter((line) => line.name === name)
    .flatMap((line) => [
      ...(line.mouths ?? chatter(line, createRandom(seed).split(`${name}/${line.startSeconds}`))),
      { startSeconds: line.endSeconds, mouth: undefined },
    ])
    .toSorted((a, b) => a.startSeconds - b.startSeconds);
  const closings: number[] = [];
  if (blinks) for (let at = random.range(0.6, 3); at < seconds - 0.3; at += random.range(2.2, 5.5)) closings.push(at);
  return (at) => {
    const mouth = mouths.findLast((entry) => entry.startSeconds <= at + 1e-6)?.mouth;
    const blink = closings.some((start) => at >= start && at < start + BLINK);
    return { ...(mouth ? { mouth } : {}), ...(blink ? { lid: 0 } : {}) };
  };
}

/**
 * Checks speeches that may come from anywhere.
 *
 * @param speech - What to check.
 * @throws TypeError and RangeError naming the speech and what is wrong with it.
 */
export function assertSpeech(speech: readonly ShotSpeechTiming[]): void {
  for (const [i, { name, startSeconds, endSeconds }] of speech.entries()) {
    if (typeof name !== 'string') throw new TypeError(`speech[${i}].name: expected text, got ${String(name)}`);
    if (!(Number.isFinite(startSeconds) && Number.isFinite(endSeconds) && endSeconds >= startSeconds)) {
      throw new RangeError(`speech[${i}]: expected startSeconds ≤ endSeconds, got ${startSeconds} and ${endSeconds}`);
    }
  }
}

function chatter(line: ShotSpeechTiming, random: ReturnType<typeof createRandom>): { startSeconds: number; mouth: MouthName }[] {
  const mouths: { startSeconds: number; mouth: MouthName }[] = [];
  let before: MouthName | undefined;
  for (let at = line.startSeconds; at < line.endSeconds; at += random.range(SHORTEST, LONGEST)) {
    const mouth = random.pick(CHATTER.filter((name) => name !== before));
    mouths.push({ startSeconds: at, mouth });
    before = mouth;
  }
  return mouths;
}
