/** @file Options that networks have in common, checked where a builder is called. */

/**
 * A whole number within bounds.
 *
 * @param name - Builder and option, as the message begins: `'createDcgan: latent'`.
 * @throws RangeError with the name, the bounds and the value.
 */
export function checkWhole(name: string, value: number, low: number, high = Number.MAX_SAFE_INTEGER): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  const bounds = high === Number.MAX_SAFE_INTEGER ? `of at least ${low}` : `in ${low}…${high}`;
  throw new RangeError(`${name} must be a whole number ${bounds}, got ${String(value)}`);
}

/**
 * A number within bounds, both included.
 *
 * @param name - Builder and option, as the message begins: `'createDcgan: width'`.
 * @throws RangeError with the name, the bounds and the value.
 */
export function checkNumber(name: string, value: number, low: number, high = Number.POSITIVE_INFINITY): void {
  if (typeof value === 'number' && value >= low && value <= high) return;
  const bounds = high === Number.POSITIVE_INFINITY ? `of at least ${low}` : `in ${low}…${high}`;
  throw new RangeError(`${name} must be a number ${bounds}, got ${String(value)}`);
}

/**
 * One of some words.
 *
 * @param name - Builder and option, as the message begins: `'createVae: network'`.
 * @throws RangeError with the name, the words and the value.
 */
export function checkChoice(name: string, value: unknown, choices: readonly (string | number)[]): void {
  if (choices.includes(value as string)) return;
  throw new RangeError(`${name} must be one of ${choices.join(', ')}, got ${String(value)}`);
}

/**
 * Filters of a layer at a width.
 *
 * @param filters - As the paper has them.
 * @param width - Multiplier, above 0.
 * @returns At least 1.
 */
export function scaledFilters(filters: number, width: number): number {
  return Math.max(1, Math.round(filters * width));
}
