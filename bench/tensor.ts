/**
 * @file Training and inference of the tensor runtime against PyTorch, ONNX Runtime and TensorFlow.js alone. Each side runs in a process
 * of its own, in turns, so that what else the machine does meets all of them; a figure is a ratio of medians. Every part has a time
 * limit, and its figures are written to the standard error as they come: what fails has no value but a reason.
 *
 * PyTorch is looked for with `python3`, or with the commands that `FILMAI_TORCH_PYTHON` names, separated by commas; the first that has
 * it is the peer, others get figures of one thread with their version in the name.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Figure, Figures } from './run.js';
import { lastLine, limitTo, measureInTurns, ourScript, type Limit, type Measured, type Side } from './tensor/turns.js';

const ROUNDS = 2;
const STEPS: Record<string, number> = { dcgan28: 5, dcgan64: 2, vgg32: 4, gpt345k: 10, mobilenet: 20 };
/** Seconds for a workload with one thread; with two it gets the same. */
const SECONDS: Record<string, number> = { dcgan28: 60, dcgan64: 75, vgg32: 60, gpt345k: 45 };

/** Some figures, measured within a limit. */
interface Part {
  name: string;
  seconds: number;
  measure(limit: Limit): Figures;
}

interface Python {
  command: string;
  version: string;
}

/** Measures; see the file header. */
export async function run(): Promise<Figures> {
  const pythons = findTorch();
  const parts: Part[] = Object.entries(SECONDS).flatMap(([workload, seconds]) =>
    [1, 2].map((threads) => ({
      name: `${workload}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`,
      seconds,
      measure: (limit) => compareTraining(workload, threads, threads === 1 ? pythons : pythons.slice(0, 1), limit),
    })),
  );
  parts.push({ name: 'plain TensorFlow.js', seconds: 90, measure: compareWithPlain });
  parts.push({ name: 'inference', seconds: 60, measure: compareInference });
  parts.push({ name: 'leaks', seconds: 60, measure: leaks });
  parts.push({ name: 'gradients', seconds: 120, measure: gradients });
  parts.push({ name: 'grade', seconds: 30, measure: grade });
  const figures: Figures = {};
  for (const { name, seconds, measure } of parts) {
    const begun = performance.now();
    const measured = measure(limitTo(seconds));
    Object.assign(figures, measured);
    console.error(`${name}: ${((performance.now() - begun) / 1e3).toFixed(0)} s`);
    for (const [key, { value, unit, reason }] of Object.entries(measured))
      console.error(`  ${key} = ${String(value)} ${unit}${reason === undefined ? '' : ` (${reason})`}`);
  }
  return figures;
}

/** Ours on both engines against PyTorch; all in turns. */
function compareTraining(workload: string, threads: number, pythons: readonly Python[], limit: Limit): Figures {
  const suffix = threads === 1 ? '' : `${threads}threads`;
  const steps = STEPS[workload];
  const ours = (['onnx', 'wasm'] as const).map((engine) => worker(workload, engine, threads, steps));
  const peers = pythons.map(({ command, version }, i): Side => ({
    name: version,
    command: [command, torchScript, workload, String(threads), ...(i === 0 ? [String(steps)] : ['1', '1'])],
    once: i > 0,
  }));
  const found = measureInTurns([...ours, ...peers], limit, ROUNDS);
  const figures: Figures = {};
  for (const { name } of ours) {
    const mine = found.get(name);
    figures[`${workload}.${name}.stepMs${suffix}`] = figureOf(mine, 'milliseconds');
    for (const [i, { version }] of pythons.entries()) {
      const key = `${workload}.${name}.timesTorch${suffix}${i === 0 ? '' : `@${version}`}`;
      figures[key] = { ...ratio(mine, found.get(version), 'times the time of PyTorch'), peer: `PyTorch ${version}` };
    }
    if (pythons.length === 0) {
      const reason = 'no python with torch: name one in FILMAI_TORCH_PYTHON';
      figures[`${workload}.${name}.timesTorch${suffix}`] = { value: null, unit: 'times the time of PyTorch', reason };
    }
  }
  if (workload === 'gpt345k' && threads === 1) figures['gpt345k.stepMs'] = figures['gpt345k.onnx.stepMs'];
  return figures;
}

/** Against TensorFlow.js without us, and stock layers against plain operations. */
function compareWithPlain(limit: Limit): Figures {
  const found = measureInTurns(
    [
      worker('dcgan28', 'wasm', 1, 3),
      { ...worker('dcgan28', 'onnx', 1, 3), name: 'layers' },
      { ...worker('dcgan28-functional', 'onnx', 1, 3), name: 'functional' },
      { ...worker('dcgan28-batch2', 'cpu', 1, 1), once: true },
    ],
    limit,
    ROUNDS,
  );
  const faster = ratio(found.get('cpu'), found.get('wasm'), 'times as fast');
  return {
    'dcgan28.wasm.timesFasterThanCpu': {
      ...faster,
      value: typeof faster.value === 'number' ? faster.value * 16 : null,
      peer: `${describe(found.get('cpu')) ?? 'TensorFlow.js cpu'}, one step of batch 2 times 16`,
    },
    'layers.gainShare': {
      ...ratio(found.get('functional'), found.get('layers'), 'share of the gain of plain operations'),
      peer: 'the same step without layers',
    },
  };
}

function compareInference(limit: Limit): Figures {
  const sides = [
    { ...worker('mobilenet', 'onnx', 1, STEPS.mobilenet), name: 'ours' },
    worker('mobilenet', 'stock', 1, STEPS.mobilenet),
    worker('mobilenet', 'onnxruntime', 1, STEPS.mobilenet),
  ];
  const found = measureInTurns(sides, limit, ROUNDS);
  const against = (side: string, unit: string): Figure => ({
    ...ratio(found.get('ours'), found.get(side), unit),
    peer: describe(found.get(side)) ?? side,
  });
  return {
    'mobilenet.timesOnnxruntime': against('onnxruntime', 'times the time of ONNX Runtime'),
    'mobilenet.timesStockWasm': against('stock', 'times the time of the stock backend'),
  };
}

function leaks(limit: Limit): Figures {
  return facts('leak', limit, {
    'leak.tensors': ({ tensors, steps }) => ({ value: tensors, unit: 'tensors', n: steps }),
    'leak.bytes': ({ bytes, steps }) => ({ value: bytes, unit: 'bytes of heap', n: steps }),
  });
}

function gradients(limit: Limit): Figures {
  return facts('gradients', limit, {
    'gradients.worstRelativeError': ({ worst, operations }) => ({ value: worst, unit: 'relative', n: operations }),
    'gradients.ops': ({ operations }) => ({ value: operations, unit: 'operations' }),
  });
}

function grade(limit: Limit): Figures {
  return facts('grade', limit, {
    'grade1080p.ms': ({ milliseconds }) => ({ value: milliseconds, unit: 'milliseconds a frame', n: 7 }),
  });
}

/** Figures of what `facts-worker.ts` finds out. */
function facts(name: string, limit: Limit, wanted: Record<string, (fact: Record<string, number>) => Figure>): Figures {
  try {
    const fact = lastLine<Record<string, number>>(ourScript('facts-worker.ts', name), limit);
    return Object.fromEntries(Object.entries(wanted).map(([key, figure]) => [key, figure(fact)]));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return Object.fromEntries(Object.keys(wanted).map((key) => [key, { value: null, unit: 'not measured', reason }]));
  }
}

const torchScript = fileURLToPath(new URL('./tensor/torch_steps.py', import.meta.url));

function worker(workload: string, engine: string, threads: number, steps: number): Side {
  return { name: engine, command: ourScript('step-worker.ts', workload, engine, String(threads), String(steps)) };
}

function findTorch(): Python[] {
  const commands = (process.env.FILMAI_TORCH_PYTHON ?? 'python3').split(',');
  return commands.flatMap((command) => {
    const { status, stdout } = spawnSync(command, ['-c', 'import torch; print(torch.__version__)'], {
      encoding: 'utf8',
      timeout: 30_000,
    });
    return status === 0 ? [{ command, version: stdout.trim() }] : [];
  });
}

function describe(measured: Measured | undefined): string | undefined {
  return measured && 'median' in measured ? measured.description : undefined;
}

function figureOf(measured: Measured | undefined, unit: string): Figure {
  if (measured && 'median' in measured) return { value: measured.median, unit, n: measured.steps };
  return { value: null, unit, reason: measured?.reason ?? 'it did not run' };
}

function ratio(ours: Measured | undefined, theirs: Measured | undefined, unit: string): Figure {
  const missing = [ours, theirs].find((one) => !one || 'reason' in one);
  if (missing || !ours || !theirs || 'reason' in ours || 'reason' in theirs) return figureOf(missing, unit);
  return { value: ours.median / theirs.median, unit, n: Math.min(ours.steps, theirs.steps) };
}
