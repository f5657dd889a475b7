/**
 * @file `npm run check`: everything that can be said about the code without running it. Every check runs, whatever the others say;
 * the last line counts them.
 */
import { checkArrows } from './check-arrows.js';
import { checkDocsCode } from './check-docs-code.js';
import { checkLockfile } from './check-lockfile.js';
import { runCommand } from './run-command.js';

interface Check {
  name: string;
  run: () => Promise<string[]>;
}

/** A command whose output is the complaint. */
const command = (name: string, ...words: string[]): Check => ({
  name,
  run: async () => {
    const { ok, output } = await runCommand(words);
    return ok ? [] : [output.trim() || `${words.join(' ')} failed`];
  },
});

const typescript = ['--conditions=@filmai/source', '--import', 'tsx'];

const checks: Check[] = [
  command('types', 'npx', 'nx', 'run-many', '-t', 'typecheck'),
  command('types of tools and benches', 'npx', 'tsc', '--noEmit', '-p', 'tsconfig.json'),
  command('lint', 'npx', 'oxlint'),
  command('format', 'npx', 'prettier', '--check', '.'),
  command('unused', 'npx', 'knip'),
  { name: 'arrows between packages', run: async () => checkArrows() },
  command('exports', 'npx', 'nx', 'run-many', '-t', 'lint'),
  { name: 'code in docs compiles', run: checkDocsCode },
  { name: 'public symbols are documented', run: checkDocumented },
  command('wasm modules are those of their sources', 'node', ...typescript, 'tools/build-wasm.ts', '--check'),
  command(
    'table of operations is that of the gradient check',
    'node',
    ...typescript,
    'tools/write-operations-table.ts',
    '--check',
  ),
  { name: 'lockfile is complete', run: async () => checkLockfile() },
];

/** TypeDoc reports what has no docstring as a warning among others; these count. */
async function checkDocumented(): Promise<string[]> {
  const { ok, output } = await runCommand(['npx', 'typedoc', '--logLevel', 'Warn']);
  const undocumented = output.split('\n').filter((line) => line.includes('does not have any documentation'));
  return ok ? undocumented : [output];
}

let failed = 0;
for (const check of checks) {
  const begun = performance.now();
  const complaints = await check.run();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${complaints.length === 0 ? '✓' : '✗'} ${check.name} (${seconds} s)`);
  if (complaints.length > 0) {
    failed++;
    console.log(complaints.map((complaint) => complaint.replace(/^/gm, '    ')).join('\n'));
  }
}
console.log(`\nchecks: ${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
