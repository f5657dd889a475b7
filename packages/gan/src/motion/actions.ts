/**
 * @file What a person does without going anywhere: stand, wave, turn, sit down, jump, fall. Reaches follow the path of least jerk (Flash and
 * Hogan 1985), flights a parabola, a fall the equation of an inverted pendulum.
 */
import type { Random } from '@filmai/core-tensor/random';
import { legLengths, poseOf, reachHeight, type Arm, type Body, type FootTarget, type LegLengths, type Side } from './body.js';
import { smooth } from './gait.js';
import type { MotionStyle } from './motion-style.js';
import { aboutAxis, addScaled, AXES, compose, rotate, type Quaternion, type Vector3 } from './quaternion.js';
import { worldOf, type Pose, type Skeleton } from './skeleton.js';

/** An action with nothing left open. */
export interface ActionPlan {
  skeleton: Skeleton;
  frames: number;
  fps: number;
  style: MotionStyle;
  random: Random;
}

const GRAVITY = 9.81;
/** Where the arms go in a fall, by what the body lands on: forward swing in the air and on the ground, and how far from the body they lie. */
const LANDINGS = {
  front: { catching: 1.5, lying: 2.85, spread: 0.25 },
  back: { catching: 0.5, lying: 0, spread: 0.9 },
  side: { catching: 1.2, lying: 1.45, spread: 0.02 },
} as const;

/** Stands, breathes and shifts its weight. */
export function stand(plan: ActionPlan): Pose[] {
  const standing = standingBody(plan);
  return eachTime(plan, standing);
}

/** Lifts the right hand beside the head and swings the forearm. */
export function wave(plan: ActionPlan): Pose[] {
  const standing = standingBody(plan);
  const { random, style, frames, fps } = plan;
  const draw = random.split('wave');
  const beat = draw.range(1.4, 2.1) * style.tempo;
  const reach = draw.range(0.35, 0.6) * Math.min(1.3, style.armSwing + 0.3);
  const raised = draw.range(1.35, 1.75);
  const length = frames / fps;
  const rise = Math.min(0.7 / style.tempo, length * 0.3);
  return eachTime(plan, (time) => {
    const body = standing(time);
    const up = smooth(clamp01((time - 0.1 * length) / rise)) * smooth(clamp01((length * 0.95 - time) / rise));
    const swing = reach * Math.sin(2 * Math.PI * beat * time);
    const rest = body.arms.Right;
    const right: Arm = {
      swing: mix(rest.swing, 0.25, up),
      spread: mix(rest.spread, raised, up),
      elbow: mix(rest.elbow, 1.45 + swing * 0.5, up),
      twist: mix(0, 1.5 + swing * 0.35, up),
    };
    return { ...body, arms: { ...body.arms, Right: right }, look: -0.1 * up, side: body.side + 0.04 * up };
  });
}

/** Turns on the spot, foot after foot. */
export function turnAround(plan: ActionPlan): Pose[] {
  const { skeleton, frames, fps, style, random } = plan;
  const legs = legLengths(skeleton);
  const draw = random.split('turn');
  const angle = draw.range(1.2, 3.1) * (draw.chance(0.5) ? 1 : -1);
  const length = frames / fps;
  // A step turns at most 50°; the foot on the inner side goes first.
  const steps = 2 * Math.ceil(Math.abs(angle) / 0.87);
  const begin = 0.12 * length;
  const each = (0.76 * length) / steps;
  const first: Side = angle > 0 ? 'Left' : 'Right';
  const yawOf = (side: Side, time: number): { yaw: number; carried: number } => {
    const own = side === first ? 0 : 1;
    let yaw = 0;
    let carried = 0;
    for (let step = own; step < steps; step += 2) {
      const u = clamp01((time - begin - step * each) / each);
      yaw += (angle / (steps / 2)) * smooth(u);
      if (u > 0 && u < 1) carried = Math.sin(Math.PI * u) ** 2;
    }
    return { yaw, carried };
  };
  const standing = standingBody(plan);
  return eachTime(plan, (time) => {
    const body = standing(time);
    const yaws = { Left: yawOf('Left', time), Right: yawOf('Right', time) };
    const heading = (yaws.Left.yaw + yaws.Right.yaw) / 2;
    const feet = Object.fromEntries(
      (['Left', 'Right'] as const).map((side) => {
        const { yaw, carried } = yaws[side];
        const foot = flatFoot(legs, side, [0, 0, 0], yaw);
        return [
          side,
          { ...foot, ankle: addScaled(foot.ankle, [0, 1, 0], 0.07 * style.lift * carried), pitch: 0.25 * carried, toes: 0 },
        ];
      }),
    ) as unknown as Record<Side, FootTarget>;
    const weight = yaws.Left.carried - yaws.Right.carried;
    const turned = aboutAxis(AXES.Y, heading);
    const hips = addScaled(rotate(turned, [body.hips[0] - 0.045 * weight, 0, body.hips[2]]), [0, 1, 0], body.hips[1] - 0.012);
    // The head leads the body.
    const ahead = clamp01((time - begin * 0.6) / (0.76 * length)) * angle - heading;
    return {
      ...body,
      hips,
      pelvis: compose(turned, body.pelvis),
      legs: feet,
      look: Math.max(-0.8, Math.min(0.8, ahead * 0.7 + 0.25 * Math.sign(angle) * Math.sin(Math.PI * clamp01(time / length)))),
      twist: 0.12 * Math.sign(angle) * Math.sin(Math.PI * clamp01(time / length)),
    };
  });
}

/** Sits down on a seat behind, waits, and gets up again where there is time. */
export function sitDown(plan: ActionPlan): Pose[] {
  const { skeleton, frames, fps, style, random } = plan;
  const legs = legLengths(skeleton);
  const draw = random.split('sit');
  const length = frames / fps;
  const time1 = 1.15 / style.tempo;
  const begin = Math.min(0.35, length * 0.1);
  const rises = length > begin + 2 * time1 + 1.2 && draw.chance(0.6);
  const seat = (legs.shin + legs.ankle) * draw.range(0.98, 1.1);
  const back = legs.thigh * draw.range(0.82, 0.95);
  const standing = standingBody(plan);
  return eachTime(plan, (time) => {
    const body = standing(time);
    const down = smooth(clamp01((time - begin) / time1));
    const up = rises ? smooth(clamp01((time - (length - begin - time1)) / time1)) : 0;
    const seated = down * (1 - up);
    // The trunk goes forward while the weight is over the feet, and comes back on the seat.
    const moving = 4 * seated * (1 - seated);
    const lean = style.slump * 0.3 + 0.62 * moving;
    const legsOfBody = body.legs as Record<Side, FootTarget>;
    const away = -back * smooth(Math.min(1, seated * 1.02));
    const hips: Vector3 = [body.hips[0], mix(body.hips[1], seat, seated ** 1.15), body.hips[2] + away];
    const height = Math.min(
      hips[1],
      reachHeight(legs, hips, legsOfBody.Left.ankle),
      reachHeight(legs, hips, legsOfBody.Right.ankle),
    );
    const arm: Arm = { swing: 0.1 + 0.65 * seated + 0.3 * moving, spread: 0.1, elbow: 0.3 + 0.75 * seated, twist: -0.1 };
    return {
      ...body,
      hips: [hips[0], height, hips[2]],
      pelvis: aboutAxis(AXES.X, lean - 0.1 * seated),
      bend: body.bend + 0.35 * moving + 0.08 * seated,
      nod: body.nod - 0.25 * moving,
      arms: { Left: arm, Right: arm },
    };
  });
}

/** Crouches, jumps on the spot, lands and stands. */
export function jump(plan: ActionPlan): Pose[] {
  const { frames, fps, style, random } = plan;
  const draw = random.split('jump');
  const apex = draw.range(0.16, 0.34) * Math.min(1.2, style.lift) * Math.min(1, style.tempo);
  const air = 2 * Math.sqrt((2 * apex) / GRAVITY);
  const crouching = 0.55;
  const push = 0.22;
  const landing = 0.3;
  const length = frames / fps;
  const leave = Math.max(crouching + push + 0.1, Math.min(length - air - landing, length * 0.45));
  const depth = 0.3;
  const standing = standingBody(plan);
  const top = standing(0).hips[1];
  return eachTime(plan, (time) => {
    const body = standing(time);
    const t = time - leave;
    const feet = body.legs as Record<Side, FootTarget>;
    let height = top;
    let rise = 0;
    let bent = 0;
    if (t < -push) bent = smooth(clamp01((t + push + crouching) / crouching));
    else if (t < 0) bent = 1 - smooth(1 + t / push);
    else if (t > air) bent = 0.7 * landingDip((t - air) / landing);
    height = top - depth * bent;
    if (t >= 0 && t <= air) {
      rise = 0.5 * GRAVITY * t * (air - t);
      height = top + rise;
    }
    const flying = clamp01(rise / apex);
    const lifted = (foot: FootTarget): FootTarget => ({
      ...foot,
      ankle: addScaled(foot.ankle, [0, 1, 0], rise * 1.02 + 0.03 * flying),
      pitch: 0.7 * flying,
      toes: 0,
    });
    const swing = -0.9 * bent + 1.7 * flying;
    const arm: Arm = { swing: swing + 0.05, spread: 0.15 + 0.3 * flying, elbow: 0.3 + 0.3 * bent };
    return {
      ...body,
      hips: [body.hips[0], height, body.hips[2] - 0.12 * bent],
      pelvis: aboutAxis(AXES.X, 0.1 + 0.45 * bent),
      bend: body.bend + 0.35 * bent,
      nod: body.nod - 0.35 * bent,
      arms: { Left: arm, Right: arm },
      legs: { Left: lifted(feet.Left), Right: lifted(feet.Right) },
    };
  });
}

/** Loses balance and topples over: forward, back or to a side. */
export function fallDown(plan: ActionPlan): Pose[] {
  const { skeleton, frames, fps, style, random } = plan;
  const legs = legLengths(skeleton);
  const draw = random.split('fall');
  // 0 forward, ±π/2 to a side, π back.
  const direction = draw.pick([0, 0, Math.PI / 2, -Math.PI / 2, Math.PI]) + draw.normal(0, 0.15);
  const forward = Math.cos(direction);
  const begin = Math.min(0.4, (frames / fps) * 0.12);
  const angles = toppling(frames, fps, begin, legs.thigh + legs.shin + legs.ankle, draw.range(0.03, 0.06) * style.tempo);
  const axis: Vector3 = [Math.cos(direction), 0, -Math.sin(direction)];
  const standing = standingBody(plan);
  const thickness = 0.11;
  const landing = forward > 0.5 ? LANDINGS.front : forward < -0.5 ? LANDINGS.back : LANDINGS.side;
  return Array.from({ length: frames }, (_, frame) => {
    const body = standing(frame / fps);
    const tilt = angles[frame];
    const part = clamp01(tilt / (Math.PI / 2));
    const knees = 0.9 * Math.sin(Math.PI * Math.min(1, part * 0.85)) + 0.25 * part;
    const brace = smooth(clamp01(part * 2.2));
    const turned = aboutAxis(axis, tilt);
    // Hands go out to catch, then lie beside or beyond the head.
    const caught = smooth(clamp01((part - 0.75) / 0.25));
    const arm: Arm = {
      swing: mix(0.1, mix(landing.catching, landing.lying, caught), brace),
      spread: mix(style.spread, mix(0.6, landing.spread, caught), brace),
      elbow: mix(style.elbow, mix(1.1, 0.3, caught), brace),
    };
    const hipHeight = body.hips[1] * (1 - 0.16 * Math.sin(Math.PI * part));
    const fallen: Body = {
      ...body,
      hips: addScaled(rotate(turned, [0, hipHeight, 0]), [body.hips[0], 0, body.hips[2]]),
      pelvis: compose(turned, aboutAxis(AXES.X, 0.25 * forward * Math.sin(Math.PI * part))),
      bend: body.bend + 0.3 * forward * Math.sin(Math.PI * part) + 0.05,
      nod: body.nod - 0.5 * forward * brace,
      arms: { Left: arm, Right: { ...arm, elbow: arm.elbow * 0.85 } },
      legs: {
        Left: { swing: knees * 0.5 + 0.08 * part, knee: knees },
        Right: { swing: knees * 0.4 - 0.05 * part, knee: knees * 0.85 },
      },
    };
    return onTheGround(skeleton, poseOf(skeleton, fallen), mix(0.02, thickness, part), part);
  });
}

/** Angles of an inverted pendulum that starts from rest a little out of balance, hits the ground and settles. */
function toppling(frames: number, fps: number, begin: number, height: number, imbalance: number): number[] {
  const angles: number[] = [];
  const steps = 16;
  let angle = imbalance;
  let speed = 0;
  for (let frame = 0; frame < frames; frame++) {
    const waiting = frame / fps < begin;
    angles.push(waiting ? imbalance * smooth(frame / fps / begin) : angle);
    if (waiting) continue;
    for (let i = 0; i < steps; i++) {
      // A rod about its foot: θ″ = (3 g / 2 h) sin θ, with twice the height of the legs as the height of the body.
      speed += ((3 * GRAVITY) / (4 * height)) * Math.sin(angle) * (1 / (fps * steps));
      angle += speed / (fps * steps);
      if (angle >= Math.PI / 2) {
        angle = Math.PI / 2;
        speed = Math.abs(speed) > 0.6 ? -0.12 * speed : 0;
      }
    }
  }
  return angles;
}

/** Moves a pose up or down until its lowest joint lies `clearance` over the ground; before the fall (`part` 0) it stays where it is. */
function onTheGround(skeleton: Skeleton, pose: Pose, clearance: number, part: number): Pose {
  const { positions } = worldOf(skeleton, pose);
  const lowest = Math.min(...positions.map((position) => position[1]));
  const needed = clearance - lowest;
  return { ...pose, root: addScaled(pose.root, [0, 1, 0], needed > 0 ? needed : needed * part) };
}

/** Somebody who stands, as a function of time in seconds. */
function standingBody({ skeleton, style, random }: ActionPlan): (time: number) => Body {
  const legs = legLengths(skeleton);
  const draw = random.split('stand');
  const phases = [draw.range(0, 6), draw.range(0, 6), draw.range(0, 6)];
  const arms: Record<Side, Arm> = {
    Left: { swing: draw.range(0, 0.1), spread: style.spread, elbow: style.elbow, twist: -0.1 },
    Right: { swing: draw.range(0, 0.1), spread: style.spread, elbow: style.elbow, twist: -0.1 },
  };
  return (time) => {
    const slow = Math.sin(0.55 * time + phases[0]) * 0.7 + Math.sin(1.13 * time + phases[1]) * 0.3;
    const breath = Math.sin(2 * Math.PI * 0.26 * style.tempo * time + phases[2]);
    const shift: Vector3 = [0.018 * style.sway * slow, 0, 0.006 * Math.sin(0.8 * time + phases[1])];
    const legsOfBody = { Left: flatFoot(legs, 'Left', [0, 0, 0], 0), Right: flatFoot(legs, 'Right', [0, 0, 0], 0) };
    const nominal = (legs.thigh + legs.shin) * (0.985 - 0.09 * style.crouch) + legs.ankle;
    const height = Math.min(
      nominal,
      reachHeight(legs, shift, legsOfBody.Left.ankle),
      reachHeight(legs, shift, legsOfBody.Right.ankle),
    );
    const pelvis: Quaternion = compose(aboutAxis(AXES.X, style.slump * 0.25), aboutAxis(AXES.Z, 0.02 * style.sway * slow));
    return {
      hips: [shift[0], height, shift[2]],
      pelvis,
      bend: style.slump * 0.75 + 0.012 * breath,
      twist: 0.02 * slow,
      side: 0.02 * style.sway * slow,
      nod: style.nod - style.slump * 0.5 - 0.006 * breath,
      look: 0.05 * slow,
      arms,
      legs: legsOfBody,
    };
  };
}

/** A foot flat on the ground beside a middle. */
function flatFoot(legs: LegLengths, side: Side, middle: Vector3, yaw: number): FootTarget {
  const sign = side === 'Left' ? 1 : -1;
  const place = rotate(aboutAxis(AXES.Y, yaw), [sign * legs.hip * 1.15, legs.ankle, -legs.ball * 0.35]);
  return { ankle: addScaled(middle, place), yaw: yaw + sign * 0.12, pitch: 0, toes: 0 };
}

/** Down at once, up again slowly: 0…1 and back to 0 from u = 0 to about 2.5. */
function landingDip(u: number): number {
  return u < 1 ? Math.sin((Math.PI / 2) * u) : 1 - smooth(clamp01((u - 1) / 1.5));
}

function eachTime({ skeleton, frames, fps }: ActionPlan, bodyAt: (time: number) => Body): Pose[] {
  return Array.from({ length: frames }, (_, frame) => poseOf(skeleton, bodyAt(frame / fps)));
}

function mix(from: number, to: number, t: number): number {
  return from + (to - from) * t;
}

function clamp01(value: number): number {
  return Math.max(0, Math.min(1, value));
}
