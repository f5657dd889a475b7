/** @file Einstein summation by transposition and matrix product, for any number of tensors. */
import type { Tensor } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';
import type { KernelContext } from '../kernel-context.js';

/** A tensor whose axes have names. */
interface Labelled {
  tensor: Tensor;
  labels: string[];
}

/** Puts the kernel in place. */
export function defineEinsumKernel({ define, tf }: KernelContext): void {
  define('Einsum', ({ inputs, attrs }) => {
    const tensors = Object.values(inputs) as Tensor[];
    return tf.tidy(() => einsum(tf, attrs.equation as string, tensors));
  });
}

/**
 * Reads an equation such as `'bij,bjk->bik'`.
 *
 * @param equation - Terms of single letters, parted by commas; what follows the arrow may be left out: then the letters that appear
 *   once, in alphabetical order.
 * @param ranks - How many axes each tensor has.
 * @returns Labels of each tensor's axes, and those of the result.
 * @throws TypeError for what can't be read or doesn't fit.
 */
export function parseEinsum(equation: string, ranks: readonly number[]): { terms: string[][]; output: string[] } {
  const [left, right, ...more] = equation.replace(/\s/g, '').split('->');
  const terms = left.split(',').map((term) => [...term]);
  const all = terms.flat();
  const output =
    right === undefined
      ? [...new Set(all.filter((one) => all.filter((other) => other === one).length === 1))].sort()
      : [...right];
  const complaint =
    more.length > 0
      ? 'has more than one arrow'
      : terms.length !== ranks.length
        ? `has ${terms.length} terms for ${ranks.length} tensors`
        : [...terms, output].some((term) => term.some((label) => !/[A-Za-z]/.test(label)))
          ? 'has labels that are not letters'
          : undefined;
  if (complaint) throw new TypeError(`einsum: '${equation}' ${complaint}`);
  for (const [i, term] of terms.entries()) {
    if (term.length !== ranks[i])
      throw new TypeError(`einsum: '${equation}': term ${i + 1} names ${term.length} axes, its tensor has ${ranks[i]}`);
    if (new Set(term).size < term.length) throw new TypeError(`einsum: '${equation}': term ${i + 1} names an axis twice`);
  }
  for (const label of output)
    if (!all.includes(label)) throw new TypeError(`einsum: '${equation}': no tensor has the axis '${label}' of the result`);
  return { terms, output };
}

function einsum(tf: typeof Tf, equation: string, tensors: readonly Tensor[]): Tensor {
  const { terms, output } = parseEinsum(
    equation,
    tensors.map((one) => one.shape.length),
  );
  const operands: Labelled[] = tensors.map((tensor, i) => ({ tensor, labels: terms[i] }));
  let result = operands[0];
  for (let i = 1; i < operands.length; i++) {
    const later = new Set([...output, ...operands.slice(i + 1).flatMap((one) => one.labels)]);
    result = contract(tf, result, operands[i], later);
  }
  const summed = sumOut(tf, result, new Set(output));
  return inOrder(tf, summed, output);
}

/** The product of two, summed over the axes that nobody needs later. */
function contract(tf: typeof Tf, a: Labelled, b: Labelled, needed: ReadonlySet<string>): Labelled {
  const left = sumOut(tf, a, new Set([...needed, ...b.labels]));
  const right = sumOut(tf, b, new Set([...needed, ...a.labels]));
  const shared = left.labels.filter((label) => right.labels.includes(label));
  const batch = shared.filter((label) => needed.has(label));
  const summed = shared.filter((label) => !needed.has(label));
  const rows = left.labels.filter((label) => !shared.includes(label));
  const columns = right.labels.filter((label) => !shared.includes(label));
  const sizeIn = (one: Labelled, labels: readonly string[]): number[] =>
    labels.map((label) => one.tensor.shape[one.labels.indexOf(label)]);
  const count = (sizes: readonly number[]): number => sizes.reduce((product, size) => product * size, 1);
  const [batchSizes, rowSizes, columnSizes] = [sizeIn(left, batch), sizeIn(left, rows), sizeIn(right, columns)];
  for (const label of shared) {
    const [sizeA, sizeB] = [sizeIn(left, [label])[0], sizeIn(right, [label])[0]];
    if (sizeA !== sizeB) throw new TypeError(`einsum: axis '${label}' is ${sizeA} long in one tensor and ${sizeB} in another`);
  }
  const depth = count(sizeIn(left, summed));
  const first = tf.reshape(inOrder(tf, left, [...batch, ...rows, ...summed]), [count(batchSizes), count(rowSizes), depth]);
  const second = tf.reshape(inOrder(tf, right, [...batch, ...summed, ...columns]), [
    count(batchSizes),
    depth,
    count(columnSizes),
  ]);
  const tensor = tf.reshape(tf.matMul(first, second), [...batchSizes, ...rowSizes, ...columnSizes]);
  return { tensor, labels: [...batch, ...rows, ...columns] };
}

function sumOut(tf: typeof Tf, { tensor, labels }: Labelled, needed: ReadonlySet<string>): Labelled {
  const axes = labels.flatMap((label, axis) => (needed.has(label) ? [] : [axis]));
  if (axes.length === 0) return { tensor, labels };
  return { tensor: tf.sum(tensor, axes), labels: labels.filter((label) => needed.has(label)) };
}

function inOrder(tf: typeof Tf, { tensor, labels }: Labelled, order: readonly string[]): Tensor {
  const perm = order.map((label) => labels.indexOf(label));
  return perm.every((axis, i) => axis === i) ? tf.clone(tensor) : tf.transpose(tensor, perm);
}
