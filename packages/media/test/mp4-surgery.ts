/**
 * @file Changes an MP4's own description, to make what our writer never writes: pictures that lie on their side, pixels that
 * aren't square, frames of different lengths.
 */

/** Position and size of a box, found by the names that lead to it. */
function find(file: Buffer, names: readonly string[]): { start: number; size: number }[] {
  const path: { start: number; size: number }[] = [];
  let [from, to] = [0, file.length];
  for (const name of names) {
    let found: { start: number; size: number } | undefined;
    for (let at = from; at + 8 <= to; at += file.readUInt32BE(at)) {
      if (file.toString('latin1', at + 4, at + 8) === name) found ??= { start: at, size: file.readUInt32BE(at) };
    }
    if (!found) throw new RangeError(`no ${name} in ${names.join('/')}`);
    path.push(found);
    [from, to] = [found.start + 8, found.start + found.size];
  }
  return path;
}

const TABLES = ['moov', 'trak', 'mdia', 'minf', 'stbl'];

/** Notes that the picture is to be turned clockwise by 90°. */
export function turned(file: Buffer): Buffer {
  const copy = Buffer.from(file);
  const { start } = find(copy, ['moov', 'trak', 'tkhd']).at(-1) as { start: number };
  for (const [index, value] of [0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000].entries())
    copy.writeInt32BE(value, start + 48 + index * 4);
  return copy;
}

/** Notes that pixels are twice as wide as high. */
export function widened(file: Buffer): Buffer {
  const copy = Buffer.from(file);
  const at = copy.indexOf('pasp', 0, 'latin1');
  copy.writeUInt32BE(2, at + 4);
  copy.writeUInt32BE(1, at + 8);
  return copy;
}

/** Makes the first half of the frames last one and a half times as long, and the second half as long. */
export function irregular(file: Buffer): Buffer {
  const parents = find(file, [...TABLES, 'stts']);
  const { start } = parents.at(-1) as { start: number };
  const [count, delta] = [file.readUInt32BE(start + 16), file.readUInt32BE(start + 20)];
  const entry = Buffer.alloc(8);
  const copy = Buffer.concat([file.subarray(0, start + 24), entry, file.subarray(start + 24)]);
  for (const parent of parents) copy.writeUInt32BE(parent.size + 8, parent.start);
  copy.writeUInt32BE(2, start + 12);
  for (const [index, value] of [count / 2, delta * 1.5, count / 2, delta / 2].entries())
    copy.writeUInt32BE(value, start + 16 + index * 4);
  // What follows the index has moved by the entry.
  const offsets = find(copy, [...TABLES, 'stco']).at(-1) as { start: number };
  for (let i = 0; i < copy.readUInt32BE(offsets.start + 12); i++) {
    const at = offsets.start + 16 + i * 4;
    copy.writeUInt32BE(copy.readUInt32BE(at) + 8, at);
  }
  return copy;
}
