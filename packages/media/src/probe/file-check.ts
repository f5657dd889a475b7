/**
 * @file What can be said of a file before any decoder sees it: that it is there, is a file, has bytes, and, for MP4 and
 * MOV, that its boxes end where the file ends (ISO/IEC 14496-12, section 4.2).
 */
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { MediaError } from '../errors/media-error.js';

/** What the first look at a file tells. */
export interface FileCheck {
  /** Size in bytes. */
  bytes: number;
  /** The boxes of an MP4 or MOV go on beyond the end of the file. */
  truncated: boolean;
}

/** Box types with which an MP4 or MOV begins; others mean another container. */
const FIRST_BOXES = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'styp', 'pnot']);

/**
 * Looks at a file without decoding it.
 *
 * @throws MediaError `NOT_FOUND`, `IS_FOLDER`, `NOT_READABLE`, `EMPTY_FILE`, or `TRUNCATED` where an MP4 lost its index.
 */
export async function checkFile(path: string): Promise<FileCheck> {
  let handle: FileHandle | undefined;
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new MediaError('IS_FOLDER', `${path}: is a folder, expected a media file`);
    handle = await open(path, 'r');
    if (found.isFile() && found.size === 0)
      throw new MediaError('EMPTY_FILE', `${path}: is empty (0 bytes), expected a media file`);
    return { bytes: found.size, truncated: await isTruncated(path, handle, found.size) };
  } catch (error) {
    throw explain(path, error);
  } finally {
    await handle?.close();
  }
}

/** Walks the outermost boxes. */
async function isTruncated(path: string, handle: FileHandle, bytes: number): Promise<boolean> {
  const header = Buffer.alloc(16);
  let position = 0;
  for (let index = false; position + 8 <= bytes;) {
    const { bytesRead } = await handle.read(header, 0, 16, position);
    const type = header.toString('latin1', 4, 8);
    if (position === 0 && !FIRST_BOXES.has(type)) return false;
    index ||= type === 'moov' || type === 'moof';
    const short = header.readUInt32BE(0);
    const size = short === 1 && bytesRead === 16 ? Number(header.readBigUInt64BE(8)) : short === 0 ? bytes - position : short;
    if (size < 8) return false; // damaged otherwise: the decoder says how
    position += size;
    if (position > bytes && !index) {
      throw new MediaError('TRUNCATED', `${path}: is cut off after ${bytes} bytes, and its index was behind that`, {
        remedy: 'Copy the file again from its source.',
      });
    }
  }
  return position > bytes;
}

/** Turns the system's code into one of ours. */
function explain(path: string, error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new MediaError('NOT_FOUND', `${path}: does not exist`, { remedy: 'Check the path.', cause: error });
    case 'EACCES':
    case 'EPERM':
      return new MediaError('NOT_READABLE', `${path}: may not be read`, { remedy: 'Change its permissions.', cause: error });
    default:
      return error;
  }
}
