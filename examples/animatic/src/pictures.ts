/** @file All shots of the film drawn side by side, each in a worker thread, each kept between runs. */
import { copyFile, mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createProgress, type JobOptions } from '@filmai/core-tensor/progress';
import { AnimaticError } from './animatic-error.js';
import type { Cache } from './cache.js';
import type { DrawnShot, PictureJob, WorkerMessage } from './picture-job.js';

/** Each worker holds a few hundred megabytes; four draw faster than one encoder can take. */
const MOST_WORKERS = 4;

/** A job without the paths that the cache decides. */
export type PictureOrder = Omit<PictureJob, 'clipPath' | 'panelPath'>;

/**
 * Draws shots.
 *
 * @param orders - What to draw.
 * @param folders - `clips` and `panels`: where results are laid under their shot's name.
 * @param cache - Where results are kept.
 * @returns What is known of each shot, by id.
 */
export async function drawPictures(
  orders: readonly PictureOrder[],
  folders: { clips: string; panels: string },
  cache: Cache,
  { signal, onProgress }: JobOptions,
): Promise<Map<string, DrawnShot>> {
  const total = orders.reduce((sum, order) => sum + order.frames, 0);
  const step = createProgress('pictures', { total, unit: 'frames', onProgress });
  const drawn = new Map<string, DrawnShot>();
  const jobs = orders.map((order): PictureJob => {
    const clipPath = cache.path('pictures', order, 'mp4');
    return { ...order, clipPath, panelPath: clipPath.replace(/mp4$/, 'jpg') };
  });
  const waiting: PictureJob[] = [];
  for (const job of jobs) {
    const { clipPath, panelPath, ...order } = job;
    if ((await cache.has(clipPath)) && (await cache.has(panelPath)) && (await cache.kept('pictures', order))) step(job.frames);
    else waiting.push(job);
  }
  if (waiting.length > 0) {
    await mkdir(dirname(waiting[0].clipPath), { recursive: true });
    // The longest first, so that no thread ends the night alone.
    waiting.sort((a, b) => b.frames - a.frames);
    const keep = (job: PictureJob, result: DrawnShot): Promise<DrawnShot> => {
      const { clipPath: _clip, panelPath: _panel, ...order } = job;
      return cache.json('pictures', order, async () => result);
    };
    await runWorkers(waiting, Math.min(MOST_WORKERS, availableParallelism(), waiting.length), { signal, step, keep });
  }
  await Promise.all(Object.values(folders).map((folder) => mkdir(folder, { recursive: true })));
  for (const { clipPath, panelPath, ...order } of jobs) {
    drawn.set(
      order.id,
      await cache.json<DrawnShot>('pictures', order, () => Promise.reject(new Error(`shot ${order.id} was not drawn`))),
    );
    await copyFile(clipPath, join(folders.clips, `${order.id}.mp4`));
    await copyFile(panelPath, join(folders.panels, `${order.id}.jpg`));
  }
  return drawn;
}

interface Run {
  signal: AbortSignal | undefined;
  step: (frames: number) => void;
  keep: (job: PictureJob, result: DrawnShot) => Promise<DrawnShot>;
}

/** Hands jobs to threads until none is left; the first failure or a cancellation ends all of them. */
async function runWorkers(jobs: PictureJob[], count: number, run: Run): Promise<void> {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('start-worker.mjs', import.meta.url), { stderr: false }),
  );
  const stop = (): void => {
    for (const worker of workers) worker.postMessage({ kind: 'stop' });
  };
  run.signal?.addEventListener('abort', stop, { once: true });
  try {
    const lanes = await Promise.allSettled(
      workers.map((worker) =>
        drive(worker, jobs, run).catch((error: unknown) => (stop(), (jobs.length = 0), Promise.reject(error))),
      ),
    );
    run.signal?.throwIfAborted();
    const failed = lanes.find((lane) => lane.status === 'rejected');
    if (failed) throw failed.reason;
  } finally {
    run.signal?.removeEventListener('abort', stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function drive(worker: Worker, jobs: PictureJob[], { signal, step, keep }: Run): Promise<void> {
  for (;;) {
    if (signal?.aborted) return;
    const job = jobs.shift();
    if (!job) return;
    const drawn = await drawIn(worker, job, step);
    await keep(job, drawn);
  }
}

/** Gives a thread one shot and waits for it. */
function drawIn(worker: Worker, job: PictureJob, step: (frames: number) => void): Promise<DrawnShot> {
  return new Promise((resolve, reject) => {
    // Each listener goes by itself: taking all of them away would take the worker's own, too, and it would never be heard again.
    const finish = (): void => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
    };
    const fail = (cause: unknown, message: string): void => {
      finish();
      reject(new AnimaticError('WORKER_FAILED', `shot ${job.id} could not be drawn: ${message}`, { cause }));
    };
    const onMessage = (message: WorkerMessage): void => {
      if (message.kind === 'frames') step(message.count);
      else if (message.kind === 'failed') fail(undefined, message.message);
      else {
        finish();
        resolve(message.drawn);
      }
    };
    const onError = (error: Error): void => fail(error, error.message);
    const onExit = (code: number): void => fail(undefined, `its thread ended with ${code}`);
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage({ kind: 'draw', job });
  });
}
