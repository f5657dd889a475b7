/** @file Ends a stream of text before the first stop text, also where that is spread over several pieces. */

/** Takes pieces as they come and gives out what can't be the beginning of a stop text any more. */
export interface StopFilter {
  /** Whether a stop text has come; nothing after it is given out. */
  readonly stopped: boolean;
  /** Takes a piece; returns what may be shown. */
  push(text: string): string;
  /** Returns what was held back where the text ended without a stop text. */
  flush(): string;
}

/**
 * Creates a filter for one text.
 *
 * @param stop - Stop texts, none of them empty.
 */
export function createStopFilter(stop: readonly string[]): StopFilter {
  let held = '';
  let stopped = false;
  return {
    get stopped() {
      return stopped;
    },
    push(text) {
      if (stopped) return '';
      held += text;
      const places = stop.map((end) => held.indexOf(end)).filter((at) => at >= 0);
      if (places.length > 0) {
        stopped = true;
        const shown = held.slice(0, Math.min(...places));
        held = '';
        return shown;
      }
      const keep = Math.max(0, ...stop.map((end) => beginningAtEnd(held, end)));
      const shown = held.slice(0, held.length - keep);
      held = held.slice(held.length - keep);
      return shown;
    },
    flush() {
      const rest = held;
      held = '';
      return stopped ? '' : rest;
    },
  };
}

/** Length of the longest beginning of `end` that `text` ends with. */
function beginningAtEnd(text: string, end: string): number {
  for (let length = Math.min(end.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(end.slice(0, length))) return length;
  }
  return 0;
}
