/**
 * @file Kernels that the wasm backend lacks, or has wrong, and that are too rare to be written again: the cpu backend's, run on
 * copies of this heap's data. In Node that backend is loaded on the first such call; it is not made the active one.
 */
import type { DataType, KernelBackend, TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelBody, KernelContext } from '../kernel-context.js';
import { requireFromHere } from '../package-loader.js';

/** What is read and written of the cpu backend. */
interface CpuBackend extends KernelBackend {
  firstUse?: boolean;
  makeTensorInfo(shape: readonly number[], dtype: DataType, values: unknown): TensorInfo;
  disposeIntermediateTensorInfo(info: TensorInfo): void;
}

/** What is written of the wasm backend. */
interface WritingBackend {
  write(values: unknown, shape: readonly number[], dtype: DataType): object;
}

const missing = ['RaggedGather', 'RaggedRange', 'RaggedTensorToTensor', 'StaticRegexReplace'] as const;

/** Those of the wasm backend in TensorFlow.js 4.22 give other results than its cpu backend and than numeric derivatives. */
const wrong = [
  'Conv3DBackpropFilterV2',
  'Conv3DBackpropInputV2',
  'Dilation2D',
  'Dilation2DBackpropFilter',
  'Dilation2DBackpropInput',
  'MaxPool3D',
  'MaxPool3DGrad',
] as const;

/** Puts the kernels in place. */
export function defineBorrowedKernels(context: KernelContext): void {
  for (const name of [...missing, ...wrong]) context.define(name, cpuKernel(context, name));
}

/**
 * A kernel of the cpu backend as one of this.
 *
 * @param context - The wasm backend.
 * @param name - The kernel's name.
 * @returns The kernel; it throws where the cpu backend has none of that name.
 */
export function cpuKernel(context: KernelContext, name: string): KernelBody {
  return ({ inputs, attrs }) => {
    const cpu = cpuBackend(context);
    const kernel = context.tf.getKernel(name, 'cpu');
    if (!kernel) throw new Error(`neither the wasm nor the cpu backend has a kernel ${name}`);
    const copies: TensorInfo[] = [];
    const copy = (value: TensorInfo | TensorInfo[]): TensorInfo | TensorInfo[] => {
      if (Array.isArray(value)) return value.map((one) => copy(one) as TensorInfo);
      const made = cpu.makeTensorInfo(value.shape, value.dtype, context.backend.readSync(value.dataId));
      copies.push(made);
      // Some of those kernels expect tensors, which know their rank.
      return { ...made, rank: value.shape.length } as TensorInfo;
    };
    try {
      const copied = Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, copy(value) as TensorInfo]));
      const result = kernel.kernelFunc({ inputs: copied, attrs: attrs as Record<string, never>, backend: cpu });
      const outputs = Array.isArray(result) ? result : [result];
      copies.push(...outputs);
      const back = outputs.map(({ dataId, shape, dtype }) => {
        const values = cpu.readSync(dataId);
        return { dataId: (context.backend as unknown as WritingBackend).write(values, shape, dtype), shape, dtype };
      });
      return Array.isArray(result) ? back : back[0];
    } finally {
      for (const one of copies) cpu.disposeIntermediateTensorInfo(one);
    }
  };
}

function cpuBackend({ tf }: KernelContext): CpuBackend {
  if (!tf.findBackendFactory('cpu')) requireFromHere()('@tensorflow/tfjs-backend-cpu');
  const cpu = tf.findBackend('cpu') as CpuBackend | null;
  if (!cpu) throw new Error('the cpu backend of TensorFlow.js could not be started');
  // It prints an advertisement on its first use.
  cpu.firstUse = false;
  return cpu;
}
