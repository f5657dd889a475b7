/**
 * @file Plain values with typed arrays among them, split into JSON and bytes. In the JSON an array of numbers in memory is
 * `{ "$array": "float32", "offset": 0, "length": 12 }` (offset in bytes, a multiple of 8, little-endian), and a number that JSON lacks is
 * `{ "$number": "NaN" }` (also `Infinity`, `-Infinity`, `-0`). Everything comes back bit for bit.
 */

const arrayTypes = {
  float32: Float32Array,
  float64: Float64Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  uint8: Uint8Array,
  uint8Clamped: Uint8ClampedArray,
  uint16: Uint16Array,
  uint32: Uint32Array,
} as const;
type ArrayType = keyof typeof arrayTypes;
type PlainArray = InstanceType<(typeof arrayTypes)[ArrayType]>;

const ALIGNMENT = 8;

/** JSON and the bytes it points into. */
export interface PackedState {
  json: unknown;
  bytes: Uint8Array;
}

/**
 * Splits a value.
 *
 * @param value - Null, booleans, numbers, text, typed arrays, and lists and plain objects of them. Absent (`undefined`) fields are left out.
 * @param name - What it is, for the message.
 * @throws TypeError where something else is in it (a function, a class, a key that begins with `$`), with its path.
 */
export function packState(value: unknown, name: string): PackedState {
  const arrays: { array: PlainArray; offset: number }[] = [];
  let end = 0;
  const pack = (one: unknown, path: string): unknown => {
    if (one === null || typeof one === 'boolean' || typeof one === 'string') return one;
    if (typeof one === 'number') return Number.isFinite(one) && !Object.is(one, -0) ? one : { $number: showNumber(one) };
    if (Array.isArray(one)) return one.map((entry, i) => pack(entry, `${path}[${i}]`));
    if (ArrayBuffer.isView(one)) {
      const type = (Object.keys(arrayTypes) as ArrayType[]).find((key) => one.constructor === arrayTypes[key]);
      if (!type) throw new TypeError(`${path}: arrays of this kind can't be saved: ${one.constructor.name}`);
      const array = one as PlainArray;
      const offset = end;
      arrays.push({ array, offset });
      end = Math.ceil((end + array.byteLength) / ALIGNMENT) * ALIGNMENT;
      return { $array: type, offset, length: array.length };
    }
    if (typeof one !== 'object' || ![Object.prototype, null].includes(Object.getPrototypeOf(one) as object | null))
      throw new TypeError(`${path}: only plain data can be saved, got ${describe(one)}`);
    return Object.fromEntries(
      Object.entries(one)
        .filter(([, entry]) => entry !== undefined)
        .map(([key, entry]) => {
          if (key.startsWith('$')) throw new TypeError(`${path}: a key can't begin with $, got "${key}"`);
          return [key, pack(entry, `${path}.${key}`)];
        }),
    );
  };
  const json = pack(value, name);
  const bytes = new Uint8Array(end);
  for (const { array, offset } of arrays) bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
  return { json, bytes };
}

/**
 * Puts a value together again; its arrays are copies.
 *
 * @throws RangeError where an array lies outside of the bytes.
 */
export function unpackState({ json, bytes }: PackedState): unknown {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((entry) => unpackState({ json: entry as unknown, bytes }));
  const { $number, $array, offset, length } = json as { $number?: string; $array?: ArrayType; offset: number; length: number };
  if ($number !== undefined) return Number($number);
  if ($array === undefined)
    return Object.fromEntries(Object.entries(json).map(([key, entry]) => [key, unpackState({ json: entry as unknown, bytes })]));
  const Type = arrayTypes[$array];
  const size = length * Type.BYTES_PER_ELEMENT;
  if (offset + size > bytes.length) throw new RangeError(`an array ends at byte ${offset + size} of ${bytes.length}`);
  return new Type(bytes.slice(offset, offset + size).buffer);
}

function showNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null ? `an instance of ${value.constructor.name}` : `a ${typeof value}`;
}
