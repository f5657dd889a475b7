/**
 * @file Frames by the command: raw RGBA through a pipe, each paired with the time that the `showinfo` filter tells.
 */
import { resolve } from 'node:path';
import type { MediaInfo } from '../../probe/media-info.js';
import { videoTrackOf } from '../../probe/media-info.js';
import type { FrameRequest, TimedFrame } from '../engine.js';
import { startCommand, runCommand } from './command.js';
import type { Command } from './command.js';

/** Clock of the time stamps that are asked for, ticks per second. */
const TICKS = 1_000_000;

/** How far behind the first moment packets are looked at, in seconds: pictures are stored out of order by less. */
const REORDER = 1;

/** See `MediaEngine.frames`. */
export async function* readFramesByCommand(
  path: string,
  info: MediaInfo,
  request: FrameRequest,
): AsyncGenerator<TimedFrame, void, undefined> {
  const { startSeconds, endSeconds, width, height, signal } = request;
  const { shownSince, matrix } = await locate(path, info, request);
  // A millisecond of slack: containers' clocks are as coarse.
  const slack = 0.0006;
  const seek = shownSince > 0 ? ['-ss', (shownSince - slack).toFixed(6)] : [];
  // The second clock, one tick a frame, keeps the raw output from repeating or dropping frames of an irregular rate.
  const filters = [
    `settb=1/${TICKS}`,
    'showinfo=checksum=0',
    `scale=${width}:${height}:flags=bicubic+accurate_rnd+full_chroma_int${matrix}`,
    'format=rgba',
    'settb=1/25',
    'setpts=N',
  ];
  const times = new TimeLine();
  const command = startCommand(
    'ffmpeg',
    // prettier-ignore
    ['-protocol_whitelist', 'file', '-copyts', ...seek, '-i', `file:${resolve(path)}`, '-map', '0:V:0', '-vf', filters.join(','),
      '-r', '25', '-f', 'rawvideo', '-pix_fmt', 'rgba', 'pipe:1'],
    { path, doing: 'decoding', signal, onInfo: (line) => times.read(line) },
  );
  command.input.end();
  try {
    let pending: (Omit<TimedFrame, 'durationSeconds'> & { length: number | undefined }) | undefined;
    for await (const data of pictures(command, width * height * 4)) {
      signal?.throwIfAborted();
      const { ticks, length } = await times.next(command);
      const seconds = ticks / TICKS - info.startSeconds;
      if (pending && seconds > startSeconds + slack) yield finish(pending, seconds - pending.seconds);
      if (seconds >= endSeconds - slack) return;
      pending = { width, height, data, seconds, length };
    }
    await command.ended;
    if (!pending) return;
    const length = pending.length ?? lastLength(info, pending.seconds);
    if (pending.seconds + length > startSeconds + slack) yield finish(pending, length);
  } finally {
    await command.stop();
    signal?.throwIfAborted();
  }
}

/** How long the last frame stays where the command doesn't say: to the end that MP4 and MOV note, or as long as on average. */
function lastLength(info: MediaInfo, seconds: number): number {
  const track = videoTrackOf(info);
  const noted = info.container === 'mp4' || info.container === 'mov' ? (track?.durationSeconds ?? 0) - seconds : 0;
  return noted > 0 ? noted : 1 / (track?.framesPerSecond || 25);
}

function finish({ width, height, data, seconds }: Omit<TimedFrame, 'durationSeconds'>, durationSeconds: number): TimedFrame {
  return { width, height, data, seconds, durationSeconds };
}

/** Since when the frame at the first moment has been on screen, and which colour matrix is to be assumed. */
async function locate(
  path: string,
  info: MediaInfo,
  { startSeconds, signal }: FrameRequest,
): Promise<{ shownSince: number; matrix: string }> {
  const from = startSeconds + info.startSeconds;
  const report = JSON.parse(
    await runCommand(
      'ffprobe',
      // prettier-ignore
      ['-of', 'json', '-select_streams', 'V:0', '-show_entries', 'stream=color_space,height:packet=pts_time',
        '-read_intervals', startSeconds > 0 ? `${from.toFixed(6)}%${(from + REORDER).toFixed(6)}` : '%+#1', `file:${resolve(path)}`],
      { path, doing: 'seeking', signal },
    ),
  ) as { streams?: { color_space?: string; height?: number }[]; packets?: { pts_time?: string }[] };
  const times = (report.packets ?? []).map(({ pts_time: time }) => Number(time)).filter((time) => time <= from + 0.0006);
  const stream = report.streams?.[0];
  // What isn't tagged is BT.709 in high definition and BT.601 below, as players take it.
  const untagged = stream?.color_space === undefined || stream.color_space === 'unknown';
  const matrix = untagged ? `:in_color_matrix=${(stream?.height ?? 0) >= 720 ? 'bt709' : 'bt601'}` : '';
  return { shownSince: startSeconds > 0 && times.length > 0 ? Math.max(...times) - info.startSeconds : 0, matrix };
}

/** Cuts what the command prints into pictures. */
async function* pictures(command: Command, bytes: number): AsyncGenerator<Uint8ClampedArray<ArrayBuffer>, void, undefined> {
  let picture = new Uint8ClampedArray(bytes);
  let filled = 0;
  for await (const chunk of command.output as AsyncIterable<Buffer>) {
    for (let taken = 0; taken < chunk.length;) {
      const part = Math.min(bytes - filled, chunk.length - taken);
      picture.set(chunk.subarray(taken, taken + part), filled);
      filled += part;
      taken += part;
      if (filled < bytes) continue;
      yield picture;
      picture = new Uint8ClampedArray(bytes);
      filled = 0;
    }
  }
}

/** The times that `showinfo` tells, in the order of the frames. */
class TimeLine {
  readonly #told: { ticks: number; length: number | undefined }[] = [];
  #wake: () => void = () => undefined;

  /** Takes a line that a filter has said. */
  read(line: string): void {
    const found = /\bpts:\s*(-?\d+)\s+pts_time:\S+(?:\s+duration:\s*(\d+))?/.exec(line);
    if (!found) return;
    const length = Number(found[2] ?? 0) / TICKS;
    this.#told.push({ ticks: Number(found[1]), length: length > 0 ? length : undefined });
    this.#wake();
  }

  /** The time of the next frame; its line may arrive after its pixels. */
  async next(command: Command): Promise<{ ticks: number; length: number | undefined }> {
    for (;;) {
      const time = this.#told.shift();
      if (time) return time;
      const told = new Promise<'told'>((wake) => {
        this.#wake = () => wake('told');
      });
      if ((await Promise.race([told, command.ended.then(() => 'ended' as const)])) === 'ended' && this.#told.length === 0) {
        throw new RangeError('ffmpeg gave a picture without its time');
      }
    }
  }
}
