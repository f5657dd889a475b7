/** @file What the command line asks for, checked. */
import { parseArgs } from 'node:util';

/** What can be trained here. */
export const MODELS = ['dcgan', 'stylegan', 'vae'] as const;
/** A model that can be trained here. */
export type ModelName = (typeof MODELS)[number];

/** Everything that is decided before a training. */
export interface Settings {
  /** A folder of pictures; `undefined` for the ones that come with the example. */
  data?: string;
  model: ModelName;
  /** Pixels on a side. */
  size: number;
  /** Factor on the numbers of filters. */
  width: number;
  steps: number;
  batchSize: number;
  seed: number;
  threads: number;
  out: string;
  /** Whether an earlier training in the folder is thrown away. */
  anew: boolean;
}

/** How the command is used. */
export const USAGE = `Trains a generator on a folder of pictures.

  npm start -- [options]

  --data FOLDER    PNG, JPEG and WebP pictures of any size; default: eight hundred drawn characters
  --model NAME     ${MODELS.join(', ')}; default dcgan
  --size PIXELS    side of what is made: 28, 32, 48 or 64; default 64
  --width FACTOR   how wide the networks are, 0.1…2; default 0.5
  --steps N        default 2000
  --batch N        pictures in a step; default 32
  --threads N      processor threads; default 2
  --seed N         equal seeds give equal results; default 7
  --out FOLDER     where everything is written; default out
  --anew           begin again instead of going on where the last training in the folder stopped
`;

/**
 * Reads the command line.
 *
 * @throws Error with a sentence for people.
 */
export function readSettings(args: readonly string[]): Settings | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      model: { type: 'string', default: 'dcgan' },
      size: { type: 'string', default: '64' },
      width: { type: 'string', default: '0.5' },
      steps: { type: 'string', default: '2000' },
      batch: { type: 'string', default: '32' },
      threads: { type: 'string', default: '2' },
      seed: { type: 'string', default: '7' },
      out: { type: 'string', default: 'out' },
      anew: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const { model } = values;
  if (!MODELS.includes(model as ModelName)) throw new Error(`--model must be one of ${MODELS.join(', ')}, got ${model}`);
  const size = whole('size', values.size, 8, 256);
  if (![28, 32, 48, 64].includes(size)) throw new Error(`--size must be 28, 32, 48 or 64, got ${size}`);
  const width = Number(values.width);
  if (!(width >= 0.1 && width <= 2)) throw new Error(`--width must lie in 0.1…2, got ${values.width}`);
  return {
    ...(values.data === undefined ? {} : { data: values.data }),
    model: model as ModelName,
    size,
    width,
    steps: whole('steps', values.steps, 1, 10_000_000),
    batchSize: whole('batch', values.batch, 2, 1024),
    threads: whole('threads', values.threads, 1, 64),
    seed: whole('seed', values.seed, 0, Number.MAX_SAFE_INTEGER),
    out: values.out,
    anew: values.anew,
  };
}

function whole(name: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= low && value <= high) return value;
  throw new Error(`--${name} must be a whole number in ${low}…${high}, got ${text}`);
}
