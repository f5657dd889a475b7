/** @file Where somebody can stand or lie in a place that is built: on floor, and not inside of furniture. */
import type { Place } from '../places/place.js';
import { meshOf } from '../world/mesh.js';
import type { Scene } from '../world/scene.js';
import { type V3, cross, dot, len, mad, norm, sub } from '../world/vector.js';

/** Answers about the floor around a point. */
export interface FreeFloor {
  /** The point of the floor under (x, z) if somebody can stand there, else `undefined`. */
  stand(x: number, z: number): V3 | undefined;
  /** Whether there is room for a body of this length that lies with its middle at a point and its feet towards `yaw`. */
  lies(at: V3, yaw: number, length: number): boolean;
  /** Whether nothing stands between two points. */
  sees(from: V3, to: V3): boolean;
}

/** Half the width of the room that a person takes, metres. */
const ELBOWS = 0.27;
/** Lower than this over the floor is stepped over: kerbs, rugs, grass. */
const STEP = 0.22;
/** Highest step from the floor that is asked about to the floor next to it: in rooms a sill, outside a kerb or a slope. */
const LEVEL = { room: 0.1, ground: 0.3 };
const TALL = 1.75;
/** How far people keep from the walls of a room. */
const WALL = 0.3;

/**
 * Looks at the floor around a point.
 *
 * @param scene - The place without people.
 * @param place - Its bounds, if it has any.
 * @param centre - A point of the floor.
 * @param reach - How far from it questions will be, metres.
 * @returns What answers them.
 */
export function freeFloor(scene: Scene, { bounds }: Pick<Place, 'bounds'>, centre: V3, reach: number): FreeFloor {
  const step = bounds ? LEVEL.room : LEVEL.ground;
  const near = trianglesIn(
    scene,
    [centre[0] - reach, centre[1] - 1, centre[2] - reach],
    [centre[0] + reach, centre[1] + 2.3, centre[2] + reach],
  );
  const isEmpty = (low: V3, high: V3): boolean => !near.some((triangle) => touchesBox(triangle, low, high));
  const inside = (x: number, z: number, margin: number): boolean =>
    !bounds ||
    (x > bounds.min[0] + margin && x < bounds.max[0] - margin && z > bounds.min[2] + margin && z < bounds.max[2] - margin);
  return {
    stand(x, z) {
      if (!inside(x, z, WALL)) return undefined;
      let floor = -Infinity;
      for (const triangle of near) {
        const y = heightOver(triangle, x, z);
        if (y !== undefined && Math.abs(y - centre[1]) < step && y > floor) floor = y;
      }
      const free = floor > -Infinity && isEmpty([x - ELBOWS, floor + STEP, z - ELBOWS], [x + ELBOWS, floor + TALL, z + ELBOWS]);
      return free ? [x, floor, z] : undefined;
    },
    lies(at, yaw, length) {
      for (const share of [-0.5, -0.3, -0.1, 0.1, 0.3, 0.5]) {
        const x = at[0] + Math.sin(yaw) * length * share;
        const z = at[2] + Math.cos(yaw) * length * share;
        if (!inside(x, z, 0.1) || !isEmpty([x - 0.2, at[1] + 0.08, z - 0.2], [x + 0.2, at[1] + 0.4, z + 0.2])) return false;
      }
      return true;
    },
    sees(from, to) {
      const way = sub(to, from);
      const steps = Math.max(1, Math.ceil(len(way) / 0.15));
      for (let i = 1; i < steps; i++) {
        const p = mad(from, way, i / steps);
        if (!isEmpty([p[0] - 0.08, p[1] - 0.08, p[2] - 0.08], [p[0] + 0.08, p[1] + 0.08, p[2] + 0.08])) return false;
      }
      return true;
    },
  };
}

type Triangle = readonly [V3, V3, V3];

/** The triangles whose own boxes touch a box. */
function trianglesIn(scene: Scene, low: V3, high: V3): Triangle[] {
  const { positions, indices } = meshOf(scene);
  const corner = (i: number): V3 => {
    const o = indices[i] * 3;
    return [positions[o], positions[o + 1], positions[o + 2]];
  };
  const found: Triangle[] = [];
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i] * 3, indices[i + 1] * 3, indices[i + 2] * 3];
    let touches = true;
    for (let k = 0; touches && k < 3; k++) {
      const [p, q, r] = [positions[a + k], positions[b + k], positions[c + k]];
      touches = Math.max(p, q, r) >= low[k] && Math.min(p, q, r) <= high[k];
    }
    if (touches) found.push([corner(i), corner(i + 1), corner(i + 2)]);
  }
  return found;
}

/** Whether a triangle reaches into a box: what is left of it when all that lies outside of the six faces is cut off. */
function touchesBox(triangle: Triangle, low: V3, high: V3): boolean {
  for (let k = 0; k < 3; k++) {
    const [p, q, r] = [triangle[0][k], triangle[1][k], triangle[2][k]];
    if (Math.max(p, q, r) < low[k] || Math.min(p, q, r) > high[k]) return false;
  }
  let left: V3[] = [...triangle];
  for (let k = 0; k < 3 && left.length > 0; k++) {
    left = cut(left, (p) => p[k] - low[k]);
    left = cut(left, (p) => high[k] - p[k]);
  }
  return left.length > 0;
}

/** The part of a polygon on which a linear function is positive. */
function cut(polygon: readonly V3[], height: (p: V3) => number): V3[] {
  return polygon.flatMap((p, i) => {
    const q = polygon[(i + 1) % polygon.length];
    const [a, b] = [height(p), height(q)];
    const kept = a >= 0 ? [p] : [];
    return a >= 0 === b >= 0 ? kept : [...kept, mad(p, sub(q, p), a / (a - b))];
  });
}

/** Height of a triangle over (x, z), if it lies over or under that point and isn't steep. */
function heightOver([a, b, c]: Triangle, x: number, z: number): number | undefined {
  const side = (p: V3, q: V3): number => (q[0] - p[0]) * (z - p[2]) - (q[2] - p[2]) * (x - p[0]);
  const [ab, bc, ca] = [side(a, b), side(b, c), side(c, a)];
  if (!((ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0))) return undefined;
  const normal = norm(cross(sub(b, a), sub(c, a)));
  if (Math.abs(normal[1]) < 0.7) return undefined;
  return (dot(normal, a) - normal[0] * x - normal[2] * z) / normal[1];
}
