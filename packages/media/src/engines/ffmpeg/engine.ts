/** @file The engine `ffmpeg`: the command of that name as a child process. */
import type { MediaEngine } from '../engine.js';
import { runCommand } from './command.js';
import { readFramesByCommand } from './frames.js';
import { writeMovieByCommand } from './movie.js';
import { probeByCommand } from './probe.js';
import { readSamplesByCommand } from './samples.js';

/** Asks both commands for their versions; rejects where one is not on the PATH. */
export async function createFfmpegEngine(): Promise<MediaEngine> {
  const [told] = await Promise.all(
    (['ffmpeg', 'ffprobe'] as const).map((name) =>
      runCommand(name, ['-version'], { path: name, doing: 'asking for the version' }),
    ),
  );
  return {
    name: 'ffmpeg',
    version: /^ffmpeg version (\S+)/.exec(told)?.[1] ?? 'unknown',
    probe: probeByCommand,
    frames: readFramesByCommand,
    samples: readSamplesByCommand,
    write: writeMovieByCommand,
  };
}
