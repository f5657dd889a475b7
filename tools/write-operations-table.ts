/**
 * @file `node --conditions=@filmai/source --import tsx tools/write-operations-table.ts [--check]`: checks every derivative and writes
 * `docs/tensor-operations.md`: operation × backend × forward, gradient, second order. `--check` says whether the file is current.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { checkGradients, registerTrainingKernels, type GradientCheckRow } from '@filmai/core-tensor/kernels';
import { writeFileWhole } from '@filmai/core-tensor/files';
import * as prettier from 'prettier';

const file = fileURLToPath(new URL('../docs/tensor-operations.md', import.meta.url));

/** Above this relative error a derivative counts as wrong. */
const WORST = 1e-4;

/**
 * Kernels that have nothing to differentiate (integers, text, logic, sources), and the fused ones, whose gradients TensorFlow.js writes
 * into the operations that use them.
 */
const WITHOUT_DERIVATIVE =
  /^(Bincount|BitwiseAnd|BroadcastArgs|DenseBincount|Draw|Fill|Fused.*|_Fused.*|FromPixels|LinSpace|LowerBound|NonMaxSuppression.*|Range|Ragged.*|SearchSorted|SparseFillEmptyRows|SparseReshape|StaticRegexReplace|String.*|Unique|UpperBound|__op|Pool)$/;

/**
 * The table as it should be.
 *
 * @returns The text of the file, and a sentence for every derivative that is wrong.
 */
export async function operationsTable(): Promise<{ text: string; complaints: string[] }> {
  tf.env().set('PROD', true);
  await registerTrainingKernels(tf, { gemm: 'wasm' });
  const rows = await checkGradients({ tf });
  const complaints = rows.flatMap(({ operation, backend, ...row }) =>
    (['forward', 'gradient', 'secondOrder'] as const).flatMap((key) => {
      const error = row[key];
      return typeof error === 'number' && !(error <= WORST) ? [`${operation} on ${backend}: ${key} is off by ${error}`] : [];
    }),
  );
  const text = await prettier.format(markdown(rows), { ...(await prettier.resolveConfig(file)), parser: 'markdown' });
  return { text, complaints };
}

function markdown(rows: readonly GradientCheckRow[]): string {
  const reasons: string[] = [];
  const cell = (value: number | string): string => {
    if (typeof value === 'number') return value <= WORST ? '✓' : '✗';
    if (value === 'reference') return '✓';
    if (!reasons.includes(value)) reasons.push(value);
    return `– <sup>${reasons.indexOf(value) + 1}</sup>`;
  };
  const operations = [...new Set(rows.map((row) => row.operation))];
  const lines = operations.map((operation) => {
    const [cpu, wasm] = ['cpu', 'wasm'].map((backend) =>
      rows.find((row) => row.operation === operation && row.backend === backend),
    );
    if (!cpu || !wasm) throw new Error(`${operation} was not checked on both backends`);
    const cells = [wasm.forward, wasm.gradient, wasm.secondOrder, cpu.forward, cpu.gradient, cpu.secondOrder].map(cell);
    return `| ${operation} | \`${wasm.kernel}\` | ${cells.join(' | ')} |`;
  });
  return `# Tensor operations

What can be computed and differentiated after \`registerTrainingKernels(tf)\`, on the wasm backend and on the cpu backend. Written by
\`tools/write-operations-table.ts\` from \`checkGradients\`, which any program can call.

- **Forward**: the wasm backend's result against the cpu backend's, the reference.
- **Gradient**: the analytic one against central differences of sixth order along random directions, and against the cpu backend's.
- **Second order**: the gradient of the gradient, against differences of the gradient.
- ✓: within a relative error of 1e-4. –: not available, for the reason that the number names.

${operations.length} operations and shapes of them.

| operation | kernel | wasm: forward | gradient | second order | cpu: forward | gradient | second order |
|---|---|---|---|---|---|---|---|
${lines.join('\n')}

${reasons.map((reason, i) => `${i + 1}. ${reason[0].toUpperCase()}${reason.slice(1)}.`).join('\n')}

## What TensorFlow.js gets wrong and this package repairs on every backend

- Second derivatives through saved results (\`tanh\`, \`sigmoid\`, \`exp\`, \`elu\`, \`softmax\`, \`logSoftmax\`, \`pow\`): its tape takes them for constants.
- Gradients of \`maximum\`, \`minimum\` and \`squaredDifference\` with broadcast inputs; of \`cumsum\` along any axis but the last; of \`mirrorPad\`; of \`prod\` without chained operations.
- Second derivatives that choose by a comparison (\`where\`, \`max\`, \`leakyRelu\`, \`prelu\`, \`clipByValue\`).

## Without a gradient

These kernels could have one, and have none on any backend: ${listOf(withoutGradient())}.
`;
}

function withoutGradient(): string[] {
  const names = new Set(
    ['cpu', 'wasm'].flatMap((backend) => tf.getKernelsForBackend(backend).map((kernel) => kernel.kernelName)),
  );
  return [...names]
    .filter((name) => !tf.getGradient(name) && !WITHOUT_DERIVATIVE.test(name) && name in tf)
    .sort()
    .map((name) => `\`${name}\``);
}

function listOf(names: readonly string[]): string {
  return names.join(', ') || 'none';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { text, complaints } = await operationsTable();
  if (process.argv.includes('--check')) {
    if ((await readFile(file, 'utf8').catch(() => '')) !== text)
      complaints.push('docs/tensor-operations.md is not current. Run tools/write-operations-table.ts');
  } else {
    await writeFileWhole(file, text);
  }
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
