/**
 * @file JSON as OpenTimelineIO writes it: numbers may be NaN, Inf or Infinity, integers may have any size, and 1.0 is not 1.
 * `JSON.parse` refuses the first, rounds the second and forgets the third.
 *
 * Integers beyond 2^53 become `bigint`. A number that JavaScript would write in another way (1.0, 0.10, more digits than it
 * needs) stays a `number`, and how it was written is remembered under a symbol that survives spreading and is invisible to
 * everything else.
 */
import { EditError } from '../errors/edit-error.js';
import type { Json, JsonObject } from '../timeline/timeline.js';

const AS_WRITTEN = Symbol('numbers as they were written, by key');

interface Remembering {
  [AS_WRITTEN]?: Map<string, string>;
}

const MAX_DEPTH = 500;

/**
 * Reads JSON with the numbers above.
 *
 * @param text - The text.
 * @throws EditError `BAD_OTIO` with line and column.
 */
export function parseLooseJson(text: string): Json {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const token =
    /[{}[\]:,]|"(?:[^"\\\u0000-\u001f]|\\.)*"|-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|Inf(?:inity)?)|NaN|true|false|null/y;
  let at = 0;

  const fail = (expected: string): never => {
    const lines = source.slice(0, at).split('\n');
    const found = at < source.length ? `found ${JSON.stringify(source.slice(at, at + 12))}` : 'found the end';
    throw new EditError(
      'BAD_OTIO',
      `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}: expected ${expected}, ${found}`,
      {
        remedy: 'The file is damaged or not JSON.',
      },
    );
  };
  const skip = (): void => {
    while (at < source.length && ' \t\r\n'.includes(source[at])) at++;
  };
  const peek = (): string => {
    skip();
    token.lastIndex = at;
    return token.exec(source)?.[0] ?? '';
  };
  const take = (expected?: string): string => {
    const found = peek();
    if (!found || (expected !== undefined && found !== expected)) fail(expected ? `"${expected}"` : 'a value');
    at += found.length;
    return found;
  };
  const text_ = (literal: string): string => {
    try {
      return JSON.parse(literal) as string;
    } catch {
      return fail('text with valid escapes');
    }
  };
  const value = (depth: number): { json: Json; literal?: string } => {
    if (depth > MAX_DEPTH) fail(`at most ${MAX_DEPTH} levels`);
    const first = take();
    if (first === '{') return { json: object(depth) };
    if (first === '[') return { json: array(depth) };
    if (first.startsWith('"')) return { json: text_(first) };
    switch (first) {
      case 'true':
      case 'false':
        return { json: first === 'true' };
      case 'null':
        return { json: null };
      case 'NaN':
        return { json: Number.NaN };
      default:
        return first.includes('Inf') ? { json: first.startsWith('-') ? -Infinity : Infinity } : number(first);
    }
  };
  const number = (literal: string): { json: Json; literal?: string } => {
    if (!/^-?\d/.test(literal)) {
      at -= literal.length;
      fail('a value');
    }
    const parsed = Number(literal);
    if (!/[.eE]/.test(literal) && !Number.isSafeInteger(parsed)) return { json: BigInt(literal) };
    return String(parsed) === literal ? { json: parsed } : { json: parsed, literal };
  };
  const remember = (holder: Remembering, key: string, literal: string | undefined): void => {
    if (literal !== undefined) (holder[AS_WRITTEN] ??= new Map()).set(key, literal);
  };
  const object = (depth: number): JsonObject => {
    const result: JsonObject & Remembering = {};
    if (peek() === '}') return (take(), result);
    for (;;) {
      const key = peek().startsWith('"') ? text_(take()) : fail('a key in quotes');
      take(':');
      const { json, literal } = value(depth + 1);
      Object.defineProperty(result, key, { value: json, enumerable: true, configurable: true, writable: true });
      remember(result, key, literal);
      if (take() === '}') return result;
      if (source[at - 1] !== ',') fail('"," or "}"');
    }
  };
  const array = (depth: number): Json[] => {
    const result: Json[] & Remembering = [];
    if (peek() === ']') return (take(), result);
    for (;;) {
      const { json, literal } = value(depth + 1);
      remember(result, String(result.length), literal);
      result.push(json);
      if (take() === ']') return result;
      if (source[at - 1] !== ',') fail('"," or "]"');
    }
  };

  const { json } = value(0);
  skip();
  if (at < source.length) fail('the end');
  return json;
}

/**
 * Writes JSON with the numbers above, indented by four spaces as OpenTimelineIO does.
 *
 * @param json - The value.
 * @param floats - Keys whose numbers are always written as floats: `value` and `rate` of a time.
 */
export function formatLooseJson(json: Json, floats: ReadonlySet<string>): string {
  const write = (value: Json, indent: string, float: boolean, literal?: string): string => {
    if (value === null || typeof value === 'boolean') return String(value);
    if (typeof value === 'bigint') return value.toString();
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value === 'number')
      return literal !== undefined && Number(literal) === value ? literal : formatNumber(value, float);
    const inner = `${indent}    `;
    const written = (value as Remembering)[AS_WRITTEN];
    if (Array.isArray(value)) {
      if (value.length === 0) return '[]';
      return `[\n${value.map((entry, i) => inner + write(entry, inner, false, written?.get(String(i)))).join(',\n')}\n${indent}]`;
    }
    const entries = Object.entries(value);
    if (entries.length === 0) return '{}';
    const lines = entries.map(
      ([key, entry]) => `${inner}${JSON.stringify(key)}: ${write(entry, inner, floats.has(key), written?.get(key))}`,
    );
    return `{\n${lines.join(',\n')}\n${indent}}`;
  };
  return write(json, '', false);
}

function formatNumber(value: number, float: boolean): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Inf' : 'Inf';
  const text = Object.is(value, -0) ? '-0.0' : String(value);
  return float && Number.isInteger(value) && !/[.e]/.test(text) ? `${text}.0` : text;
}
