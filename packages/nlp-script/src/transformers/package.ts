/**
 * @file Which transformers package is installed. Both run the same models through ONNX Runtime; the newer one is taken where both are there.
 * They are optional peers and are loaded on first use.
 */
import { MissingPeerError } from '@filmai/core-tensor/errors';

/** The packages, the one that is tried first in front. */
export const TRANSFORMERS_PACKAGES = ['@huggingface/transformers', '@xenova/transformers'] as const;

/** One of the packages. */
export type TransformersPackageName = (typeof TRANSFORMERS_PACKAGES)[number];

/** What is used of a package; both have it. */
export interface TransformersPackage {
  name: TransformersPackageName;
  version: string;
  pipeline: (task: string, model: string, options: Record<string, unknown>) => Promise<unknown>;
  env: TransformersEnvironment;
}

/** The settings that both packages share with everyone in the process. */
export interface TransformersEnvironment {
  version?: string;
  allowRemoteModels: boolean;
  allowLocalModels: boolean;
  localModelPath: string;
}

/** Imports a package by name; replaced in tests by one that holds stand-ins. */
export type ImportPackage = (name: TransformersPackageName) => Promise<unknown>;

// Both names stand as literals, so that bundlers see them.
const importPeer: ImportPackage = (name) =>
  name === '@huggingface/transformers' ? import('@huggingface/transformers') : import('@xenova/transformers');

/**
 * Loads a transformers package.
 *
 * @param options - `package`: this one and no other; default the first that is installed. `importPackage`: for tests.
 * @throws MissingPeerError with the install line where none is installed; its cause holds why each import failed.
 */
export async function loadTransformers(
  options: { package?: TransformersPackageName; importPackage?: ImportPackage } = {},
): Promise<TransformersPackage> {
  const { importPackage = importPeer } = options;
  if (options.package !== undefined && !TRANSFORMERS_PACKAGES.includes(options.package))
    throw new RangeError(`package must be one of ${TRANSFORMERS_PACKAGES.join(', ')}, got ${options.package}`);
  const names = options.package === undefined ? TRANSFORMERS_PACKAGES : [options.package];
  const failures: unknown[] = [];
  for (const name of names) {
    try {
      const found = await importPackage(name);
      const loaded = isTransformers(found) ? found : (found as { default?: unknown }).default;
      if (isTransformers(loaded)) return { ...pick(loaded), name, version: loaded.env.version ?? 'unknown' };
      failures.push(new TypeError(`${name}: has no pipeline and env`));
    } catch (error) {
      failures.push(error);
    }
  }
  throw new MissingPeerError(
    'Running a transformers model',
    [names[0]],
    new AggregateError(failures, 'no package could be loaded'),
  );
}

function isTransformers(value: unknown): value is Pick<TransformersPackage, 'pipeline' | 'env'> {
  const candidate = value as Partial<TransformersPackage> | null | undefined;
  return typeof candidate?.pipeline === 'function' && typeof candidate.env === 'object';
}

/** A module's namespace doesn't spread its getters in every loader. */
function pick({ pipeline, env }: Pick<TransformersPackage, 'pipeline' | 'env'>): Pick<TransformersPackage, 'pipeline' | 'env'> {
  return { pipeline, env };
}
