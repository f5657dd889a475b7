/** @file A model's weights as variables of the running tensor backend, and its forward pass over them. */
import type * as Tf from '@tensorflow/tfjs-core';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { isTransformer, planOf, type LanguageModel } from './language-model.js';
import { recurrentLogits } from './recurrent-network.js';
import { transformerHidden, transformerLogits, type ForwardContext, type TensorFlow } from './transformer-network.js';
import { NORM_EPSILON } from './transformer-plan.js';

/** A model that tensors flow through. */
export interface NetworkEngine {
  tf: TensorFlow;
  /** Its weights in the order of the plan; `variables[i]` is the model's weight `names[i]`. */
  variables: readonly Tf.Variable[];
  names: readonly string[];
  /**
   * Logits for tokens [batch, length].
   *
   * @param dropout - Share of numbers set to 0 in training, and the seed that chooses them. Default none.
   */
  logits(tokens: Tf.Tensor2D, dropout?: { rate: number; seed: number }): Tf.Tensor2D;
  /** What the last layer of a transformer says of each token: [batch · length, width]. */
  hidden(tokens: Tf.Tensor2D): Tf.Tensor2D;
  /** Copies of the weights as they are now, in the order of the plan. */
  read(): Promise<Float32Array[]>;
  /** Puts values in, in the order of the plan. */
  fill(values: readonly Float32Array[]): void;
  /** Frees the variables. */
  dispose(): void;
}

const NORM = /^(.*ln_\w+)\.(weight|bias)$/;

/** Puts a model onto the backend; its own weights stay as they are. */
export async function openNetwork(model: LanguageModel): Promise<NetworkEngine> {
  const { tf } = await startRuntime();
  const layers = await import('@tensorflow/tfjs-layers');
  const plan = planOf(model);
  const variables = new Map<string, Tf.Variable>();
  const norms = new Map<string, (x: Tf.Tensor) => Tf.Tensor>();
  for (const { name, shape } of plan) {
    const norm = NORM.exec(name);
    // A stock layer, because the runtime computes those as one kernel.
    if (norm && !norms.has(norm[1])) {
      const layer = layers.layers.layerNormalization({ axis: -1, epsilon: NORM_EPSILON });
      layer.build([null, shape[0]]);
      const [scale, offset] = layer.trainableWeights.map((weight) => weight.read() as Tf.Variable);
      variables.set(`${norm[1]}.weight`, scale);
      variables.set(`${norm[1]}.bias`, offset);
      norms.set(norm[1], (x) => layer.apply(x) as Tf.Tensor);
    } else if (!norm)
      variables.set(
        name,
        tf.tidy(() => tf.variable(tf.zeros([...shape]))),
      );
  }
  const contextOf = (dropout?: { rate: number; seed: number }): ForwardContext => {
    let drawn = 0;
    return {
      tf,
      weight: (name) => variables.get(name) as Tf.Variable,
      normalise: (name, x) => (norms.get(name) as (x: Tf.Tensor) => Tf.Tensor)(x),
      drop: (x) => (dropout && dropout.rate > 0 ? tf.dropout(x, dropout.rate, undefined, dropout.seed + drawn++) : x),
    };
  };
  const ordered = plan.map(({ name }) => variables.get(name) as Tf.Variable);
  const engine: NetworkEngine = {
    tf,
    variables: ordered,
    names: plan.map(({ name }) => name),
    logits(tokens, dropout) {
      const context = contextOf(dropout);
      return isTransformer(model) ? transformerLogits(context, model, tokens) : recurrentLogits(context, model, tokens);
    },
    hidden(tokens) {
      if (!isTransformer(model)) throw new TypeError(`openNetwork: ${model.kind} has no layers to look into`);
      return transformerHidden(contextOf(), model, tokens);
    },
    read: () => Promise.all(ordered.map(async (variable) => Float32Array.from(await variable.data<'float32'>()))),
    fill(values) {
      tf.tidy(() => ordered.forEach((variable, i) => variable.assign(tf.tensor(values[i].slice(), variable.shape))));
    },
    dispose: () => tf.dispose(ordered),
  };
  engine.fill(plan.map(({ name }) => model.weights[name].values));
  return engine;
}
