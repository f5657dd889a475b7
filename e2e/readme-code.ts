/** @file The code of a README, run as a reader would: copied into a file and started with node. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripTypes } from './strip-types.js';
import { runCommand } from '../tools/run-command.js';

/** A block of TypeScript in a README, with the output that it promises. */
export interface ReadmePiece {
  code: string;
  /** Text of the `text` block that follows, if one does. */
  output?: string;
  /** Line of the README, from 1. */
  line: number;
}

/** All runnable blocks of a README. */
export function readmeCode(path: string): ReadmePiece[] {
  if (!existsSync(path)) throw new Error(`${path} is missing`);
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```\n(?:\s*^```text\n([\s\S]*?)^```)?/gm)].map((match) => ({
    code: match[1],
    ...(match[2] === undefined ? {} : { output: match[2] }),
    line: text.slice(0, match.index).split('\n').length,
  }));
}

/** Runs a block in a folder; fails where it fails, or where it prints something else than promised. */
export async function runReadme({ code, output }: ReadmePiece, folder: string): Promise<void> {
  const file = join(folder, 'readme.mjs');
  writeFileSync(file, stripTypes(code));
  try {
    const result = await runCommand(['node', file], { cwd: folder });
    if (!result.ok) throw new Error(result.output.slice(-2000));
    if (output !== undefined && result.output.trim() !== output.trim())
      throw new Error(`printed\n${result.output.trim()}\ninstead of\n${output.trim()}`);
  } finally {
    rmSync(file, { force: true });
  }
}
