/**
 * @file One progress display: a line for each stage with a bar, a rate and the time left where the output is a terminal,
 * plain lines elsewhere.
 */
import type { OnProgress, Progress } from '@filmai/core-tensor/progress';
import { clock } from './clock.js';

/** Where progress is shown. */
export interface Display {
  onProgress: OnProgress;
  /** A line that stays. */
  say(text: string): void;
  /** Ends the display: late reports are not shown any more, and what is said comes below it. */
  close(): void;
}

interface Output {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/**
 * Opens a display.
 *
 * @param output - `process.stderr`, or anything that takes text.
 * @param now - Clock in milliseconds, for tests.
 */
export function openDisplay(output: Output, now: () => number = () => performance.now()): Display {
  return output.isTTY ? liveDisplay(output, now) : plainDisplay(output);
}

/** Redraws the lines of all stages in place, at most ten times a second. */
function liveDisplay(output: Output, now: () => number): Display {
  const stages = new Map<string, Progress>();
  let drawn = 0;
  let drawnAt = -Infinity;
  let closed = false;
  const redraw = (): void => {
    // A line that the terminal would wrap could not be redrawn in place; some report no width.
    const width = Math.max(1, (output.columns || 80) - 1);
    const lines = [...stages.values()].map((progress) => liveLine(progress).slice(0, width));
    output.write(`${drawn > 0 ? `\u001b[${drawn}A` : ''}${lines.map((line) => `\u001b[2K${line}\n`).join('')}`);
    drawn = lines.length;
    drawnAt = now();
  };
  return {
    onProgress(progress) {
      if (closed) return;
      const fresh = !stages.has(progress.stage);
      stages.set(progress.stage, progress);
      if (fresh || progress.done === progress.total || now() - drawnAt > 100) redraw();
    },
    say(text) {
      if (closed) return void output.write(`${text}\n`);
      output.write(`${drawn > 0 ? `\u001b[${drawn}A\u001b[J` : ''}${text}\n`);
      drawn = 0;
      if (stages.size > 0) redraw();
    },
    close() {
      if (!closed && stages.size > 0) redraw();
      closed = true;
    },
  };
}

function liveLine(progress: Progress): string {
  const share = progress.total ? progress.done / progress.total : 0;
  const filled = Math.round(share * 24);
  const bar = progress.total ? `${'█'.repeat(filled)}${'░'.repeat(24 - filled)}` : ' '.repeat(24);
  return `  ${progress.stage.padEnd(10)} ${bar} ${countOf(progress)}`;
}

/** A line when a stage begins and at each quarter. */
function plainDisplay(output: Output): Display {
  const quarters = new Map<string, number>();
  let closed = false;
  return {
    onProgress(progress) {
      if (closed) return;
      const quarter = progress.total ? Math.floor((progress.done / progress.total) * 4) : 0;
      if (quarters.get(progress.stage) === quarter) return;
      quarters.set(progress.stage, quarter);
      output.write(`${progress.stage}: ${countOf(progress)}\n`);
    },
    say(text) {
      output.write(`${text}\n`);
    },
    close() {
      closed = true;
    },
  };
}

function countOf({ done, total, unit, rate, secondsLeft }: Progress): string {
  const count = total === undefined ? `${Math.round(done)} ${unit}` : `${Math.round(done)}/${Math.round(total)} ${unit}`;
  const speed = rate > 0 ? `, ${rate >= 10 ? rate.toFixed(0) : rate.toFixed(1)}/s` : '';
  const left = secondsLeft !== undefined && secondsLeft >= 1 ? `, ${clock(secondsLeft)} left` : '';
  return `${count}${speed}${left}`;
}
