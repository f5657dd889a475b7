/** @file Matrix products by our own module, as jobs that threads share. `assembly/gemm.ts` says what the numbers of a job mean. */
import type { Gemm } from './gemm.js';
import type { KernelContext } from './kernel-context.js';
import { ScratchSlot } from './kernel-context.js';
import type { Task, ThreadPool } from './threads.js';

/** The module's exports. */
export interface GemmModule {
  run: Task;
  rowsPacked(): number;
  packedFloats(n: number, k: number): number;
  scratchFloats(depth: number): number;
}

/** The module at work on a context's heap. */
export interface WasmEngine {
  module: GemmModule;
  pool: ThreadPool;
  /** Does a job: its numbers, its tasks, and the floats of scratch memory that each thread needs. */
  run(job: readonly number[], tasks: number, scratchFloats: number): void;
  /** Packs op(b) [k, n] in blocks of `depth` rows and returns its address, good until the next is packed. */
  pack(b: number, n: number, k: number, depth: number, transposed: boolean): number;
}

/** Kinds of jobs, as `assembly/gemm.ts` numbers them. */
export const JobKind = { pack: 0, rows: 1, panels: 2, vector: 3, correlate: 4, scatter: 5, taps: 6 } as const;

/** Depth of a block: with 96 rows it takes 120 kB, and a panel of the other factor 10 kB: second and first level of cache. */
export const BLOCK_DEPTH = 320;
/** Columns in a panel. */
const PANEL = 8;
/** Tasks for each thread: enough that one that is interrupted doesn't hold up the others, few enough to cost nothing. */
const TASKS_PER_THREAD = 4;
/** Below this many multiplications other threads would wake for less than they cost. */
const WORTH_SHARING = 1 << 18;
const JOB_NUMBERS = 40;

/** Opens the engine. */
export function openWasmEngine(context: KernelContext, module: GemmModule, pool: ThreadPool): WasmEngine {
  const engine: WasmEngine = {
    module,
    pool,
    run(job, tasks, scratchFloats) {
      // A cache line between the threads' rooms.
      const bytes = (Math.ceil(scratchFloats / 16) + 1) * 64;
      const scratch = context.scratch(ScratchSlot.threads, (bytes / 4) * pool.threads);
      const at = context.scratch(ScratchSlot.job, JOB_NUMBERS);
      new Int32Array(context.backend.wasm.HEAPU8.buffer, at, job.length).set(job);
      pool.run(at, tasks, scratch, bytes);
    },
    pack(b, n, k, depth, transposed) {
      const packed = context.scratch(ScratchSlot.packedB, module.packedFloats(n, k));
      const panels = Math.ceil(n / PANEL);
      const size = k * n * 8 > WORTH_SHARING ? shareOf(panels, pool, 1) : panels;
      engine.run([JobKind.pack, size, b, packed, n, k, depth, Number(transposed)], Math.ceil(panels / size), 0);
      return packed;
    },
  };
  return engine;
}

/** How many of `count` make a task, a multiple of `unit`. */
export function shareOf(count: number, { threads }: ThreadPool, unit: number): number {
  if (threads === 1) return count;
  return Math.max(unit, Math.ceil(count / (threads * TASKS_PER_THREAD) / unit) * unit);
}

/** The product on an engine. */
export function wasmGemm(engine: WasmEngine): Gemm {
  const { module, pool } = engine;
  const depth = BLOCK_DEPTH;
  const multiply: Gemm = (a, b, y, { m, k, n, transposeA = false, transposeB = false, accumulate = false }) => {
    const shared = m * k * n >= WORTH_SHARING;
    const share = (count: number, unit: number): number => (shared ? shareOf(count, pool, unit) : count);
    if (n === 1) {
      const size = share(m, 8);
      const job = [JobKind.vector, size, a, b, y, m, k, Number(transposeA), Number(accumulate)];
      engine.run(job, Math.ceil(m / size), 0);
    } else if (m === 1) {
      // (x · B)ᵀ = Bᵀ · xᵀ
      const size = share(n, 8);
      const job = [JobKind.vector, size, b, a, y, n, k, Number(!transposeB), Number(accumulate)];
      engine.run(job, Math.ceil(n / size), 0);
    } else if (m <= module.rowsPacked()) {
      const panels = Math.ceil(n / PANEL);
      const size = share(panels, 1);
      const flags = [Number(transposeA), Number(accumulate), Number(transposeB)];
      // The room for a block is as deep as the job says.
      const blockDepth = Math.min(depth, k);
      const job = [JobKind.panels, size, a, b, y, m, n, k, blockDepth, ...flags];
      engine.run(job, Math.ceil(panels / size), module.scratchFloats(blockDepth));
    } else {
      const packed = engine.pack(b, n, k, depth, transposeB);
      const size = share(m, 4);
      const job = [JobKind.rows, size, a, packed, y, m, n, k, depth, Number(transposeA), Number(accumulate)];
      engine.run(job, Math.ceil(m / size), module.scratchFloats(depth));
    }
  };
  return (a, b, y, shape) => {
    const { m, k, n, batch = 1 } = shape;
    for (let i = 0; i < batch; i++) multiply(a + i * m * k * 4, b + i * k * n * 4, y + i * m * n * 4, shape);
  };
}
