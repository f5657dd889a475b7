/** @file What a training writes down of itself. */
import type { Frame } from '@filmai/core-tensor/frames';
import { createTracker } from '@filmai/core-tensor/tracking';
import type { TrainingTracker } from './training-options.js';
import type { TrainingWarning } from './training-watch.js';

/** Notes of a training. */
export interface TrainingNotes {
  /** Notes a step. */
  write(
    step: number,
    losses: Readonly<Record<string, number>>,
    warnings: readonly TrainingWarning[],
    sheet?: Frame,
  ): Promise<void>;
  /** Ends them; a tracker that the caller gave stays open. */
  close(): void;
}

/**
 * Opens notes.
 *
 * @param tracker - The caller's tracker, or a folder for one.
 * @param made - Steps made before; what an earlier process noted after them is void.
 */
export function openNotes(tracker: TrainingTracker | string | undefined, made: number): TrainingNotes | undefined {
  if (tracker === undefined) return undefined;
  const own = typeof tracker === 'string' ? createTracker(tracker, { resumeAt: made + 1 }) : undefined;
  const target: TrainingTracker = own ?? (tracker as TrainingTracker);
  return {
    async write(step, losses, warnings, sheet) {
      for (const [name, value] of Object.entries(losses)) await target.scalar(name, value, step);
      for (const { code, message } of warnings) await target.text?.(code, message, step);
      if (sheet) await target.image?.('samples', sheet, step);
    },
    close: () => own?.close(),
  };
}
