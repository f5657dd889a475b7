/**
 * @file Unit quaternions [x, y, z, w] and vectors for skeletons. Right-handed axes, y up; a product `a · b` turns by `b` first.
 */

/** A point or direction in metres. */
export type Vector3 = readonly [number, number, number];
/** A rotation as unit quaternion [x, y, z, w]. */
export type Quaternion = readonly [number, number, number, number];

/** No rotation. */
export const IDENTITY: Quaternion = [0, 0, 0, 1];

/** Axes by letter. */
export const AXES: Readonly<Record<'X' | 'Y' | 'Z', Vector3>> = { X: [1, 0, 0], Y: [0, 1, 0], Z: [0, 0, 1] };

/** Rotation by an angle in radians about a unit axis. */
export function aboutAxis([x, y, z]: Vector3, angle: number): Quaternion {
  const s = Math.sin(angle / 2);
  return [x * s, y * s, z * s, Math.cos(angle / 2)];
}

/** The product of rotations, the last one applied first. */
export function compose(...rotations: readonly Quaternion[]): Quaternion {
  return rotations.reduce(product, IDENTITY);
}

/** The rotation that undoes one. */
export function inverse([x, y, z, w]: Quaternion): Quaternion {
  return [-x, -y, -z, w];
}

/** Turns a vector. */
export function rotate([x, y, z, w]: Quaternion, [a, b, c]: Vector3): Vector3 {
  const u = 2 * (y * c - z * b);
  const v = 2 * (z * a - x * c);
  const t = 2 * (x * b - y * a);
  return [a + w * u + y * t - z * v, b + w * v + z * u - x * t, c + w * t + x * v - y * u];
}

/** The same rotation with length one and the sign that lies nearer to `near`. */
export function nearest([x, y, z, w]: Quaternion, near: Quaternion): Quaternion {
  const sign = x * near[0] + y * near[1] + z * near[2] + w * near[3] < 0 ? -1 : 1;
  const scale = sign / Math.hypot(x, y, z, w);
  return [x * scale, y * scale, z * scale, w * scale];
}

/** On the great arc from one rotation to another (Shoemake 1985); `t` in 0…1. */
export function slerp(from: Quaternion, to: Quaternion, t: number): Quaternion {
  const target = nearest(to, from);
  const cosine = Math.min(1, from[0] * target[0] + from[1] * target[1] + from[2] * target[2] + from[3] * target[3]);
  const angle = Math.acos(cosine);
  const [a, b] = angle < 1e-5 ? [1 - t, t] : [Math.sin((1 - t) * angle) / Math.sin(angle), Math.sin(t * angle) / Math.sin(angle)];
  return nearest(
    [from[0] * a + target[0] * b, from[1] * a + target[1] * b, from[2] * a + target[2] * b, from[3] * a + target[3] * b],
    from,
  );
}

/** The rotation whose local y and z axes point along `up` and, as nearly as a right angle allows, `forward`. */
export function fromUpAndForward(up: Vector3, forward: Vector3): Quaternion {
  const y = unit(up);
  const x = unit(cross(y, forward));
  return fromColumns(x, y, cross(x, y));
}

/**
 * The first two columns of the rotation matrix: six numbers that change without a jump wherever the rotation does (Zhou et al. 2019), for
 * networks.
 */
export function toSixNumbers(q: Quaternion): [number, number, number, number, number, number] {
  return [...rotate(q, AXES.X), ...rotate(q, AXES.Y)] as [number, number, number, number, number, number];
}

/** The rotation nearest to six numbers, by Gram and Schmidt; six zeros give no rotation. */
export function fromSixNumbers(six: readonly number[]): Quaternion {
  const first: Vector3 = [six[0], six[1], six[2]];
  const second: Vector3 = [six[3], six[4], six[5]];
  if (length(first) < 1e-6) return IDENTITY;
  const x = unit(first);
  const along = dot(x, second);
  const rest: Vector3 = [second[0] - along * x[0], second[1] - along * x[1], second[2] - along * x[2]];
  if (length(rest) < 1e-6) return IDENTITY;
  const y = unit(rest);
  return fromColumns(x, y, cross(x, y));
}

/** Angles in radians about three different axes, in the order in which they are multiplied: `order` 'ZXY' means Z · X · Y. */
export function toEuler(q: Quaternion, order: string): [number, number, number] {
  const [i, j, k] = [...order].map((letter) => 'XYZ'.indexOf(letter));
  // Columns of the matrix; its entry [row][column] is columns[column][row].
  const columns = [rotate(q, AXES.X), rotate(q, AXES.Y), rotate(q, AXES.Z)];
  const parity = (j - i + 3) % 3 === 1 ? 1 : -1;
  const middle = Math.asin(Math.max(-1, Math.min(1, parity * columns[k][i])));
  if (Math.abs(columns[k][i]) > 0.999_999) {
    return [Math.atan2(parity * columns[i][j], columns[j][j]), middle, 0];
  }
  return [Math.atan2(-parity * columns[k][j], columns[k][k]), middle, Math.atan2(-parity * columns[j][i], columns[i][i])];
}

/** The product of three rotations about the axes of `order`, by angles in radians. */
export function fromEuler(angles: readonly number[], order: string): Quaternion {
  return compose(...[...order].map((letter, i) => aboutAxis(AXES[letter as 'X'], angles[i])));
}

/** a + b · scale. */
export function addScaled(a: Vector3, b: Vector3, scale = 1): Vector3 {
  return [a[0] + b[0] * scale, a[1] + b[1] * scale, a[2] + b[2] * scale];
}

/** Length of a vector. */
export function length(v: Vector3): number {
  return Math.hypot(v[0], v[1], v[2]);
}

/** Inner product. */
export function dot(a: Vector3, b: Vector3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** The vector of length one in the same direction. */
export function unit(v: Vector3): Vector3 {
  const scale = 1 / length(v);
  return [v[0] * scale, v[1] * scale, v[2] * scale];
}

function cross(a: Vector3, b: Vector3): Vector3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function product(a: Quaternion, b: Quaternion): Quaternion {
  return [
    a[3] * b[0] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1],
    a[3] * b[1] - a[0] * b[2] + a[1] * b[3] + a[2] * b[0],
    a[3] * b[2] + a[0] * b[1] - a[1] * b[0] + a[2] * b[3],
    a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2],
  ];
}

/** From the columns of a rotation matrix (Shepperd 1978). */
function fromColumns(x: Vector3, y: Vector3, z: Vector3): Quaternion {
  const trace = x[0] + y[1] + z[2];
  if (trace > 0) {
    const s = 2 * Math.sqrt(1 + trace);
    return [(y[2] - z[1]) / s, (z[0] - x[2]) / s, (x[1] - y[0]) / s, s / 4];
  }
  if (x[0] > y[1] && x[0] > z[2]) {
    const s = 2 * Math.sqrt(1 + x[0] - y[1] - z[2]);
    return [s / 4, (y[0] + x[1]) / s, (z[0] + x[2]) / s, (y[2] - z[1]) / s];
  }
  if (y[1] > z[2]) {
    const s = 2 * Math.sqrt(1 + y[1] - x[0] - z[2]);
    return [(y[0] + x[1]) / s, s / 4, (z[1] + y[2]) / s, (z[0] - x[2]) / s];
  }
  const s = 2 * Math.sqrt(1 + z[2] - x[0] - y[1]);
  return [(z[0] + x[2]) / s, (z[1] + y[2]) / s, s / 4, (x[1] - y[0]) / s];
}
