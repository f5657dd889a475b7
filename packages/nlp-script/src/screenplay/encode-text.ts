/**
 * @file Text into the bytes of an encoding. JavaScript encodes UTF-8 alone; the old encodings are turned around from what
 * `TextDecoder` makes of every byte and byte pair.
 */

/**
 * Encodes text.
 *
 * @param text - Any text; a byte order mark is the character U+FEFF at its start.
 * @param encoding - As `TextDecoder` names it.
 * @returns Bytes; UTF-8 where the encoding isn't known here or lacks a character of the text.
 */
export function encodeText(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return encodeWide(text, encoding === 'utf-16le');
  if (encoding !== 'utf-8') {
    const bytes = encodeOld(text, encoding);
    if (bytes) return bytes;
  }
  return new TextEncoder().encode(text);
}

function encodeWide(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

/** Bytes by character; a pair is `lead << 8 | trail`. */
const tables = new Map<string, Map<string, number>>();

function encodeOld(text: string, encoding: string): Uint8Array | undefined {
  const table = tableOf(encoding);
  if (!table) return undefined;
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (const character of text) {
    const code = table.get(character);
    if (code === undefined) return undefined;
    if (code > 255) bytes[length++] = code >> 8;
    bytes[length++] = code & 255;
  }
  return bytes.slice(0, length);
}

function tableOf(encoding: string): Map<string, number> | undefined {
  const known = tables.get(encoding);
  if (known) return known;
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    return undefined;
  }
  const table = new Map<string, number>();
  const add = (code: number, ...bytes: number[]): boolean => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length !== 1) return false;
      if (!table.has(text)) table.set(text, code);
      return true;
    } catch {
      return false;
    }
  };
  for (let lead = 0; lead < 256; lead++) {
    if (add(lead, lead)) continue;
    for (let trail = 0x40; trail < 0xff; trail++) add((lead << 8) | trail, lead, trail);
  }
  tables.set(encoding, table);
  return table;
}
