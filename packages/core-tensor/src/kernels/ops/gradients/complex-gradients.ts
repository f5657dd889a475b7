/**
 * @file Gradients through complex tensors on the wasm backend. The gradient by z = x + iy is the complex tensor of the gradients by
 * x and by y; what stands behind its type is told in `complex.ts`.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';
import type { KernelContext } from '../../kernel-context.js';
import { isComplex } from '../complex.js';
import { gradientConfig, kernelRunner, type Gradient } from './run-kernel.js';

/** Puts them in place. */
export function defineComplexGradients(context: KernelContext): void {
  const run = kernelRunner(context.tf);
  const define = (name: string, gradient: Gradient, inputs?: string[]): void =>
    context.defineGradient(gradientConfig(name, gradient, inputs ? { inputs } : {}));
  const lengthOf = (tensor: Tensor): number => tensor.shape.at(-1) ?? 1;
  for (const name of ['Complex', 'ComplexGradient'])
    define(name, (dy) => ({ real: () => run('Real', { input: dy }), imag: () => run('Imag', { input: dy }) }));
  define('Real', (dy) => ({ input: () => run('ComplexGradient', { real: dy }) }));
  define('Imag', (dy) => ({ input: () => run('ComplexGradient', { imag: dy }) }));
  // The transform's matrix is symmetric, its conjugate n times its inverse.
  define('FFT', (dy, _saved, { scale = 1 }) => ({
    input: () => run('IFFT', { input: dy }, { scale: (scale as number) * lengthOf(dy) }),
  }));
  define('IFFT', (dy, _saved, { scale = 1 }) => ({
    input: () => run('FFT', { input: dy }, { scale: (scale as number) / lengthOf(dy) }),
  }));
  define('ComplexAbs', (dy, [x]) => ({ x: () => run('ComplexAbsGradient', { x, dy }) }), ['x']);
  const product = (name: string, a: Tensor, b: Tensor): Tensor => run(name, { a, b });
  define(
    'ComplexProduct',
    (dy, [a, b]) => ({ a: () => product('ComplexAdjointProduct', dy, b), b: () => product('ComplexAdjointProduct', dy, a) }),
    ['a', 'b'],
  );
  define(
    'ComplexAdjointProduct',
    (dy, [a, b]) => ({ a: () => product('ComplexProduct', dy, b), b: () => product('ComplexAdjointProduct', a, dy) }),
    ['a', 'b'],
  );
  // A real tensor made complex takes the real part.
  define('Cast', (dy, _saved, { dtype }) => ({
    x: () => (dtype === 'complex64' && isComplex(context, dy) ? run('Real', { input: dy }) : context.tf.clone(dy)),
  }));
  define(
    'Multiply',
    (dy, [a, b]) =>
      isComplex(context, dy)
        ? {
            a: () => product('ComplexAdjointProduct', dy, b),
            b: () => product('ComplexAdjointProduct', dy, a),
          }
        : { a: () => realProduct(context.tf, dy, b, a.shape), b: () => realProduct(context.tf, dy, a, b.shape) },
    ['a', 'b'],
  );
}

/** dy · other, summed over the axes along which the input of this shape was broadcast. */
function realProduct(tf: typeof Tf, dy: Tensor, other: Tensor, shape: number[]): Tensor {
  const product = tf.mul(dy, other.dtype === 'float32' ? other : tf.cast(other, 'float32'));
  const axes = tf.broadcast_util.getReductionAxes(shape, product.shape);
  return axes.length > 0 ? tf.reshape(tf.sum(product, axes), shape) : product;
}
