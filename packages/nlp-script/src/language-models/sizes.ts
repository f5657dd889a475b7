/** @file Checks of sizes, at the door. */

/**
 * Makes sure that numbers are whole and at least `least`.
 *
 * @throws RangeError that names the first that is not.
 */
export function checkWhole(where: string, sizes: Readonly<Record<string, number | undefined>>, least = 1): void {
  for (const [name, size] of Object.entries(sizes))
    if (size !== undefined && !(Number.isInteger(size) && size >= least))
      throw new RangeError(`${where}: ${name} must be a whole number of at least ${least}, got ${size}`);
}
