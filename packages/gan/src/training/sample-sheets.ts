/** @file Sheets of samples, drawn while something learns. */
import { join } from 'node:path';
import { writeFileWhole } from '@filmai/core-tensor/files';
import { encodePng, type Frame } from '@filmai/core-tensor/frames';
import { sampleSheet } from '../pictures/sample-sheet.js';
import { sampleRandom } from './loss-context.js';
import type { Batch, Trainable } from './trainable.js';
import type { TrainingPlan } from './training-options.js';

/** A sheet in a file. */
export interface DrawnSheet {
  path: string;
  picture: Frame;
}

/**
 * Draws a sheet of samples as `step-000500.png`; the same noise at every step.
 *
 * @returns The sheet; `undefined` where none is asked for, or where what is trained makes no pictures.
 */
export async function drawSheet<B extends Batch>(
  trainable: Trainable<B>,
  plan: TrainingPlan,
  step: number,
): Promise<DrawnSheet | undefined> {
  if (!plan.samples || !trainable.sample) return undefined;
  const { folder, count } = plan.samples;
  const probe = count ?? 4;
  let made = trainable.sample(probe, sampleRandom(plan.seed));
  try {
    if (made.rank !== 4 && made.rank !== 5) return undefined;
    if (count === undefined && made.rank === 4) {
      made.dispose();
      made = trainable.sample(36, sampleRandom(plan.seed));
    }
    const picture = sampleSheet(made);
    const path = join(folder, `step-${String(step).padStart(6, '0')}.png`);
    await writeFileWhole(path, encodePng(picture), { makeFolder: true });
    return { path, picture };
  } finally {
    made.dispose();
  }
}
