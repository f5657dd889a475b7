/**
 * @file Worker threads that share the backend's heap and take the tasks of a job. The thread that calls takes tasks too, so a job is
 * done even where no worker wakes in time. Workers keep no process alive.
 */
import type { Worker } from 'node:worker_threads';
import { runsInNode } from './runs-in-node.js';

/** Does the tasks of a job. */
export interface ThreadPool {
  /** Threads that may work at once, the calling one included. */
  threads: number;
  /**
   * Does tasks 0 … count − 1 of the job at an address, and returns when all are done.
   *
   * @param job - Address of the job's numbers.
   * @param count - How many tasks it has, at most 65,535.
   * @param scratch - Address of scratch memory for all threads.
   * @param scratchBytes - How much of it each thread has.
   */
  run(job: number, count: number, scratch: number, scratchBytes: number): void;
}

/** One task: what the module `gemm` exports as `run`. */
export type Task = (job: number, task: number, scratch: number) => void;

/** The calling thread alone. */
export function singleThread(task: Task): ThreadPool {
  return {
    threads: 1,
    run(job, count, scratch) {
      for (let i = 0; i < count; i++) task(job, i, scratch);
    },
  };
}

/** Numbers that threads agree through. */
const LEFT = 0;
const DONE = 1;
const JOB = 2;
const COUNT = 3;
const SCRATCH = 4;
const SCRATCH_BYTES = 5;
const WAKE = 6;

/** Looks at a number this often before sleeping on it: a few microseconds, less than waking takes. */
const SPINS = 500;
/** A thread that has not started by then is not waited for. */
const START_MILLISECONDS = 5000;

/**
 * Starts workers.
 *
 * @param threads - Threads that work, the calling one included; at least 2.
 * @param module - The compiled module `gemm`, in its variant for shared memory.
 * @param memory - The backend's shared heap.
 * @param task - The same module's task on this thread.
 * @throws Error where the workers don't start.
 */
export async function startThreads(
  threads: number,
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  task: Task,
): Promise<ThreadPool> {
  // The thread that calls waits for the others, which a page is not allowed to.
  if (!runsInNode()) throw new Error('threads are for Node');
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const control = new Int32Array(new SharedArrayBuffer(64));
  const workers = Array.from({ length: threads - 1 }, (_, i) => {
    const worker = new Worker(workerCode, { eval: true, workerData: { control, module, memory, index: i + 1 }, stdin: false });
    worker.unref();
    return worker;
  });
  try {
    await Promise.all(workers.map(started));
  } catch (error) {
    await Promise.all(workers.map((worker) => worker.terminate()));
    throw error;
  }
  let generation = 0;
  return {
    threads,
    run(job, count, scratch, scratchBytes) {
      if (count === 1) {
        task(job, 0, scratch);
        return;
      }
      generation = (generation + 1) & 0x7fff;
      control[JOB] = job;
      control[COUNT] = count;
      control[SCRATCH] = scratch;
      control[SCRATCH_BYTES] = scratchBytes;
      Atomics.store(control, DONE, 0);
      // The number of tasks left carries the job's generation, so that a late worker can't take a task of another job for its own.
      Atomics.store(control, LEFT, (generation << 16) | count);
      Atomics.add(control, WAKE, 1);
      Atomics.notify(control, WAKE, count - 1);
      for (;;) {
        const left = Atomics.load(control, LEFT);
        if ((left & 0xffff) === 0) break;
        if (Atomics.compareExchange(control, LEFT, left, left - 1) !== left) continue;
        task(job, count - (left & 0xffff), scratch);
        Atomics.add(control, DONE, 1);
      }
      for (let spins = 0; ; spins++) {
        const done = Atomics.load(control, DONE);
        if (done === count) return;
        if (spins > SPINS) Atomics.wait(control, DONE, done);
      }
    },
  };
}

function started(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('worker threads did not start in time')), START_MILLISECONDS);
    const settle = (error?: Error): void => {
      clearTimeout(late);
      worker.removeAllListeners();
      if (error) reject(error);
      else resolve();
      worker.unref();
    };
    worker.once('message', () => settle());
    worker.once('error', settle);
    worker.once('exit', (code) => settle(new Error(`a worker thread ended with code ${code}`)));
  });
}

/** What a worker does; text, so that it is the same from the sources and from a bundle. */
const workerCode = `
const { parentPort, workerData } = require('node:worker_threads');
const { control, module, memory, index } = workerData;
const { run } = new WebAssembly.Instance(module, { env: { memory } }).exports;
parentPort.postMessage('ready');
let seen = 0;
for (;;) {
  for (let spins = 0; spins < ${SPINS} && Atomics.load(control, ${WAKE}) === seen; spins++);
  Atomics.wait(control, ${WAKE}, seen);
  seen = Atomics.load(control, ${WAKE});
  for (;;) {
    const left = Atomics.load(control, ${LEFT});
    if ((left & 0xffff) === 0) break;
    if (Atomics.compareExchange(control, ${LEFT}, left, left - 1) !== left) continue;
    const count = control[${COUNT}];
    run(control[${JOB}], count - (left & 0xffff), (control[${SCRATCH}] >>> 0) + index * control[${SCRATCH_BYTES}]);
    if (Atomics.add(control, ${DONE}, 1) + 1 === count) Atomics.notify(control, ${DONE});
  }
}
`;
