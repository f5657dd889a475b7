/**
 * @file A quick look through a camera that is being considered: what stands between the lens and the faces, and how much of
 * the frame is filled by things right in front of it.
 */
import { type V3, clamp, dot, len, mad, norm, sub } from '../world/vector.js';
import type { Scene } from '../world/scene.js';
import { type Camera, project, resized } from './camera.js';
import { rasterise } from './raster.js';

/** A person as the camera department sees one: where the head is, where it looks, how far the body reaches. */
export interface Figure {
  /** Middle of the head. */
  head: V3;
  /** Height of the head, chin to crown, metres. */
  headHeight: number;
  /** Unit direction of the face, level; of who lies, that from which the face is seen best. */
  facing: V3;
  /** Whether the body lies. */
  lying: boolean;
  /** Highest point, with hair and hat. */
  top: V3;
  chest: V3;
  pelvis: V3;
  /** Lowest point of the body: the floor under the feet, or the bed. */
  feet: V3;
}

/** What a glimpse tells. */
export interface Glimpse {
  /** For each figure the share of its face that is seen, 0…1; 0 where it is outside the frame. */
  faces: number[];
  /** For each figure whether its chest is seen, or is out of the frame: not behind a counter. */
  chests: boolean[];
  /** Share of the frame that is filled by furniture or walls nearer than half way to the subject. */
  blocked: number;
  /** Whether the lens is inside something, or a hand's breadth from it. */
  collides: boolean;
  /** Number of different surfaces seen: a bare wall has one, a room many. */
  surfaces: number;
}

const COLUMNS = 64;
/** Nearer to the lens than this is a collision, metres. */
const CLEARANCE = 0.3;
/** Points of a face that are looked for, in head heights right and up of its middle. */
const FACE = [
  [0, 0],
  [0.2, 0.15],
  [-0.2, 0.15],
  [0, -0.3],
  [0, 0.35],
] as const;

/**
 * Looks through a camera at a place and the people in it.
 *
 * @param place - The place alone, without the people.
 * @param cam - The camera.
 * @param figures - Who is in the shot, the subject first.
 * @param near - Where there are no figures: what counts as in front of the lens, metres. Default 0.8.
 * @returns What is seen.
 */
export function glimpse(place: Scene, cam: Camera, figures: readonly Figure[], near = 0.8): Glimpse {
  const small = resized(cam, COLUMNS, Math.round((COLUMNS * cam.H) / cam.W));
  const { W, H, tri, iz } = rasterise(place, small, 1);
  const subject = figures.length > 0 ? Math.max(0.4, dot(sub(figures[0].head, cam.eye), cam.f)) : Infinity;
  const front = figures.length > 0 ? Math.min(subject * 0.5, subject - 0.5) : near;
  let blocked = 0;
  let collides = false;
  const seen = new Set<number>();
  for (let o = 0; o < iz.length; o++) {
    if (tri[o] < 0) continue;
    const depth = 1 / iz[o];
    if (depth < front) blocked++;
    if (depth < CLEARANCE) collides = true;
    seen.add(place.lab[tri[o]]);
  }
  const faces = figures.map((figure, index) => {
    let visible = 0;
    for (const [right, up] of FACE) {
      const point = mad(mad(figure.head, small.r, right * figure.headHeight), small.u, up * figure.headHeight);
      const [x, y, z] = project(small, point);
      if (z < 0.1 || x < 0 || y < 0 || x >= W || y >= H) continue;
      const o = Math.floor(y) * W + Math.floor(x);
      const open = iz[o] === 0 || 1 / iz[o] > z - figure.headHeight * 0.7;
      if (open && !figures.some((other, i) => i !== index && bodyBlocks(other, cam.eye, point))) visible++;
    }
    return visible / FACE.length;
  });
  const chests = figures.map(({ chest, headHeight }) => {
    const [x, y, z] = project(small, chest);
    if (z < 0.1 || x < 0 || y < 0 || x >= W || y >= H) return true;
    const o = Math.floor(y) * W + Math.floor(x);
    return iz[o] === 0 || 1 / iz[o] > z - headHeight;
  });
  return { faces, chests, blocked: blocked / iz.length, collides, surfaces: seen.size };
}

/** Whether somebody's head or trunk lies across the line from the lens to a point. */
function bodyBlocks(other: Figure, eye: V3, point: V3): boolean {
  const reach = sub(point, eye);
  const length = len(reach);
  const ray = norm(reach);
  return [other.head, other.chest, other.pelvis].some((centre, i) => {
    const along = clamp(dot(sub(centre, eye), ray), 0, length - 0.15);
    const miss = len(sub(mad(eye, ray, along), centre));
    return along < length - 0.2 && miss < (i === 0 ? other.headHeight * 0.55 : 0.24);
  });
}
