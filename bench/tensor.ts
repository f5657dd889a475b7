/**
 * @file Training and inference of the tensor runtime against PyTorch, ONNX Runtime and TensorFlow.js alone. Each side runs in a process
 * of its own, in turns, so that what else the machine does meets all of them; a figure is a ratio of medians.
 *
 * PyTorch is looked for with `python3`, or with the commands that `FILMAI_TORCH_PYTHON` names, separated by commas; the first that has
 * it is the peer, others get figures with their version in the name.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Figure, Figures } from './run.js';

const ROUNDS = 3;
const STEPS: Record<string, number> = { dcgan28: 5, dcgan64: 2, vgg32: 4, gpt345k: 10, mobilenet: 20 };
const folder = fileURLToPath(new URL('./tensor/', import.meta.url));

/** One side of a comparison: a command that prints times. */
interface Side {
  name: string;
  command: string[];
}

interface Measured {
  median: number;
  description: string;
}

/** Measures; see the file header. */
export async function run(): Promise<Figures> {
  const pythons = findTorch();
  const figures: Figures = {};
  for (const workload of ['dcgan28', 'dcgan64', 'vgg32', 'gpt345k'])
    for (const threads of [1, 2]) compareTraining(figures, workload, threads, pythons);
  compareWithPlain(figures);
  compareInference(figures);
  addFacts(figures);
  return figures;
}

/** Ours on both engines against PyTorch; all in turns. */
function compareTraining(figures: Figures, workload: string, threads: number, pythons: readonly Python[]): void {
  const suffix = threads === 1 ? '' : `${threads}threads`;
  const steps = STEPS[workload];
  const ours = (['onnx', 'wasm'] as const).map((engine) => worker(workload, engine, threads, steps));
  const peers = pythons.map(({ command, version }) => ({
    name: version,
    command: [command, `${folder}torch_steps.py`, workload, String(threads), String(steps)],
  }));
  const found = measureInTurns([...ours, ...peers]);
  for (const { name } of ours) {
    const mine = found.get(name);
    figures[`${workload}.${name}.stepMs${suffix}`] = figureOf(mine?.median, 'milliseconds', steps);
    for (const [i, { version }] of pythons.entries()) {
      const theirs = found.get(version);
      const key = `${workload}.${name}.timesTorch${suffix}${i === 0 ? '' : `@${version}`}`;
      figures[key] = { ...figureOf(ratio(mine, theirs), 'times the time of PyTorch', steps), peer: `PyTorch ${version}` };
    }
    if (pythons.length === 0) {
      const reason = 'no python with torch: name one in FILMAI_TORCH_PYTHON';
      figures[`${workload}.${name}.timesTorch${suffix}`] = { value: null, unit: 'times the time of PyTorch', reason };
    }
  }
  if (workload === 'gpt345k' && threads === 1) figures['gpt345k.stepMs'] = figures['gpt345k.onnx.stepMs'];
}

/** Against TensorFlow.js without us, and stock layers against plain operations. */
function compareWithPlain(figures: Figures): void {
  const found = measureInTurns([
    worker('dcgan28', 'wasm', 1, 3),
    { ...worker('dcgan28', 'onnx', 1, 3), name: 'layers' },
    { ...worker('dcgan28-functional', 'onnx', 1, 3), name: 'functional' },
  ]);
  const [plain] = [measureInTurns([worker('dcgan28-batch2', 'cpu', 1, 1)], 1).get('cpu')];
  const wasm = found.get('wasm');
  const faster = plain && wasm ? (plain.median * 16) / wasm.median : undefined;
  figures['dcgan28.wasm.timesFasterThanCpu'] = {
    ...figureOf(faster, 'times as fast', 1),
    peer: `${plain?.description ?? 'TensorFlow.js cpu'}, one step of batch 2 times 16`,
  };
  figures['layers.gainShare'] = {
    ...figureOf(ratio(found.get('functional'), found.get('layers')), 'share of the gain of plain operations', 3),
    peer: 'the same step without layers',
  };
}

function compareInference(figures: Figures): void {
  const sides = [
    { ...worker('mobilenet', 'onnx', 1, STEPS.mobilenet), name: 'ours' },
    worker('mobilenet', 'stock', 1, STEPS.mobilenet),
    worker('mobilenet', 'onnxruntime', 1, STEPS.mobilenet),
  ];
  const found = measureInTurns(sides);
  for (const [name, side, unit] of [
    ['timesOnnxruntime', 'onnxruntime', 'times the time of ONNX Runtime'],
    ['timesStockWasm', 'stock', 'times the time of the stock backend'],
  ] as const) {
    const figure = figureOf(ratio(found.get('ours'), found.get(side)), unit, STEPS.mobilenet);
    figures[`mobilenet.${name}`] = { ...figure, peer: found.get(side)?.description ?? side };
  }
}

function addFacts(figures: Figures): void {
  const leak = fact('leak');
  figures['leak.tensors'] = figureOf(leak?.tensors, 'tensors', leak?.steps);
  figures['leak.bytes'] = figureOf(leak?.bytes, 'bytes of heap', leak?.steps);
  const gradients = fact('gradients');
  figures['gradients.worstRelativeError'] = figureOf(gradients?.worst, 'relative', gradients?.operations);
  figures['gradients.ops'] = figureOf(gradients?.operations, 'operations');
  figures['grade1080p.ms'] = figureOf(fact('grade')?.milliseconds, 'milliseconds a frame', 7);
}

function fact(name: string): Record<string, number> | undefined {
  return lastLine<Record<string, number>>(ourScript('facts-worker.ts', name));
}

/** Every side once a round; the median of all its steps. */
function measureInTurns(sides: readonly Side[], rounds = ROUNDS): Map<string, Measured> {
  const times = new Map<string, { milliseconds: number[]; description: string }>();
  for (let round = 0; round < rounds; round++)
    for (const { name, command } of sides) {
      const result = lastLine<{ milliseconds: number[]; description: string }>(command);
      if (!result) continue;
      const { milliseconds } = times.get(name) ?? { milliseconds: [] };
      times.set(name, { milliseconds: [...milliseconds, ...result.milliseconds], description: result.description });
    }
  return new Map(
    [...times].map(([name, { milliseconds, description }]) => {
      const sorted = milliseconds.toSorted((a, b) => a - b);
      return [name, { median: sorted[sorted.length >> 1], description }];
    }),
  );
}

function worker(workload: string, engine: string, threads: number, steps: number): Side {
  return { name: engine, command: ourScript('step-worker.ts', workload, engine, String(threads), String(steps)) };
}

function ourScript(name: string, ...args: string[]): string[] {
  return [process.execPath, '--conditions=@filmai/source', '--import', 'tsx', `${folder}${name}`, ...args];
}

/** The JSON that a command prints last, or nothing where it fails. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what its command prints
function lastLine<Result>([command, ...args]: string[]): Result | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 600_000 });
  const line = stdout?.trim().split('\n').at(-1);
  return status === 0 && line ? (JSON.parse(line) as Result) : undefined;
}

interface Python {
  command: string;
  version: string;
}

function findTorch(): Python[] {
  const commands = (process.env.FILMAI_TORCH_PYTHON ?? 'python3').split(',');
  return commands.flatMap((command) => {
    const { status, stdout } = spawnSync(command, ['-c', 'import torch; print(torch.__version__)'], { encoding: 'utf8' });
    return status === 0 ? [{ command, version: stdout.trim() }] : [];
  });
}

function ratio(ours: Measured | undefined, theirs: Measured | undefined): number | undefined {
  return ours && theirs ? ours.median / theirs.median : undefined;
}

function figureOf(value: number | undefined, unit: string, n?: number): Figure {
  if (value === undefined) return { value: null, unit, reason: 'it did not run' };
  return n === undefined ? { value, unit } : { value, unit, n };
}
