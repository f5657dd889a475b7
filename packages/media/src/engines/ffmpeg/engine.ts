/** @file The engine `ffmpeg`: the command of that name as a child process. */
import type { MediaEngine } from '../engine.js';

export async function createFfmpegEngine(): Promise<MediaEngine> {
  throw new Error('pending');
}
