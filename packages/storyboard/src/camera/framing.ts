/**
 * @file Puts the camera where a director of photography would: size by the share of the frame that a head takes, angle by
 * height, always on one side of the line between the people, with head room and lead room, and never with a wardrobe in front
 * of the lens. Each size proposes cameras, the most natural first; each is tried with a quick look, and the best is taken.
 */
import type { Place, View } from '../places/place.js';
import type { ShotAngle, ShotSize } from '../stage/shot-description.js';
import type { Scene } from '../world/scene.js';
import { type V3, add, clamp, cross, dot, len, lerp, mad, mix3, mul, norm, sub } from '../world/vector.js';
import { type Camera, camera, project } from './camera.js';
import { type Figure, glimpse } from './glimpse.js';
import { variedView } from './varied-view.js';

/** Over the shoulder: how far from the middle the two heads are, in halves of the frame's width. */
const SUBJECT_AT = 0.2;
const PARTNER_AT = 0.72;

/** What is to be framed. */
export interface FramingRequest {
  size: ShotSize;
  angle: ShotAngle;
  /** Which side of the line from mark 0 to mark 1 the camera keeps to; 1 is the right of somebody walking from 0 to 1. */
  side: 1 | -1;
  /** Who is seen, the subject first. */
  figures: readonly Figure[];
  place: Place;
  /** The place alone, for a look at what is in the way. */
  scene: Scene;
  /** Picture size in pixels. */
  width: number;
  height: number;
  /** Which of the place's wide views is taken; from their number on, varied ones. */
  view: number;
}

/** A camera before it is tried: what it looks at, from which direction, through which lens. */
interface Proposal {
  target: V3;
  /** Level direction from the target to the camera. */
  from: V3;
  distance: number;
  /** Vertical field of view, degrees. */
  fov: number;
  /** Angle of the camera above the target, radians. */
  elevation: number;
  /** How far this is from what one would do first; 0 is the ideal. */
  cost: number;
}

const DEGREE = Math.PI / 180;
/** Vertical field of view of the standard lens, degrees: about 45 mm on full frame. */
const STANDARD = 30;
/** Share of the frame's height that the head takes. */
const HEAD_SHARE = { full: 0.115, medium: 0.225, close: 0.46, 'extreme-close': 0.76 } as const;
/** How far the camera stands off the direction of the face, degrees. */
const OFF_AXIS = { full: 38, medium: 34, close: 28, 'extreme-close': 24 } as const;

/** Angles above the eyes of who is framed, degrees, and their cost. Who lies is seen from above. */
const LIFTS = [
  [0, 0],
  [14, 0.5],
] as const;
const LIFTS_LYING = [
  [32, 0],
  [48, 0.2],
  [18, 0.3],
] as const;
/** Length of the legs for one of the trunk from the pelvis to the chest. */
const LEGS = 2.3;

/**
 * Frames a shot.
 *
 * @param request - What is to be framed.
 * @returns The camera.
 */
export function frameShot(request: FramingRequest): Camera {
  const proposals = propose(request)
    .map((proposal) => ({ proposal, view: realise(request, proposal) }))
    .filter((candidate) => candidate.view !== undefined)
    .toSorted((a, b) => a.proposal.cost - b.proposal.cost);
  let best: Camera | undefined;
  let least = Infinity;
  for (const { proposal, view } of proposals) {
    if (view === undefined || proposal.cost >= least) continue;
    const cost = proposal.cost + judge(request, view, proposal.distance);
    if (cost < least) {
      least = cost;
      best = view;
    }
    if (least < 0.35) break;
  }
  if (best) return best;
  const [view] = request.place.views;
  return camera(view.eye, view.target, view.fov, request.width, request.height);
}

/** How bad a camera is: hidden faces, furniture in front of the lens, a background that says nothing. */
function judge(request: FramingRequest, view: Camera, reach: number): number {
  const { figures, size, scene } = request;
  const seen = glimpse(scene, view, figures, clamp(reach * 0.28, 0.8, 9));
  const mustSee = needed(size, figures);
  let cost = seen.collides ? 6 : 0;
  for (let i = 0; i < mustSee; i++) cost += (1 - seen.faces[i]) * (i === 0 ? 4 : 2.5);
  // A head alone over a bench says little of what somebody does.
  if (size !== 'close' && size !== 'extreme-close') for (let i = 0; i < mustSee; i++) cost += seen.chests[i] ? 0 : 0.9;
  const blocked = Math.max(0, seen.blocked - 0.06) * 6;
  cost += figures.length > 0 ? blocked : Math.min(1.2, blocked);
  if (seen.surfaces < 6 && (size === 'close' || size === 'medium' || size === 'full')) cost += (6 - seen.surfaces) * 0.05;
  return cost;
}

/** How many of the figures have to be in the frame. */
function needed(size: ShotSize, figures: readonly Figure[]): number {
  if (size === 'close' || size === 'extreme-close' || size === 'insert' || size === 'over-shoulder')
    return Math.min(1, figures.length);
  if (size === 'medium' && figures.length < 3) return Math.min(1, figures.length);
  return figures.length;
}

/** The cameras that suit a size, the ideal at cost 0. */
function propose(request: FramingRequest): Proposal[] {
  const { size, figures } = request;
  if (figures.length === 0) return fromViews(request);
  switch (size) {
    case 'extreme-wide':
    case 'wide':
      return [...fromViews(request), ...around(request, figures, 'feet', size === 'wide' ? 2 : 3.4, 1.2)];
    case 'two-shot':
      return figures.length > 1 ? around(request, figures, 'pelvis', 1.22, 0) : single(request, 'medium');
    case 'over-shoulder':
      return figures.length > 1 ? overShoulder(request) : single(request, 'medium');
    case 'insert':
      return single(request, 'close');
    case 'full':
      return figures.length > 1 || figures[0].lying ? around(request, figures, 'feet', 1.2, 0) : single(request, 'full');
    case 'medium':
      return figures.length > 2 ? around(request, figures, 'pelvis', 1.22, 0) : single(request, 'medium');
    default:
      return single(request, size);
  }
}

/** One person, seen at an angle from the front, on the side of the line that the scene keeps. */
function single(request: FramingRequest, size: keyof typeof HEAD_SHARE): Proposal[] {
  const [subject] = request.figures;
  const { head, headHeight, facing } = subject;
  const sign = sideSign(request, subject);
  const proposals: Proposal[] = [];
  for (const [extra, turnCost] of [
    [0, 0],
    [12, 0.15],
    [-12, 0.15],
    [26, 0.4],
    [42, 0.8],
    [60, 1.3],
    [-OFF_AXIS[size] - 20, 2.2],
    [85, 2.6],
  ]) {
    const from = turned(facing, sign * (OFF_AXIS[size] + extra));
    const lead = mul(facing, headHeight * (size === 'medium' ? 0.55 : size === 'full' ? 0.5 : 0.12));
    const drop = size === 'full' ? 0 : size === 'medium' ? headHeight * 1.25 : headHeight * 0.16;
    const middle = size === 'full' ? mix3(subject.top, subject.feet, 0.5) : add(head, [0, -drop, 0]);
    for (const [fov, lensCost] of [
      [STANDARD, 0],
      [22, 0.3],
      [40, 0.5],
      [52, 1.1],
    ]) {
      const tall =
        size === 'full' ? Math.max(len(sub(subject.top, subject.feet)) * HEAD_SHARE.full, headHeight * 0.5) : headHeight;
      const distance = tall / (HEAD_SHARE[size] * 2 * Math.tan((fov * DEGREE) / 2));
      for (const [lift, liftCost] of subject.lying ? LIFTS_LYING : LIFTS) {
        proposals.push({
          target: add(middle, lead),
          from,
          distance,
          fov,
          elevation: lift * DEGREE,
          cost: turnCost + lensCost + liftCost,
        });
      }
    }
  }
  return proposals;
}

/** Everybody in the frame, from the head to the waist or the feet. `room` is how much larger than the group the frame is. */
function around(
  request: FramingRequest,
  figures: readonly Figure[],
  down: 'pelvis' | 'feet',
  room: number,
  cost: number,
): Proposal[] {
  const points = figures.flatMap((figure) => [
    figure.top,
    ...(figure.lying ? [mad(figure.pelvis, sub(figure.pelvis, figure.chest), LEGS), figure.pelvis] : [figure[down]]),
    mad(figure.chest, figure.facing, 0.3),
  ]);
  const elevation = figures[0].lying ? 0.32 : 0.03;
  // Who lies is seen from the side of the body.
  const from = figures[0].lying ? figures[0].facing : acrossTheLine(request);
  const aspect = request.width / request.height;
  const proposals: Proposal[] = [];
  for (const [turn, turnCost] of [
    [8, 0],
    [-8, 0.05],
    [24, 0.15],
    [-24, 0.15],
    [45, 0.5],
    [-45, 0.5],
    [65, 1],
    [-65, 1],
    ...(figures[0].lying ? [[-110, 0.9]] : []),
  ]) {
    for (const [fov, lensCost] of [
      [34, 0],
      [27, 0.2],
      [44, 0.3],
      [56, 0.8],
    ]) {
      const direction = turned(from, turn);
      const { target, distance } = fit(points, direction, fov, aspect, room);
      proposals.push({ target, from: direction, distance, fov, elevation, cost: cost + turnCost + lensCost });
    }
  }
  return proposals;
}

/**
 * The subject over the partner's shoulder: the partner's head stands at the edge of the frame, the subject beside the middle.
 * For each lens and distance behind the partner, the camera is moved aside until the two heads are as far apart in the
 * picture as that composition wants.
 */
function overShoulder(request: FramingRequest): Proposal[] {
  const [subject, partner] = request.figures;
  const line = norm(level(sub(subject.head, partner.head)));
  const gap = len(level(sub(subject.head, partner.head)));
  const right = norm(cross(line, [0, 1, 0]));
  const sign = dot(right, acrossTheLine(request)) >= 0 ? 1 : -1;
  const proposals: Proposal[] = [];
  // Across a court room the lens is longer, so that the subject is still somebody.
  const long = clamp((gap - 2.2) / 3);
  for (const [back, wide, cost] of [
    [0.95 + long, 30, 0],
    [0.75 + long * 0.8, 34, 0.2],
    [1.25 + long * 1.2, 26, 0.2],
    [0.6 + long * 0.5, 40, 0.5],
  ]) {
    const fov = wide * (1 - 0.45 * long);
    const halfWidth = (Math.tan((fov * DEGREE) / 2) * request.width) / request.height;
    // Tangents, about the subject's direction: the subject a fifth of the half frame off the middle, the partner at its edge.
    const apart = (SUBJECT_AT + PARTNER_AT) * halfWidth;
    let aside = 0.35;
    for (let pass = 0; pass < 6; pass++) {
      const towardsSubject = Math.atan2(-aside, gap + back);
      const towardsPartner = Math.atan2(-aside, back);
      const seen = Math.tan(towardsSubject - towardsPartner);
      aside *= clamp(apart / Math.max(0.02, seen), 0.6, 1.6);
    }
    for (const [lift, liftCost] of [
      [0.1, 0],
      [0.28, 0.3],
    ]) {
      const eye = add(mad(mad(partner.head, line, -back), right, aside * sign), [0, lift, 0]);
      const reach = len(level(sub(subject.head, eye)));
      const sideways = norm(cross(norm(level(sub(subject.head, eye))), [0, 1, 0]));
      const target = add(mad(subject.head, sideways, -sign * SUBJECT_AT * halfWidth * reach), [0, -subject.headHeight * 0.42, 0]);
      proposals.push(aimed(eye, target, fov, cost + liftCost));
    }
  }
  return proposals;
}

/** The place's own views, beyond them varied ones, and the same views from nearer to the people. */
function fromViews(request: FramingRequest): Proposal[] {
  const { place, figures, size, height, view: number } = request;
  const wide = size === 'extreme-wide' || figures.length === 0;
  const favourite = number % place.views.length;
  const variation = number - place.views.length;
  return place.views.flatMap((view, index) => {
    const base = index === favourite ? 0 : wide ? 2 + index * 0.25 : 0.6;
    if (wide) {
      const seen =
        index === favourite ? variedView(view, place, size === 'extreme-wide' ? showingAll(variation) : variation) : view;
      return size === 'extreme-wide' ? fartherViews(seen, base) : [aimed(seen.eye, seen.target, seen.fov, base)];
    }
    const [subject] = figures;
    // The next rounds of the same views are seen through other lenses.
    const fov = view.fov * [1, 0.82, 1.14][Math.floor(number / place.views.length) % 3];
    const proposals = [aimed(view.eye, view.target, fov, base)];
    for (const step of [0.2, 0.4, 0.6]) {
      const eye = mix3(view.eye, subject.head, step);
      eye[1] = lerp(view.eye[1], subject.head[1], step * 0.8);
      const target = mix3(view.target, subject.chest, 0.3 + step * 0.9 > 1 ? 1 : 0.3 + step * 0.9);
      proposals.push(aimed(eye, target, fov, base + 0.05));
    }
    for (const proposal of proposals) {
      const distance = len(sub(subject.head, eyeOf(proposal)));
      const share = subject.headHeight / (2 * distance * Math.tan((proposal.fov * DEGREE) / 2));
      // A head of a twentieth of the frame: a person who is read at once, in a place that is read at once.
      proposal.cost += Math.abs(Math.log(share / 0.052)) * 0.45;
      const tried = camera(eyeOf(proposal), proposal.target, proposal.fov, request.width, height);
      for (const figure of figures) {
        const [x, y, z] = project(tried, figure.pelvis);
        const off = Math.max(Math.abs(x / request.width - 0.5) - 0.42, y / height - 0.93);
        if (z <= 0 || off > 0) proposal.cost += 2;
      }
    }
    return proposals;
  });
}

/** The variations that show the whole place; the others are details of it. */
function showingAll(variation: number): number {
  return variation < 0 ? variation : [4, 6, 2][variation % 3] + 7 * Math.floor(variation / 3);
}

/** The same view from farther away, through a wider lens where there is no room behind it. */
function fartherViews({ eye, target, fov }: View, base: number): Proposal[] {
  const back = norm(level(sub(eye, target)));
  return [
    [0.45, 1.1, 0],
    [0.25, 1.25, 0.1],
    [0.1, 1.4, 0.2],
    [0, 1.45, 0.3],
  ].map(([step, wider, cost]) => {
    const reach = Math.min(30, len(sub(eye, target)));
    const farther = add(mad(eye, back, reach * step), [0, reach * step * 0.12, 0]);
    return aimed(farther, target, Math.min(68, fov * wider), base + cost);
  });
}

function aimed(eye: V3, target: V3, fov: number, cost: number): Proposal {
  const offset = sub(eye, target);
  const flat = level(offset);
  return { target, from: norm(flat), distance: len(offset), fov, elevation: Math.atan2(offset[1], len(flat)), cost };
}

/** Raises, lowers or tilts a proposal by the angle that is asked for, and keeps it inside the room; `undefined` if it can't be. */
function realise(request: FramingRequest, proposal: Proposal): Camera | undefined {
  const { angle, place, figures, side, width, height } = request;
  const wide = request.size === 'extreme-wide' || request.size === 'wide';
  let { elevation, fov, distance, target } = proposal;
  if (angle === 'low') elevation -= wide ? 0.1 : 0.27;
  if (angle === 'high') elevation = Math.max(elevation + 0.2, wide ? 0.45 : 0.5);
  if (angle === 'overhead') elevation = 1.32;
  if ((angle === 'overhead' || angle === 'high') && wide && figures.length > 0) {
    // Looking down, the horizon is gone: the people take its place in the middle.
    target = mix3(target, figures[0].pelvis, angle === 'overhead' ? 1 : 0.7);
    if (angle === 'high') distance = Math.min(distance, len(sub(eyeOf(proposal), target)));
  }
  const floor = figures[0]?.feet[1] ?? place.marks[0]?.at[1] ?? 0;
  let eye = eyeOf({ ...proposal, elevation, distance, target });
  if (angle === 'low' && wide) eye = [eye[0], floor + 0.5, eye[2]];
  if (eye[1] < floor + 0.25) eye = [eye[0], floor + 0.25, eye[2]];
  const { bounds } = place;
  if (bounds) {
    const kept: V3 = [0, 1, 2].map((i) => clamp(eye[i], bounds.min[i] + 0.12, bounds.max[i] - 0.12)) as V3;
    const moved = len(sub(kept, eye));
    if (moved > 0.01) {
      const nearer = len(sub(kept, target));
      if (nearer < 0.5) return undefined;
      // The same framing from nearer needs a wider lens.
      fov = (2 * Math.atan((Math.tan((fov * DEGREE) / 2) * distance) / nearer)) / DEGREE;
      if (fov > 68) {
        if (!wide) return undefined;
        fov = 68;
      }
      proposal.cost += 0.25 + moved * 0.25 + Math.max(0, fov - 45) * 0.03;
      distance = nearer;
      eye = kept;
    }
  }
  const roll = angle === 'dutch' ? side * 0.15 : 0;
  return camera(eye, target, fov, width, height, roll);
}

function eyeOf({ target, from, distance, elevation }: Pick<Proposal, 'target' | 'from' | 'distance' | 'elevation'>): V3 {
  return add(mad(target, from, distance * Math.cos(elevation)), [0, distance * Math.sin(elevation), 0]);
}

/** Distance and aim at which all points just fill the frame, less the room around them. */
function fit(points: readonly V3[], from: V3, fov: number, aspect: number, room: number): { target: V3; distance: number } {
  const forward = mul(from, -1);
  const right = norm(cross(forward, [0, 1, 0]));
  const tall = Math.tan((fov * DEGREE) / 2) / room;
  const broad = tall * aspect;
  let target = mul(
    points.reduce((sum, p) => add(sum, p), [0, 0, 0] as V3),
    1 / points.length,
  );
  let distance = 3;
  for (let pass = 0; pass < 8; pass++) {
    let [left, rightmost, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const p of points) {
      const d = sub(p, target);
      const depth = Math.max(0.2, distance + dot(d, forward));
      const x = dot(d, right) / depth / broad;
      const y = d[1] / depth / tall;
      left = Math.min(left, x);
      rightmost = Math.max(rightmost, x);
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
    target = add(mad(target, right, ((left + rightmost) / 2) * broad * distance), [0, ((low + high) / 2) * tall * distance, 0]);
    distance = Math.max(1.3, distance * Math.max((rightmost - left) / 2, (high - low) / 2));
  }
  return { target, distance };
}

/** Level direction from the people's line to the camera's side of it. */
function acrossTheLine({ place, side, figures }: FramingRequest): V3 {
  let along = place.marks.length > 1 ? level(sub(place.marks[1].at, place.marks[0].at)) : ([0, 0, 1] as V3);
  if (figures.length > 1) {
    const between = level(sub(figures[1].head, figures[0].head));
    if (len(between) > 0.3) along = dot(between, along) >= 0 ? between : mul(between, -1);
  }
  const right = norm(cross(norm(along), [0, 1, 0]));
  return mul(right, side);
}

/** Whether the camera goes to the left (1) or the right (−1) of the direction of somebody's face, to be on the right side of the line. */
function sideSign(request: FramingRequest, subject: Figure): 1 | -1 {
  const across = acrossTheLine(request);
  return dot(turned(subject.facing, 90), across) >= 0 ? 1 : -1;
}

/** A level direction turned about the vertical, degrees; positive turns +z towards +x. */
function turned(direction: V3, degrees: number): V3 {
  const c = Math.cos(degrees * DEGREE);
  const s = Math.sin(degrees * DEGREE);
  return [direction[0] * c + direction[2] * s, direction[1], direction[2] * c - direction[0] * s];
}

function level(direction: V3): V3 {
  return [direction[0], 0, direction[2]];
}
