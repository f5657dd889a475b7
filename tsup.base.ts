import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

/** One entry for each subpath of the package's own `exports`, so that the map and the build can't disagree. */
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string | { '@filmai/source'?: string }>;
};
const entry = Object.values(exports).flatMap((target) =>
  typeof target === 'object' && target['@filmai/source'] ? [target['@filmai/source']] : [],
);

export default defineConfig({
  entry,
  format: ['esm'],
  dts: true,
  clean: true,
  splitting: true,
  target: 'node20',
  outDir: 'dist',
});
