/**
 * @file Speaks a line of dialogue in a character's voice, with the time of every word and phone. Text is planned into utterances,
 * Flite speaks them, then melody, size of the head and colour are changed; each of these steps keeps its times exact.
 */
import { createRandom } from '@filmai/core-tensor/random';
import type { Sound } from '@filmai/core-tensor/samples';
import { measureLoudness } from '../loudness/measure-loudness.js';
import { resample } from '../resample/resample.js';
import { alignWords } from './align-words.js';
import { colourVoice } from './colour.js';
import { readDelivery, type Delivery } from './delivery.js';
import { pronounce, speakWithFlite, type TimedPhone } from './flite.js';
import { shiftPitch } from './pitch.js';
import { planText, type Utterance } from './plan-text.js';
import { checkVoice, createVoice, SPEAKERS, type Voice } from './voice.js';
import { voiceCard, type VoiceCard } from './voice-card.js';
import { whisper } from './whisper.js';

/** A word with its time. */
export interface TimedWord {
  /** As written, with the punctuation that touches it; emphasis marks are gone, dots are one ellipsis. */
  text: string;
  startSeconds: number;
  endSeconds: number;
}

/** A spoken line. */
export interface Speech {
  /** Mono, at −23 LUFS. */
  sound: Sound;
  /** Words in order. */
  words: TimedWord[];
  /** Phones of ARPABET in lower case, without silence. */
  phones: TimedPhone[];
  /** How it was made: `flite-murmur` where letters of a foreign script were murmured. */
  method: 'flite' | 'flite-murmur';
  /** The voice as it was asked for. */
  voice: Voice;
  /** What was read from the parenthetical. */
  delivery: Delivery;
  /** How much softer or louder than other lines it belongs in the mix, in dB; give it to `mix` as `gainDb`. */
  levelDb: number;
  /** Where the recorded speaker comes from. */
  card: VoiceCard;
}

/** How a line is spoken. */
export interface SynthesiseOptions {
  /** Default: slt as she is. */
  voice?: Voice;
  /** The parenthetical, or what `readDelivery` gave. */
  delivery?: string | Delivery;
  /** Hertz of the result. Default 48000. */
  sampleRate?: number;
  /** What becomes of letters that aren't Latin: an error (default) or a murmur of about the right length. */
  foreign?: 'throw' | 'murmur';
  /** Cancels between sentences. */
  signal?: AbortSignal;
}

/** Level of every line before the mix (EBU R 128). */
const SPEECH_LUFS = -23;
const LOUDEST_PEAK = 0.89;
/** Silence that is kept before the first phone and after the last one of an utterance. */
const LEAD_SECONDS = 0.03;
const TAIL_SECONDS = 0.06;

/**
 * Speaks a text. The same input gives the same samples.
 *
 * @param text - A line of dialogue, read as English. Emphasis marks and bracketed directions are not said; numbers, money, times and
 * common abbreviations are; dots and dashes are pauses.
 * @param options - Voice, delivery, rate.
 * @returns Sound and times, which are exact to 5 ms for slt, rms and awb and to about 0.1 s for kal. A text of pauses alone (`'…'`) is a silence without words.
 * @throws AudioError `LANGUAGE_NOT_SUPPORTED`, `NOTHING_TO_SAY` or `SYNTHESIS_FAILED`; RangeError for a value outside its range; the
 * signal's reason if cancelled.
 * @example
 * ```ts
 * import { createVoice, synthesise } from '@filmai/audio/speech';
 *
 * const { sound, words } = await synthesise('We leave at 6:30.', { voice: createVoice({ base: 'awb' }), delivery: '(quietly)' });
 * console.log(sound.sampleRate, words.map((word) => word.text)); // 48000 [ 'We', 'leave', 'at', '6:30.' ]
 * ```
 */
export async function synthesise(text: string, options: SynthesiseOptions = {}): Promise<Speech> {
  const { voice = createVoice(), sampleRate = 48_000, foreign = 'throw', signal } = options;
  if (typeof text !== 'string') throw new TypeError(`synthesise: expected text, got ${typeof text}`);
  if (!(sampleRate >= 8000 && sampleRate <= 192_000))
    throw new RangeError(`synthesise: sampleRate must lie in 8000…192000 Hz, got ${String(sampleRate)}`);
  checkVoice('synthesise', voice);
  signal?.throwIfAborted();
  const delivery = typeof options.delivery === 'object' ? options.delivery : readDelivery(options.delivery);
  const { utterances, isMurmured } = planText(text, { foreign });
  const manner = combine(voice, delivery);

  const line = createLine();
  for (const utterance of utterances) {
    signal?.throwIfAborted();
    if (utterance.words.length > 0) await speakUtterance(utterance, manner, line);
    line.addSilence(utterance.pauseSeconds * (manner.formants / manner.rate));
    await new Promise((resolve) => setImmediate(resolve)); // Lets a cancellation come through.
  }
  signal?.throwIfAborted();

  const spoken = line.join();
  const coloured = colourVoice(spoken, FLITE_RATE, { ...manner, random: createRandom(text).split('breath') });
  // Played faster, everything rises: pitch and tempo were set lower before, so that the formants alone are left higher.
  const playedRate = Math.round(FLITE_RATE * manner.formants);
  const sound = resample({ sampleRate: playedRate, channels: [coloured] }, sampleRate);
  const toSeconds = (samples: number) => samples / playedRate;
  return {
    sound: level(sound),
    words: line.words.map(({ text: written, from, to }) => ({
      text: written,
      startSeconds: toSeconds(from),
      endSeconds: toSeconds(to),
    })),
    phones: line.phones.map(({ phone, from, to }) => ({ phone, startSeconds: toSeconds(from), endSeconds: toSeconds(to) })),
    method: isMurmured ? 'flite-murmur' : 'flite',
    voice,
    delivery,
    levelDb: delivery.levelDb,
    card: voiceCard(voice.base),
  };
}

/** Flite's rate; all times of a line are counted in its samples. */
const FLITE_RATE = 16_000;
const PLAYED_STEP = 50;

/** The voice and the delivery of one line together. */
type Manner = Omit<Voice, 'name'> & Pick<Delivery, 'isWhispered' | 'isTelephone'>;

function combine(voice: Voice, delivery: Delivery): Manner {
  const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  return {
    base: voice.base,
    pitchSemitones: clamp(voice.pitchSemitones + delivery.semitones, -12, 14),
    // In steps of 50 Hz of the rate at which it is played, for which the converter has exact filters.
    formants: Math.round((voice.formants * FLITE_RATE) / PLAYED_STEP) * (PLAYED_STEP / FLITE_RATE),
    rate: clamp(voice.rate * delivery.rate, 0.4, 2.2),
    melody: clamp(voice.melody * delivery.melody, 0, 2.5),
    brightnessDb: clamp(voice.brightnessDb + delivery.brightnessDb, -12, 12),
    breath: clamp(voice.breath + delivery.breath, 0, 1),
    isWhispered: delivery.isWhispered,
    isTelephone: delivery.isTelephone,
  };
}

async function speakUtterance({ words, prompt }: Utterance, manner: Manner, line: Line): Promise<void> {
  const speaker = SPEAKERS[manner.base];
  // Before it is played faster, the voice must be lower and slower by as much.
  const wantedHertz = (speaker.hertz * 2 ** (manner.pitchSemitones / 12)) / manner.formants;
  const saidHertz = speaker.hasPitch ? wantedHertz : speaker.hertz;
  const flite = await speakWithFlite(prompt, {
    voice: manner.base,
    stretch: manner.formants / manner.rate,
    meanHertz: saidHertz,
  });
  const melodious = manner.isWhispered
    ? whisper(flite.samples, flite.sampleRate, createRandom(prompt))
    : shiftPitch(flite.samples, flite.sampleRate, {
        hertz: saidHertz,
        semitones: 12 * Math.log2(wantedHertz / saidHertz),
        melody: manner.melody,
      });

  const { phones } = flite;
  const first = phones.findIndex(({ phone }) => phone !== 'pau');
  const last = phones.findLastIndex(({ phone }) => phone !== 'pau');
  if (first < 0) return;
  const from = Math.max(0, Math.round((phones[first].startSeconds - LEAD_SECONDS) * FLITE_RATE));
  const to = Math.min(melodious.length, Math.round((phones[last].endSeconds + TAIL_SECONDS) * FLITE_RATE));
  const offset = line.addSamples(melodious.subarray(from, to)) - from;

  const parts = words.flatMap(({ spoken }) => spoken);
  const pronunciation = await pronounce(parts);
  const ranges = alignWords(
    phones,
    parts.map((part) => pronunciation.get(part) ?? []),
  );
  const place = (seconds: number) => offset + seconds * FLITE_RATE;
  for (const { phone, startSeconds, endSeconds } of phones) {
    if (phone !== 'pau') line.phones.push({ phone, from: place(startSeconds), to: place(endSeconds) });
  }
  let part = 0;
  for (const { text, spoken } of words) {
    const own = ranges.slice(part, (part += spoken.length)).filter(({ from: begin, to: end }) => end > begin);
    const end = own.at(-1);
    const before = line.words.at(-1)?.to ?? offset + from;
    if (!end) line.words.push({ text, from: before, to: before });
    else line.words.push({ text, from: place(phones[own[0].from].startSeconds), to: place(phones[end.to - 1].endSeconds) });
  }
}

/** A line as it grows; places in samples. */
interface Line {
  words: { text: string; from: number; to: number }[];
  phones: { phone: string; from: number; to: number }[];
  /** Returns where the samples begin. */
  addSamples(samples: Float32Array): number;
  addSilence(seconds: number): void;
  join(): Float32Array;
}

function createLine(): Line {
  const parts: Float32Array[] = [];
  let length = 0;
  const add = (samples: Float32Array) => {
    parts.push(samples);
    length += samples.length;
    return length - samples.length;
  };
  return {
    words: [],
    phones: [],
    addSamples: (samples) => add(fadeEnds(samples)),
    addSilence: (seconds) => void add(new Float32Array(Math.round(seconds * FLITE_RATE))),
    join() {
      const joined = new Float32Array(length);
      let at = 0;
      for (const samples of parts) {
        joined.set(samples, at);
        at += samples.length;
      }
      return joined;
    },
  };
}

/** 5 ms, so that a cut is never heard. */
function fadeEnds(samples: Float32Array): Float32Array {
  const fade = Math.min(FLITE_RATE * 0.005, samples.length / 2);
  return samples.map((value, i) => value * Math.min(1, (i + 0.5) / fade, (samples.length - i - 0.5) / fade));
}

/** Brings a line to −23 LUFS; one shorter than a gating block is measured as if silence followed. */
function level(sound: Sound): Sound {
  const [samples] = sound.channels;
  const block = Math.ceil(0.4 * sound.sampleRate) + 1;
  const measured = samples.length >= block ? samples : Float32Array.from({ length: block }, (_, i) => samples[i] ?? 0);
  const { integrated, samplePeak } = measureLoudness({ sampleRate: sound.sampleRate, channels: [measured] }, { peaks: false });
  if (integrated === -Infinity) return sound;
  const gain = Math.min(10 ** ((SPEECH_LUFS - integrated) / 20), LOUDEST_PEAK / 10 ** (samplePeak / 20));
  return { sampleRate: sound.sampleRate, channels: [samples.map((value) => value * gain)] };
}
