/**
 * @file The one form in which frame kernels are written: a plain function that gives one byte of a picture, in the part of JavaScript that
 * gpu.js turns into shaders. Typed arrays run the very same function, or, where one was written, a loop that does the same in less time;
 * a GPU runs it as a shader. So there is one definition, and what runs where is only a question of speed.
 *
 * What such a function may not do: use anything outside of its file, constants included, or anything but numbers, arrays, `Math`, `if`,
 * `for`, `?:` and calls of its neighbours.
 */

/** Lines of numbers: `rows[y][x]`. */
export type Rows = readonly ArrayLike<number>[];

/** A picture between two passes: floats, four a pixel, 0…255; the colours multiplied by alpha / 255 where the pass says so. */
export interface FloatPicture {
  width: number;
  height: number;
  data: Float32Array;
}

/** What a definition takes beside the place: numbers, tables, pictures. */
export type PassInput = number | Float32Array | { width: number; height: number; data: Uint8ClampedArray | Float32Array };

/** A kernel, as both machines run it. */
export interface PassDefinition {
  /** Names the kernel in reports: `'grade'`. */
  name: string;
  /**
   * Gives the byte (0…255, not rounded) at column `x` of `4 * width` and row `y` of the result. Of its inputs, pictures come as
   * {@link Rows}, the others as they are.
   */
  value: (x: number, y: number, ...inputs: never[]) => number;
  /** The functions that `value` calls, in the order in which they call each other, the deepest first. */
  uses: readonly ((...inputs: never[]) => number)[];
}

/** A definition with its inputs. */
export interface Pass {
  definition: PassDefinition;
  inputs: readonly PassInput[];
  /** Size of the result. */
  width: number;
  height: number;
  /** The same in a loop over typed arrays, within a level of 255. Writes all of `out`, which is a frame's bytes in the last pass of a kernel, floats before. */
  loop?: (out: never) => void;
}

/** Something that runs passes: typed arrays, or a GPU. The result is written into `out`, four values a pixel. */
export type PassRunner = (pass: Pass, out: Uint8ClampedArray | Float32Array) => void;

/** Runs a pass on typed arrays. */
export const runOnArrays: PassRunner = (pass, out) => {
  if (pass.loop) pass.loop(out as never);
  else runDefinition(pass, out);
};

/** Runs the definition itself, byte by byte: what every faster way must agree with. */
export const runDefinition: PassRunner = ({ definition, inputs, width, height }, out) => {
  const [a, b, c, d, e, f, g, h] = inputs.map((input) =>
    typeof input === 'number' || input instanceof Float32Array ? input : rowsOf(input),
  );
  const value = definition.value as (x: number, y: number, ...rest: unknown[]) => number;
  const stride = width * 4;
  for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < stride; x++, at++) out[at] = value(x, y, a, b, c, d, e, f, g, h);
};

/** The lines of a picture, without copying. */
export function rowsOf({ width, height, data }: Exclude<PassInput, number | Float32Array>): ArrayLike<number>[] {
  return Array.from({ length: height }, (_, y) => data.subarray(y * width * 4, (y + 1) * width * 4));
}

/** Runs a pass into a new picture of floats. */
export function floatsFrom(run: PassRunner, pass: Pass): FloatPicture {
  const data = new Float32Array(pass.width * pass.height * 4);
  run(pass, data);
  return { width: pass.width, height: pass.height, data };
}

/** Runs a pass into a new frame. */
export function frameFrom(
  run: PassRunner,
  pass: Pass,
  seconds: number,
): { width: number; height: number; data: Uint8ClampedArray; seconds: number } {
  const data = new Uint8ClampedArray(pass.width * pass.height * 4);
  run(pass, data);
  return { width: pass.width, height: pass.height, data, seconds };
}
