/** @file Numbers that must lie within bounds, checked where a function is called. */

/**
 * A number within bounds, both included.
 *
 * @param name - Function and option, as the message begins: `'createEffect: wind'`.
 * @throws RangeError with the name, the bounds and the value.
 */
export function checkRange(name: string, value: number, low: number, high: number): void {
  if (!(value >= low && value <= high)) throw new RangeError(`${name} must lie in ${low}…${high}, got ${String(value)}`);
}
