/**
 * @file The wardrobe. A costume is a function over the tailor's table; users add their own with `registerCostume` and name it
 * in a look.
 */
import { EVERYDAY_CLOTHES } from './clothes-everyday.js';
import { WORK_CLOTHES } from './clothes-work.js';
import type { Costume } from './costume.js';

export type { Costume };

const registry = new Map<string, Costume>([...EVERYDAY_CLOTHES, ...WORK_CLOTHES].map((costume) => [costume.name, costume]));

/**
 * Adds a costume, or replaces the one of its name.
 *
 * @example
 * ```ts
 * import { registerCostume, costumeNames } from '@filmai/storyboard/figure';
 *
 * registerCostume({
 *   name: 'toga',
 *   words: ['toga'],
 *   build(tailor) {
 *     const cloth = tailor.torso(tailor.piece(tailor.look.top, { pleats: 9 }), { sleeves: 0.3, puff: 0.006 });
 *     tailor.skirt(cloth, { length: 1.7, flare: 0.03 });
 *     tailor.shoes(tailor.look.bottom);
 *   },
 * });
 * console.log(costumeNames().includes('toga')); // true
 * ```
 */
export function registerCostume(costume: Costume): void {
  if (!costume.name || typeof costume.build !== 'function')
    throw new TypeError(`registerCostume: expected { name, words, build }, got ${JSON.stringify(costume)}`);
  registry.set(costume.name, costume);
}

/** Names of all costumes. */
export function costumeNames(): string[] {
  return [...registry.keys()];
}

/** A costume by name. Throws RangeError for one that is not registered. */
export function costumeNamed(name: string): Costume {
  const found = registry.get(name);
  if (!found)
    throw new RangeError(
      `costume '${name}' is not registered; expected one of ${costumeNames().join(', ')}, or call registerCostume first`,
    );
  return found;
}

/** All registered costumes. */
export function costumes(): Costume[] {
  return [...registry.values()];
}
