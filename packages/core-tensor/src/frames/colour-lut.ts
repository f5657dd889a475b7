/** @file Colour tables in three dimensions and their text form, `.cube` (Adobe, "Cube LUT Specification 1.0", 2013). */

/** A table from colours to colours. */
export interface ColourLut {
  /** Entries a side, 2…256. */
  size: number;
  /** Red, green, blue of each entry, the red index fastest: `size³ * 3` numbers; 0…1 where nothing is out of range. */
  data: Float32Array;
  /** The colour of the first entry, default black. */
  domainMin?: readonly [number, number, number];
  /** The colour of the last entry, default white. */
  domainMax?: readonly [number, number, number];
  title?: string;
}

/**
 * Makes a table from a function of colours.
 *
 * @param size - Entries a side, 2…256; 33 is usual.
 * @param colour - Gives a colour for a colour, both red, green, blue in 0…1. Default: the same.
 * @returns The table.
 * @throws RangeError where the size is out of range.
 * @example
 * ```ts
 * import { createLut } from '@filmai/core-tensor/frames';
 *
 * const warm = createLut(33, ([r, g, b]) => [r * 1.05, g, b * 0.9]);
 * console.log(warm.data.length); // 107811
 * ```
 */
export function createLut(
  size: number,
  colour: (rgb: readonly [number, number, number]) => readonly [number, number, number] = (rgb) => rgb,
): ColourLut {
  checkSize('createLut', size);
  const data = new Float32Array(size ** 3 * 3);
  const top = size - 1;
  let at = 0;
  for (let b = 0; b < size; b++)
    for (let g = 0; g < size; g++) for (let r = 0; r < size; r++, at += 3) data.set(colour([r / top, g / top, b / top]), at);
  return { size, data };
}

/**
 * Reads a 3D table from the text of a `.cube` file.
 *
 * @param text - The file's text, line ends of any kind.
 * @returns The table.
 * @throws SyntaxError with the line where the text is no `.cube` file with a 3D table.
 * @example
 * ```ts
 * import { createLut, formatCube, parseCube } from '@filmai/core-tensor/frames';
 *
 * console.log(parseCube(formatCube(createLut(2))).size); // 2
 * ```
 */
export function parseCube(text: string): ColourLut {
  const lut: Partial<ColourLut> = {};
  let filled = 0;
  const fail = (line: number, what: string): never => {
    throw new SyntaxError(`.cube line ${line + 1}: ${what}`);
  };
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  for (const [number, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [word, ...rest] = line.split(/\s+/);
    const triple = (words: readonly string[]): [number, number, number] => {
      const numbers = words.map(Number);
      if (numbers.length !== 3 || !numbers.every(Number.isFinite)) fail(number, `expected three numbers, got '${line}'`);
      return [numbers[0], numbers[1], numbers[2]];
    };
    if (word === 'TITLE') lut.title = line.slice(5).trim().replaceAll(/^"|"$/g, '');
    else if (word === 'DOMAIN_MIN') lut.domainMin = triple(rest);
    else if (word === 'DOMAIN_MAX') lut.domainMax = triple(rest);
    else if (word === 'LUT_3D_INPUT_RANGE') {
      const [low, high] = rest.map(Number);
      if (rest.length !== 2 || !(high > low)) fail(number, `expected a low and a high number, got '${line}'`);
      lut.domainMin = [low, low, low];
      lut.domainMax = [high, high, high];
    } else if (word === 'LUT_1D_SIZE') fail(number, 'a 1D table; expected LUT_3D_SIZE');
    else if (word === 'LUT_3D_SIZE') {
      const size = Number(rest[0]);
      if (!Number.isInteger(size) || size < 2 || size > 256)
        fail(number, `LUT_3D_SIZE must be a whole number in 2…256, got '${rest.join(' ')}'`);
      lut.size = size;
      lut.data = new Float32Array(size ** 3 * 3);
    } else if (/^[-+.\d]/.test(word)) {
      if (lut.data === undefined) return fail(number, 'colours before LUT_3D_SIZE');
      if (filled >= lut.data.length) fail(number, `more than ${lut.data.length / 3} colours`);
      lut.data.set(triple([word, ...rest]), filled);
      filled += 3;
    } else fail(number, `'${word}' is no keyword of the format`);
  }
  const { size, data } = lut;
  if (size === undefined || data === undefined) return fail(lines.length - 1, 'no LUT_3D_SIZE in the file');
  if (filled !== data.length) fail(lines.length - 1, `${filled / 3} colours, expected ${data.length / 3} for a size of ${size}`);
  checkLut('.cube', { ...lut, size, data });
  return { ...lut, size, data };
}

/**
 * Writes a table as the text of a `.cube` file.
 *
 * @param lut - The table.
 * @returns The text, ending in a line break; every number reads back as the same 32-bit value.
 * @throws RangeError where the table has not `size³` colours.
 * @example
 * ```ts
 * import { createLut, formatCube } from '@filmai/core-tensor/frames';
 *
 * console.log(formatCube(createLut(2)).split('\n')[0]); // LUT_3D_SIZE 2
 * ```
 */
export function formatCube(lut: ColourLut): string {
  checkLut('formatCube', lut);
  const { size, data, domainMin, domainMax, title } = lut;
  const lines: string[] = [];
  if (title !== undefined) lines.push(`TITLE "${title.replaceAll(/["\r\n]/g, ' ')}"`);
  lines.push(`LUT_3D_SIZE ${size}`);
  if (domainMin) lines.push(`DOMAIN_MIN ${domainMin.join(' ')}`);
  if (domainMax) lines.push(`DOMAIN_MAX ${domainMax.join(' ')}`);
  for (let i = 0; i < data.length; i += 3) lines.push(`${shortest(data[i])} ${shortest(data[i + 1])} ${shortest(data[i + 2])}`);
  return `${lines.join('\n')}\n`;
}

/** Refuses a table that has not as many colours as it says. */
export function checkLut(who: string, { size, data, domainMin = [0, 0, 0], domainMax = [1, 1, 1] }: ColourLut): void {
  checkSize(who, size);
  if (data.length !== size ** 3 * 3)
    throw new RangeError(`${who}: a table of size ${size} has ${size ** 3 * 3} numbers, got ${data.length}`);
  for (const channel of [0, 1, 2]) {
    if (!(domainMax[channel] > domainMin[channel]))
      throw new RangeError(`${who}: domainMax must be above domainMin, got ${domainMin.join(' ')} to ${domainMax.join(' ')}`);
  }
}

function checkSize(who: string, size: number): void {
  if (!Number.isInteger(size) || size < 2 || size > 256)
    throw new RangeError(`${who}: size must be a whole number in 2…256, got ${size}`);
}

/** The shortest decimal that reads back as this 32-bit float: at most nine digits. */
function shortest(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === value) return text;
  }
  return String(Number(value.toPrecision(9)));
}
