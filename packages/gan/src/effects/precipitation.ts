/**
 * @file Rain and snow as drops and flakes in the air in front of a camera. Each falls with the speed of its size and is seen as
 * a shutter of half a frame sees it: a streak, longer when near.
 */
import { createFrame, type Frame } from '@filmai/core-tensor/frames';
import { createRandom } from '@filmai/core-tensor/random';
import type { EffectOptions } from './effect-options.js';
import { drawStroke, type Colour } from './strokes.js';

/** Height of what a camera with a field of view of 40° sees at one metre, metres. */
const VIEW_AT_ONE_METRE = 2 * Math.tan((20 * Math.PI) / 180);
/** Particles live in a box this much higher than the picture, so that none appears or vanishes in sight. */
const OVERSIZE = 1.5;

/** A kind of weather. Distances in metres. */
interface Weather {
  nearest: number;
  farthest: number;
  /** Particles in the air at full strength. */
  count: number;
  /** Wind at full strength, metres per second. */
  wind: number;
  /** What is in focus, and how much the lens blurs the rest, in picture heights per dioptre. */
  focus: number;
  blur: number;
  /** The part of a frame's time in which the shutter is open. */
  shutter: number;
  light: Colour;
  /** The dark side, which shows before a light ground: a drop shows the ground upside down, a flake stands against the sky. */
  dark: Colour;
  darkness: number;
}

const RAIN: Weather = {
  nearest: 1.4,
  farthest: 10,
  count: 2000,
  wind: 3.5,
  focus: 5,
  blur: 0.0012,
  shutter: 0.5,
  light: [228, 234, 242],
  dark: [52, 60, 76],
  darkness: 0.65,
};

const SNOW: Weather = {
  nearest: 0.5,
  farthest: 8,
  count: 1700,
  wind: 1.3,
  focus: 4,
  blur: 0.014,
  shutter: 0.15,
  light: [252, 252, 254],
  dark: [96, 106, 128],
  darkness: 0.6,
};

interface Particle {
  /** Place at time 0: part of the box across and down, metres away. */
  x: number;
  y: number;
  depth: number;
  /** Metres. */
  diameter: number;
  /** Metres per second. */
  fall: number;
  alpha: number;
  /** Sideways swing of a flake that does not fall straight: metres, and where in its swing it is. */
  sway: number;
  phase: number;
}

/** Rain; see `createEffect`. */
export function rain(options: EffectOptions): Generator<Frame, void, undefined> {
  return fall(options, rainDrops(options), RAIN);
}

/** Snow; see `createEffect`. */
export function snow(options: EffectOptions): Generator<Frame, void, undefined> {
  return fall(options, snowFlakes(options), SNOW);
}

/** A drop or a flake as it is seen in a frame: the way that it goes while the shutter is open, in pixels. */
export interface FallingParticle {
  from: readonly [number, number];
  to: readonly [number, number];
  /** Metres from the camera. */
  depth: number;
  /** Metres. */
  diameter: number;
}

/**
 * Everything that falls in simulated rain or snow, frame by frame: what stands behind the frames of `createEffect` with these options.
 *
 * @returns Particles at a frame, the farthest first.
 */
export function simulatedParticles(kind: 'rain' | 'snow', options: EffectOptions): (index: number) => FallingParticle[] {
  const weather = kind === 'rain' ? RAIN : SNOW;
  const particles = (kind === 'rain' ? rainDrops(options) : snowFlakes(options)).sort((a, b) => b.depth - a.depth);
  return (index) =>
    particles.map((particle) => ({
      ...wayOf(particle, index, options, weather),
      depth: particle.depth,
      diameter: particle.diameter,
    }));
}

function rainDrops(options: EffectOptions): Particle[] {
  const random = createRandom(options.seed).split('rain');
  return Array.from({ length: Math.round(RAIN.count * options.strength) }, (): Particle => {
    // Drop sizes after Marshall and Palmer (1948): exponential, fewer big ones; 1…4 mm are seen.
    const millimetres = Math.min(4, 1 - Math.log(1 - random.next()) / 1.6);
    const depth = depthOf(random.next(), RAIN);
    return {
      x: random.next(),
      y: random.next(),
      depth,
      // A drop bends light over more than its own width.
      diameter: (2.7 * millimetres) / 1000,
      fall: rainSpeed(millimetres),
      alpha: 0.5 + 0.3 * nearness(depth, RAIN),
      sway: 0,
      phase: 0,
    };
  });
}

function snowFlakes(options: EffectOptions): Particle[] {
  const random = createRandom(options.seed).split('snow');
  return Array.from({ length: Math.round(SNOW.count * options.strength) }, (): Particle => {
    // Flakes of 7…32 mm, fewer big ones, fall with 0.8…1.5 m/s nearly whatever their size (Locatelli and Hobbs 1974).
    const diameter = 0.007 + 0.025 * random.next() ** 2.2;
    return {
      x: random.next(),
      y: random.next(),
      depth: depthOf(random.next(), SNOW),
      diameter,
      fall: random.range(0.8, 1.2) + 9 * diameter,
      alpha: 0.95,
      sway: random.range(0.02, 0.13),
      phase: random.range(0, 2 * Math.PI),
    };
  });
}

/**
 * The speed with which a drop falls when the air holds it, after Atlas, Srivastava and Sekhon (1973).
 *
 * @param millimetres - Diameter, 0.6…5.
 * @returns Metres per second.
 */
export function rainSpeed(millimetres: number): number {
  return 9.65 - 10.3 * Math.exp(-0.6 * millimetres);
}

/** Equal numbers in equal volumes of the pyramid that the camera sees: density grows with the square of the distance. */
function depthOf(uniform: number, { nearest, farthest }: Weather): number {
  return Math.cbrt(nearest ** 3 + uniform * (farthest ** 3 - nearest ** 3));
}

function nearness(depth: number, { nearest, farthest }: Weather): number {
  return 1 - (depth - nearest) / (farthest - nearest);
}

function* fall(options: EffectOptions, particles: Particle[], weather: Weather): Generator<Frame, void, undefined> {
  const { width, height, fps, seconds } = options;
  // Near ones are drawn over far ones.
  particles.sort((a, b) => b.depth - a.depth);
  for (let index = 0; index < Math.round(seconds * fps); index++) {
    const frame = createFrame(width, height, { seconds: index / fps });
    for (const particle of particles) {
      const { from, to } = wayOf(particle, index, options, weather);
      drawParticle(frame, to, [to[0] - from[0], to[1] - from[1]], particle, weather);
    }
    yield frame;
  }
}

/** Where a particle comes from and gets to while the shutter of a frame is open, in pixels. */
function wayOf(
  particle: Particle,
  index: number,
  options: EffectOptions,
  weather: Weather,
): Pick<FallingParticle, 'from' | 'to'> {
  const { width, height, fps } = options;
  const boxWidth = (OVERSIZE * width) / height;
  const [x, y] = placeOf(particle, index / fps, options, weather, boxWidth);
  const [earlierX, earlierY] = placeOf(particle, (index - weather.shutter) / fps, options, weather, boxWidth);
  // What leaves below comes in again above; the streak keeps its direction.
  const to = [
    width / 2 + (wrap(x, boxWidth) - boxWidth / 2) * height,
    (wrap(y, OVERSIZE) - (OVERSIZE - 1) / 2) * height,
  ] as const;
  return { from: [to[0] - (x - earlierX) * height, to[1] - (y - earlierY) * height], to };
}

/** In picture heights, not yet wrapped into the box. */
function placeOf(
  particle: Particle,
  time: number,
  { wind }: EffectOptions,
  weather: Weather,
  boxWidth: number,
): readonly [number, number] {
  const { sway, phase, depth } = particle;
  const perMetre = 1 / (VIEW_AT_ONE_METRE * depth);
  const down = particle.y * OVERSIZE + particle.fall * perMetre * time;
  // Whirls of the air carry neighbours the same way: slow waves through the box; each flake also swings on its own.
  const whirl =
    sway > 0
      ? 0.22 * Math.sin(0.9 * time + 3 * down + 5 * particle.x) + 0.1 * Math.sin(1.7 * time - 5 * down + 9 * particle.x)
      : 0;
  const side = weather.wind * wind * time + whirl + sway * Math.sin(phase + 2.3 * time);
  const bob = 0.4 * sway * Math.sin(2 * phase + 3.1 * time);
  return [particle.x * boxWidth + side * perMetre, down + bob * perMetre];
}

function wrap(value: number, span: number): number {
  return value - span * Math.floor(value / span);
}

function drawParticle(
  frame: Frame,
  at: readonly [number, number],
  way: readonly [number, number],
  particle: Particle,
  weather: Weather,
): void {
  const { height } = frame;
  const sharp = ((particle.diameter / 2) * height) / (VIEW_AT_ONE_METRE * particle.depth);
  const blur = weather.blur * height * Math.abs(1 / particle.depth - 1 / weather.focus);
  const radius = sharp + blur;
  const tail: [number, number] = [at[0] - way[0], at[1] - way[1]];
  // Light that the lens spreads wider is thinner.
  const alpha = particle.alpha * Math.max(0.3, (sharp / radius) ** 1.2);
  const softness = Math.min(1, (1.6 * blur) / radius);
  const shift = Math.min(1.2, 0.35 + 0.3 * radius) * (height / 720);
  drawStroke(frame, [tail[0] + shift, tail[1] + shift], [at[0] + shift, at[1] + shift], {
    radius: radius * 1.08,
    colour: weather.dark,
    alpha: alpha * weather.darkness,
    softness,
  });
  drawStroke(frame, tail, at, { radius, colour: weather.light, alpha, softness });
}
