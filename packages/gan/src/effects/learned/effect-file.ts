/**
 * @file A trained effect in one file: a header in JSON, then numbers in half precision. One file has one hash, which its card knows.
 *
 * ```
 *   "FXG1"  bytes of the header (uint32, little-endian)  header  numbers
 * ```
 */
import { packWeight, unpackWeight } from '@filmai/core-tensor/checkpoints';
import { GanError } from '../../errors/gan-error.js';
import type { EffectKind } from '../effect-options.js';

/** What the generator's networks look like; see `createVideoGenerator`. */
export interface GeneratorPlan {
  frames: number;
  channels: number;
  codes: number;
  maps: number;
  width: number;
}

/** A trained effect. */
export interface EffectFile {
  kind: EffectKind;
  plan: GeneratorPlan;
  /** Frames since an explosion whose codes are known, where codes depend on age. */
  ageFrames?: number;
  /** Weights as `see.0`, `see.1`, … in the order of each network, and the numbers of `CodeDynamics` by name. */
  arrays: Record<string, { shape: number[]; values: Float32Array }>;
}

const MAGIC = 'FXG1';

interface Header extends Omit<EffectFile, 'arrays'> {
  arrays: { name: string; shape: number[]; bytes: number; half: boolean }[];
}

/** Packs an effect. */
export function formatEffectFile({ arrays, ...rest }: EffectFile): Uint8Array {
  const parts: Uint8Array[] = [];
  const header: Header = { ...rest, arrays: [] };
  for (const [name, { shape, values }] of Object.entries(arrays)) {
    const { bytes, quantization } = packWeight(values, 'float16');
    header.arrays.push({ name, shape, bytes: bytes.length, half: quantization !== undefined });
    parts.push(bytes);
  }
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([Buffer.from(MAGIC), length, text, ...parts]);
}

/**
 * Unpacks an effect.
 *
 * @throws GanError `NO_MODEL` where the bytes are no such file or are cut off.
 */
export function parseEffectFile(bytes: Uint8Array): EffectFile {
  const damaged = (what: string): GanError =>
    new GanError('NO_MODEL', `the file of a learned effect is damaged: ${what}`, { remedy: 'Install @filmai/gan again.' });
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 8 || file.toString('latin1', 0, 4) !== MAGIC) throw damaged(`expected it to begin with ${MAGIC}`);
  let at = 8 + file.readUInt32LE(4);
  if (at > file.length) throw damaged(`its header should end at byte ${at}, the file ends at ${file.length}`);
  let header: Header;
  try {
    header = JSON.parse(file.toString('utf8', 8, at)) as Header;
  } catch (cause) {
    throw new GanError('NO_MODEL', 'the file of a learned effect is damaged: its header is no JSON', {
      remedy: 'Install @filmai/gan again.',
      cause,
    });
  }
  const { arrays: entries, ...rest } = header;
  const arrays: EffectFile['arrays'] = {};
  for (const { name, shape, bytes: size, half } of entries) {
    if (at + size > file.length) throw damaged(`"${name}" should end at byte ${at + size}, the file ends at ${file.length}`);
    const part = Uint8Array.from(file.subarray(at, at + size));
    arrays[name] = { shape, values: half ? unpackWeight(part, { dtype: 'float16' }) : new Float32Array(part.buffer) };
    at += size;
  }
  return { ...rest, arrays };
}
