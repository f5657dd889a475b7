/** @file Where two plain values begin to differ, for messages that name one thing instead of printing two trees. */

/** The first place, in the order of the expected value's keys, where two plain values differ. */
export interface Difference {
  /** `'options.size'`, `'layers[3].units'`; empty for the values themselves. */
  path: string;
  /** What stands there, as JSON; `'nothing'` where it is absent. */
  expected: string;
  got: string;
}

/**
 * Compares plain values as JSON sees them: order of keys doesn't matter, absent and `undefined` are the same.
 *
 * @returns The first difference, or `undefined` where there is none.
 */
export function firstDifference(expected: unknown, got: unknown, path = ''): Difference | undefined {
  if (Object.is(expected, got)) return undefined;
  if (!isTree(expected) || !isTree(got) || Array.isArray(expected) !== Array.isArray(got))
    return { path, expected: show(expected), got: show(got) };
  for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
    const place = Array.isArray(expected) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const found = firstDifference(expected[key], got[key], place);
    if (found) return found;
  }
  return undefined;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return 'nothing';
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
