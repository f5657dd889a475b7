/**
 * @file Instruments made from sums of sines and a plucked string (Karplus and Strong 1983), no recordings. Each adds a note to a
 * mono line.
 */
import type { Random } from '@filmai/core-tensor/random';
import { frequencyOf } from './harmony.js';

/** Names of the pitched instruments. */
export type InstrumentName = 'strings' | 'piano' | 'harp' | 'pizzicato' | 'flute' | 'clarinet' | 'horn' | 'celesta' | 'glass';
/** Names of the struck ones. */
export type DrumName = 'taiko' | 'tick' | 'shaker';

/** A note to play. */
export interface Note {
  /** MIDI number, may be fractional. */
  pitch: number;
  startSeconds: number;
  seconds: number;
  /** 0…1 */
  level: number;
}

/** An instrument of held or dying partials. */
interface Timbre {
  /** Strength of each harmonic, from the first. */
  partials: readonly number[];
  attackSeconds: number;
  releaseSeconds: number;
  /** Time in which the first partial falls to a third; absent: it is held. Higher ones die sooner. */
  decaySeconds?: number;
  /** Vibrato in semitones, and how often a second. */
  vibrato?: readonly [number, number];
  /** Stretch of the partials as in stiff strings (Fletcher 1964). */
  stiffness?: number;
  /** Players in unison, slightly out of tune. */
  players: number;
  /** Breath: noise beside the tone, 0…1. */
  breath?: number;
  gain: number;
}

const TIMBRES: Record<Exclude<InstrumentName, 'harp' | 'pizzicato'>, Timbre> = {
  strings: {
    partials: [1, 0.62, 0.46, 0.3, 0.22, 0.15, 0.1, 0.06],
    attackSeconds: 0.42,
    releaseSeconds: 0.7,
    vibrato: [0.09, 5.1],
    players: 3,
    gain: 0.1,
  },
  flute: {
    partials: [1, 0.26, 0.1, 0.03],
    attackSeconds: 0.09,
    releaseSeconds: 0.2,
    vibrato: [0.14, 4.8],
    players: 1,
    breath: 0.02,
    gain: 0.2,
  },
  clarinet: {
    partials: [1, 0.05, 0.52, 0.04, 0.26, 0.03, 0.1],
    attackSeconds: 0.06,
    releaseSeconds: 0.16,
    vibrato: [0.05, 4.4],
    players: 1,
    breath: 0.008,
    gain: 0.17,
  },
  horn: {
    partials: [1, 0.78, 0.52, 0.34, 0.2, 0.1, 0.05],
    attackSeconds: 0.11,
    releaseSeconds: 0.3,
    vibrato: [0.04, 4.2],
    players: 2,
    gain: 0.12,
  },
  piano: {
    partials: [1, 0.5, 0.3, 0.22, 0.12, 0.09, 0.06, 0.04],
    attackSeconds: 0.004,
    releaseSeconds: 0.35,
    decaySeconds: 1.5,
    stiffness: 0.0004,
    players: 1,
    gain: 0.24,
  },
  celesta: {
    partials: [1, 0.06, 0.03, 0.2, 0, 0.05],
    attackSeconds: 0.003,
    releaseSeconds: 0.6,
    decaySeconds: 0.9,
    players: 1,
    gain: 0.22,
  },
  glass: {
    partials: [1, 0.02, 0.3, 0.02, 0.1],
    attackSeconds: 0.7,
    releaseSeconds: 1.1,
    vibrato: [0.05, 3.1],
    players: 2,
    gain: 0.12,
  },
};

/** A sine by linear interpolation; about ten times as fast as Math.sin with partials by the dozen. */
const TABLE = 4096;
const sine = Float32Array.from({ length: TABLE + 1 }, (_, i) => Math.sin((2 * Math.PI * i) / TABLE));

/**
 * Plays a note into a line, in place.
 *
 * @param line - Mono samples.
 * @param sampleRate - Hertz.
 * @param name - Instrument.
 * @param note - What to play; what lies past the end of the line is not heard.
 * @param random - For phases and tuning.
 */
export function playNote(line: Float32Array, sampleRate: number, name: InstrumentName, note: Note, random: Random): void {
  if (name === 'harp' || name === 'pizzicato') pluck(line, sampleRate, note, name === 'harp' ? 0.9975 : 0.986, random);
  else bow(line, sampleRate, TIMBRES[name], note, random);
}

function bow(line: Float32Array, sampleRate: number, timbre: Timbre, note: Note, random: Random): void {
  const start = Math.round(note.startSeconds * sampleRate);
  const held = note.seconds * sampleRate;
  const release = timbre.releaseSeconds * sampleRate;
  const length = Math.min(line.length - start, Math.round(held + release));
  if (length <= 0) return;
  const attack = timbre.attackSeconds * sampleRate;
  const [depth, speed] = timbre.vibrato ?? [0, 1];
  const base = frequencyOf(note.pitch);
  const top = timbre.partials.reduce((sum, strength) => sum + strength, 0);
  for (let player = 0; player < timbre.players; player++) {
    const tuned = base * 2 ** ((timbre.players > 1 ? random.range(-0.07, 0.07) : 0) / 12);
    const vibratoPhase = random.next();
    const sway = depth > 0 ? (Math.LN2 / 12) * depth : 0;
    for (const [k, strength] of timbre.partials.entries()) {
      const harmonic = k + 1;
      const frequency = tuned * harmonic * Math.sqrt(1 + (timbre.stiffness ?? 0) * harmonic * harmonic);
      if (strength === 0 || frequency > sampleRate * 0.45) continue;
      let phase = random.next() * TABLE;
      const advance = (frequency / sampleRate) * TABLE;
      let level = ((note.level * timbre.gain * strength) / top / timbre.players) * 2.4;
      const fall = timbre.decaySeconds
        ? Math.exp((-1.1 * (1 + 0.32 * k) * (base / 260) ** 0.35) / (timbre.decaySeconds * sampleRate))
        : 1;
      for (let i = 0; i < length; i++) {
        const rise = i < attack ? i / attack : 1;
        const end = i > held ? 1 - (i - held) / release : 1;
        const at = phase | 0;
        line[start + i] += level * rise * end * end * (sine[at] + (sine[at + 1] - sine[at]) * (phase - at));
        const bend =
          sway === 0
            ? 1
            : 1 +
              sway * sine[(((vibratoPhase + (i * speed) / sampleRate) % 1) * TABLE) | 0] * Math.min(1, i / (0.4 * sampleRate));
        phase += advance * bend;
        if (phase >= TABLE) phase -= TABLE;
        level *= fall;
      }
    }
  }
  if (timbre.breath) addBreath(line, start, length, held, attack, note.level * timbre.breath, random);
}

function addBreath(
  line: Float32Array,
  start: number,
  length: number,
  held: number,
  attack: number,
  level: number,
  random: Random,
): void {
  let smooth = 0;
  for (let i = 0; i < length; i++) {
    smooth += 0.25 * (random.range(-1, 1) - smooth);
    const envelope = Math.min(1, i / attack) * (i > held ? 1 - (i - held) / (length - held) : 1);
    line[start + i] += level * smooth * envelope;
  }
}

/** A burst of noise goes round in a loop that loses its edges: a plucked string. */
function pluck(line: Float32Array, sampleRate: number, note: Note, keep: number, random: Random): void {
  const start = Math.round(note.startSeconds * sampleRate);
  // The average of two neighbours in the loop costs half a sample.
  const period = sampleRate / frequencyOf(note.pitch) - 0.5;
  const size = Math.floor(period);
  const tune = period - size;
  const loop = Float32Array.from({ length: size + 1 }, () => random.range(-1, 1));
  // A soft finger: the noise is dulled before it goes round.
  for (let pass = 0; pass < 2; pass++) for (let i = 1; i <= size; i++) loop[i] = 0.55 * loop[i] + 0.45 * loop[i - 1];
  const length = Math.min(line.length - start, Math.round((note.seconds + 1.2) * sampleRate));
  const damp = Math.round(note.seconds * sampleRate);
  let at = 0;
  for (let i = 0; i < length; i++) {
    const next = (at + 1) % (size + 1);
    const value = loop[at];
    const average = value * (0.5 - tune / 2) + loop[next] * (0.5 + tune / 2);
    loop[at] = average * (i > damp ? 0.97 : keep);
    line[start + i] += value * note.level * 0.3;
    at = next;
  }
}

/** Strikes a drum into a line, in place. */
export function strikeDrum(
  line: Float32Array,
  sampleRate: number,
  name: DrumName,
  startSeconds: number,
  level: number,
  random: Random,
): void {
  const start = Math.round(startSeconds * sampleRate);
  const seconds = { taiko: 1.1, tick: 0.05, shaker: 0.09 }[name];
  const length = Math.min(line.length - start, Math.round(seconds * sampleRate));
  let phase = 0;
  let low = 0;
  for (let i = 0; i < length; i++) {
    const time = i / sampleRate;
    const noise = random.range(-1, 1);
    low += 0.08 * (noise - low);
    if (name === 'taiko') {
      phase += (2 * Math.PI * (58 + 60 * Math.exp(-time / 0.03))) / sampleRate;
      line[start + i] += level * (0.8 * Math.sin(phase) * Math.exp(-time / 0.32) + 1.6 * low * Math.exp(-time / 0.05));
    } else {
      const bright = noise - low;
      line[start + i] += level * bright * (name === 'tick' ? Math.exp(-time / 0.009) : Math.sin((Math.PI * i) / length));
    }
  }
}
