/** @file A thread that draws shots: storyboard frames, effects over them, a clip and a panel out. */
import { parentPort } from 'node:worker_threads';
import { compositeOver, type Frame } from '@filmai/core-tensor/frames';
import { writeFileWhole } from '@filmai/core-tensor/files';
import { createEffect, generateEffect } from '@filmai/gan/effects';
import { writeMovie } from '@filmai/media';
import { arrowsForShot, drawPanelSheet, encodeJpeg, facesOf, shootFrames, stageShot, type StagedShot } from '@filmai/storyboard';
import { measurePicture } from '@filmai/vision/composition';
import type { DrawnShot, PictureJob, WorkerMessage } from './picture-job.js';

/** Frames between two reports. */
const REPORT_FRAMES = 12;

let cancel = new AbortController();

parentPort?.on('message', (message: { kind: 'stop' } | { kind: 'draw'; job: PictureJob }) => {
  if (message.kind === 'stop') return cancel.abort();
  cancel = new AbortController();
  const { job } = message;
  draw(job, cancel.signal).then(
    (drawn) => send({ kind: 'done', id: job.id, drawn }),
    (error: unknown) => send({ kind: 'failed', id: job.id, message: error instanceof Error ? error.message : String(error) }),
  );
});

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

async function draw(job: PictureJob, signal: AbortSignal): Promise<DrawnShot> {
  const { width, height, fps, frames, seed } = job;
  const staged = stageShot(job.description, { width, height, seed });
  let still: Frame | undefined;
  const keepStill = (frame: Frame): void => {
    still = frame;
  };
  await writeMovie(job.clipPath, {
    video: { frames: finished(staged, job, keepStill, signal), width, height, fps, quality: 18, threads: 1 },
    signal,
  });
  if (!still) throw new Error('no frame was drawn');
  const picture = measurePicture(still, { faces: facesOf(staged) });
  const panel = drawPanelSheet(still, { slate: job.slate, arrows: arrowsForShot(staged), seed });
  await writeFileWhole(job.panelPath, await encodeJpeg(panel, { quality: 88 }), { signal });
  return { place: staged.place, picture: { ...picture } };

  async function* finished(
    shot: StagedShot,
    { speech, effects, draw: mode, learnedEffects }: PictureJob,
    onStill: (frame: Frame) => void,
    stop: AbortSignal,
  ): AsyncGenerator<Frame> {
    const layers = effects.map(({ kind, strength, origin, size }) => {
      const scene = { fps, seconds: frames / fps, seed, strength, origin };
      return learnedEffects
        ? generateEffect(kind, { ...scene, size: { width, height }, sourceSize: size, signal: stop })
        : createEffect({ ...scene, kind, width, height, size });
    });
    let count = 0;
    // The panel shows the shot in the middle, when people have begun to speak and effects have grown.
    const stillAt = Math.floor(frames * 0.4);
    // Rain and snow of the storyboard stay out where an effect brings its own.
    const precipitation = !effects.some(({ kind }) => kind === 'rain' || kind === 'snow');
    const length = { seconds: frames / fps, fps, signal: stop };
    // Only drafts need a network, and what runs it.
    const drawn =
      mode === 'learned'
        ? (await import('./draft-shot.js')).draftFrames(shot, length)
        : shootFrames(shot, { ...length, speech, precipitation });
    for await (const frame of drawn) {
      const over = await Promise.all(layers.map(async (layer) => (await layer.next()).value as Frame));
      const shown = over.length > 0 ? { ...frame, data: new Uint8ClampedArray(frame.data) } : frame;
      for (const layer of over) compositeOver(shown, layer);
      if (count === stillAt) onStill(shown);
      yield shown;
      if (++count % REPORT_FRAMES === 0 || count === frames)
        send({ kind: 'frames', id: job.id, count: count % REPORT_FRAMES || REPORT_FRAMES });
    }
  }
}
