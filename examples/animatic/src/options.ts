/** @file The command line: what can be asked for, and a clear answer to what can't. */
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { AnimaticError } from './animatic-error.js';

/** How captions come with the film. */
export type CaptionMode = 'soft' | 'burned' | 'none';

/** What draws the pictures: pen and brush, or a trained network, for drafts. */
export type DrawMode = 'ink' | 'learned';

/** What makes rain, snow, fire, smoke and explosions: simulations, or networks that have learned them. */
export type EffectsMode = 'simulated' | 'learned';

/** What a film is made from. */
export interface AnimaticOptions {
  /** The screenplay: .fountain, .txt or .fdx. */
  script: string;
  /** Where everything is written. */
  out: string;
  /** Positions of scenes to film, from 1, in order; absent: all. */
  scenes?: number[];
  /** Pixels. */
  width: number;
  height: number;
  /** Decides every picture, voice and note. */
  seed: number;
  captions: CaptionMode;
  /** Absent: ink. */
  draw?: DrawMode;
  /** Absent: simulated. */
  effects?: EffectsMode;
  /** Stops after the shot list and the timeline: no pictures, no sound. */
  plan: boolean;
}

/** Text of `--help`. */
export const helpText = `Makes an animatic from a screenplay: drawn storyboard pictures in time with voices, sounds, music and captions.

  npm start                                   films the sample script into ./film
  npm start -- my-script.fountain             films yours
  npm start -- my.fountain --scenes 1-5,8     only these scenes, counted from 1

Options
  --out DIR           folder for the film and its papers           (default: film)
  --scenes LIST       scenes to film: 3, 1-5, 2,4-6                (default: all)
  --size WxH          picture size in pixels, even, 160x90 or more (default: 1280x720)
  --seed N            another seed, another cast and another music (default: 7)
  --captions MODE     soft (a track one can turn off), burned, none (default: soft)
  --draw MODE         ink, or learned: fast soft drafts by a network  (default: ink)
  --effects MODE      simulated, or learned: by networks              (default: simulated)
  --plan              stop after breakdown, shot list and timeline
  --help              this text

A second run with the same options goes on from what is done. Ctrl-C stops and leaves nothing half-written.
`;

const KNOWN = {
  out: { type: 'string' },
  scenes: { type: 'string' },
  size: { type: 'string' },
  seed: { type: 'string' },
  captions: { type: 'string' },
  draw: { type: 'string' },
  effects: { type: 'string' },
  plan: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const sample = fileURLToPath(new URL('../scripts/sample.fountain', import.meta.url));

/**
 * Reads the command line.
 *
 * @param args - Arguments after the program's name.
 * @returns The options, or `'help'`.
 * @throws AnimaticError `BAD_OPTION` that names the option, what was expected and what came.
 */
export function readOptions(args: readonly string[]): AnimaticOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  if (positionals.length > 1) bad(`one script at a time, got ${positionals.length}: ${positionals.join(', ')}`);
  if (positionals[0] === '') bad('the name of the script is empty');
  if (values.out === '') bad('--out: expected the name of a folder, got ""');
  const { width, height } = readSize(values.size ?? '1280x720');
  return {
    script: positionals[0] ?? sample,
    out: values.out ?? 'film',
    ...(values.scenes === undefined ? {} : { scenes: readScenes(values.scenes) }),
    width,
    height,
    seed: readSeed(values.seed ?? '7'),
    captions: readCaptions(values.captions ?? 'soft'),
    ...(values.draw === undefined ? {} : { draw: readDraw(values.draw) }),
    ...(values.effects === undefined ? {} : { effects: readEffects(values.effects) }),
    plan: values.plan ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: KNOWN,
    });
  } catch (error) {
    return bad(explain(error as Error & { code?: string }, args));
  }
}

/** What is wrong with an option, in fewer words than Node has for it. */
function explain({ code, message }: Error & { code?: string }, args: readonly string[]): string {
  const name = /--?[^\s'=<]+/.exec(message)?.[0] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const meant = Object.keys(KNOWN).find(
      (known) => `--${known}`.startsWith(name.toLowerCase()) || name.startsWith(`--${known}`),
    );
    return `there is no option ${name}${meant && name.length > 3 ? ` (did you mean --${meant}?)` : ''}`;
  }
  if (KNOWN[name.slice(2) as keyof typeof KNOWN]?.type !== 'string') return `${name}: takes no value`;
  const value = args[args.indexOf(name) + 1] as string | undefined;
  return `${name}: expected a value after it, got ${value === undefined ? 'nothing' : `"${value}"`}`;
}

function readSize(text: string): { width: number; height: number } {
  const match = /^(\d+)[x×](\d+)$/i.exec(text);
  const [width, height] = [Number(match?.[1]), Number(match?.[2])];
  if (!(width >= 160 && height >= 90 && width <= 4096 && height <= 2304) || width % 2 || height % 2) {
    bad(`--size: expected even numbers such as 1280x720, from 160x90 to 4096x2304, got "${text}"`);
  }
  return { width, height };
}

function readScenes(text: string): number[] {
  const scenes = text.split(',').flatMap((part) => {
    const match = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(part);
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (!(from >= 1 && to >= from && to < 100_000))
      return bad(`--scenes: expected a list such as 3, 1-5 or 2,4-6 counted from 1, got "${text}"`);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
  return [...new Set(scenes)].sort((a, b) => a - b);
}

function readSeed(text: string): number {
  const seed = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(seed) ? seed : bad(`--seed: expected a whole number from 0, got "${text}"`);
}

function readCaptions(text: string): CaptionMode {
  return text === 'soft' || text === 'burned' || text === 'none'
    ? text
    : bad(`--captions: expected soft, burned or none, got "${text}"`);
}

function readDraw(text: string): DrawMode {
  return text === 'ink' || text === 'learned' ? text : bad(`--draw: expected ink or learned, got "${text}"`);
}

function readEffects(text: string): EffectsMode {
  return text === 'simulated' || text === 'learned' ? text : bad(`--effects: expected simulated or learned, got "${text}"`);
}

function bad(message: string): never {
  throw new AnimaticError('BAD_OPTION', message, { remedy: 'npm start -- --help lists the options.' });
}
