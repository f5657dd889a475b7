/** @file The table on which a head is built: what hair, beards, hats and glasses get to work with. */
import type { Decal, Surface } from '../world/scene.js';
import type { Basis, V3 } from '../world/vector.js';
import type { Look } from './look.js';
import type { Mesh, Sculpt } from './sculpt.js';

/** A surface of a figure before the scene gives it a label. */
export type Stuff = Omit<Surface, 'group'>;

/** A drawn line or shape in head units. */
export interface HeadMark {
  points: V3[];
  width: number;
  style: Partial<Decal>;
}

/** A finished head in head units. */
export interface HeadModel {
  parts: { mesh: Mesh; stuff: Stuff; skin?: boolean }[];
  marks: HeadMark[];
  /** How far the face stands out at (x, y); `undefined` beside the face. */
  depthAt(x: number, y: number): number | undefined;
}

/** What hair, beards and hats are built with. */
export interface HeadBench {
  look: Look;
  /** Age-dependent shape: 0 grown up … 1 small child. */
  child: number;
  /** Grid cell in head units. */
  cell: number;
  /** Above this, strands and other fine marks are drawn. */
  detail: number;
  /** Bare head, for rays. */
  skull: Sculpt;
  add(
    sculpt: Sculpt,
    stuff: Stuff,
    options?: { soften?: number; bump?: (x: number, y: number, z: number) => number; fine?: number },
  ): void;
  mark(points: V3[], width: number, style?: Partial<Decal>): void;
}

/** The frame of head space itself. */
export const UNIT: Basis = { o: [0, 0, 0], x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] };
