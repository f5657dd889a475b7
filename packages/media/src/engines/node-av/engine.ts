/** @file The engine `node-av`: FFmpeg's libraries inside this process. */
import type { MediaEngine } from '../engine.js';
import { importBindings } from './bindings.js';
import { readFramesNatively } from './frames.js';
import { writeMovieNatively } from './movie.js';
import { probeNatively } from './probe.js';
import { readSamplesNatively } from './samples.js';

/** Imports node-av and wraps it; rejects where it, or its binary for this system, is not installed. */
export async function createNodeAvEngine(): Promise<MediaEngine> {
  const bindings = await importBindings();
  return {
    name: 'node-av',
    version: `FFmpeg ${bindings.lib.getFFmpegInfo().version}`,
    probe: (path, options) => probeNatively(bindings, path, options?.quick),
    frames: (path, info, request) => readFramesNatively(bindings, path, info, request),
    samples: (path, info, request) => readSamplesNatively(bindings, path, info, request),
    write: (path, plan, signal) => writeMovieNatively(bindings, path, plan, signal),
  };
}
