/** @file Timeline → OpenTimelineIO JSON, in the schema versions that version 0.15 and later of the library read. */
import type { RationalTime, TimeRange } from '../time/rational-time.js';
import type {
  Clip,
  Effect,
  Item,
  JsonObject,
  Labelled,
  Marker,
  MediaReference,
  Playable,
  Timeline,
  Track,
} from '../timeline/timeline.js';
import { formatLooseJson } from './json.js';

const FLOATS = new Set(['value', 'rate', 'time_scalar']);

/**
 * Writes a timeline as OTIO.
 *
 * @param timeline - Any timeline.
 * @returns The file's text, indented.
 * @example
 * ```ts
 * import { formatOtio } from '@filmai/edit/otio';
 *
 * console.log(formatOtio({ name: 'cut 1', tracks: [] }).includes('"Timeline.1"')); // true
 * ```
 */
export function formatOtio(timeline: Timeline): string {
  const { name, ...layers } = timeline.stack ?? { name: 'tracks' };
  return formatLooseJson(
    {
      OTIO_SCHEMA: 'Timeline.1',
      ...labels(timeline),
      global_start_time: timeline.start ? time(timeline.start) : null,
      tracks: { OTIO_SCHEMA: 'Stack.1', ...playable({ name, ...layers }), children: timeline.tracks.map(item) },
    },
    FLOATS,
  );
}

function item(value: Item): JsonObject {
  switch (value.kind) {
    case 'clip':
      return { OTIO_SCHEMA: 'Clip.2', ...playable(value), ...references(value) };
    case 'gap':
      return { OTIO_SCHEMA: 'Gap.1', ...playable(value) };
    case 'stack':
      return { OTIO_SCHEMA: 'Stack.1', ...playable(value), children: value.children.map(item) };
    case 'track':
      return { OTIO_SCHEMA: 'Track.1', ...playable(value), kind: trackKind(value), children: value.items.map(item) };
    case 'transition':
      return {
        OTIO_SCHEMA: 'Transition.1',
        ...labels(value),
        transition_type: value.type,
        in_offset: time(value.inOffset),
        out_offset: time(value.outOffset),
      };
    case 'unknown':
      return { OTIO_SCHEMA: value.schema, ...value.fields };
  }
}

/** OTIO writes its two kinds with a capital. */
function trackKind(track: Track): string {
  return track.media.charAt(0).toUpperCase() + track.media.slice(1);
}

function references(clip: Clip): JsonObject {
  const active = clip.activeMedia ?? 'DEFAULT_MEDIA';
  const others = Object.fromEntries(Object.entries(clip.alternatives ?? {}).map(([key, reference]) => [key, media(reference)]));
  return { media_references: { [active]: media(clip.media), ...others }, active_media_reference_key: active };
}

function media(reference: MediaReference): JsonObject {
  const available = reference.availableRange ? range(reference.availableRange) : null;
  const common = { ...labels(reference), available_range: available };
  switch (reference.kind) {
    case 'external':
      return { OTIO_SCHEMA: 'ExternalReference.1', ...common, target_url: reference.url };
    case 'generator':
      return {
        OTIO_SCHEMA: 'GeneratorReference.1',
        ...common,
        generator_kind: reference.generator,
        parameters: reference.parameters ?? {},
      };
    case 'missing':
      return { OTIO_SCHEMA: 'MissingReference.1', ...common };
    case 'other':
      return { OTIO_SCHEMA: reference.schema, ...common };
  }
}

function playable(value: Playable): JsonObject {
  return {
    ...labels(value),
    source_range: value.sourceRange ? range(value.sourceRange) : null,
    effects: (value.effects ?? []).map(effect),
    markers: (value.markers ?? []).map(marker),
    enabled: value.enabled ?? true,
  };
}

function effect(value: Effect): JsonObject {
  const scalar: JsonObject = value.timeScalar === undefined ? {} : { time_scalar: value.timeScalar };
  return { OTIO_SCHEMA: value.schema, ...labels(value), effect_name: value.effectName, ...scalar };
}

function marker(value: Marker): JsonObject {
  const recorded = value.extra?.color !== undefined;
  return {
    OTIO_SCHEMA: recorded ? 'Marker.3' : 'Marker.2',
    ...(recorded ? {} : { color: value.color }),
    ...labels(value),
    marked_range: range(value.range),
    comment: value.comment ?? '',
  };
}

function labels(value: Labelled): JsonObject {
  return { ...value.extra, metadata: value.metadata ?? {}, name: value.name };
}

function range(value: TimeRange): JsonObject {
  return { OTIO_SCHEMA: 'TimeRange.1', duration: time(value.duration), start_time: time(value.start) };
}

function time(value: RationalTime): JsonObject {
  return { OTIO_SCHEMA: 'RationalTime.1', rate: value.rate, value: value.value };
}
