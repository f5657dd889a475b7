/**
 * @file Biovision hierarchy files: the text form of a skeleton and its motion that every animation program opens. The format as described by
 * Meredith and Maddock, "Motion Capture File Formats Explained" (2001).
 */
import { GanError } from '../errors/gan-error.js';
import { fromEuler, IDENTITY, toEuler, type Quaternion, type Vector3 } from './quaternion.js';
import { clipFrom, frameCount, poseAt, type Joint, type MotionClip, type Pose } from './skeleton.js';

/** A clip as read, with what in the file has no place in it. */
export interface ParsedBvh {
  clip: MotionClip;
  /** How many metres a unit of the file was taken for. */
  metresPerUnit: number;
  /** Sentences about what was left out: `'line 12: positions of "LeftHand" are ignored: its bone keeps its length'`. */
  diagnostics: readonly string[];
}

/** What parsing may be told. */
export interface ParseBvhOptions {
  /** Metres in a unit of the file. Default: 0.01 where the skeleton is over ten units high, else 1. Inches (0.0254) can't be told from these. */
  metresPerUnit?: number;
}

interface Channels {
  positions: string[];
  /** `'ZXY'`. */
  rotations: string;
  /** In the order of the file, to read the numbers. */
  names: string[];
}

const CHANNEL = /^([XYZ])(position|rotation)$/;
/** More would be a damaged file. */
const MOST_JOINTS = 10_000;

/**
 * Reads a BVH file's text.
 *
 * @param text - The file.
 * @param options - See `ParseBvhOptions`.
 * @returns The clip in metres, y up as in the file; the unit; what was left out.
 * @throws GanError `BAD_BVH` that names the line, what was expected and what is there.
 * @example
 * ```ts
 * import { createMotion, formatBvh, parseBvh } from '@filmai/gan/motion';
 *
 * const { clip } = parseBvh(formatBvh(createMotion({ kind: 'wave', seconds: 1 })));
 * console.log(clip.skeleton.joints.length, clip.fps); // 21 30
 * ```
 */
export function parseBvh(text: string, { metresPerUnit }: ParseBvhOptions = {}): ParsedBvh {
  const reader = new LineReader(text);
  const diagnostics: string[] = [];
  reader.expect('HIERARCHY');
  const { joints, channels } = readHierarchy(reader, diagnostics);
  const scale = metresPerUnit ?? (heightOf(joints) > 10 ? 0.01 : 1);
  if (!(scale > 0 && Number.isFinite(scale))) throw new RangeError(`parseBvh: metresPerUnit must be above 0, got ${scale}`);
  const scaled = (v: Vector3): Vector3 => [v[0] * scale, v[1] * scale, v[2] * scale];
  const skeleton = {
    joints: joints.map((joint) => ({ ...joint, offset: scaled(joint.offset), ...(joint.end ? { end: scaled(joint.end) } : {}) })),
  };
  const { fps, poses } = readMotion(reader, skeleton.joints, channels, scale);
  return { clip: clipFrom(skeleton, fps, poses), metresPerUnit: scale, diagnostics };
}

/**
 * Writes a clip as BVH.
 *
 * @param clip - The clip.
 * @param options - `unitsPerMetre`: 1 (default) for metres, 100 for centimetres as many programs expect; `order`: of the rotation channels,
 *   default `'ZXY'`.
 * @returns The file's text, ends with a line break.
 * @throws RangeError where `order` is not the letters X, Y and Z once each.
 * @example
 * ```ts
 * import { createMotion, formatBvh } from '@filmai/gan/motion';
 *
 * console.log(formatBvh(createMotion({ kind: 'walk', seconds: 1 })).split('\n')[1]); // ROOT Hips
 * ```
 */
export function formatBvh(
  clip: MotionClip,
  { unitsPerMetre = 1, order = 'ZXY' }: { unitsPerMetre?: number; order?: string } = {},
): string {
  if ([...order].toSorted().join('') !== 'XYZ')
    throw new RangeError(`formatBvh: order must hold X, Y and Z once each, got "${order}"`);
  const { joints } = clip.skeleton;
  const rotationChannels = [...order].map((letter) => `${letter}rotation`).join(' ');
  const lines = ['HIERARCHY'];
  const sequence: number[] = [];
  const write = (index: number, depth: number): void => {
    const pad = '\t'.repeat(depth);
    const { name, parent, offset, end } = joints[index];
    const children = joints.flatMap((joint, j) => (joint.parent === index ? [j] : []));
    const place = (v: Vector3): string => v.map((value) => number(value * unitsPerMetre)).join(' ');
    sequence.push(index);
    lines.push(`${pad}${parent < 0 ? 'ROOT' : 'JOINT'} ${name.replaceAll(/\s+/g, '_')}`, `${pad}{`);
    // Where the root is comes with each frame; an offset would be added to it by some programs and not by others.
    lines.push(`${pad}\tOFFSET ${place(parent < 0 ? [0, 0, 0] : offset)}`);
    lines.push(`${pad}\tCHANNELS ${parent < 0 ? '6 Xposition Yposition Zposition' : '3'} ${rotationChannels}`);
    for (const child of children) write(child, depth + 1);
    if (children.length === 0) {
      lines.push(`${pad}\tEnd Site`, `${pad}\t{`, `${pad}\t\tOFFSET ${place(end ?? [0, 0.05, 0])}`, `${pad}\t}`);
    }
    lines.push(`${pad}}`);
  };
  write(0, 0);
  lines.push('MOTION', `Frames: ${frameCount(clip)}`, `Frame Time: ${number(1 / clip.fps)}`);
  for (let frame = 0; frame < frameCount(clip); frame++) {
    const { root, rotations } = poseAt(clip, frame);
    const angles = sequence.flatMap((j) => toEuler(rotations[j], order).map((angle) => number((angle * 180) / Math.PI)));
    lines.push([...root.map((value) => number(value * unitsPerMetre)), ...angles].join(' '));
  }
  return `${lines.join('\n')}\n`;
}

function readHierarchy(reader: LineReader, diagnostics: string[]): { joints: Joint[]; channels: Channels[] } {
  const joints: Joint[] = [];
  const channels: Channels[] = [];
  const open: number[] = [];
  do {
    const [keyword, ...rest] = reader.next('ROOT, JOINT, End Site or }');
    if (keyword === '}') {
      if (open.pop() === undefined) throw reader.error('an opening brace before this one', '}');
    } else if (/^end$/i.test(keyword)) {
      if (open.length === 0) throw reader.error('ROOT', 'End Site');
      reader.expect('{');
      joints[open[open.length - 1]].end = readOffset(reader);
      reader.expect('}');
    } else if (/^(root|joint)$/i.test(keyword)) {
      if (/^root$/i.test(keyword) !== (joints.length === 0)) throw reader.error('one ROOT, the first joint', keyword);
      if (joints.length >= MOST_JOINTS) throw reader.error(`at most ${MOST_JOINTS} joints`, 'more');
      const name = rest.join(' ');
      if (name === '') throw reader.error('a name', 'nothing');
      reader.expect('{');
      joints.push({ name, parent: open[open.length - 1] ?? -1, offset: readOffset(reader) });
      open.push(joints.length - 1);
      channels.push(readChannels(reader, joints[joints.length - 1], diagnostics));
    } else {
      throw reader.error('ROOT, JOINT, End Site or }', keyword);
    }
  } while (open.length > 0);
  return { joints, channels };
}

function readOffset(reader: LineReader): Vector3 {
  const [keyword, ...values] = reader.next('OFFSET x y z');
  const numbers = values.map(Number);
  if (!/^offset$/i.test(keyword) || numbers.length !== 3 || !numbers.every(Number.isFinite)) {
    throw reader.error('OFFSET and three numbers', [keyword, ...values].join(' '));
  }
  return [numbers[0], numbers[1], numbers[2]];
}

function readChannels(reader: LineReader, joint: Joint, diagnostics: string[]): Channels {
  const [keyword, count, ...names] = reader.next('CHANNELS');
  const parts = names.map((name) => CHANNEL.exec(name));
  if (!/^channels$/i.test(keyword) || Number(count) !== names.length || parts.includes(null)) {
    throw reader.error('CHANNELS, their number and names such as Zrotation', [keyword, count, ...names].join(' '));
  }
  const of = (kind: string): string => parts.flatMap((part) => (part?.[2] === kind ? [part[1]] : [])).join('');
  if (joint.parent >= 0 && of('position') !== '') {
    diagnostics.push(`line ${reader.line}: positions of "${joint.name}" are ignored: its bone keeps its length`);
  }
  return { positions: [...of('position')], rotations: of('rotation'), names };
}

function readMotion(
  reader: LineReader,
  joints: readonly Joint[],
  channels: readonly Channels[],
  scale: number,
): { fps: number; poses: Pose[] } {
  reader.expect('MOTION');
  const frames = reader.numberAfter(/^frames:$/i, 'Frames: and their number');
  const frameTime = reader.numberAfter(/^frame time:$/i, 'Frame Time: and its seconds');
  if (!(Number.isInteger(frames) && frames >= 0)) throw reader.error('a whole number of frames', String(frames));
  if (!(frameTime > 0)) throw reader.error('a frame time above 0', String(frameTime));
  const width = channels.reduce((sum, { names }) => sum + names.length, 0);
  const poses: Pose[] = [];
  for (let frame = 0; frame < frames; frame++) {
    const words = reader.next(`the numbers of frame ${frame + 1} of ${frames}`);
    const numbers = words.map(Number);
    if (numbers.length !== width || !numbers.every(Number.isFinite)) {
      const strange = words.find((word) => !Number.isFinite(Number(word)));
      throw reader.error(`${width} numbers`, strange === undefined ? `${numbers.length}` : `"${strange}"`);
    }
    poses.push(poseFrom(numbers, joints, channels, scale));
  }
  // Thirty frames a second are often written as 0.0333333.
  const fps = 1 / frameTime;
  return { fps: Math.abs(fps - Math.round(fps)) < 0.01 ? Math.round(fps) : fps, poses };
}

function poseFrom(numbers: readonly number[], joints: readonly Joint[], channels: readonly Channels[], scale: number): Pose {
  let at = 0;
  let root: [number, number, number] = [...joints[0].offset];
  const rotations: Quaternion[] = [];
  for (const [j, { names, rotations: order, positions }] of channels.entries()) {
    const angles: number[] = [];
    const place: [number, number, number] = [...joints[j].offset];
    for (const name of names) {
      const value = numbers[at++];
      if (name.endsWith('rotation')) angles.push((value * Math.PI) / 180);
      else place['XYZ'.indexOf(name[0])] = value * scale;
    }
    if (joints[j].parent < 0 && positions.length > 0) root = place;
    rotations.push(order === '' ? IDENTITY : fromEuler(angles, order));
  }
  return { root, rotations };
}

/** From the lowest to the highest joint in rest. */
function heightOf(joints: readonly Joint[]): number {
  const heights: number[] = [];
  for (const { parent, offset } of joints) heights.push((heights[parent] ?? 0) + (parent < 0 ? 0 : offset[1]));
  return Math.max(...heights) - Math.min(...heights);
}

function number(value: number): string {
  return String(Number(value.toFixed(6)));
}

/** Lines as words, with their numbers. */
class LineReader {
  line = 0;
  private readonly lines: string[];

  constructor(text: string) {
    this.lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  }

  /** Words of the next line that has any. */
  next(expected: string): string[] {
    while (this.line < this.lines.length) {
      const line = this.lines[this.line++].trim();
      if (line !== '') return line.split(/\s+/);
    }
    throw this.error(expected, 'the end of the file');
  }

  expect(word: string): void {
    const words = this.next(word);
    if (words.join(' ').toUpperCase() !== word) throw this.error(word, words.join(' '));
  }

  numberAfter(label: RegExp, expected: string): number {
    const words = this.next(expected);
    const value = Number(words[words.length - 1]);
    if (!label.test(words.slice(0, -1).join(' ')) || !Number.isFinite(value)) throw this.error(expected, words.join(' '));
    return value;
  }

  error(expected: string, got: string): GanError {
    const shown = got.length > 60 ? `${got.slice(0, 60)}…` : got;
    return new GanError('BAD_BVH', `line ${this.line}: expected ${expected}, got ${shown}`, {
      remedy: 'Export the motion again as BVH; the file is damaged or of another format.',
    });
  }
}
