/**
 * @file Puts a person into a scene: poses the skeleton, dresses it, sets the head on it and draws the face. Bodies and heads
 * are built once per look, pose and detail and then only moved, so that a second panel of the same person costs little.
 */
import type { Decal, Scene } from '../world/scene.js';
import {
  type Basis,
  type V2,
  type V3,
  add,
  basis,
  dirWorld,
  len,
  mad,
  mul,
  norm,
  sub,
  toLocal,
  toWorld,
} from '../world/vector.js';
import { costumeNamed } from './costumes.js';
import { foldMarks, reliefOf } from './drape.js';
import { EXPRESSION_SHAPES } from './expression.js';
import { type Face, faceMarks } from './face.js';
import { buildHand } from './hands.js';
import type { HeadModel, Stuff } from './head-bench.js';
import { buildHead, skinStuff } from './head.js';
import type { Look } from './look.js';
import { type Action, type PropName, poseOf } from './poses.js';
import { buildProp } from './props.js';
import type { Mesh } from './sculpt.js';
import { gazeAt, type Rig, rigOf } from './skeleton.js';
import { type ClothMark, Tailor } from './tailor.js';

export type { Action, Face, Look, PropName };

/** One person in one panel. */
export interface Actor {
  look: Look;
  /** Where the feet are on the floor; for seats the floor below the seat's front edge; for beds and floors below the pelvis. */
  at: V3;
  /** Turn about the vertical, radians; 0 faces +z. Who lies has the feet in this direction. */
  yaw: number;
  action: Action;
  face?: Partial<Face>;
  /** Extra turn of the head, radians: yaw to the character's left, pitch down. */
  headYaw?: number;
  headPitch?: number;
  /** A point in the world that the person looks at: the head turns within its limits, the eyes do the rest. */
  lookAt?: V3;
  /** How near the camera is: 0.3 wide, 0.6 full, 1 medium, 1.2 close. */
  detail: number;
  /** Left and right exchanged. */
  mirror?: boolean;
  /** Where in its cycle a walk or run is, 0 … 1. */
  phase?: number;
  /** Height of the seat or bed, metres. Default 0.45. */
  seatHeight?: number;
  /** Sits, whatever the action's own legs do: `'phone'` on a chair. Default false. */
  seated?: boolean;
  /** Thing in the hand; default what the action holds. `null`: nothing. */
  prop?: PropName | null;
  /** Small differences of the pose. Default: from the look's seed; `null` for the plain pose. */
  variation?: number | null;
}

/** Where a person ended up, in the world, and what is needed to draw the face again. */
export interface Placed {
  /** Origin between the eyes, z out of the face. */
  head: Basis;
  /** Head unit in metres, about chin to crown. */
  headH: number;
  eye: V3;
  chest: V3;
  feet: V3;
  /** Crown of the head, with hair. */
  top: V3;
  pelvis: V3;
  /** The actor's own frame. */
  frame: Basis;
  /** Palms, left first. */
  hands: [V3, V3];
  /** The face's marks in `scene.decals`: from, up to but not including. */
  faceDecals: [number, number];
  /** What `faceOf` needs. */
  portrait: Portrait;
}

/** A head that can be drawn again with another mouth. */
export interface Portrait {
  look: Look;
  model: HeadModel;
  detail: number;
  gaze: V2;
  face: Partial<Face>;
}

interface Body {
  rig: Rig;
  parts: { mesh: Mesh; stuff: Stuff; skin?: boolean }[];
  marks: ClothMark[];
}

const CACHE_SIZE = 48;
const heads = new Map<string, HeadModel>();
const bodies = new Map<string, Body>();

/**
 * Adds a person to a scene.
 *
 * @param scene - Gets the triangles and ink lines.
 * @param actor - Who, where, doing what.
 * @returns Where head, eyes, chest, hands and feet are.
 * @throws RangeError for an unknown action, costume or prop, TypeError for a look without finite height.
 *
 * @example
 * ```ts
 * import { addActor, PLAIN_LOOK } from '@filmai/storyboard/figure';
 * import { Scene } from '@filmai/storyboard';
 *
 * const scene = new Scene();
 * const placed = addActor(scene, { look: PLAIN_LOOK, at: [0, 0, 0], yaw: 0, action: 'stand', detail: 0.3 });
 * console.log(placed.eye[1] > 1.5); // true
 * ```
 */
export function addActor(scene: Scene, actor: Actor): Placed {
  const { look, detail } = actor;
  if (!Number.isFinite(look?.height) || look.height <= 0)
    throw new TypeError(`addActor: look.height must be metres above 0, got ${String(look?.height)}`);
  const frame = basis(actor.at, actor.yaw);
  const { rig, parts, marks } = bodyOf(actor, frame);
  const unit = rig.U;
  const model = kept(
    heads,
    JSON.stringify([
      look.face,
      look.hair,
      look.hairPaint,
      look.beard,
      look.glasses,
      look.hat,
      look.hatPaint,
      look.skin,
      look.age,
      look.female,
      look.build,
      look.seed,
      detailStep(detail),
      unit.toFixed(3),
    ]),
    () => buildHead(look, detail, unit),
  );
  const group = scene.group();
  const skin = scene.surf({ ...skinStuff(look), group });
  const place = (mesh: Mesh, from: Basis, scale: number, label: number): void => {
    scene.mesh(moved(mesh.pos, from, scale), moved(mesh.nrm, { ...from, o: [0, 0, 0] }, 1), mesh.idx, label);
  };
  const head = within(frame, rig.head);
  for (const part of parts) place(part.mesh, frame, 1, part.skin ? skin : scene.surf({ ...part.stuff, group }));
  for (const part of model.parts) place(part.mesh, head, unit, part.skin ? skin : scene.surf({ ...part.stuff, group }));
  for (const { points, width, style } of marks)
    scene.line(
      points.map((p) => toWorld(frame, p)),
      width,
      style,
    );
  if (detail > 0.3)
    for (const { points, width, style } of model.marks)
      scene.line(
        points.map((p) => toWorld(head, mul(p, unit))),
        width,
        inMetres(style, unit),
      );

  const asleep = poseOf(actor.action).asleep ? { lid: 0 } : {};
  const portrait: Portrait = {
    look,
    model,
    detail,
    gaze: actor.lookAt ? gazeAt(head, actor.lookAt) : [0, 0],
    face: { ...asleep, ...actor.face },
  };
  const eye = toWorld(head, [0, 0, 0.3 * unit]);
  const placed: Placed = {
    head,
    headH: unit,
    eye,
    chest: toWorld(frame, mad(rig.waist, sub(rig.neck, rig.waist), 0.55)),
    feet: actor.at,
    top: toWorld(head, [0, 0.56 * unit, 0]),
    pelvis: toWorld(frame, rig.pelvis),
    frame,
    hands: [handPoint(frame, rig, 0), handPoint(frame, rig, 1)],
    faceDecals: [scene.decals.length, 0],
    portrait,
  };
  for (const decal of faceOf(placed)) scene.decals.push(decal);
  placed.faceDecals[1] = scene.decals.length;
  return placed;
}

/**
 * The ink of a face, to replace `scene.decals` from `placed.faceDecals[0]` to `[1]` when only the mouth, the lids or the
 * expression change: nothing else of the figure needs to be built again.
 *
 * @param placed - From `addActor`.
 * @param face - Changes to the face it was placed with.
 */
export function faceOf(placed: Placed, face: Partial<Face> = {}): Decal[] {
  const { portrait, head, headH } = placed;
  const state: Partial<Face> = { gaze: portrait.gaze, ...portrait.face, ...face };
  const { expression } = state;
  if (typeof expression === 'string' && !(expression in EXPRESSION_SHAPES))
    throw new RangeError(`faceOf: no expression '${expression}'; expected one of ${Object.keys(EXPRESSION_SHAPES).join(', ')}`);
  return faceMarks(portrait.look, portrait.model, state, portrait.detail).map(({ points, width, style }) => ({
    pts: points.map((p) => toWorld(head, mul(p, headH))),
    w: width,
    ...inMetres(style, headH),
    ...(style.fill ? { n: head.z } : {}),
  }));
}

/** Forgets all kept bodies and heads, for a process that draws many films. */
export function forgetFigures(): void {
  heads.clear();
  bodies.clear();
}

function bodyOf(actor: Actor, frame: Basis): Body {
  const {
    look,
    action,
    detail,
    mirror = false,
    phase = 0,
    seated = false,
    seatHeight = 0.45,
    headPitch = 0,
    headYaw = 0,
  } = actor;
  const lookAt = actor.lookAt && toLocal(frame, actor.lookAt);
  const variation = actor.variation === null ? undefined : (actor.variation ?? look.seed);
  const pose = poseOf(action, { variation, mirror, phase, seated });
  const prop = actor.prop === null ? undefined : (actor.prop ?? pose.prop);
  const rig = rigOf(look, pose, { seatHeight, headPitch, headYaw, lookAt });
  const key = JSON.stringify([look, action, detailStep(detail), mirror, phase, seated, seatHeight, variation, prop]);
  const built = kept(bodies, key, () => ({ rig, ...buildBody(rig, detail, prop) }));
  // The kept body may look elsewhere: only the head differs.
  return { ...built, rig: { ...built.rig, head: rig.head } };
}

function buildBody(rig: Rig, detail: number, prop: PropName | undefined): Omit<Body, 'rig'> {
  const { look, H } = rig;
  const cell = detail > 0.9 ? 0.0115 : detail > 0.5 ? 0.014 : 0.021;
  const tailor = new Tailor(rig, detail);
  costumeNamed(look.costume).build(tailor);
  if (look.scarf) {
    const scarf = tailor.piece(look.scarf, { fine: 0.75 });
    tailor.ring(scarf, { thick: 0.019, radius: 0.05, rise: 0.012, tilt: 0.01 });
    const [first] = tailor.pieces.filter((p) => p.folds && p !== scarf).slice(-1);
    if (first) tailor.patch(scarf, first, { x: 0.022, top: 0.97, bottom: 0.5, wideTop: 0.02, wideBottom: 0.027, thick: 0.012 });
  }
  const neck = tailor.skin;
  const thick = (look.female && look.age > 11 ? 0.0265 : look.age < 12 ? 0.026 : 0.0325) * (0.6 + 0.4 * look.build) * H;
  neck.cone(mad(rig.neck, rig.chest.y, -0.03 * H), mad(rig.head.o, rig.head.z, -0.12 * rig.U), thick * 1.1, thick, 0.02);
  const parts: Body['parts'] = [];
  for (const piece of tailor.pieces) {
    if (piece.clay.empty) continue;
    parts.push({
      mesh: piece.clay.mesh(
        cell * piece.fine,
        piece.folds && detail > 0.9 ? 5 : 4,
        detail > 0.5 ? reliefOf(piece, rig) : undefined,
      ),
      stuff: piece.stuff,
    });
  }
  const stuff = skinStuff(look);
  parts.push({ mesh: tailor.skin.mesh(cell * 0.9, 3), stuff, skin: true });
  for (const side of [0, 1]) {
    const hand = new Tailor(rig, detail).skin;
    buildHand(hand, rig, side, detail);
    parts.push({ mesh: hand.mesh(detail > 0.9 ? 0.0047 : detail > 0.5 ? 0.006 : 0.012, 2), stuff, skin: true });
  }
  if (prop)
    for (const { clay, stuff: own } of buildProp(prop, rig, 1))
      parts.push({ mesh: clay.mesh(detail > 0.5 ? 0.007 : 0.012, 1), stuff: own });
  return { parts, marks: [...tailor.marks, ...tailor.pieces.flatMap((piece) => foldMarks(piece, rig, detail))] };
}

/** Close, medium and wide heads are different models; between the steps nothing changes. */
const detailStep = (detail: number): number => (detail > 0.9 ? 3 : detail > 0.5 ? 2 : detail > 0.3 ? 1 : 0);

/** From the cache, or made and kept; the oldest goes when it is full. */
function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const found = cache.get(key) ?? make();
  cache.delete(key);
  cache.set(key, found);
  if (cache.size > CACHE_SIZE) cache.delete(cache.keys().next().value as string);
  return found;
}

/** Points (or directions, in a frame without origin) into the world. */
function moved(flat: readonly number[], { o, x, y, z }: Basis, scale: number): number[] {
  const out = Array.from<number>({ length: flat.length });
  for (let i = 0; i < flat.length; i += 3) {
    const [a, b, c] = [flat[i] * scale, flat[i + 1] * scale, flat[i + 2] * scale];
    for (let j = 0; j < 3; j++) out[i + j] = o[j] + x[j] * a + y[j] * b + z[j] * c;
  }
  return out;
}

const within = (outer: Basis, inner: Basis): Basis => ({
  o: toWorld(outer, inner.o),
  x: dirWorld(outer, inner.x),
  y: dirWorld(outer, inner.y),
  z: dirWorld(outer, inner.z),
});

const inMetres = (style: Partial<Decal>, unit: number): Partial<Decal> =>
  style.bias === undefined ? style : { ...style, bias: style.bias * unit };

function handPoint(frame: Basis, rig: Rig, side: number): V3 {
  const forearm = sub(rig.wrist[side], rig.elbow[side]);
  return toWorld(frame, add(rig.wrist[side], mul(norm(forearm), 0.05 * Math.max(1, len(forearm)) * rig.H)));
}
