/** @file Turns a writer that calls back into pieces that are pulled: who stops reading stops the writer. */
import type { TextFinish, TextPiece, TextUsage } from './text-generator.js';

/** What a writer says at its end. */
export interface TextEnd {
  usage?: TextUsage;
  finish: TextFinish;
}

/**
 * Runs a writer and gives its pieces out as they come.
 *
 * @param write - Calls `push` for each piece; its signal is aborted when the reader stops or `signal` is.
 * @param signal - Of the caller.
 */
export async function* streamText(
  write: (push: (text: string) => void, signal: AbortSignal) => Promise<TextEnd>,
  signal?: AbortSignal,
): AsyncGenerator<TextPiece> {
  const waiting: TextPiece[] = [];
  const reader = new AbortController();
  let wake = (): void => undefined;
  let ended = false;
  let failure: { error: unknown } | undefined;
  const push = (text: string): void => {
    if (text !== '') waiting.push({ text });
    wake();
  };
  const stop = (): void => {
    reader.abort(signal?.reason);
    wake();
  };
  signal?.addEventListener('abort', stop, { once: true });
  const work = write(push, reader.signal)
    .then(
      (end) => waiting.push({ text: '', ...end }),
      (error: unknown) => (failure = { error }),
    )
    .finally(() => {
      ended = true;
      wake();
    });
  try {
    for (;;) {
      while (waiting.length > 0) yield waiting.shift() as TextPiece;
      signal?.throwIfAborted();
      if (ended) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (waiting.length > 0 || ended || signal?.aborted) resolve();
      });
    }
    if (failure) throw failure.error;
  } finally {
    signal?.removeEventListener('abort', stop);
    reader.abort();
    await work;
  }
}
