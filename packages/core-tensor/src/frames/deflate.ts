/**
 * @file The zlib format (RFC 1950) wherever a frame is encoded. Node compresses; a browser has no synchronous way to, and stores (RFC 1951, 3.2.4).
 */

/** The parts of `node:zlib` that are used. */
interface Zlib {
  deflateSync(bytes: Uint8Array, options: { level: number }): Uint8Array;
}

const LARGEST_BLOCK = 65_535;

/** Compresses bytes where the process can, at zlib's `level` 0…9; else only packs them. */
export function deflate(bytes: Uint8Array, level: number): Uint8Array {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const zlib = process?.getBuiltinModule?.('node:zlib') as Zlib | undefined;
  return zlib ? zlib.deflateSync(bytes, { level }) : storeAsZlib(bytes);
}

/** The zlib format without compression. */
export function storeAsZlib(bytes: Uint8Array): Uint8Array {
  const blocks = Math.max(1, Math.ceil(bytes.length / LARGEST_BLOCK));
  const packed = new Uint8Array(2 + blocks * 5 + bytes.length + 4);
  const view = new DataView(packed.buffer);
  // Deflate with a window of 32 KiB, fastest; 0x7801 is a multiple of 31.
  view.setUint16(0, 0x7801);
  let to = 2;
  for (let block = 0; block < blocks; block++) {
    const part = bytes.subarray(block * LARGEST_BLOCK, (block + 1) * LARGEST_BLOCK);
    packed[to] = Number(block === blocks - 1);
    view.setUint16(to + 1, part.length, true);
    view.setUint16(to + 3, part.length ^ 0xffff, true);
    packed.set(part, to + 5);
    to += 5 + part.length;
  }
  view.setUint32(to, adler32(bytes));
  return packed;
}

/** Adler-32 of RFC 1950. */
function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 65_536 + low;
}
