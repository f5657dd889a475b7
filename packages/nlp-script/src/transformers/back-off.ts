/** @file Tries again what may go better the next time: after a pause that doubles with each attempt. */
import { setTimeout as pause } from 'node:timers/promises';

/** How often and how long. */
export interface BackOffOptions {
  /** All attempts together, at least 1. */
  attempts: number;
  /** Milliseconds before the second attempt; each further pause is twice as long. Default 500. */
  firstPauseMs?: number;
  /** Longest pause, in milliseconds. Default 30 s. */
  longestPauseMs?: number;
  /** Whether another attempt makes sense. Default: {@link isRetryable}. */
  retryable?: (error: unknown) => boolean;
  /** Milliseconds that the other side asked for, if it did. */
  askedPauseMs?: (error: unknown) => number | undefined;
  signal?: AbortSignal;
}

/**
 * Runs work until it succeeds, the attempts are used up or the failure is one that stays.
 *
 * @param work - Is given the number of the attempt, from 1.
 * @throws The last failure; the signal's reason where it is cancelled in a pause.
 */
export async function retryWithBackOff<T>(work: (attempt: number) => Promise<T>, options: BackOffOptions): Promise<T> {
  const { attempts, firstPauseMs = 500, longestPauseMs = 30_000, retryable = isRetryable, askedPauseMs, signal } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      signal?.throwIfAborted();
      if (attempt >= attempts || !retryable(error)) throw error;
      const wait = Math.min(longestPauseMs, askedPauseMs?.(error) ?? firstPauseMs * 2 ** (attempt - 1));
      await pause(wait, undefined, { signal }).catch((stopped: unknown) => {
        signal?.throwIfAborted();
        throw stopped;
      });
    }
  }
}

/** Names that Node and its fetch give to a network that isn't there. */
const NETWORK =
  /fetch failed|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENETUNREACH|EHOSTUNREACH|UND_ERR|socket hang up|network/i;

/** Whether a failure is one of the network, which may be gone the next time. */
export function isRetryable(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = (at as NodeJS.ErrnoException).code ?? '';
    if (NETWORK.test(code) || NETWORK.test(at.message) || /Error \((?:408|429|5\d\d)\)|\b(?:429|50[0234])\b/.test(at.message))
      return true;
  }
  return false;
}
