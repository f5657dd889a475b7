/** @file Code in documents: TypeScript blocks of Markdown files and of `@example`s in docstrings. */
import { readFileSync } from 'node:fs';
import { sourceFiles } from './source-files.js';

/** A block of code. */
export interface DocsCode {
  /** `packages/edit/README.md:12` */
  where: string;
  code: string;
}

/** All blocks that are meant to compile: fenced as `ts`, not as `text` or `ts skip`. */
export function docsCode(): DocsCode[] {
  const markdown = sourceFiles('*.md').filter((path) => !path.endsWith('CHANGELOG.md') && !path.startsWith('.changeset'));
  const sources = sourceFiles('packages/*/src/*.ts').filter((path) => !path.endsWith('.test.ts'));
  return [
    ...markdown.flatMap((path) => blocks(path, readFileSync(path, 'utf8'))),
    ...sources.flatMap((path) => examples(path, readFileSync(path, 'utf8'))),
  ];
}

function blocks(path: string, text: string): DocsCode[] {
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match) => ({
    where: `${path}:${lineOf(text, match.index)}`,
    code: match[1],
  }));
}

function examples(path: string, text: string): DocsCode[] {
  return [...text.matchAll(/^[ \t]*\* ```ts\n([\s\S]*?)^[ \t]*\* ```/gm)].map((match) => ({
    where: `${path}:${lineOf(text, match.index)}`,
    code: match[1].replace(/^[ \t]*\* ?/gm, ''),
  }));
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
