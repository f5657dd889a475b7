/**
 * @file Expands the templates that the grammar is written in. `[a|b]` is a choice, nested as deep as wanted; `{name}` is put in by the
 * story; `{Name}` is the same with a capital.
 */
import type { Random } from '@filmai/core-tensor/random';

/** What the story puts in: by the name in braces. */
export type Slots = Readonly<Record<string, string>>;

/**
 * Expands a template.
 *
 * @param template - Text with choices and slots.
 * @param slots - Their values may hold choices and slots again.
 * @param random - Moved by one number for each choice that is reached.
 * @throws RangeError for a slot that the story lacks or brackets that don't close: a mistake in the grammar.
 */
export function expand(template: string, slots: Slots, random: Random): string {
  let text = template;
  for (let depth = 0; /[[{]/.test(text); depth++) {
    if (depth > 20) throw new RangeError(`expand: the template never ends: ${template}`);
    // Innermost choices first, so that a choice inside a choice is one.
    while (text.includes('[')) {
      const next = text.replace(/\[([^[\]]*)\]/, (_, choices: string) => random.pick(choices.split('|')));
      if (next === text) throw new RangeError(`expand: brackets don't close: ${template}`);
      text = next;
    }
    text = text.replace(/\{([^{}]+)\}/g, (_, name: string) => slotOf(name, slots, template));
  }
  return text.replace(/ {2,}/g, ' ').trim();
}

/** Names of the slots that a template needs, whatever is chosen. */
export function slotsOf(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name);
}

/** With a capital letter in front. */
export function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function slotOf(name: string, slots: Slots, template: string): string {
  const exact = slots[name];
  if (exact !== undefined) return exact;
  const lower = slots[name.slice(0, 1).toLowerCase() + name.slice(1)];
  if (lower === undefined) throw new RangeError(`expand: the story has no {${name}} for: ${template}`);
  return capitalize(lower);
}
