/**
 * @file The arrows of docs/ARCHITECTURE.md against the real imports: which package may import which, that every import is declared,
 * and that nothing reaches into another package's files. Linters see one package at a time and can't tell.
 */
import { readFileSync } from 'node:fs';
import { sourceFiles } from './source-files.js';

/** What each package may import of the others. */
const ARROWS: Record<string, readonly string[]> = {
  'core-tensor': [],
  media: ['core-tensor'],
  audio: ['core-tensor'],
  edit: ['core-tensor', 'media'],
  gan: ['core-tensor'],
  'nlp-script': ['core-tensor'],
  storyboard: ['core-tensor'],
  vision: ['core-tensor'],
};

/** An import or re-export with a source, at the start of a line (examples in comments are not). */
const IMPORT =
  /^(?:import|export)\s+(?:type\s+)?(?:\{[^}]*\}|\*\s+as\s+\w+|\w+)(?:\s*,\s*\{[^}]*\})?\s+from\s+['"]([^'"]+)['"]/gm;

interface Manifest {
  name: string;
  exports: Record<string, unknown>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** Complaints about imports between packages; none if all is well. */
export function checkArrows(): string[] {
  const complaints: string[] = [];
  const manifests = new Map(
    Object.keys(ARROWS).map((name) => [name, JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')) as Manifest]),
  );
  for (const path of sourceFiles('packages/*/src/*.ts')) {
    const [, own] = path.split('/');
    const text = readFileSync(path, 'utf8');
    if (/^export \* /m.test(text)) complaints.push(`${path}: "export *" hides what is public`);
    for (const [, specifier] of text.matchAll(IMPORT)) {
      if (/^(\.\.\/)+packages\//.test(specifier)) complaints.push(`${path}: reaches into another package: ${specifier}`);
      const match = /^@filmai\/([^/]+)(.*)$/.exec(specifier);
      if (!match) continue;
      const [, other, subpath] = match;
      const manifest = manifests.get(own);
      const isTest = path.endsWith('.test.ts');
      if (other === own) {
        if (!isTest) complaints.push(`${path}: imports its own package by name: ${specifier}`);
        continue;
      }
      if (!isTest && !ARROWS[own]?.includes(other)) complaints.push(`${path}: ${own} must not import ${other}`);
      if (!isTest && !manifest?.dependencies?.[`@filmai/${other}`] && !manifest?.peerDependencies?.[`@filmai/${other}`]) {
        complaints.push(`${path}: @filmai/${other} is not among the dependencies of ${own}`);
      }
      if (!manifests.get(other)?.exports[`.${subpath}`])
        complaints.push(`${path}: @filmai/${other} exports no "${subpath || '.'}"`);
    }
  }
  return complaints;
}
