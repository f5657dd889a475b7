/** @file Complex tensors and Fourier transforms. */
import type { Tensor1D } from '@tensorflow/tfjs-core';
import { input, type OperationCase } from './operation-case.js';

const noComplex = 'TensorFlow.js has no gradients through complex tensors';
const except = { cpu: { gradient: noComplex, secondOrder: noComplex } };

/** The cases. */
export const spectralCases: readonly OperationCase[] = [
  {
    operation: 'complex, real, imag',
    kernel: 'Complex',
    inputs: [input([3, 4]), input([3, 4])],
    run: (tf, a, b) => {
      const z = tf.complex(a, b);
      return tf.mul(tf.real(z), tf.imag(z));
    },
    except,
  },
  {
    operation: 'abs (complex)',
    kernel: 'ComplexAbs',
    inputs: [input([3, 4], 'signed'), input([3, 4], 'signed')],
    run: (tf, a, b) => tf.abs(tf.complex(a, b)),
    except: { ...except, wasm: { secondOrder: 'the gradient of the absolute value of complex numbers is not differentiated' } },
  },
  {
    operation: 'mul (complex)',
    kernel: 'Multiply',
    inputs: [input([5]), input([5]), input([5]), input([5])],
    run: (tf, a, b, c, d) => {
      const z = tf.mul(tf.complex(a, b), tf.complex(c, d));
      return tf.add(tf.real(z), tf.mul(tf.imag(z), 2));
    },
    except,
  },
  {
    operation: 'fft (8)',
    kernel: 'FFT',
    inputs: [input([2, 8]), input([2, 8])],
    run: (tf, a, b) => {
      const z = tf.spectral.fft(tf.complex(a, b));
      return tf.mul(tf.real(z), tf.imag(z));
    },
    except,
  },
  {
    operation: 'ifft (6)',
    kernel: 'IFFT',
    inputs: [input([2, 6]), input([2, 6])],
    run: (tf, a, b) => {
      const z = tf.spectral.ifft(tf.complex(a, b));
      return tf.mul(tf.real(z), tf.imag(z));
    },
    except,
  },
  {
    operation: 'rfft (10)',
    kernel: 'FFT',
    inputs: [input([2, 10])],
    run: (tf, x) => tf.square(tf.imag(tf.spectral.rfft(x))),
    except,
  },
  {
    operation: 'irfft (7)',
    kernel: 'IFFT',
    inputs: [input([2, 7]), input([2, 7])],
    run: (tf, a, b) => tf.spectral.irfft(tf.complex(a, b)),
    except,
  },
  {
    operation: 'stft',
    kernel: 'FFT',
    inputs: [input([40])],
    run: (tf, x) => {
      const z = tf.signal.stft(x as Tensor1D, 16, 8);
      return tf.add(tf.square(tf.real(z)), tf.square(tf.imag(z)));
    },
    except,
  },
];
