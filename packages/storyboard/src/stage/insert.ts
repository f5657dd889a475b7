/** @file Inserts: a thing that fills the frame, and a camera that looks down at it. */
import type { Random } from '@filmai/core-tensor/random';
import { type Camera, camera } from '../camera/camera.js';
import { addProp } from '../world/props.js';
import { Scene } from '../world/scene.js';
import { type V3, add, mad } from '../world/vector.js';
import type { ShotAngle } from './shot-description.js';

/** Half the side of the table's top, metres. */
const TABLE = 0.9;

/** A thing in its own small set. */
export interface StagedInsert {
  scene: Scene;
  camera: Camera;
  /** Middle of the thing. */
  middle: V3;
}

/**
 * Builds a small set for a thing and frames it: a table top with a dim wall behind it indoors, bare ground outdoors. The place
 * itself is left out; in a frame so tight its furniture would only stand in the way.
 *
 * @param interior - Whether the scene plays under a roof.
 * @param words - What the thing is.
 * @param angle - `'overhead'` looks straight down, `'low'` along the surface; the others from above the front.
 * @param random - Turns the thing a little.
 * @param width - Picture size in pixels.
 * @param height - Picture size in pixels.
 * @returns The set.
 */
export function stageInsert(
  interior: boolean,
  words: string,
  angle: ShotAngle,
  random: Random,
  width: number,
  height: number,
): StagedInsert {
  const scene = new Scene();
  const on: V3 = [0, interior ? 0.76 : 0, 0];
  if (interior) setTable(scene, on, random);
  else layGround(scene, random);
  const prop = addProp(scene, words, on, random.range(-0.35, 0.35));
  const middle = add(on, [0, prop.middle, 0]);
  // The thing takes about two thirds of the frame's height.
  const fov = 26;
  const distance = Math.max(0.16, (prop.radius * 1.25) / Math.tan((fov * Math.PI) / 360));
  const flat = prop.middle < 0.05;
  const elevation = angle === 'overhead' ? 1.4 : angle === 'low' ? 0.2 : flat ? 0.85 : 0.36;
  const direction: V3 = [Math.sin(0.25) * Math.cos(elevation), Math.sin(elevation), Math.cos(0.25) * Math.cos(elevation)];
  return {
    scene,
    middle,
    camera: camera(mad(middle, direction, distance), middle, fov, width, height, angle === 'dutch' ? 0.14 : 0),
  };
}

function setTable(scene: Scene, on: V3, random: Random): void {
  scene.box(add(on, [0, -0.04, 0]), TABLE * 2, 0.04, TABLE * 2, { tone: 0.66, tint: [0.93, 0.76, 0.56] });
  for (let i = 0; i < 60; i++) {
    const z = random.range(-TABLE, TABLE);
    const x = random.range(-TABLE, TABLE * 0.6);
    const length = random.range(0.1, 0.5);
    const grain = [0, 0.33, 0.66, 1].map((t): V3 => [
      Math.min(TABLE, x + length * t),
      on[1] + 0.001,
      z + Math.sin(t * 3 + i) * 0.003,
    ]);
    scene.line(grain, 0.3, { alpha: 0.35, bias: 0.002 });
  }
  // A lamp out of the frame, up on the left: at night it is the only light.
  scene.lights.push({ p: add(on, [-0.7, 0.8, 0.35]), power: 0.55, range: 3, warm: true });
  const wall = scene.surf({ tone: 0.5, tint: [0.97, 0.95, 0.9] });
  scene.poly(
    [
      [-6, 0, -2.6],
      [6, 0, -2.6],
      [6, 3.2, -2.6],
      [-6, 3.2, -2.6],
    ],
    wall,
  );
  scene.poly(
    [
      [-6, 0, 4],
      [6, 0, 4],
      [6, 0, -2.6],
      [-6, 0, -2.6],
    ],
    scene.surf({ tone: 0.4, tint: [0.95, 0.9, 0.85] }),
  );
}

function layGround(scene: Scene, random: Random): void {
  scene.ground(-30, 30, -60, 8, 12, 12, () => 0, { tone: 0.78, tint: [0.97, 0.94, 0.88] });
  for (let i = 0; i < 160; i++) {
    const near = random.next() ** 2;
    const x = random.range(-0.2, 0.2) * (1 + near * 12);
    const z = random.range(0.3, -0.5 - near * 4);
    const l = 0.01 + near * 0.05;
    scene.line(
      [
        [x, 0.002, z],
        [x + l, 0.002, z + l * 0.2],
      ],
      0.5,
      { alpha: 0.5, bias: 0.01 },
    );
  }
}
