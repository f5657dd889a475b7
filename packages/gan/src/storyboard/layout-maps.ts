/**
 * @file A storyboard's layout as the maps that a network reads. The light that is known of each pixel is given as the colour that the paper would have
 * there if it were painted flat; so the network need not learn what a wash, a paper or a lamp is, only what a hand makes of it.
 */
import { GanError } from '../errors/gan-error.js';

/**
 * What is where in a picture, rows from the top: what `drawLayout` of `@filmai/storyboard` gives, or what a program of your own finds out about
 * its scene.
 */
export interface StoryboardLayout {
  /** Pixels in a row, and rows. */
  width: number;
  height: number;
  /** 0 sky, 1 level (floor, ground), 2 upright (all else that is built), 3 leaf, 4 water, 5 skin, 6 cloth, 7 hair, 8 lamp. */
  classes: Uint8Array;
  /** Metres along the optical axis, `Infinity` for the sky. */
  depth: Float32Array;
  /** How light it is if nothing casts a shadow, 0 black … 1 paper white. */
  shade: Float32Array;
  /** Share of lamp light in it, 0…1. */
  warmth: Float32Array;
  /** Local colour, three values a pixel, around 1. */
  tint: Float32Array;
  /** Where one thing ends before another, 0…1. */
  outlines: Float32Array;
  /** Ink of drawn details, 0…1. */
  marks: Float32Array;
  hour: 'day' | 'night' | 'dawn' | 'dusk';
  /** Colours of shadows, of paper and of lamp light, 0…1. */
  wash: readonly [number, number, number];
  paper: readonly [number, number, number];
  lamp: readonly [number, number, number];
}

/** Classes of a layout. */
const CLASSES = 9;
const HOURS: readonly StoryboardLayout['hour'][] = ['dawn', 'day', 'dusk', 'night'];
/** Places of the maps in a pixel: flat colour, outlines, marks, nearness, then one for each class and hour. */
const MAP = { colour: 0, outlines: 3, marks: 4, nearness: 5, classes: 6, hours: 6 + CLASSES } as const;
/** How many maps there are. */
export const LAYOUT_MAPS = MAP.hours + HOURS.length;
/** Depth at which nearness is a half, metres. */
const MIDDLE_DEPTH = 4;
/** How much a full outline and a full mark take from the flat colour in `flatPicture`. */
const INK = 0.9;

/**
 * Makes the maps.
 *
 * @param layout - Any size.
 * @returns `LAYOUT_MAPS` values a pixel: colour in −1…1, all others in 0…1.
 * @throws GanError `WRONG_SHAPE` where a field's length does not fit the size, or a class is unknown.
 */
export function layoutMaps(layout: StoryboardLayout): Float32Array {
  checkLayout(layout);
  const { width, height, classes, depth, outlines, marks } = layout;
  const hour = HOURS.indexOf(layout.hour);
  const colour = flatColours(layout);
  const maps = new Float32Array(width * height * LAYOUT_MAPS);
  for (let i = 0; i < width * height; i++) {
    const at = i * LAYOUT_MAPS;
    for (let c = 0; c < 3; c++) maps[at + MAP.colour + c] = 2 * colour[3 * i + c] - 1;
    maps[at + MAP.outlines] = outlines[i];
    maps[at + MAP.marks] = marks[i];
    maps[at + MAP.nearness] = MIDDLE_DEPTH / (MIDDLE_DEPTH + depth[i]);
    maps[at + MAP.classes + classes[i]] = 1;
    maps[at + MAP.hours + hour] = 1;
  }
  return maps;
}

/**
 * The picture that a layout makes without a network, for comparison: flat colours, outlines and marks over them.
 *
 * @param layout - Any size.
 * @returns RGB in 0…1, three values a pixel.
 */
export function flatPicture(layout: StoryboardLayout): Float32Array {
  const colour = flatColours(layout);
  return colour.map((value, i) => {
    const pixel = Math.floor(i / 3);
    return value * (1 - INK * layout.outlines[pixel]) * (1 - INK * layout.marks[pixel]);
  });
}

/** Paper through a wash that is as light as the shade, warmed by lamps, in the local colour. */
function flatColours({ width, height, shade, warmth, tint, wash, paper, lamp }: StoryboardLayout): Float32Array {
  const colours = new Float32Array(3 * width * height);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) {
      const lit = paper[c] + (lamp[c] - paper[c]) * warmth[i];
      colours[3 * i + c] = Math.min(1, (wash[c] + (lit - wash[c]) * shade[i]) * (1 + (tint[3 * i + c] - 1) * 0.5));
    }
  }
  return colours;
}

function checkLayout(layout: StoryboardLayout): void {
  const { width, height, hour, classes } = layout;
  const size = width * height;
  const fail = (what: string, expected: string, got: string): never => {
    throw new GanError('WRONG_SHAPE', `layout, ${what}: expected ${expected}, got ${got}`);
  };
  if (!(Number.isInteger(width) && Number.isInteger(height) && size > 0))
    fail('size', 'whole numbers above 0', `${width}×${height}`);
  for (const name of ['classes', 'depth', 'shade', 'warmth', 'outlines', 'marks'] as const) {
    if (layout[name].length !== size) fail(name, `${size} values for ${width}×${height} pixels`, `${layout[name].length}`);
  }
  if (layout.tint.length !== 3 * size) fail('tint', `${3 * size} values for ${width}×${height} pixels`, `${layout.tint.length}`);
  if (!HOURS.includes(hour)) fail('hour', `one of ${HOURS.join(', ')}`, hour);
  const unknown = classes.find((one) => one >= CLASSES);
  if (unknown !== undefined) fail('classes', `0…${CLASSES - 1}`, String(unknown));
}
