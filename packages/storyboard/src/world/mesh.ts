/** @file A scene's triangles in typed arrays, as the rasterisers read them. Made once a scene and kept until it grows. */
import type { Scene } from './scene.js';

/** Indexed triangles with a normal per vertex and a surface label per triangle. */
export interface Mesh {
  /** x, y, z of each vertex, metres. */
  positions: Float32Array;
  /** Unit normal of each vertex. */
  normals: Float32Array;
  /** Three vertices a triangle. */
  indices: Uint32Array;
  /** Index into the scene's surfaces, one a triangle. */
  labels: Int32Array;
}

const made = new WeakMap<Scene, Mesh>();

/**
 * The triangles of a scene. The arrays are shared between calls as long as nothing is added to the scene; don't write to them.
 *
 * @param scene - Any scene.
 * @returns Its triangles.
 */
export function meshOf(scene: Scene): Mesh {
  const known = made.get(scene);
  if (known && known.labels.length === scene.lab.length && known.positions.length === scene.pos.length) return known;
  const mesh: Mesh = {
    positions: Float32Array.from(scene.pos),
    normals: Float32Array.from(scene.nrm),
    indices: Uint32Array.from(scene.idx),
    labels: Int32Array.from(scene.lab),
  };
  made.set(scene, mesh);
  return mesh;
}
