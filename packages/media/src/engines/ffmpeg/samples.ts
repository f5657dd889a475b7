/**
 * @file Samples by the command: interleaved floats through a pipe, aligned by FFmpeg's resampler to the first sample asked for.
 */
import { resolve } from 'node:path';
import type { Sound } from '@filmai/core-tensor/samples';
import type { MediaInfo } from '../../probe/media-info.js';
import { audioTrackOf } from '../../probe/media-info.js';
import type { SampleRequest } from '../engine.js';
import { startCommand } from './command.js';

/** Transform codecs overlap their frames and MP3 borrows bits from earlier ones: decoding begins this much before, in seconds. */
const PREROLL = 0.5;

/** See `MediaEngine.samples`. */
export async function* readSamplesByCommand(
  path: string,
  info: MediaInfo,
  { startSeconds, endSeconds, sampleRate, signal }: SampleRequest,
): AsyncGenerator<Sound, void, undefined> {
  const channels = audioTrackOf(info)?.channels ?? 1;
  const first = Math.round((startSeconds + info.startSeconds) * sampleRate);
  const end = Math.min(endSeconds, exactEnd(info));
  const wanted = end === Infinity ? Infinity : Math.max(0, Math.round(end * sampleRate) - Math.round(startSeconds * sampleRate));
  const seek = startSeconds > PREROLL ? ['-ss', (startSeconds - PREROLL).toFixed(6)] : [];
  const command = startCommand(
    'ffmpeg',
    // prettier-ignore
    ['-protocol_whitelist', 'file', '-copyts', ...seek, '-i', `file:${resolve(path)}`, '-map', '0:a:0',
      '-af', `aresample=${sampleRate}:async=1:min_hard_comp=0.02:first_pts=${first}`,
      '-f', 'f32le', '-c:a', 'pcm_f32le', '-ac', String(channels), 'pipe:1'],
    { path, doing: 'decoding', signal },
  );
  command.input.end();
  const frameBytes = channels * 4;
  let rest: Buffer = Buffer.alloc(0);
  let given = 0;
  try {
    for await (const chunk of command.output as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const count = Math.min(Math.floor(bytes.length / frameBytes), wanted - given);
      rest = bytes.subarray(count * frameBytes);
      if (count > 0) yield { sampleRate, channels: deinterleave(bytes, channels, count) };
      given += count;
      if (given >= wanted) return;
    }
    await command.ended;
  } finally {
    await command.stop();
    signal?.throwIfAborted();
  }
}

/**
 * MP4 and MOV note where their sound ends, to the sample; older versions of the command give the encoder's last frame whole.
 */
function exactEnd(info: MediaInfo): number {
  return info.container === 'mp4' || info.container === 'mov' ? (audioTrackOf(info)?.durationSeconds ?? Infinity) : Infinity;
}

function deinterleave(bytes: Buffer, channels: number, count: number): Float32Array[] {
  const floats = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + count * channels * 4));
  return Array.from({ length: channels }, (_, channel) => {
    const samples = new Float32Array(count);
    for (let i = 0, j = channel; i < count; i++, j += channels) samples[i] = floats[j];
    return samples;
  });
}
