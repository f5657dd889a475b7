/**
 * @file Bytes into text. A byte order mark decides; else UTF-8 if the bytes are valid UTF-8; else the old encoding in which
 * they read most like a language.
 */

/** Bytes as text. */
export interface DecodedText {
  text: string;
  /** As `TextDecoder` names it. */
  encoding: string;
  bom: boolean;
  /** How sure: `mark` (byte order mark), `valid` (valid UTF-8), `guessed`, or `damaged` (some bytes could not be read). */
  evidence: 'mark' | 'valid' | 'guessed' | 'damaged';
}

/** What a file is when it is no text. */
export interface NotText {
  /** `'a JPEG picture'`, `'binary data'`. */
  kind: string;
}

/** Beginnings of files that people rename by mistake. */
const SIGNATURES: readonly [number, readonly number[], string][] = [
  [0, [0xff, 0xd8, 0xff], 'a JPEG picture'],
  [0, [0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [0, [0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [0, [0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF document'],
  [0, [0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or office document'],
  [0, [0xd0, 0xcf, 0x11, 0xe0], 'an old office document'],
  [0, [0x7b, 0x5c, 0x72, 0x74, 0x66], 'an RTF document'],
  [0, [0x1f, 0x8b, 0x08], 'a gzip archive'],
  [0, [0x52, 0x49, 0x46, 0x46], 'a RIFF file (WAV, AVI or WebP)'],
  [0, [0x1a, 0x45, 0xdf, 0xa3], 'a Matroska or WebM film'],
  [4, [0x66, 0x74, 0x79, 0x70], 'an MP4 film or HEIC picture'],
  [0, [0x49, 0x49, 0x2a, 0x00], 'a TIFF picture'],
  [0, [0x4d, 0x4d, 0x00, 0x2a], 'a TIFF picture'],
  [0, [0x4f, 0x67, 0x67, 0x53], 'an Ogg file'],
  [0, [0x49, 0x44, 0x33], 'an MP3 sound'],
];

/** Bytes that are looked at to guess an encoding. */
const SAMPLE = 64 * 1024;
/** Share of control characters above which text is none. */
const MOST_CONTROLS = 0.02;
/** Share of characters that could not be decoded, above which text is none. */
const MOST_BROKEN = 0.1;

/**
 * Decodes a text file.
 *
 * @param bytes - The whole file.
 * @returns The text, or what the file is instead.
 */
export function decodeText(bytes: Uint8Array): DecodedText | NotText {
  const signature = SIGNATURES.find(([offset, signs]) => signs.every((sign, i) => bytes[offset + i] === sign));
  if (signature) return { kind: signature[2] };
  const marked = readMark(bytes);
  if (marked) return checked(marked);
  const wide = guessWide(bytes);
  if (wide) return checked({ ...wide, bom: false });
  if (bytes.subarray(0, SAMPLE).includes(0)) return { kind: 'binary data' };
  try {
    return checked({
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      encoding: 'utf-8',
      bom: false,
      evidence: 'valid',
    });
  } catch {
    return checked(mostlyUtf8(bytes) ?? guessOld(bytes));
  }
}

/** Whether decoded text is a script at all, and not binary data that happened to decode. */
export function isPlainText(text: string): boolean {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  let controls = 0;
  let broken = 0;
  for (let i = 0; i < sample.length; i++) {
    const unit = sample.charCodeAt(i);
    if (unit === 0xfffd) broken++;
    else if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13 && unit !== 26) controls++;
  }
  return controls <= sample.length * MOST_CONTROLS && broken <= sample.length * MOST_BROKEN;
}

function checked(decoded: DecodedText): DecodedText | NotText {
  return isPlainText(decoded.text) ? decoded : { kind: 'binary data' };
}

function readMark(bytes: Uint8Array): DecodedText | undefined {
  const [a, b, c] = bytes;
  const marked = (encoding: string): DecodedText => {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, encoding, bom: true, evidence: text.includes('\ufffd') ? 'damaged' : 'mark' };
  };
  if (a === 0xef && b === 0xbb && c === 0xbf) return marked('utf-8');
  if (a === 0xff && b === 0xfe) return marked('utf-16le');
  if (a === 0xfe && b === 0xff) return marked('utf-16be');
  return undefined;
}

/**
 * UTF-16 without a mark: line ends and spaces have a zero byte, always on the same side. Other data of 16 bits may look alike, so
 * the characters must also be ones that exist.
 */
function guessWide(bytes: Uint8Array): Omit<DecodedText, 'bom'> | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const end = Math.min(bytes.length, SAMPLE);
  let little = 0;
  let big = 0;
  for (let i = 0; i + 1 < end; i += 2) {
    if (bytes[i + 1] === 0 && isBlankByte(bytes[i])) little++;
    if (bytes[i] === 0 && isBlankByte(bytes[i + 1])) big++;
  }
  if (Math.max(little, big) <= 4 * Math.min(little, big)) return undefined;
  const encoding = little > big ? 'utf-16le' : 'utf-16be';
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    const strange = text.slice(0, SAMPLE).match(/[\p{Cn}\p{Co}]/gu)?.length ?? 0;
    return strange <= Math.min(text.length, SAMPLE) * MOST_CONTROLS ? { text, encoding, evidence: 'guessed' } : undefined;
  } catch {
    return undefined;
  }
}

function isBlankByte(byte: number): boolean {
  return byte === 10 || byte === 13 || byte === 32;
}

/** UTF-8 with a few broken bytes: far more whole sequences than broken ones. */
function mostlyUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let broken = 0;
  let whole = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) broken++;
    else if (unit > 127) whole++;
  }
  return whole > broken * 8 ? { text, encoding: 'utf-8', bom: false, evidence: 'damaged' } : undefined;
}

/** Old encodings with how a character of theirs speaks for them; Windows-1252 can read anything and so comes last. */
function guessOld(bytes: Uint8Array): DecodedText {
  const sample = bytes.subarray(0, SAMPLE);
  let best = { encoding: 'windows-1252', score: scoreLatin(sample) };
  for (const encoding of ['gb18030', 'big5', 'shift_jis', 'euc-kr']) {
    const score = scoreEastAsian(sample, encoding);
    if (score > best.score) best = { encoding, score };
  }
  const text = new TextDecoder(best.encoding, { ignoreBOM: true }).decode(bytes);
  return { text, encoding: best.encoding, bom: false, evidence: text.includes('\ufffd') ? 'damaged' : 'guessed' };
}

/** Mean plausibility of the bytes above 127 as letters of Western Europe: 1 for a letter within or at a word, less for signs. */
function scoreLatin(bytes: Uint8Array): number {
  let high = 0;
  let points = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte < 128) continue;
    high++;
    const beside = isAsciiLetter(bytes[i - 1]) || isAsciiLetter(bytes[i + 1]);
    const lonely = !(bytes[i - 1] >= 128) && !(bytes[i + 1] >= 128);
    if (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7) points += beside && lonely ? 1 : beside ? 0.4 : 0.1;
    // Quotation marks, dashes, ellipsis, euro, guillemets, inverted marks.
    else if ([0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xa1, 0xab, 0xbb, 0xbf, 0xb0, 0xb4].includes(byte))
      points += lonely ? 0.9 : 0.3;
    else if ([0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f].includes(byte)) points += beside && lonely ? 0.8 : 0.1;
    else points += 0.05;
  }
  return high === 0 ? 1 : points / high;
}

/**
 * Mean plausibility of the characters above 127: the frequent ideographs stand first in each of these tables, so the lead
 * byte tells how common a character is.
 */
function scoreEastAsian(bytes: Uint8Array, encoding: string): number {
  let high = 0;
  let points = 0;
  const text = new TextDecoder(encoding).decode(bytes);
  // A sample may end inside a character.
  const end = text.endsWith('\ufffd') ? text.length - 1 : text.length;
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 128) continue;
    high++;
    if (unit === 0xfffd) points -= 4;
    else if (unit >= 0xe000 && unit <= 0xf8ff) points -= 2;
    else if (unit >= 0xff61 && unit <= 0xff9f) points -= 0.5;
    else if (unit >= 0x3040 && unit <= 0x30ff) points += encoding === 'shift_jis' ? 1.1 : 0.1;
    else if (unit >= 0xac00 && unit <= 0xd7a3) points += encoding === 'euc-kr' ? 1.1 : -1;
    else if (isEastAsianSign(unit)) points += 0.8;
    else if (unit < 0x3000) points += 0.1;
  }
  return high === 0 ? -1 : (points + commonIdeographs(bytes, encoding)) / high;
}

/** The points of ideographs, from their bytes. */
function commonIdeographs(bytes: Uint8Array, encoding: string): number {
  let points = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const lead = bytes[i];
    if (lead < 0x81) continue;
    const trail = bytes[i + 1];
    // First levels: GB 2312 B0–D7, Big5 A4–C6, Shift JIS 88–97; Korean text is mostly syllables, counted above.
    if (encoding === 'gb18030')
      points += lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1 ? 1 : lead >= 0xa1 && lead <= 0xa3 ? 0 : -0.2;
    else if (encoding === 'big5')
      points += lead >= 0xa4 && lead <= 0xc6 ? (isBig5Trail(trail) ? 0.98 : -1) : lead === 0xa1 ? 0 : -0.2;
    else if (encoding === 'shift_jis') points += lead >= 0x88 && lead <= 0x97 ? 0.7 : lead >= 0x81 && lead <= 0x83 ? 0 : -0.4;
    else if (encoding === 'euc-kr') points += lead >= 0xb0 && lead <= 0xc8 ? 0 : lead === 0xa1 ? 0 : -0.8;
    if (!(encoding === 'shift_jis' && lead >= 0xa0 && lead < 0xe0)) i++;
  }
  return points;
}

function isBig5Trail(byte: number): boolean {
  return (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe);
}

function isEastAsianSign(unit: number): boolean {
  return (
    (unit >= 0x3000 && unit <= 0x301f) ||
    (unit >= 0xff01 && unit <= 0xff5e) ||
    [0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026, 0xb7].includes(unit)
  );
}

function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122));
}
