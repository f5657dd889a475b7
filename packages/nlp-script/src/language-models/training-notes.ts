/** @file What a training writes down of itself. */
import { createTracker } from '@filmai/core-tensor/tracking';
import type { TrainLanguageModelOptions } from './training-options.js';

/** Notes of a training. */
export interface TrainingNotes {
  write(step: number, values: Readonly<Record<string, number>>): void;
  /** Ends them; a tracker that the caller gave stays open. */
  close(): void;
}

/**
 * Opens notes.
 *
 * @param tracker - The caller's, or a folder for one.
 * @param made - Steps made before; what an earlier process noted after them is void.
 */
export function openNotes(tracker: TrainLanguageModelOptions['tracker'], made: number): TrainingNotes | undefined {
  if (tracker === undefined) return undefined;
  const own = typeof tracker === 'string' ? createTracker(tracker, { resumeAt: made + 1 }) : undefined;
  const target = own ?? (tracker as Exclude<typeof tracker, string>);
  return {
    write: (step, values) => Object.entries(values).forEach(([name, value]) => target.scalar(name, value, step)),
    close: () => own?.close(),
  };
}
