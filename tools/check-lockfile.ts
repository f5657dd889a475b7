/**
 * @file A lock that works everywhere: npm drops the packages of other platforms where a registry does not serve them, and `npm ci` then
 * fails there; and a lock must not name the registry that it was made with.
 */
import { readFileSync } from 'node:fs';

interface Lock {
  packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string; link?: boolean }>;
}

/** Complaints about package-lock.json; none if all is well. */
export function checkLockfile(): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const known = new Set(Object.keys(packages).map((path) => path.replace(/.*node_modules\//, '')));
  return Object.entries(packages).flatMap(([path, entry]) => [
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !known.has(name))
      .map((name) => `${path || 'the workspace'}: its optional dependency ${name} is not in the lock`),
    ...(entry.resolved && !entry.link && /^https?:/.test(entry.resolved) ? [`${path}: names a registry: ${entry.resolved}`] : []),
  ]);
}
