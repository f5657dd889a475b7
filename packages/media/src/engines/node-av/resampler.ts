/**
 * @file Sound of any format, as planar float of a given rate: FFmpeg's resampler with arrays at its ends.
 */
import type { Frame } from 'node-av/lib';
import type { Sound } from '@filmai/core-tensor/samples';
import type { Bindings } from './bindings.js';

/** Converts sound frame by frame. */
export interface Resampler {
  /** What the frame gives; may be nothing, as the filter holds some samples back. `undefined` drains the filter. */
  convert(frame: Frame | undefined): Float32Array[];
  free(): void;
}

/** Makes a converter from a frame's format to planar float at a rate, with the channels as they are. */
export function createResampler({ lib, constants }: Bindings, like: Frame, sampleRate: number): Resampler {
  const channels = like.channelLayout.nbChannels;
  const layout = like.channelLayout.mask === 0n ? lib.avChannelLayoutDefault(channels) : like.channelLayout;
  const context = new lib.SoftwareResampleContext();
  context.allocSetOpts2(layout, constants.AV_SAMPLE_FMT_FLTP, sampleRate, layout, like.format as never, like.sampleRate);
  context.init();
  return {
    convert(frame) {
      const room = context.getOutSamples(frame?.nbSamples ?? 0) + 32;
      const planes = Array.from({ length: channels }, () => Buffer.alloc(room * 4));
      const count = context.convertSync(planes, room, frame?.extendedData ?? frame?.data ?? null, frame?.nbSamples ?? 0);
      return planes.map((plane) => new Float32Array(plane.buffer, plane.byteOffset, Math.max(0, count)).slice());
    },
    free: () => context.free(),
  };
}

/** Wraps planar float samples as a frame; free it after use. */
export function frameOf({ lib, constants }: Bindings, { channels, sampleRate }: Sound): Frame {
  const frame = new lib.Frame();
  frame.alloc();
  frame.format = constants.AV_SAMPLE_FMT_FLTP;
  frame.sampleRate = sampleRate;
  frame.channelLayout = lib.avChannelLayoutDefault(channels.length);
  frame.nbSamples = channels[0].length;
  frame.getBuffer(0);
  const planes = frame.extendedData ?? frame.data ?? [];
  for (const [index, channel] of channels.entries()) {
    planes[index].set(new Uint8Array(channel.buffer, channel.byteOffset, channel.byteLength));
  }
  return frame;
}
