/**
 * @file `node --conditions=@filmai/source --import tsx tools/build-wasm.ts [--check] [NAME …]`: compiles
 * `packages/core-tensor/assembly/NAME.ts` with AssemblyScript into `packages/core-tensor/src/kernels/binaries/NAME.ts`. The compiled
 * modules are committed, so that users and tests need no compiler; `--check` recompiles them and says which differ from their source.
 *
 * A module works on memory that others own (the heap of TensorFlow.js' wasm backend): its memory is imported, and it must bring no
 * data segment, no memory of its own and no start function that writes.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import * as prettier from 'prettier';

const packageFolder = fileURLToPath(new URL('../packages/core-tensor/', import.meta.url));
const sources = join(packageFolder, 'assembly');
const binaries = join(packageFolder, 'src/kernels/binaries');

/** For memory of others: none of its own, no runtime that allocates. */
const COMMON =
  '-O3 --converge --noAssert --runtime stub --importMemory --noExportMemory --initialMemory 1 --use abort= --enable simd --enable bulk-memory'.split(
    ' ',
  );
const RELAXED = ['--enable', 'relaxed-simd'];
/** The most pages that a 32-bit memory can have: the import then takes a memory with any maximum. */
const SHARED = ['--enable', 'threads', '--sharedMemory', '--maximumMemory', '65536'];

/**
 * Compares every compiled module with its source.
 *
 * @returns A sentence for each that differs.
 */
export async function checkWasm(): Promise<string[]> {
  const complaints: string[] = [];
  for (const name of await moduleNames()) {
    const committed = await readFile(join(binaries, `${name}.ts`), 'utf8').catch(() => '');
    if (committed !== (await compile(name)))
      complaints.push(
        `packages/core-tensor/assembly/${name}.ts: its binary is of another source. Run tools/build-wasm.ts ${name}`,
      );
  }
  return complaints;
}

async function buildWasm(wanted: readonly string[]): Promise<void> {
  for (const name of wanted.length > 0 ? wanted : await moduleNames()) {
    const text = await compile(name);
    await writeFile(join(binaries, `${name}.ts`), text);
    console.log(`${name}: ${(text.length / 1024).toFixed(1)} kB`);
  }
}

/** One module for each file in the folder itself; folders below hold what several modules share. */
async function moduleNames(): Promise<string[]> {
  const files = await readdir(sources);
  return files.filter((file) => file.endsWith('.ts')).map((file) => basename(file, '.ts'));
}

/** The text of the file that holds a module. */
async function compile(name: string): Promise<string> {
  const plain = await compileVariant(name, []);
  const relaxed = await compileVariant(name, RELAXED);
  const variants: [string, Uint8Array][] = [
    ['plain', plain],
    ['plainShared', await compileVariant(name, SHARED)],
  ];
  // A source without fused multiply-add compiles to the same both ways.
  if (!Buffer.from(plain).equals(relaxed))
    variants.push(['relaxed', relaxed], ['relaxedShared', await compileVariant(name, [...RELAXED, ...SHARED])]);
  const fields = variants.map(([key, bytes]) => `${key}: '${Buffer.from(bytes).toString('base64')}',`);
  const text = `/** @file Compiled from \`assembly/${name}.ts\` by \`tools/build-wasm.ts\`: don't edit. */
import type { WasmBinary } from '../kernel-context.js';

/** The module \`${name}\`. */
export const ${camelCase(name)}Binary: WasmBinary = { name: '${name}', ${fields.join(' ')} };
`;
  return prettier.format(text, { ...(await prettier.resolveConfig(binaries)), parser: 'typescript' });
}

async function compileVariant(name: string, options: readonly string[]): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [`${name}.ts`, '--outFile', `${name}.wasm`, '--baseDir', sources, ...COMMON, ...options],
    {
      writeFile: (_file: string, contents: Uint8Array | string) => {
        if (typeof contents !== 'string') binary = contents;
      },
    },
  );
  if (error || !binary)
    throw new Error(`${name}.ts does not compile:\n${error?.message ?? ''} ${(stderr as { toString(): string }).toString()}`);
  refuseOwnData(name, binary);
  return binary;
}

/** Data segments would be written over what the owner of the memory keeps there. */
function refuseOwnData(name: string, binary: Uint8Array): void {
  const DATA_SECTION = 11;
  for (let at = 8; at < binary.length;) {
    const section = binary[at++];
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      size |= (binary[at] & 127) << shift;
      more = binary[at++] > 127;
    }
    if (section === DATA_SECTION)
      throw new Error(`${name}.ts has constant data, which would overwrite memory that is not its own`);
    at += size;
  }
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  if (args.includes('--check')) {
    const complaints = await checkWasm();
    for (const complaint of complaints) console.error(complaint);
    process.exitCode = complaints.length > 0 ? 1 : 0;
  } else {
    await buildWasm(args);
  }
}
