/** @file How packages are found: from this one's place, so that optional peers of a user's project are seen. */
import { runsInNode } from './runs-in-node.js';

/** How packages are found; replaced in tests by one that holds stand-ins. */
export interface Loader {
  /** Loads an ES module by name. */
  import(name: string): Promise<unknown>;
  /** Loads a CommonJS module by name. */
  require(name: string): unknown;
}

/** What this package depends on, by names that a bundler can read and follow. */
const dependencies: Readonly<Record<string, () => Promise<unknown>>> = {
  '@tensorflow/tfjs-core': () => import('@tensorflow/tfjs-core'),
  '@tensorflow/tfjs-layers': () => import('@tensorflow/tfjs-layers'),
  '@tensorflow/tfjs-backend-cpu': () => import('@tensorflow/tfjs-backend-cpu'),
  '@tensorflow/tfjs-backend-wasm': () => import('@tensorflow/tfjs-backend-wasm'),
};

/** Finds packages from this one's place. */
export const packageLoader: Loader = {
  import: (name) =>
    Object.hasOwn(dependencies, name)
      ? dependencies[name]()
      : (import(/* webpackIgnore: true */ /* @vite-ignore */ name) as Promise<unknown>),
  require: (name) => requireFromHere()(name) as unknown,
};

let nodeRequire: NodeJS.Require | undefined;

/**
 * Node's `require`, from this package's place.
 *
 * @throws Error where there is none.
 */
export function requireFromHere(): NodeJS.Require {
  if (!runsInNode()) throw new Error('there is no require outside of Node');
  return (nodeRequire ??= process.getBuiltinModule('node:module').createRequire(import.meta.url));
}
