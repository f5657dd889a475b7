/** @file What the command line asks for, checked. */
import { parseArgs } from 'node:util';
import { EFFECT_KINDS, type EffectKind } from '@filmai/gan/effects';

/** What the written film shows. */
export const LAYOUTS = ['before-after', 'after'] as const;

/** Everything that is decided before the work. */
export interface Settings {
  /** A film; `undefined` for the yard that is drawn here. */
  clip?: string;
  effect: EffectKind;
  /** Where it burns, 0…1 from the top left corner. */
  at: { x: number; y: number };
  /** Width of the source as a part of the picture's height. */
  size: number;
  wind: number;
  strength: number;
  /** How much light falls on the surroundings, 0 for none. */
  light: number;
  /** At most so long. */
  seconds: number;
  /** Pixels, the whole picture of one side. */
  width: number;
  seed: number;
  layout: (typeof LAYOUTS)[number];
  out: string;
}

/** How the command is used. */
export const USAGE = `Lays a learned effect over a clip and lets its light fall on what is around it.

  npm start -- [options]

  --clip FILE      a film; default: a yard at dusk that is drawn here
  --effect NAME    ${EFFECT_KINDS.join(', ')}; default fire
  --at X,Y         where it burns, 0…1 from the top left corner; default 0.5,0.82
  --size PART      width of the source as a part of the picture's height, 0.02…2; default 0.3
  --wind N         −1 blows to the left, 1 to the right; default 0.1
  --strength N     0…1; default 0.7
  --light N        light on the surroundings, 0 (none)…3; default 1
  --seconds N      at most so long; default 3
  --width PIXELS   of each picture; default 480
  --seed N         equal seeds give equal effects; default 7
  --layout NAME    ${LAYOUTS.join(' or ')}; default before-after
  --out FILE       default out/effect.mp4
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
      clip: { type: 'string' },
      effect: { type: 'string', default: 'fire' },
      at: { type: 'string', default: '0.5,0.82' },
      size: { type: 'string', default: '0.3' },
      wind: { type: 'string', default: '0.1' },
      strength: { type: 'string', default: '0.7' },
      light: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '3' },
      width: { type: 'string', default: '480' },
      seed: { type: 'string', default: '7' },
      layout: { type: 'string', default: 'before-after' },
      out: { type: 'string', default: 'out/effect.mp4' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const [x, y, ...rest] = values.at.split(',').map(Number);
  if (rest.length > 0) throw new Error(`--at must be two numbers such as 0.5,0.8, got ${values.at}`);
  const width = Math.round(number('width', values.width, 64, 4096) / 2) * 2;
  return {
    ...(values.clip === undefined ? {} : { clip: values.clip }),
    effect: choice('effect', values.effect, EFFECT_KINDS),
    at: { x: number('at', String(x), 0, 1), y: number('at', String(y), 0, 1) },
    size: number('size', values.size, 0.02, 2),
    wind: number('wind', values.wind, -1, 1),
    strength: number('strength', values.strength, 0, 1),
    light: number('light', values.light, 0, 3),
    seconds: number('seconds', values.seconds, 0.05, 3600),
    width,
    seed: number('seed', values.seed, 0, 2 ** 31),
    layout: choice('layout', values.layout, LAYOUTS),
    out: values.out,
  };
}

function number(name: string, text: string, low: number, high: number): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!(value >= low && value <= high)) throw new Error(`--${name} must lie in ${low}…${high}, got ${text}`);
  return value;
}

function choice<Name extends string>(name: string, text: string, names: readonly Name[]): Name {
  const found = names.find((one) => one === text);
  if (found === undefined) throw new Error(`--${name} must be one of ${names.join(', ')}, got ${text}`);
  return found;
}
