/** @file How somebody moves, whatever he does: as factors and angles that the makers of motion apply. */

/** A way of moving. */
export interface MotionStyle {
  /** Factor on the speed of everything. */
  tempo: number;
  /** Factor on the length of steps. */
  stride: number;
  /** Forward bend of the trunk, radians. */
  slump: number;
  /** Nod of the head, radians. */
  nod: number;
  /** Factor on the swing of the arms. */
  armSwing: number;
  /** Arms held away from the body, radians. */
  spread: number;
  /** Elbows kept bent, radians. */
  elbow: number;
  /** Factor on sway and turn of the hips. */
  sway: number;
  /** How far the knees stay bent, 0…1. */
  crouch: number;
  /** Factor on how high the feet are lifted. */
  lift: number;
}

const neutral: MotionStyle = {
  tempo: 1,
  stride: 1,
  slump: 0.03,
  nod: 0,
  armSwing: 1,
  spread: 0.12,
  elbow: 0.25,
  sway: 1,
  crouch: 0.1,
  lift: 1,
};

/** Ways of moving by name. */
export const MOTION_STYLES = {
  neutral,
  tired: {
    ...neutral,
    tempo: 0.8,
    stride: 0.8,
    slump: 0.3,
    nod: 0.35,
    armSwing: 0.5,
    spread: 0.06,
    elbow: 0.1,
    crouch: 0.35,
    lift: 0.6,
  },
  proud: { ...neutral, tempo: 0.95, stride: 1.08, slump: -0.1, nod: -0.15, armSwing: 1.1, spread: 0.22, crouch: 0, sway: 0.8 },
  happy: { ...neutral, tempo: 1.12, stride: 1.02, slump: -0.04, nod: -0.1, armSwing: 1.6, elbow: 0.5, sway: 1.5, lift: 1.5 },
  sneaky: {
    ...neutral,
    tempo: 0.7,
    stride: 0.75,
    slump: 0.45,
    nod: -0.3,
    armSwing: 0.4,
    spread: 0.3,
    elbow: 1.3,
    crouch: 0.9,
    lift: 2,
  },
  heavy: {
    ...neutral,
    tempo: 0.82,
    stride: 0.9,
    slump: 0.1,
    nod: 0.05,
    armSwing: 0.8,
    spread: 0.4,
    elbow: 0.35,
    sway: 1.9,
    crouch: 0.25,
  },
} as const satisfies Record<string, MotionStyle>;

/** Name of a way of moving. */
export type MotionStyleName = keyof typeof MOTION_STYLES;
