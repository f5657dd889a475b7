/** @file How packages are found: from this one's place, so that optional peers of a user's project are seen. */
import { createRequire } from 'node:module';

/** How packages are found; replaced in tests by one that holds stand-ins. */
export interface Loader {
  /** Loads an ES module by name. */
  import(name: string): Promise<unknown>;
  /** Loads a CommonJS module by name. */
  require(name: string): unknown;
}

/** Finds packages from this one's place. */
export const packageLoader: Loader = {
  import: (name) => import(name) as Promise<unknown>,
  require: createRequire(import.meta.url),
};
