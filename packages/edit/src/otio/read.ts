/**
 * @file OpenTimelineIO JSON → timeline. Older schemas are brought up to date as they are read (Clip.1 had one media
 * reference, Clip.2 names them); fields and records that are not known are kept.
 */
import { EditError } from '../errors/edit-error.js';
import type { RationalTime, TimeRange } from '../time/rational-time.js';
import type {
  Clip,
  Effect,
  Item,
  Json,
  JsonObject,
  Labelled,
  Marker,
  MediaReference,
  Playable,
  Stack,
  Timeline,
  Track,
} from '../timeline/timeline.js';
import { parseLooseJson } from './json.js';

/**
 * Reads an OTIO file's text.
 *
 * @param text - JSON whose root is a `Timeline`; a root `Stack`, `Track` or clip is wrapped into a timeline.
 * @returns The timeline.
 * @throws EditError `BAD_OTIO` for broken JSON (with line and column), another root, or a record of the wrong form (with its path).
 * @example
 * ```ts
 * import { formatOtio, parseOtio } from '@filmai/edit/otio';
 *
 * const text = formatOtio({ name: 'cut 1', tracks: [] });
 * console.log(parseOtio(text).name); // cut 1
 * ```
 */
export function parseOtio(text: string): Timeline {
  const root = new Reader(parseLooseJson(text), 'root');
  const schema = schemaName(root);
  if (schema === 'Timeline') return timeline(root);
  if (schema === 'Stack') return { name: root.text('name'), tracks: tracksOf(stack(root)) };
  if (schema === 'Track' || schema === 'Sequence') return { name: root.text('name'), tracks: [track(root)] };
  if (schema === 'Clip')
    return { name: root.text('name'), tracks: [{ kind: 'track', name: '', media: 'video', items: [item(root)] }] };
  throw new EditError('BAD_OTIO', `root: expected a Timeline, got ${schema || 'a record without OTIO_SCHEMA'}`, {
    remedy: 'Is this an .otio file?',
  });
}

/** One record of the file; every field that is asked for counts as known, the rest is kept. */
class Reader {
  readonly fields: JsonObject;
  private readonly asked = new Set(['OTIO_SCHEMA', 'name', 'metadata']);

  constructor(
    json: Json | undefined,
    readonly path: string,
  ) {
    if (json === null || typeof json !== 'object' || Array.isArray(json)) this.fail('a record', json);
    this.fields = json;
  }

  get(key: string): Json | undefined {
    this.asked.add(key);
    return this.fields[key];
  }

  text(key: string): string {
    const value = this.get(key);
    return typeof value === 'string' ? value : '';
  }

  flag(key: string): boolean {
    return this.get(key) !== false;
  }

  number(key: string): number {
    const value = this.get(key);
    if (typeof value !== 'number') this.fail(`a number in "${key}"`, value);
    return value;
  }

  list(key: string): Reader[] {
    const value = this.get(key) ?? [];
    if (!Array.isArray(value)) this.fail(`a list in "${key}"`, value);
    return value.map((entry, i) => new Reader(entry, `${this.path}.${key}[${i}]`));
  }

  record(key: string): Reader | undefined {
    const value = this.get(key);
    return value === null || value === undefined ? undefined : new Reader(value, `${this.path}.${key}`);
  }

  labels(): Labelled {
    const metadata = this.record('metadata')?.fields;
    // A spread keeps what the JSON reader remembers of its numbers.
    const extra = { ...this.fields };
    for (const key of this.asked) delete extra[key];
    return {
      name: this.text('name'),
      ...(metadata && Object.keys(metadata).length > 0 ? { metadata } : {}),
      ...(Object.keys(extra).length > 0 ? { extra } : {}),
    };
  }

  fail(expected: string, got: unknown): never {
    const shown = typeof got === 'bigint' ? got.toString() : (JSON.stringify(got) ?? 'nothing');
    throw new EditError('BAD_OTIO', `${this.path}: expected ${expected}, got ${shown.slice(0, 60)}`, {
      remedy: 'The file is not valid OTIO.',
    });
  }
}

function schemaName(record: Reader): string {
  return record.text('OTIO_SCHEMA').replace(/\.\d+$/, '');
}

function timeline(record: Reader): Timeline {
  const start = record.record('global_start_time');
  const root = record.record('tracks');
  const layers = root ? stack(root) : undefined;
  const { kind: _kind, children: _children, ...rest } = layers ?? { kind: 'stack', children: [], name: '' };
  return {
    ...(start ? { start: time(start) } : {}),
    tracks: layers ? tracksOf(layers) : [],
    stack: rest,
    ...record.labels(),
  };
}

/** A stack may hold clips beside tracks; each becomes a track of its own. */
function tracksOf(layers: Stack): Track[] {
  return layers.children.map((child) =>
    child.kind === 'track' ? child : { kind: 'track', name: '', media: 'video', items: [child] },
  );
}

function stack(record: Reader): Stack {
  return { kind: 'stack', children: record.list('children').map(item), ...playable(record) };
}

function track(record: Reader): Track {
  return {
    kind: 'track',
    media: (record.text('kind') || 'Video').toLowerCase(),
    items: record.list('children').map(item),
    ...playable(record),
  };
}

function item(record: Reader): Item {
  switch (schemaName(record)) {
    case 'Clip':
      return clip(record);
    case 'Gap':
    case 'Filler': {
      const common = playable(record);
      const sourceRange = common.sourceRange ?? { start: { value: 0, rate: 24 }, duration: { value: 0, rate: 24 } };
      return { kind: 'gap', ...common, sourceRange };
    }
    case 'Stack':
      return stack(record);
    case 'Track':
    case 'Sequence':
      return track(record);
    case 'Transition':
      return {
        kind: 'transition',
        type: record.text('transition_type'),
        inOffset: time(required(record, 'in_offset')),
        outOffset: time(required(record, 'out_offset')),
        ...record.labels(),
      };
    default: {
      const { OTIO_SCHEMA: schema, ...fields } = record.fields;
      return { kind: 'unknown', name: record.text('name'), schema: typeof schema === 'string' ? schema : '', fields };
    }
  }
}

function clip(record: Reader): Clip {
  const references = record.record('media_references');
  const active = record.text('active_media_reference_key') || 'DEFAULT_MEDIA';
  const single = record.record('media_reference');
  const all = Object.entries(references?.fields ?? {}).flatMap(([key, value]): [string, MediaReference][] =>
    value === null ? [] : [[key, media(new Reader(value, `${record.path}.media_references.${key}`))]],
  );
  const current = all.find(([key]) => key === active)?.[1] ?? (single ? media(single) : ({ kind: 'missing', name: '' } as const));
  const others = all.filter(([key]) => key !== active);
  return {
    kind: 'clip',
    media: current,
    ...(others.length > 0 ? { alternatives: Object.fromEntries(others) } : {}),
    ...(active === 'DEFAULT_MEDIA' ? {} : { activeMedia: active }),
    ...playable(record),
  };
}

function media(record: Reader): MediaReference {
  const available = record.record('available_range');
  const about = () => ({ ...(available ? { availableRange: range(available) } : {}), ...record.labels() });
  switch (schemaName(record)) {
    case 'ExternalReference': {
      const url = record.text('target_url');
      return { kind: 'external', url, ...about() };
    }
    case 'GeneratorReference': {
      const generator = record.text('generator_kind');
      const parameters = record.record('parameters')?.fields;
      return { kind: 'generator', generator, ...(parameters ? { parameters } : {}), ...about() };
    }
    case 'MissingReference':
      return { kind: 'missing', ...about() };
    default:
      return { kind: 'other', schema: record.text('OTIO_SCHEMA'), ...about() };
  }
}

function playable(record: Reader): Playable {
  const sourceRange = record.record('source_range');
  const enabled = record.flag('enabled');
  const effects = record.list('effects').map(effect);
  const markers = record.list('markers').map(marker);
  return {
    ...(sourceRange ? { sourceRange: range(sourceRange) } : {}),
    ...(enabled ? {} : { enabled }),
    ...(effects.length > 0 ? { effects } : {}),
    ...(markers.length > 0 ? { markers } : {}),
    ...record.labels(),
  };
}

function effect(record: Reader): Effect {
  const schema = record.text('OTIO_SCHEMA');
  const effectName = record.text('effect_name');
  const scalar = record.get('time_scalar');
  return { schema, effectName, ...(typeof scalar === 'number' ? { timeScalar: scalar } : {}), ...record.labels() };
}

function marker(record: Reader): Marker {
  const comment = record.text('comment');
  const marked = range(required(record, 'marked_range'));
  // Marker.3 holds a colour record; it stays in `extra`, its name serves as ours.
  const color = record.fields.color;
  const inner = color && typeof color === 'object' && !Array.isArray(color) ? color.name : undefined;
  const named = typeof color === 'string' ? record.text('color') : typeof inner === 'string' ? inner : '';
  return { range: marked, color: named.toUpperCase(), ...(comment ? { comment } : {}), ...record.labels() };
}

function range(record: Reader): TimeRange {
  return { start: time(required(record, 'start_time')), duration: time(required(record, 'duration')) };
}

function time(record: Reader): RationalTime {
  return { value: record.number('value'), rate: record.number('rate') };
}

function required(record: Reader, key: string): Reader {
  return record.record(key) ?? record.fail(`a record in "${key}"`, null);
}
