/** @file Every piece of code in the documents must compile against the packages as they are. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docsCode } from './docs-code.js';
import { runCommand } from './run-command.js';

/** Inside the repository, so that packages are found; ignored by git. */
const FOLDER = '.filmai/docs-code';

/** Complaints about code in docs, with the place where it stands; none if all is well. */
export async function checkDocsCode(): Promise<string[]> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const pieces = docsCode();
  for (const [i, { code }] of pieces.entries()) writeFileSync(join(FOLDER, `${i}.ts`), `${code}\nexport {};\n`);
  writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.base.json', include: ['*.ts'] }));
  const { ok, output } = await runCommand(['npx', 'tsc', '--noEmit', '-p', join(FOLDER, 'tsconfig.json')]);
  rmSync('.filmai', { recursive: true, force: true });
  if (ok) return [];
  const named = output.replace(
    /(?:\.filmai\/docs-code\/)?(\d+)\.ts\((\d+),/g,
    (_all, piece: string, line: string) => `${pieces[Number(piece)].where} (line ${line} of the code, column `,
  );
  return named.split('\n').filter((line) => line.includes('error'));
}
