/**
 * @file Rain and snow as drops and flakes in the air in front of a camera. Each falls with the speed of its size and is seen as
 * a shutter of half a frame sees it: a streak, longer when near.
 */
import { createFrame, type Frame } from '@filmai/core-tensor/frames';
import { createRandom } from '@filmai/core-tensor/random';
import type { EffectOptions } from './effect-options.js';
import { drawStroke } from './strokes.js';

/** The air that is seen: from here to there in front of the camera, metres. */
const NEAR_METRES = 1.2;
const FAR_METRES = 14;
/** Drops in the air at full strength; flakes are fewer and bigger. */
const DROPS = 1500;
const FLAKES = 1100;
/** Height of what a camera with a field of view of 40° sees at one metre, metres. */
const VIEW_AT_ONE_METRE = 2 * Math.tan((20 * Math.PI) / 180);
const SHUTTER_FRAMES = 0.5;

interface Particle {
  /** Place in the picture at time 0, in picture heights; x from the middle. */
  x: number;
  y: number;
  depth: number;
  /** Metres. */
  diameter: number;
  /** Metres per second. */
  fall: number;
  phase: number;
  sway: number;
}

/** Rain; see `createEffect`. */
export function* rain(options: EffectOptions): Generator<Frame, void, undefined> {
  const random = createRandom(options.seed).split('rain');
  const particles = Array.from({ length: Math.round(DROPS * options.strength) }, (): Particle => {
    // Drop sizes after Marshall and Palmer (1948): exponential, fewer big ones; 1…4 mm are seen.
    const millimetres = Math.min(4, 1 - Math.log(1 - random.next()) / 1.6);
    // Terminal speed after Atlas, Srivastava and Sekhon (1973).
    const fall = 9.65 - 10.3 * Math.exp(-0.6 * millimetres);
    return {
      x: random.range(-1, 1),
      y: random.next(),
      depth: depthOf(random.next()),
      diameter: millimetres / 1000,
      fall,
      phase: 0,
      sway: 0,
    };
  });
  yield* fallingParticles(options, particles, 3 * options.wind, (particle, near) => ({
    colour: [226, 232, 240],
    alpha: 0.16 + 0.5 * near,
    // A drop bends light over more than its own width.
    radius: particle.diameter * 1.3,
  }));
}

/** Snow; see `createEffect`. */
export function* snow(options: EffectOptions): Generator<Frame, void, undefined> {
  const random = createRandom(options.seed).split('snow');
  const particles = Array.from({ length: Math.round(FLAKES * options.strength) }, (): Particle => {
    // Flakes of 4…14 mm fall with 0.8…1.6 m/s whatever their size (Locatelli and Hobbs 1974).
    const diameter = random.range(0.004, 0.014);
    return {
      x: random.range(-1, 1),
      y: random.next(),
      depth: depthOf(random.next()),
      diameter,
      fall: random.range(0.8, 1.6),
      phase: random.range(0, 2 * Math.PI),
      sway: random.range(0.05, 0.22),
    };
  });
  yield* fallingParticles(options, particles, 1.2 * options.wind, (particle, near) => ({
    colour: [250, 250, 252],
    alpha: 0.55 + 0.4 * (1 - near),
    radius: particle.diameter / 2,
  }));
}

/** Equal numbers in equal volumes of the pyramid that the camera sees: density grows with the square of the distance. */
function depthOf(uniform: number): number {
  return Math.cbrt(NEAR_METRES ** 3 + uniform * (FAR_METRES ** 3 - NEAR_METRES ** 3));
}

function* fallingParticles(
  { width, height, fps, seconds }: EffectOptions,
  particles: readonly Particle[],
  windSpeed: number,
  look: (particle: Particle, near: number) => { colour: readonly [number, number, number]; alpha: number; radius: number },
): Generator<Frame, void, undefined> {
  const aspect = width / height;
  for (let frameIndex = 0; frameIndex < Math.round(seconds * fps); frameIndex++) {
    const frame = createFrame(width, height, { seconds: frameIndex / fps });
    for (const particle of particles) {
      const perMetre = 1 / (VIEW_AT_ONE_METRE * particle.depth);
      const near = 1 - (particle.depth - NEAR_METRES) / (FAR_METRES - NEAR_METRES);
      const place = (time: number): readonly [number, number] => [
        particle.x * aspect + (windSpeed * time + particle.sway * Math.sin(particle.phase + time * 1.9)) * perMetre,
        particle.y + particle.fall * perMetre * time,
      ];
      const [x, y] = place(frameIndex / fps);
      const [earlierX, earlierY] = place((frameIndex - SHUTTER_FRAMES) / fps);
      // What leaves below comes in again above; the streak keeps its direction.
      const span = aspect * 2;
      const inX = ((((x + aspect) % span) + span) % span) - aspect;
      const inY = (((y % 1.2) + 1.2) % 1.2) - 0.1;
      const { colour, alpha, radius } = look(particle, near);
      const at: [number, number] = [width / 2 + inX * height, inY * height];
      const tail: [number, number] = [at[0] - (x - earlierX) * height, at[1] - (y - earlierY) * height];
      drawStroke(frame, tail, at, radius * perMetre * height, colour, alpha);
    }
    yield frame;
  }
}
