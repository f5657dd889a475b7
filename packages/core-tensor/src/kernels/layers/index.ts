/** @file What makes stock layers and optimisers fast on the wasm backend. */
import { registerStepEngine } from '../../optimisers/step-engine.js';
import { normaliseBinary } from '../binaries/normalise.js';
import { optimiseBinary } from '../binaries/optimise.js';
import type { KernelContext } from '../kernel-context.js';
import { accelerateBatchNorm } from './batch-norm.js';
import { accelerateDropout } from './dropout.js';
import { accelerateLayerNorm } from './layer-norm.js';
import type { NormaliseModule, OptimiseModule } from './modules.js';
import { accelerateOptimisers, openStepEngine } from './optimiser-steps.js';

/**
 * Puts fused kernels in place and stands in front of the stock layers and optimisers that gain by them: batch and layer normalisation,
 * dropout, Adam, RMSProp, momentum, SGD. On other backends they stay as they are.
 */
export async function accelerateLayers(context: KernelContext): Promise<void> {
  const { layers } = await import('@tensorflow/tfjs-layers');
  const normalise = context.instantiate<NormaliseModule>(normaliseBinary);
  const optimise = context.instantiate<OptimiseModule>(optimiseBinary);
  const engine = openStepEngine(context, optimise);
  registerStepEngine(context.backend, engine);
  accelerateBatchNorm(context, normalise, engine, layers.batchNormalization({}));
  accelerateLayerNorm(context, normalise, layers.layerNormalization({}));
  accelerateDropout(context, normalise, layers.dropout({ rate: 0.5 }));
  accelerateOptimisers(context, optimise, engine);
}
