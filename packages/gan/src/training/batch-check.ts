/** @file Batches against what a network was built for. */
import { GanError } from '../errors/gan-error.js';
import type { Batch, Trainable } from './trainable.js';

type Shapes = Trainable['batch'];

/**
 * Checks a batch.
 *
 * @throws GanError `WRONG_BATCH` with the field, what was expected and what came.
 */
export function checkBatch(kind: string, expected: Shapes, batch: Batch): void {
  const shapes: Record<string, readonly number[]> = {};
  for (const [field, tensor] of Object.entries(batch)) {
    if (tensor.rank === 0) throw wrong(kind, field, expected[field], tensor.shape, 'a batch needs a first axis');
    if (tensor.isDisposed) throw wrong(kind, field, expected[field], tensor.shape, 'the tensor is disposed');
    shapes[field] = tensor.shape.slice(1);
  }
  checkShapes(kind, expected, shapes);
  const counts = Object.keys(expected).map((field) => [field, batch[field].shape[0]] as const);
  const other = counts.find(([, count]) => count !== counts[0][1]);
  if (other)
    throw new GanError(
      'WRONG_BATCH',
      `${kind}: a batch with ${counts[0][1]} of "${counts[0][0]}" and ${other[1]} of "${other[0]}"`,
    );
}

/**
 * Checks the shapes of a feed, before anything is read.
 *
 * @throws GanError `WRONG_BATCH` with the field, what was expected and what came.
 */
export function checkShapes(kind: string, expected: Shapes, got: Readonly<Record<string, readonly number[]>>): void {
  for (const [field, shape] of Object.entries(expected)) {
    if (!Object.hasOwn(got, field)) {
      throw new GanError(
        'WRONG_BATCH',
        `${kind}: a batch has no field "${field}"; it has ${Object.keys(got).join(', ') || 'none'}`,
        {
          remedy: `Expected ${Object.entries(expected)
            .map(([name, one]) => `${name} ${written(one)}`)
            .join(' and ')}.`,
        },
      );
    }
    const own = got[field];
    if (own.length !== shape.length || shape.some((size, axis) => size !== null && size !== own[axis]))
      throw wrong(kind, field, shape, own);
  }
}

function wrong(
  kind: string,
  field: string,
  expected: readonly (number | null)[] | undefined,
  got: readonly number[],
  why?: string,
): GanError {
  const wanted = expected ? `expected ${written(expected)}, ` : '';
  return new GanError(
    'WRONG_BATCH',
    `${kind}, field "${field}" of a batch: ${wanted}got ${written(got)}${why ? `: ${why}` : ''}`,
    {
      remedy: 'Give the feed the size and channels that the network was built with.',
    },
  );
}

const written = (shape: readonly (number | null)[]): string => `[n${shape.map((size) => `, ${size ?? 'any'}`).join('')}]`;
