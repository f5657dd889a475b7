/**
 * @file Where saved results stand on the tape. TensorFlow.js saves an operation's result for its gradient as a copy, and writes the
 * copy on its tape before the operation itself. A second derivative then takes the copy for a constant and loses a term: that of
 * tanh, sigmoid, exp, softmax and every other gradient that is written with the result. So an operation is put before the copies of
 * its own results.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';

interface TapeNode {
  inputs: Record<string, Tensor>;
}

/** The part of TensorFlow.js' engine that writes the tape; internal to it, so pinned and tested. */
interface TapeEngine {
  state: { activeTape: TapeNode[] | null };
  addTapeNode(name: string, inputs: unknown, outputs: Tensor[], gradient: unknown, saved: Tensor[], attrs: unknown): void;
}

const repaired = new WeakSet<object>();

/** Repairs the order, once for an engine, on all backends. */
export function repairTapeOrder(tf: typeof Tf): void {
  const engine = tf.engine() as unknown as TapeEngine;
  if (repaired.has(engine)) return;
  repaired.add(engine);
  const add = engine.addTapeNode.bind(engine);
  engine.addTapeNode = (name, inputs, outputs, gradient, saved, attrs) => {
    add(name, inputs, outputs, gradient, saved, attrs);
    const tape = engine.state.activeTape;
    const copies = saved?.length ?? 0;
    if (!tape || copies === 0) return;
    const node = tape[tape.length - 1];
    // An operation that saves twice as much as it needs still has its copies among these.
    for (let at = Math.max(0, tape.length - 1 - 2 * copies); at < tape.length - 1; at++) {
      if (!Object.values(tape[at].inputs).some((input) => outputs.includes(input))) continue;
      tape.pop();
      tape.splice(at, 0, node);
      return;
    }
  };
}
