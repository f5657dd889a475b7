/**
 * @file Walking and running. Feet stand on planned prints and are carried between them; the hips ride on the legs when walking (an inverted
 * pendulum) and fly a parabola when running (a spring and a ballistic flight, Blickhan 1989). Step length against speed after Grieve (1968).
 */
import type { Random } from '@filmai/core-tensor/random';
import { poseOf, reachHeight, legLengths, type Body, type FootTarget, type LegLengths, type Side } from './body.js';
import { aboutAxis, addScaled, AXES, compose, rotate, type Vector3 } from './quaternion.js';
import type { MotionStyle } from './motion-style.js';
import type { Pose, Skeleton } from './skeleton.js';

/** A walk or a run with nothing left open. */
export interface GaitPlan {
  skeleton: Skeleton;
  frames: number;
  fps: number;
  running: boolean;
  /** Metres in a second. */
  speed: number;
  /** Turn of the path, radians in a second, to the left positive. */
  curve: number;
  style: MotionStyle;
  random: Random;
}

interface Gait {
  /** Seconds from one print of a foot to its next. */
  cycle: number;
  /** Part of the cycle in which a foot stands. */
  duty: number;
  speed: number;
  curve: number;
  /** Metres from the path to a print. */
  halfWidth: number;
  strikePitch: number;
  offPitch: number;
  /** Metres. */
  lift: number;
  /** Where in the cycle the clip begins, 0…1. */
  start: number;
  /** Small irregularity of a print, metres. */
  jitter(side: Side, index: number): Vector3;
}

const GRAVITY = 9.81;
const SIDES = [
  ['Left', 1],
  ['Right', -1],
] as const;

/** Poses of a gait, in its steady state. */
export function walkOrRun(plan: GaitPlan): Pose[] {
  const { skeleton, frames, fps, running, style } = plan;
  const legs = legLengths(skeleton);
  const gait = planGait(plan, legs);
  const times = Array.from({ length: frames }, (_, frame) => frame / fps);
  const feet = times.map((time) => ({ Left: footAt(gait, legs, 'Left', time), Right: footAt(gait, legs, 'Right', time) }));
  const ground = times.map((time) => hipsOverGround(gait, legs, style, time));
  const allowed = ground.map((at, frame) =>
    Math.min(reachHeight(legs, at, feet[frame].Left.ankle), reachHeight(legs, at, feet[frame].Right.ankle)),
  );
  const nominal = (legs.thigh + legs.shin) * (0.985 - 0.09 * style.crouch) + legs.ankle;
  const heights = running ? flight(gait, times, allowed, nominal) : ride(allowed, nominal, Math.round((gait.cycle / 6) * fps));
  return times.map((time, frame) =>
    poseOf(skeleton, bodyAt(gait, plan, time, [ground[frame][0], heights[frame], ground[frame][2]], feet[frame])),
  );
}

function planGait({ running, speed, curve, style, random }: GaitPlan, legs: LegLengths): Gait {
  const leg = legs.thigh + legs.shin;
  const pace = speed * style.tempo * style.stride;
  // Steps get longer with the root of the speed, and are as long as a leg at about 2 m/s.
  const step = (running ? 0.62 : 0.6) * leg * Math.sqrt(pace / 0.9) * style.stride;
  const cycle = (2 * step) / pace;
  const wander = random.split('prints');
  const jitters = new Map<string, Vector3>();
  return {
    cycle,
    duty: running ? Math.max(0.26, 0.46 - 0.04 * pace) : 0.62,
    speed: pace,
    curve,
    halfWidth: legs.hip * (running ? 0.35 : 0.8) + 0.03 * style.spread,
    strikePitch: running ? -0.05 : -0.32 + 0.25 * style.crouch,
    offPitch: running ? 0.8 : 0.55,
    lift: (running ? 0.16 + 0.035 * pace : 0.07) * style.lift,
    start: random.split('start').next(),
    jitter(side, index) {
      const key = `${side} ${index}`;
      const known = jitters.get(key);
      if (known) return known;
      const draw = wander.split(key);
      const made: Vector3 = [draw.normal(0, 0.008), 0, draw.normal(0, 0.012)];
      jitters.set(key, made);
      return made;
    },
  };
}

/** Where on the path the walker is. */
function pathAt({ speed, curve }: Gait, time: number): { place: Vector3; heading: number } {
  const heading = curve * time;
  if (Math.abs(curve) < 1e-6) return { place: [0, 0, speed * time], heading };
  return { place: [(speed / curve) * (1 - Math.cos(heading)), 0, (speed / curve) * Math.sin(heading)], heading };
}

/** The ankle of a foot that stands flat on its print. */
function printAt(gait: Gait, legs: LegLengths, side: Side, index: number): { ankle: Vector3; yaw: number } {
  const offset = side === 'Left' ? 0 : 0.5;
  const middle = (index - offset - gait.start + gait.duty / 2) * gait.cycle;
  const { place, heading } = pathAt(gait, middle);
  const sign = side === 'Left' ? 1 : -1;
  const aside = rotate(aboutAxis(AXES.Y, heading), [sign * gait.halfWidth, legs.ankle, -legs.ball * 0.3]);
  return { ankle: addScaled(addScaled(place, aside), gait.jitter(side, index)), yaw: heading + sign * 0.1 };
}

function footAt(gait: Gait, legs: LegLengths, side: Side, time: number): FootTarget {
  const position = time / gait.cycle + gait.start + (side === 'Left' ? 0 : 0.5);
  const index = Math.floor(position);
  const phase = position - index;
  const print = printAt(gait, legs, side, index);
  if (phase <= gait.duty) return standing(gait, legs, print, phase / gait.duty);
  const from = standing(gait, legs, print, 1);
  const to = standing(gait, legs, printAt(gait, legs, side, index + 1), 0);
  const u = (phase - gait.duty) / (1 - gait.duty);
  const s = smooth(u);
  const rise = Math.sin(Math.PI * Math.min(1, u * 1.1)) ** 2;
  const ankle = addScaled(addScaled(from.ankle, addScaled(to.ankle, from.ankle, -1), s), [0, 1, 0], gait.lift * rise);
  return {
    ankle,
    yaw: from.yaw + (to.yaw - from.yaw) * s,
    pitch:
      from.pitch + (to.pitch - from.pitch) * smooth(Math.min(1, u * 1.25)) + gait.lift * 2 * Math.sin(Math.PI * u) ** 2 * (1 - u),
    toes: from.toes * (1 - smooth(Math.min(1, u * 3))),
  };
}

/** A foot on the ground: it rolls over the heel, stands, and rolls over the ball. `u` goes 0…1 through the stance. */
function standing(gait: Gait, legs: LegLengths, { ankle, yaw }: { ankle: Vector3; yaw: number }, u: number): FootTarget {
  const down = 1 - smooth(Math.min(1, u / 0.18));
  const up = smooth(Math.max(0, (u - 0.55) / 0.45));
  const pitch = gait.strikePitch * down + gait.offPitch * up;
  const turn = aboutAxis(AXES.Y, yaw);
  const pivot: Vector3 = pitch < 0 ? [0, -legs.ankle, -legs.heel] : [0, -legs.ankle * 0.77, legs.ball];
  const onGround = addScaled(ankle, rotate(turn, pivot));
  const tilted = compose(turn, aboutAxis(AXES.X, pitch));
  return { ankle: addScaled(onGround, rotate(tilted, pivot), -1), yaw, pitch, toes: -Math.max(0, pitch) };
}

/** Hips over the path, without their height: they sway to the foot that stands. */
function hipsOverGround(gait: Gait, legs: LegLengths, style: MotionStyle, time: number): Vector3 {
  const { place, heading } = pathAt(gait, time);
  const sway = 0.3 * gait.halfWidth * style.sway * Math.cos(2 * Math.PI * (time / gait.cycle + gait.start - gait.duty / 2));
  return addScaled(place, rotate(aboutAxis(AXES.Y, heading), [sway, 0, 0]));
}

/** As high as the legs allow, without corners: the lower envelope, then an average over the same width, which stays below it. */
function ride(allowed: readonly number[], nominal: number, width: number): number[] {
  const capped = allowed.map((height) => Math.min(height, nominal));
  const around = (values: readonly number[], frame: number): number[] =>
    values.slice(Math.max(0, frame - width), Math.min(values.length, frame + width + 1));
  const lowest = capped.map((_, frame) => Math.min(...around(capped, frame)));
  return lowest.map((_, frame) => {
    const near = around(lowest, frame);
    return near.reduce((sum, height) => sum + height, 0) / near.length;
  });
}

/** A parabola while both feet are in the air, half a wave of a spring while one stands; as high as the legs allow. */
function flight(gait: Gait, times: readonly number[], allowed: readonly number[], nominal: number): number[] {
  const half = gait.cycle / 2;
  const stance = gait.duty * gait.cycle;
  const air = Math.max(0, half - stance);
  const shape = times.map((time) => {
    const inStep = (((time + gait.start * gait.cycle) % half) + half) % half;
    if (inStep <= stance) return -((GRAVITY * air * stance) / (2 * Math.PI)) * Math.sin((Math.PI * inStep) / stance);
    const t = inStep - stance;
    return 0.5 * GRAVITY * t * (air - t);
  });
  const base = Math.min(nominal, ...shape.map((height, frame) => allowed[frame] - height));
  return shape.map((height) => base + height);
}

function bodyAt(gait: Gait, { running, style }: GaitPlan, time: number, hips: Vector3, legs: Record<Side, FootTarget>): Body {
  const { heading } = pathAt(gait, time);
  const angle = 2 * Math.PI * (time / gait.cycle + gait.start);
  const turn = 0.09 * style.sway * (running ? 1.2 : 1);
  const drop = 0.05 * style.sway * Math.cos(angle - Math.PI * gait.duty);
  const lean = style.slump * 0.3 + (running ? 0.06 + 0.02 * gait.speed : 0.02);
  // Leaning into a curve balances it: tan = v · ω / g.
  const bank = Math.atan((gait.speed * gait.curve) / GRAVITY);
  const swing = (running ? 0.55 : 0.42 * Math.min(1.3, gait.speed / 1.3)) * style.armSwing;
  const elbow = running ? 1.45 : style.elbow;
  const arms = Object.fromEntries(
    SIDES.map(([side, sign]) => {
      const forward = -sign * Math.cos(angle - 0.25);
      return [
        side,
        {
          swing: swing * forward + (running ? 0.05 : 0.06),
          spread: style.spread + (running ? 0.1 : 0),
          elbow: elbow + (running ? 0.25 : 0.25 * style.armSwing) * Math.max(0, forward),
          twist: -0.15,
        },
      ];
    }),
  ) as unknown as Body['arms'];
  return {
    hips,
    pelvis: compose(
      aboutAxis(AXES.Y, heading - turn * Math.cos(angle)),
      aboutAxis(AXES.X, lean),
      aboutAxis(AXES.Z, bank * -1 + drop),
    ),
    bend: style.slump * 0.7 + (running ? 0.05 : 0),
    twist: 2 * turn * Math.cos(angle),
    side: drop,
    nod: style.nod - lean - style.slump * 0.5,
    look: 0,
    arms,
    legs,
  };
}

/** From 0 to 1 with no speed and no acceleration at the ends: the path of least jerk (Flash and Hogan 1985). */
export function smooth(u: number): number {
  return u * u * u * (10 - 15 * u + 6 * u * u);
}
