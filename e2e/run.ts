/**
 * @file The packages as a stranger gets them: every one is packed, the tarballs are installed into an empty folder outside the
 * workspace, every subpath is imported and required, types are checked from there, and the code of each README is run.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from '../tools/run-command.js';
import { readmeCode, runReadme, type ReadmePiece } from './readme-code.js';

interface Manifest {
  name: string;
  version: string;
  exports: Record<string, unknown>;
}

const root = process.cwd();
const names = readdirSync('packages').filter((name) => statSync(join('packages', name)).isDirectory());
const manifests = names.map((name) => JSON.parse(readFileSync(join('packages', name, 'package.json'), 'utf8')) as Manifest);
const folder = mkdtempSync(join(tmpdir(), 'filmai-e2e-'));
let passed = 0;
let failed = 0;

try {
  await step('build', () => must(['npx', 'nx', 'run-many', '-t', 'build']));
  const tarballs = await Promise.all(names.map((name, i) => pack(name, manifests[i])));
  await step('install the tarballs into an empty folder', () => install(tarballs));
  for (const manifest of manifests) {
    for (const specifier of specifiersOf(manifest)) {
      await step(`import ${specifier}`, () =>
        must([
          'node',
          '--input-type=module',
          '-e',
          `const m = await import('${specifier}'); if (Object.keys(m).length === 0) throw new Error('exports nothing')`,
        ]),
      );
      await step(`require ${specifier}`, () =>
        must(['node', '--disable-warning=ExperimentalWarning', '-e', `require('${specifier}')`]),
      );
    }
  }
  await step('types, with skipLibCheck off for our own', checkTypes);
  // README code may use anything that a README says to install.
  await step('install what the READMEs ask for', () =>
    must(['npm', 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', 'node-av@6.1.1']),
  );
  for (const name of names) {
    let pieces: ReadmePiece[] = [];
    await step(`read packages/${name}/README.md`, async () => {
      pieces = readmeCode(join(root, 'packages', name, 'README.md'));
    });
    for (const piece of pieces) await step(`run packages/${name}/README.md:${piece.line}`, () => runReadme(piece, folder));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\npackages: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function step(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    passed++;
    console.log(`✓ ${name}`);
  } catch (error) {
    failed++;
    console.log(`✗ ${name}\n${(error as Error).message.replace(/^/gm, '    ')}`);
  }
}

async function must(command: readonly string[], cwd = command[1] === 'nx' ? root : folder): Promise<void> {
  const { ok, output } = await runCommand(command, { cwd });
  if (!ok) throw new Error(output.trim().slice(-3000) || `${command.join(' ')} failed`);
}

async function pack(name: string, manifest: Manifest): Promise<string> {
  const target = join(folder, 'tarballs');
  mkdirSync(target, { recursive: true });
  await must(['npm', 'pack', '--pack-destination', target], join(root, 'packages', name));
  return join(target, `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`);
}

async function install(tarballs: readonly string[]): Promise<void> {
  const dependencies = Object.fromEntries(manifests.map((manifest, i) => [manifest.name, `file:${tarballs[i]}`]));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'stranger', private: true, type: 'commonjs', dependencies, overrides: dependencies }, null, 2),
  );
  await must(['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund']);
}

function specifiersOf(manifest: Manifest): string[] {
  return Object.keys(manifest.exports)
    .filter((path) => !path.endsWith('.json') && !path.includes('*'))
    .map((path) => manifest.name + path.slice(1));
}

/** Other libraries' types may be wrong; complaints count only where they stand in ours. */
async function checkTypes(): Promise<void> {
  const imports = manifests
    .flatMap(specifiersOf)
    .map((specifier, i) => `import * as m${i} from '${specifier}';\nexport const n${i} = Object.keys(m${i});`);
  writeFileSync(join(folder, 'all.mts'), imports.join('\n'));
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2023', 'DOM'],
    module: 'NodeNext',
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    types: ['node'],
    typeRoots: [resolve('node_modules/@types')],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['all.mts'] }));
  const { output } = await runCommand([resolve('node_modules/.bin/tsc'), '-p', folder], { cwd: folder });
  const ours = output
    .split('\n')
    .filter((line) => line.includes('error TS') && (line.includes('@filmai') || line.startsWith('all.mts')));
  if (ours.length > 0) throw new Error(ours.join('\n'));
}
