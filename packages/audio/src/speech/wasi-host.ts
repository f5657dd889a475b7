/**
 * @file A host for WASI programs (snapshot preview 1) that lives in memory: arguments, files and output are plain data. The
 * program sees no clock, no environment and no file of the machine, so whatever text it is fed, it can touch nothing, and the
 * same input gives the same output. Only the calls that a batch program makes are there.
 */

/** What a run left behind. */
export interface WasiRun {
  /** Everything written to standard output and standard error. */
  output: string;
  /** Files that were given or written, by name. */
  files: Map<string, Uint8Array>;
}

/** A program that can be run many times. */
export interface WasiProgram {
  /**
   * Runs the program from its beginning.
   *
   * @param args - Arguments, without the program's own name. No NUL characters.
   * @param files - Files it may open.
   * @throws Error where it traps or exits with a code that isn't 0.
   */
  run(args: readonly string[], files?: ReadonlyMap<string, Uint8Array>): WasiRun;
}

const SUCCESS = 0;
const BAD_DESCRIPTOR = 8;
const NO_ENTRY = 44;
const NOT_SEEKABLE = 70;
const ALL_RIGHTS = 0x1fffffffn;
/** The descriptor of the one folder that the program is given. */
const FOLDER = 3;

interface OpenFile {
  name: string;
  bytes: Uint8Array;
  length: number;
  position: number;
}

/** What changes from run to run. */
interface RunState {
  args: Uint8Array[];
  files: Map<string, Uint8Array>;
  open: Map<number, OpenFile>;
  output: string[];
}

/** A run that needed more memory than this is not worth the time of clearing it for the next. */
const MOST_KEPT_BYTES = 96 * 2 ** 20;

/**
 * Makes a program of a compiled module. An instance is kept from run to run and set back to its first memory, which takes a tenth
 * of the time of a new one; after a run that broke, or that took very much memory, the next has a new one.
 *
 * @param module - A WASI command.
 */
export function createWasiProgram(module: WebAssembly.Module): WasiProgram {
  let state: RunState = { args: [], files: new Map(), open: new Map(), output: [] };
  let instance: { memory: WebAssembly.Memory; start: () => void; image: Uint8Array } | undefined;
  const imports = createImports(
    () => instance?.memory.buffer ?? new ArrayBuffer(0),
    () => state,
  );
  const instantiate = () => {
    const { memory, _start: start } = new WebAssembly.Instance(module, { wasi_snapshot_preview1: imports }).exports;
    if (!(memory instanceof WebAssembly.Memory) || typeof start !== 'function')
      throw new TypeError('createWasiProgram: not a WASI command');
    return {
      memory,
      start: () => void Reflect.apply(start, undefined, []),
      image: trimZeros(new Uint8Array(memory.buffer)).slice(),
    };
  };
  return {
    run(args, files = new Map()) {
      const encoder = new TextEncoder();
      state = {
        args: ['program', ...args].map((arg) => encoder.encode(`${arg}\0`)),
        files: new Map(files),
        open: new Map(),
        output: [],
      };
      const current = (instance ??= instantiate());
      const bytes = new Uint8Array(current.memory.buffer);
      bytes.set(current.image);
      bytes.fill(0, current.image.length);
      // The stack pointer lies outside the memory: where a run does not return, it is lost, and the instance with it.
      let isWhole = false;
      try {
        current.start();
        isWhole = true;
      } finally {
        if (!isWhole || current.memory.buffer.byteLength > MOST_KEPT_BYTES) instance = undefined;
      }
      return { output: state.output.join(''), files: state.files };
    },
  };
}

function createImports(memory: () => ArrayBuffer, state: () => RunState): Record<string, (...values: never[]) => number> {
  const view = () => new DataView(memory());
  const bytes = () => new Uint8Array(memory());
  const decoder = new TextDecoder();
  /** Calls back for each buffer of a scattered read or write, and stores the total. */
  const scatter = (list: number, count: number, total: number, each: (at: number, length: number) => number): number => {
    let done = 0;
    for (let i = 0; i < count; i++) done += each(view().getUint32(list + 8 * i, true), view().getUint32(list + 8 * i + 4, true));
    view().setUint32(total, done, true);
    return SUCCESS;
  };
  return {
    args_sizes_get(count: number, size: number) {
      const { args } = state();
      view().setUint32(count, args.length, true);
      view().setUint32(
        size,
        args.reduce((sum, arg) => sum + arg.length, 0),
        true,
      );
      return SUCCESS;
    },
    args_get(pointers: number, buffer: number) {
      let at = buffer;
      for (const [index, arg] of state().args.entries()) {
        view().setUint32(pointers + 4 * index, at, true);
        bytes().set(arg, at);
        at += arg.length;
      }
      return SUCCESS;
    },
    clock_time_get(_clock: number, _precision: bigint, time: number) {
      view().setBigUint64(time, 0n, true);
      return SUCCESS;
    },
    fd_close(descriptor: number) {
      const file = state().open.get(descriptor);
      if (file) state().files.set(file.name, file.bytes.slice(0, file.length));
      return state().open.delete(descriptor) ? SUCCESS : BAD_DESCRIPTOR;
    },
    fd_fdstat_get(descriptor: number, target: number) {
      // File types: 2 character device, 3 folder, 4 regular file.
      view().setUint8(target, descriptor === FOLDER ? 3 : descriptor < FOLDER ? 2 : 4);
      view().setUint16(target + 2, 0, true);
      view().setBigUint64(target + 8, ALL_RIGHTS, true);
      view().setBigUint64(target + 16, ALL_RIGHTS, true);
      return SUCCESS;
    },
    fd_fdstat_set_flags: () => SUCCESS,
    fd_prestat_get(descriptor: number, target: number) {
      if (descriptor !== FOLDER) return BAD_DESCRIPTOR;
      view().setUint32(target, 0, true);
      view().setUint32(target + 4, 1, true);
      return SUCCESS;
    },
    fd_prestat_dir_name(_descriptor: number, path: number) {
      bytes()[path] = 0x2f;
      return SUCCESS;
    },
    fd_read(descriptor: number, list: number, count: number, total: number) {
      const file = state().open.get(descriptor);
      if (!file) return BAD_DESCRIPTOR;
      return scatter(list, count, total, (at, length) => {
        const part = file.bytes.subarray(file.position, Math.min(file.length, file.position + length));
        bytes().set(part, at);
        file.position += part.length;
        return part.length;
      });
    },
    fd_seek(descriptor: number, offset: bigint, whence: number, target: number) {
      const file = state().open.get(descriptor);
      if (!file) return NOT_SEEKABLE;
      const base = whence === 0 ? 0 : whence === 1 ? file.position : file.length;
      file.position = Math.max(0, base + Number(offset));
      view().setBigUint64(target, BigInt(file.position), true);
      return SUCCESS;
    },
    fd_write(descriptor: number, list: number, count: number, total: number) {
      const file = state().open.get(descriptor);
      if (!file && descriptor > 2) return BAD_DESCRIPTOR;
      return scatter(list, count, total, (at, length) => {
        const part = bytes().subarray(at, at + length);
        if (file) append(file, part);
        else state().output.push(decoder.decode(part));
        return length;
      });
    },
    path_open(...[, , path, length, flags, , , , target]: number[]) {
      const name = decoder.decode(bytes().slice(path, path + length));
      const creates = (flags & 1) !== 0;
      const truncates = (flags & 8) !== 0;
      const existing = state().files.get(name);
      if (!existing && !creates) return NO_ENTRY;
      const content = truncates || !existing ? new Uint8Array(0) : existing.slice();
      const descriptor = Math.max(FOLDER, ...state().open.keys()) + 1;
      state().open.set(descriptor, { name, bytes: content, length: content.length, position: 0 });
      view().setUint32(target, descriptor, true);
      return SUCCESS;
    },
    proc_exit(code: number): never {
      throw new Error(`the program ended with code ${code}: ${state().output.join('').trim().slice(0, 200)}`);
    },
  };
}

/** Writes at the position; room doubles, so that many small writes stay cheap. */
function append(file: OpenFile, part: Uint8Array): void {
  const end = file.position + part.length;
  if (end > file.bytes.length) {
    const grown = new Uint8Array(Math.max(end, 2 * file.bytes.length));
    grown.set(file.bytes);
    file.bytes = grown;
  }
  file.bytes.set(part, file.position);
  file.position = end;
  file.length = Math.max(file.length, end);
}

function trimZeros(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}
