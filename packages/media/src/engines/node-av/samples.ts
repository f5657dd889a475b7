/**
 * @file Samples by node-av, exact to the sample: the time stamp of the first decoded frame says how many are dropped.
 */
import type { Sound } from '@filmai/core-tensor/samples';
import type { MediaInfo } from '../../probe/media-info.js';
import type { SampleRequest } from '../engine.js';
import type { Bindings } from './bindings.js';
import { chooseStream, decode, openDecoder, openInput, tickOf } from './input.js';
import { createResampler } from './resampler.js';
import type { Resampler } from './resampler.js';

/** Transform codecs overlap their frames and MP3 borrows bits from earlier ones: decoding begins this much before, in seconds. */
const PREROLL = 0.5;

/** A hole in the time stamps that is longer than this is filled with silence, in seconds; shorter ones are rounding. */
const HOLE = 0.02;

/** See `MediaEngine.samples`. */
export async function* readSamplesNatively(
  bindings: Bindings,
  path: string,
  info: MediaInfo,
  { startSeconds, endSeconds, sampleRate, signal }: SampleRequest,
): AsyncGenerator<Sound, void, undefined> {
  const { constants } = bindings;
  const input = await openInput(bindings, path);
  let resampler: Resampler | undefined;
  try {
    const stream = chooseStream(bindings, input, 'audio');
    const decoder = await openDecoder(bindings, input, stream);
    const tick = tickOf(stream);
    if (startSeconds > PREROLL) {
      const target = BigInt(Math.floor((startSeconds - PREROLL + info.startSeconds) / tick));
      await input.format.seekFrame(stream.index, target, constants.AVSEEK_FLAG_BACKWARD);
    }
    const first = Math.round(startSeconds * sampleRate);
    const end = endSeconds === Infinity ? Infinity : Math.round(endSeconds * sampleRate);
    let position: number | undefined; // index of the next sample that comes out of the converter, on the file's clock
    let given = first;
    const take = (channels: Float32Array[]): Sound | undefined => {
      const length = channels[0]?.length ?? 0;
      const from = Math.min(length, Math.max(0, first - (position ?? 0)));
      const to = Math.min(length, Math.max(from, end - (position ?? 0)));
      position = (position ?? 0) + length;
      if (to === from) return undefined;
      given += to - from;
      return { sampleRate, channels: channels.map((channel) => channel.subarray(from, to)) };
    };
    let channelCount = 0;
    for await (const frame of decode(bindings, input, stream, decoder, signal)) {
      resampler ??= createResampler(bindings, frame, sampleRate);
      channelCount = frame.channelLayout.nbChannels;
      const stamped = frame.bestEffortTimestamp !== constants.AV_NOPTS_VALUE;
      const stamp = stamped ? Math.round((Number(frame.bestEffortTimestamp) * tick - info.startSeconds) * sampleRate) : undefined;
      position ??= stamp ?? 0;
      const hole = stamp === undefined ? 0 : stamp - Math.max(position, first);
      if (hole > HOLE * sampleRate) {
        position = Math.max(position, first);
        const silence = take(Array.from({ length: channelCount }, () => new Float32Array(Math.min(hole, end - given))));
        if (silence) yield silence;
      }
      const sound = take(resampler.convert(frame));
      if (sound) yield sound;
      if (given >= end) return;
    }
    const rest = resampler ? take(resampler.convert(undefined)) : undefined;
    if (rest) yield rest;
  } finally {
    resampler?.free();
    await input.cleanup.run();
  }
}
