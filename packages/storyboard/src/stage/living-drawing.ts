/**
 * @file A drawing whose faces can change: everything but the marks of the faces is drawn once; the faces are drawn again for
 * each state, as small patches, and kept.
 */
import { type Camera, project } from '../camera/camera.js';
import { faceOf } from '../figure/index.js';
import { createDrawing, type Drawing, type Patch } from '../ink/panel.js';
import type { Decal } from '../world/scene.js';
import type { StagedMember } from './cast.js';
import type { FaceState } from './speech.js';
import type { StagedShot } from './stage-shot.js';

/** A drawing with faces. */
export interface LivingDrawing {
  camera: Camera;
  depth: Float32Array;
  /** The drawing's layers, with the faces of the last `show`; the same array each time. */
  layers: Uint8ClampedArray;
  seen: Drawing['seen'];
  /**
   * Shows faces in a state.
   *
   * @param states - One for each of the living members, in their order.
   * @returns Whether anything changed.
   */
  show(states: readonly FaceState[]): boolean;
}

/** Faces that overlap in the picture and are drawn together. */
interface Cluster {
  area: { x: number; y: number; width: number; height: number };
  /** Indices into the living members. */
  members: number[];
  patches: Map<string, Patch>;
  shown: string;
}

/** Heads lower than this, in pixels of a 720-line picture, are too small to live. */
const SMALLEST_HEAD = 26;
/** Room for the width of lines around a face, in pixels of a 720-line picture. */
const MARGIN = 8;

/**
 * Which of the cast have faces that are large enough to move in a picture.
 *
 * @param shot - The staged shot.
 * @param cameras - The cameras of its drawings.
 * @returns The members.
 */
export function livingMembers(shot: StagedShot, cameras: readonly Camera[]): StagedMember[] {
  return shot.cast.filter(({ figure, placed }) => {
    if (placed.faceDecals[0] === placed.faceDecals[1]) return false;
    return cameras.some((cam) => {
      const [x, y, z] = project(cam, figure.head);
      const size = (figure.headHeight * cam.focal) / z;
      return z > 0.1 && size > (SMALLEST_HEAD * cam.H) / 720 && x > -size && x < cam.W + size && y > -size && y < cam.H + size;
    });
  });
}

/**
 * Draws a shot from a camera, ready for faces.
 *
 * @param shot - The staged shot.
 * @param camera - The camera.
 * @param living - Whose faces will change.
 * @returns The drawing, with no state shown yet.
 */
export function drawLiving(shot: StagedShot, camera: Camera, living: readonly StagedMember[]): LivingDrawing {
  const { scene, mood, seed, shadowsFrom } = shot;
  const marks = living.map(({ placed: { faceDecals } }) => scene.decals.slice(...faceDecals));
  const drawing = createDrawing(scene, camera, mood, seed, { withhold: new Set(marks.flat()), shadowsFrom });
  const clusters = clusterFaces(marks, camera);
  const { layers } = drawing;
  return {
    camera,
    depth: drawing.depth,
    layers,
    seen: drawing.seen,
    show: (states) => {
      let changed = false;
      for (const cluster of clusters) {
        const key = JSON.stringify(cluster.members.map((i) => states[i]));
        if (key === cluster.shown) continue;
        let patch = cluster.patches.get(key);
        if (!patch) {
          const details = cluster.members.flatMap((i): Decal[] => faceOf(living[i].placed, states[i]));
          patch = drawing.patch(cluster.area, details);
          cluster.patches.set(key, patch);
        }
        layPatch(layers, camera.W, patch);
        cluster.shown = key;
        changed = true;
      }
      return changed;
    },
  };
}

/** Areas of the faces; those that overlap become one. */
function clusterFaces(marks: readonly (readonly Decal[])[], camera: Camera): Cluster[] {
  const clusters: Cluster[] = [];
  for (const [i, decals] of marks.entries()) {
    let area = areaOf(decals, camera);
    if (!area) continue;
    let members = [i];
    for (let j = clusters.length - 1; j >= 0; j--) {
      const other = clusters[j];
      if (!overlap(area, other.area)) continue;
      area = union(area, other.area);
      members = [...other.members, ...members];
      clusters.splice(j, 1);
      // The larger area may reach those that were passed already.
      j = clusters.length;
    }
    clusters.push({ area, members, patches: new Map(), shown: '' });
  }
  return clusters;
}

type Area = Cluster['area'];

function areaOf(decals: readonly Decal[], camera: Camera): Area | undefined {
  const margin = (MARGIN * camera.H) / 720;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const decal of decals) {
    for (const point of decal.pts) {
      const [x, y, z] = project(camera, point);
      if (z < 0.1) continue;
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x);
      y1 = Math.max(y1, y);
    }
  }
  const left = Math.max(0, Math.floor(x0 - margin));
  const top = Math.max(0, Math.floor(y0 - margin));
  const right = Math.min(camera.W, Math.ceil(x1 + margin));
  const bottom = Math.min(camera.H, Math.ceil(y1 + margin));
  // A mouth that opens wide hangs below the closed one.
  const lower = Math.min(camera.H, bottom + Math.round((bottom - top) * 0.25));
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: lower - top } : undefined;
}

function overlap(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function union(a: Area, b: Area): Area {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

function layPatch(layers: Uint8ClampedArray, W: number, patch: Patch): void {
  const row = patch.width * 4;
  for (let y = 0; y < patch.height; y++) {
    layers.set(patch.layers.subarray(y * row, (y + 1) * row), ((patch.y + y) * W + patch.x) * 4);
  }
}
