/**
 * @file Maps of rain and snow: what falls where, sorted by distance. Each map shows the points of a range of distances, smeared along the way
 * that they go while the shutter is open and as strong as they are large. How a drop or a flake looks is the network's matter.
 *
 * Points of a new clip lie on sheets, one behind the other, that have no end: a hash says of every cell of a sheet whether it holds a
 * point. So any frame of an endless clip can be made alone, and none comes again.
 */
import { createRandom } from '@filmai/core-tensor/random';
import { rainSpeed, type FallingParticle } from '../precipitation.js';
import { CANVAS_PIXELS, type WeatherKind } from './canvas.js';
import { latticeUniform } from './lattice.js';

/** What is shown of a picture, in pixels of the canvas; it may reach beyond. */
export interface MapView {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What decides the points of a clip. */
export interface WeatherMapsOptions {
  seed: number | string;
  /** −1…1. */
  wind: number;
  /** 0…1. */
  strength: number;
  /** Lines of the canvas: its height, default that on which the effect is learned. */
  lines?: number;
}

/** The maps of a clip. */
export interface WeatherMaps {
  count: number;
  /**
   * Writes a frame's maps, the values of a pixel together, to `to` from `offset` on.
   *
   * @param time - Seconds from the start of the clip.
   * @param frameSeconds - From this frame to the next: half of it the shutter is open for rain.
   */
  write(to: Float32Array, offset: number, time: number, view: MapView, frameSeconds: number): void;
}

/** Height of what a camera with a field of view of 40° sees at one metre, metres. */
const VIEW_AT_ONE_METRE = 2 * Math.tan((20 * Math.PI) / 180);

/** What falls. */
interface Weather {
  /** Limits of the ranges of distances in metres, nearest first; each range is a map. */
  ranges: readonly number[];
  /** Sheets in each range. */
  sheets: readonly number[];
  /** Points in a picture as wide as high at full strength. */
  points: number;
  /** Wind at full strength, metres per second. */
  wind: number;
  /** Part of the frame's time in which the shutter is open. */
  shutter: number;
  /** Metres of sway of a point that does not fall straight, and of whirls that carry neighbours alike. */
  sway: number;
  whirl: number;
  /** Diameter that counts as 1, metres. */
  usual: number;
  /** Metres per second on a sheet, for a uniform number. */
  fall(uniform: number): number;
  /** Metres, for a uniform number and the speed of the sheet's. */
  diameter(uniform: number, speedUniform: number): number;
}

/** Drop sizes after Marshall and Palmer (1948), in millimetres. */
const dropSize = (uniform: number): number => Math.min(4, 1 - Math.log(1 - uniform) / 1.6);

const WEATHERS: Record<WeatherKind, Weather> = {
  rain: {
    ranges: [1.4, 3, 6, 10],
    sheets: [4, 6, 6],
    points: 889,
    wind: 3.5,
    shutter: 0.5,
    sway: 0,
    whirl: 0,
    usual: 0.0044,
    fall: (uniform) => rainSpeed(dropSize(uniform)),
    diameter: (_, speedUniform) => (2.7 * dropSize(speedUniform)) / 1000,
  },
  snow: {
    ranges: [0.5, 1.2, 2, 3.2, 5, 8],
    sheets: [2, 2, 3, 4, 5],
    points: 755,
    wind: 1.3,
    shutter: 0.15,
    sway: 0.075,
    whirl: 0.22,
    usual: 0.015,
    fall: (uniform) => 0.93 + 0.4 * uniform,
    diameter: (uniform) => 0.007 + 0.025 * uniform ** 2.2,
  },
};

/** Maps of each kind. */
export function weatherMapCount(kind: WeatherKind): number {
  return WEATHERS[kind].sheets.length;
}

/** Starts the maps of an endless clip. */
export function createWeatherMaps(kind: WeatherKind, options: WeatherMapsOptions): WeatherMaps {
  const weather = WEATHERS[kind];
  const count = weather.sheets.length;
  const sheets = layOut(weather, kind, options);
  return {
    count,
    write(to, offset, time, view, frameSeconds) {
      to.fill(0, offset, offset + view.width * view.height * count);
      const canvas = { to, offset, count, view };
      for (const sheet of sheets)
        scatter(canvas, weather, sheet, { time, strength: options.strength, open: weather.shutter * frameSeconds });
    },
  };
}

/** Writes the maps of known particles; see `WeatherMaps.write`. */
export function writeParticleMaps(
  kind: WeatherKind,
  particles: readonly FallingParticle[],
  to: Float32Array,
  offset: number,
  view: MapView,
): void {
  const weather = WEATHERS[kind];
  const count = weather.sheets.length;
  to.fill(0, offset, offset + view.width * view.height * count);
  for (const { from, to: end, depth, diameter } of particles) {
    let map = 0;
    while (map < count - 1 && depth > weather.ranges[map + 1]) map++;
    const way: [number, number] = [end[0] - from[0], end[1] - from[1]];
    smear(
      { to, offset: offset + map, count, view },
      end[0] - view.left,
      end[1] - view.top,
      way,
      strengthOf(weather, map, depth, diameter),
    );
  }
}

/** How large a particle is seen, around 1 within its range. */
function strengthOf({ ranges, usual }: Weather, map: number, depth: number, diameter: number): number {
  return ((diameter / usual) * Math.sqrt(ranges[map] * ranges[map + 1])) / depth;
}

/** Points of one distance. */
interface Sheet {
  map: number;
  depth: number;
  /** Pixels per metre at that distance. */
  scale: number;
  /** Side of a cell that holds one point at most, pixels. */
  cell: number;
  /** Pixels per second. */
  down: number;
  side: number;
  /** The uniform number of its speed. */
  speed: number;
  seed: number;
  /** Lines of the canvas. */
  lines: number;
}

function layOut(weather: Weather, kind: WeatherKind, { seed, wind, lines = CANVAS_PIXELS[kind] }: WeatherMapsOptions): Sheet[] {
  const random = createRandom(seed).split('sheets').split(kind);
  const { ranges } = weather;
  const volume = ranges[ranges.length - 1] ** 3 - ranges[0] ** 3;
  const sheets: Sheet[] = [];
  for (const [map, number] of weather.sheets.entries()) {
    const near = ranges[map] ** 3;
    const far = ranges[map + 1] ** 3;
    const order = random.shuffle(Array.from({ length: number }, (_, i) => i));
    for (let i = 0; i < number; i++) {
      // Equal numbers in equal volumes of the pyramid that the camera sees.
      const depth = Math.cbrt(near + ((i + random.next()) / number) * (far - near));
      const scale = lines / (VIEW_AT_ONE_METRE * depth);
      const speed = (order[i] + 0.5) / number;
      const points = (weather.points * (far - near)) / volume / number;
      sheets.push({
        map,
        depth,
        scale,
        cell: lines / Math.sqrt(points),
        down: weather.fall(speed) * scale,
        side: weather.wind * wind * scale,
        speed,
        seed: random.integer(0, 0x7fffffff),
        lines,
      });
    }
  }
  return sheets;
}

/** Where maps are written. */
interface MapCanvas {
  to: Float32Array;
  offset: number;
  /** Maps of a pixel. */
  count: number;
  view: MapView;
}

function scatter(
  { to, offset, count, view }: MapCanvas,
  weather: Weather,
  sheet: Sheet,
  { time, strength, open }: { time: number; strength: number; open: number },
): void {
  const { cell, down, side, seed, scale, map, lines } = sheet;
  const way: [number, number] = [side * open, down * open];
  const reachX = 2 + Math.abs(way[0]) + (weather.whirl + 2 * weather.sway) * scale;
  const reachY = 2 + way[1] + 0.8 * weather.sway * scale;
  const scrolledX = view.left - side * time;
  const scrolledY = view.top - down * time;
  const lastColumn = Math.floor((scrolledX + view.width + reachX) / cell);
  const lastRow = Math.floor((scrolledY + view.height + reachY) / cell);
  const canvas = { to, offset: offset + map, count, view };
  for (let row = Math.floor((scrolledY - reachY) / cell); row <= lastRow; row++) {
    for (let column = Math.floor((scrolledX - reachX) / cell); column <= lastColumn; column++) {
      if (latticeUniform(seed, column, row, 0) >= strength) continue;
      let x = (column + latticeUniform(seed, column, row, 1)) * cell - scrolledX;
      let y = (row + latticeUniform(seed, column, row, 2)) * cell - scrolledY;
      if (weather.sway > 0) {
        const phase = 2 * Math.PI * latticeUniform(seed, column, row, 3);
        const swing = 2 * weather.sway * latticeUniform(seed, column, row, 4) * scale;
        // Whirls of the air carry neighbours the same way.
        const wave = 0.9 * time + (3 * (y + view.top)) / lines + 5 * latticeUniform(seed, column, 0, 5);
        x += swing * Math.sin(phase + 2.3 * time) + weather.whirl * scale * Math.sin(wave);
        y += 0.4 * swing * Math.sin(2 * phase + 3.1 * time);
      }
      const diameter = weather.diameter(latticeUniform(seed, column, row, 6), sheet.speed);
      smear(canvas, x, y, way, strengthOf(weather, map, sheet.depth, diameter));
    }
  }
}

/** Samples along a way, in pixels. */
const SAMPLE_STEP = 0.8;

/** Adds a point smeared along its way to where it has come, each sample shared between four pixels. */
function smear(
  { to, offset, count, view }: MapCanvas,
  x: number,
  y: number,
  [wayX, wayY]: readonly [number, number],
  strength: number,
): void {
  const { width, height } = view;
  const length = Math.hypot(wayX, wayY);
  const samples = Math.max(1, Math.ceil(length / SAMPLE_STEP));
  const share = (strength * Math.max(1, length)) / samples;
  for (let i = 0; i < samples; i++) {
    const back = samples === 1 ? 0 : i / (samples - 1);
    const px = x - wayX * back - 0.5;
    const py = y - wayY * back - 0.5;
    const column = Math.floor(px);
    const row = Math.floor(py);
    if (column < 0 || row < 0 || column >= width - 1 || row >= height - 1) continue;
    const fx = px - column;
    const fy = py - row;
    const at = offset + (row * width + column) * count;
    to[at] += share * (1 - fx) * (1 - fy);
    to[at + count] += share * fx * (1 - fy);
    to[at + width * count] += share * (1 - fx) * fy;
    to[at + (width + 1) * count] += share * fx * fy;
  }
}
