/**
 * @file Fire, smoke and explosions: a simulated gas that is fed with heat and soot, seen as light that glows and smoke that covers.
 */
import { createFrame, type Frame } from '@filmai/core-tensor/frames';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import type { EffectOptions } from './effect-options.js';
import { createGas, stepGas, type Gas, type GasPhysics } from './fluid.js';
import { drawStroke } from './strokes.js';

/** Rows of the simulated grid; the picture is drawn from it in between. */
const ROWS = 108;
/** Simulated seconds before the first frame, so that a fire is already burning. */
const WARM_UP_SECONDS = 1.6;
const GRAVITY = 9.81;

const FIRE: GasPhysics = { buoyancy: 150, wind: 0, swirl: 7, cooling: 1.15, clearing: 0.9 };
const SMOKE: GasPhysics = { buoyancy: 55, wind: 0, swirl: 5, cooling: 0.35, clearing: 0.22 };
const BLAST: GasPhysics = { buoyancy: 60, wind: 0, swirl: 9, cooling: 0.85, clearing: 0.25 };

/** Fire; see `createEffect`. */
export function* fire(options: EffectOptions): Generator<Frame, void, undefined> {
  const random = createRandom(options.seed).split('fire');
  const gas = gasFor(options);
  const embers = new Embers(random.split('embers'), options);
  const feed = burner(gas, options, random, { heat: 1.25, soot: 0.45 });
  yield* filmGas(options, gas, withWind(FIRE, options), WARM_UP_SECONDS, {
    feed,
    over(frame, time) {
      embers.step(frame, time, 5 * options.strength);
    },
  });
}

/** Smoke; see `createEffect`. */
export function* smoke(options: EffectOptions): Generator<Frame, void, undefined> {
  const gas = gasFor(options);
  const feed = burner(gas, options, createRandom(options.seed).split('smoke'), { heat: 0.42, soot: 1.9 });
  yield* filmGas(options, gas, withWind(SMOKE, options), 2 * WARM_UP_SECONDS, { feed });
}

/** An explosion a quarter of a second into the effect; see `createEffect`. */
export function* explosion(options: EffectOptions): Generator<Frame, void, undefined> {
  const random = createRandom(options.seed).split('explosion');
  const gas = gasFor(options);
  const expansion = new Float32Array(gas.heat.length);
  const sparks = new Embers(random.split('sparks'), options);
  const start = Math.min(0.25, options.seconds / 4);
  const blastSeconds = 0.16;
  yield* filmGas(options, gas, withWind(BLAST, options), 0, {
    expansion,
    feed(time) {
      const burning = time >= start && time < start + blastSeconds;
      expansion.fill(0);
      if (!burning) return;
      const lumps = blobs(random, 5);
      stamp(
        gas,
        options,
        (distance, x, y) => {
          const rough = distance * (1 + 0.35 * lumpiness(lumps, x, y));
          if (rough > 1) return undefined;
          return { heat: 1.9 * (1 - rough * 0.4), soot: 1.5 * (1 - rough), expansion: 26 * options.strength * (1 - rough) };
        },
        expansion,
      );
    },
    over(frame, time) {
      const since = time - start;
      if (since >= 0 && since < 1 / options.fps) sparks.burst(Math.round(150 * options.strength));
      sparks.step(frame, time, 0);
      if (since >= 0) flash(frame, 0.55 * options.strength * Math.exp(-since / 0.07));
    },
  });
}

interface GasFilm {
  /** Puts heat and soot in, at a time in seconds. */
  feed: (time: number) => void;
  expansion?: Float32Array;
  /** Draws over the gas. */
  over?: (frame: Frame, time: number) => void;
}

function* filmGas(
  options: EffectOptions,
  gas: Gas,
  physics: GasPhysics,
  warmUp: number,
  film: GasFilm,
): Generator<Frame, void, undefined> {
  const { width, height, fps, seconds } = options;
  // Two steps a frame: fast gas would jump over whole whirls in one.
  const step = 1 / (2 * fps);
  let time = -warmUp;
  const advance = (until: number): void => {
    for (; time < until - step / 2; time += step) {
      film.feed(time);
      stepGas(gas, physics, step, film.expansion);
    }
  };
  for (let i = 0; i < Math.round(seconds * fps); i++) {
    advance(i / fps);
    const frame = createFrame(width, height, { seconds: i / fps });
    paintGas(frame, gas);
    film.over?.(frame, i / fps);
    yield frame;
  }
}

function gasFor({ width, height }: EffectOptions): Gas {
  return createGas(Math.max(16, Math.round((ROWS * width) / height)), ROWS);
}

function withWind(physics: GasPhysics, { wind }: EffectOptions): GasPhysics {
  return { ...physics, wind: 40 * wind };
}

/** A bed that burns unevenly: flickering lumps along its width. */
function burner(
  gas: Gas,
  options: EffectOptions,
  random: Random,
  { heat, soot }: { heat: number; soot: number },
): (time: number) => void {
  const lumps = Array.from({ length: 9 }, () => ({
    at: random.range(-1, 1),
    rate: random.range(5, 13),
    phase: random.range(0, 7),
    width: random.range(0.15, 0.4),
  }));
  return (time) => {
    stamp(gas, options, (distance, x, y) => {
      if (distance > 1 || y < -0.45) return undefined;
      const flicker = lumps.reduce(
        (sum, lump) =>
          sum + Math.max(0, 1 - Math.abs(x - lump.at) / lump.width) * (0.55 + 0.45 * Math.sin(time * lump.rate + lump.phase)),
        0,
      );
      const amount = Math.min(1, flicker) * (1 - distance * 0.5) * options.strength;
      return { heat: heat * amount, soot: soot * amount };
    });
  };
}

/** Raises heat and soot around the origin. `x` and `y` are −1…1 across the source. */
function stamp(
  gas: Gas,
  { origin, size, width, height }: EffectOptions,
  at: (distance: number, x: number, y: number) => { heat: number; soot: number; expansion?: number } | undefined,
  expansion?: Float32Array,
): void {
  const { columns, rows } = gas;
  const radius = (size * rows) / 2;
  const centreX = origin.x * columns;
  const centreY = Math.min(rows - 3, origin.y * rows);
  const flat = expansion ? 1 : 0.35;
  const stretch = (width / height) * (rows / columns);
  for (let row = Math.max(1, Math.floor(centreY - radius)); row < Math.min(rows - 1, centreY + radius); row++) {
    for (let column = Math.max(1, Math.floor(centreX - radius)); column < Math.min(columns - 1, centreX + radius); column++) {
      const x = ((column - centreX) * stretch) / radius;
      const y = (row - centreY) / (radius * flat);
      const put = at(Math.hypot(x, y), x, y);
      if (!put) continue;
      const i = row * columns + column;
      gas.heat[i] = Math.max(gas.heat[i], put.heat);
      gas.soot[i] = Math.max(gas.soot[i], put.soot);
      if (expansion) expansion[i] = put.expansion ?? 0;
    }
  }
}

function blobs(random: Random, count: number): { x: number; y: number; sign: number }[] {
  return Array.from({ length: count }, () => ({
    x: random.range(-1, 1),
    y: random.range(-1, 1),
    sign: random.chance(0.5) ? 1 : -1,
  }));
}

function lumpiness(lumps: readonly { x: number; y: number; sign: number }[], x: number, y: number): number {
  return lumps.reduce((sum, lump) => sum + lump.sign * Math.exp(-4 * ((x - lump.x) ** 2 + (y - lump.y) ** 2)), 0);
}

/** Glow by heat, smoke by soot; smoke lies over fire where it is thick and cold. */
function paintGas(frame: Frame, { columns, rows, heat, soot }: Gas): void {
  const { width, height, data } = frame;
  for (let y = 0, i = 0; y < height; y++) {
    const gridY = Math.min(rows - 1.001, ((y + 0.5) / height) * rows - 0.5 < 0 ? 0 : ((y + 0.5) / height) * rows - 0.5);
    const top = gridY | 0;
    const fy = gridY - top;
    for (let x = 0; x < width; x++, i += 4) {
      const gridX = Math.min(columns - 1.001, Math.max(0, ((x + 0.5) / width) * columns - 0.5));
      const left = gridX | 0;
      const fx = gridX - left;
      const at = top * columns + left;
      const h = bilinear(heat, at, columns, fx, fy);
      const s = bilinear(soot, at, columns, fx, fy);
      if (h < 0.02 && s < 0.02) continue;
      const glow = smoothstep(0.06, 0.42, h);
      // Beer and Lambert: what gets through falls with the thickness.
      const cover = (1 - Math.exp(-1.5 * s)) * 0.86;
      const hidden = cover * (1 - glow);
      const alpha = glow + hidden * (1 - glow);
      const tone = 46 + 60 * Math.exp(-s) + 70 * h;
      const share = alpha > 0 ? glow / alpha : 0;
      data[i] = share * (150 + 105 * Math.min(1, h / 0.4)) + (1 - share) * tone;
      data[i + 1] = share * (255 * smoothstep(0.16, 1.15, h) * 0.92 + 26) + (1 - share) * (tone * 0.97);
      data[i + 2] = share * (225 * smoothstep(0.62, 1.5, h) + 14) + (1 - share) * (tone * 1.02);
      data[i + 3] = alpha * 255;
    }
  }
}

function bilinear(field: Float32Array, at: number, columns: number, fx: number, fy: number): number {
  const upper = field[at] + (field[at + 1] - field[at]) * fx;
  const lower = field[at + columns] + (field[at + columns + 1] - field[at + columns]) * fx;
  return upper + (lower - upper) * fy;
}

function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** Light that fills the whole picture for a moment. */
function flash(frame: Frame, alpha: number): void {
  if (alpha < 0.01) return;
  const { data } = frame;
  for (let i = 0; i < data.length; i += 4) {
    const own = data[i + 3] / 255;
    const union = own + alpha * (1 - own);
    const share = own / union;
    data[i] = data[i] * share + 255 * (1 - share);
    data[i + 1] = data[i + 1] * share + 244 * (1 - share);
    data[i + 2] = data[i + 2] * share + 214 * (1 - share);
    data[i + 3] = union * 255;
  }
}

interface Ember {
  x: number;
  y: number;
  velocityX: number;
  velocityY: number;
  age: number;
  life: number;
}

/** Glowing bits that fly with gravity and the drag of the air. Places in picture heights, a picture is three metres high. */
class Embers {
  private readonly alive: Ember[] = [];
  private readonly metresHigh = 3;

  constructor(
    private readonly random: Random,
    private readonly options: EffectOptions,
  ) {}

  burst(count: number): void {
    for (let i = 0; i < count; i++)
      this.alive.push(this.ember(this.random.range(0.5, 5), this.random.range(0.5, 1.6), 2 * Math.PI));
  }

  step(frame: Frame, time: number, perSecond: number): void {
    const { fps, width, height, wind } = this.options;
    if (this.random.chance(Math.min(1, perSecond / fps)))
      this.alive.push(this.ember(this.random.range(0.5, 1.4), this.random.range(0.8, 2), 0.9));
    for (let i = this.alive.length - 1; i >= 0; i--) {
      const ember = this.alive[i];
      const before: [number, number] = [width / 2 + ember.x * height, ember.y * height];
      const drag = Math.exp(-1.1 / fps);
      ember.velocityX = ember.velocityX * drag + (wind * 2 + 0.4 * Math.sin(time * 6 + i)) / fps / this.metresHigh;
      ember.velocityY = ember.velocityY * drag + (GRAVITY * 0.35) / fps / this.metresHigh;
      ember.x += ember.velocityX / fps;
      ember.y += ember.velocityY / fps;
      ember.age += 1 / fps;
      if (ember.age > ember.life) this.alive.splice(i, 1);
      else {
        const fade = 1 - ember.age / ember.life;
        const after: [number, number] = [width / 2 + ember.x * height, ember.y * height];
        drawStroke(
          frame,
          before,
          after,
          (height / 720) * (0.7 + 0.9 * fade),
          [255, 150 + 90 * fade, 60 + 90 * fade],
          0.95 * fade ** 0.5,
        );
      }
    }
  }

  /** `spread`: the angle around straight up into which they fly, radians. */
  private ember(speed: number, life: number, spread: number): Ember {
    const { origin, size, width, height } = this.options;
    const angle = this.random.range(-spread / 2, spread / 2);
    const aspect = width / height;
    return {
      x: (origin.x - 0.5) * aspect + this.random.range(-0.25, 0.25) * size,
      y: origin.y - this.random.range(0, 0.3) * size,
      velocityX: (Math.sin(angle) * speed) / this.metresHigh,
      velocityY: (-Math.cos(angle) * speed) / this.metresHigh,
      age: 0,
      life,
    };
  }
}
