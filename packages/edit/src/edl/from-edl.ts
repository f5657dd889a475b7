/**
 * @file Edit decision list → timeline. The record side says where a clip lies, the source side what it shows. A dissolve
 * begins at the cut and lies wholly in the incoming clip, as the list counts it.
 */
import { compareTime, fromSeconds, subtractTime, type RationalTime } from '../time/rational-time.js';
import { parseTimecode } from '../time/timecode.js';
import { durationOf, gap } from '../timeline/layout.js';
import type { Clip, Effect, JsonObject, Marker, MediaReference, Timeline, Track, Transition } from '../timeline/timeline.js';
import type { EditDecisionList, EdlEvent } from './edl.js';

/**
 * Turns a list into a timeline with a track for each channel that it uses.
 *
 * @param edl - What `parseEdl` returned.
 * @returns The timeline; it starts at the earliest record time, which becomes `start`.
 * @example
 * ```ts
 * import { parseEdl, timelineFromEdl } from '@filmai/edit/edl';
 *
 * const { edl } = parseEdl('001  AX  V  C  00:00:00:00 00:00:02:00 01:00:00:00 01:00:02:00\n* FROM CLIP NAME: door');
 * console.log(timelineFromEdl(edl).tracks[0].items[0].name); // door
 * ```
 */
export function timelineFromEdl(edl: EditDecisionList): Timeline {
  const start = edl.events.map((event) => event.recordIn).reduce((a, b) => (compareTime(a, b) <= 0 ? a : b));
  const tracks = new Map<string, Track>();
  for (const [index, event] of edl.events.entries()) {
    for (const name of channelNames(event.channels)) {
      const track = tracks.get(name) ?? { kind: 'track', name, media: name.startsWith('A') ? 'audio' : 'video', items: [] };
      tracks.set(name, track);
      place(track, event, edl.events[index - 1], start);
    }
  }
  return { name: edl.title, start, tracks: [...tracks.values()] };
}

function place(track: Track, event: EdlEvent, previous: EdlEvent | undefined, start: RationalTime): void {
  const at = subtractTime(event.recordIn, start);
  const length = subtractTime(event.recordOut, event.recordIn);
  const end = durationOf(track);
  // The first line of a dissolve names the outgoing clip again, with no length.
  if (length.value === 0) return;
  if (compareTime(at, end) > 0) track.items.push(gap(subtractTime(at, end)));
  if (event.effect !== 'C') track.items.push(transitionOf(event, previous));
  track.items.push(clipOf(event, length));
}

function transitionOf(event: EdlEvent, previous: EdlEvent | undefined): Transition {
  const { rate } = event.recordIn;
  const from = remark(event, 'FROM CLIP NAME') ?? (previous ? remark(previous, 'FROM CLIP NAME') : undefined);
  const to = remark(event, 'TO CLIP NAME') ?? event.number;
  const dissolve = event.effect === 'D';
  const type = dissolve ? 'SMPTE_Dissolve' : event.effect.startsWith('W') ? 'SMPTE_Wipe' : `CMX_${event.effect}`;
  return {
    kind: 'transition',
    name: `${type}${from ? ` from ${from}` : ''} to ${to}`,
    type,
    inOffset: { value: 0, rate },
    outOffset: { value: event.effectFrames, rate },
    metadata: { cmx_3600: { transition: event.effect, transition_duration: event.effectFrames } },
  };
}

function clipOf(event: EdlEvent, length: RationalTime): Clip {
  const { rate } = event.recordIn;
  const effect = speedOf(event, length);
  const freeze = effect?.schema === 'FreezeFrame.1';
  const written =
    (event.effect === 'C' ? undefined : remark(event, 'TO CLIP NAME')) ?? remark(event, 'FROM CLIP NAME') ?? event.number;
  const name = freeze ? written.replace(/\s+FF$/, '') : written;
  const file = remark(event, 'FROM FILE') ?? remark(event, 'FROM CLIP') ?? remark(event, 'SOURCE FILE');
  const markers = event.notes.map((note) => locator(note, rate)).filter((marker) => marker !== undefined);
  const remarks = event.notes.filter(
    (note) =>
      !/^\*?\s*(FROM CLIP NAME|TO CLIP NAME|FROM FILE|FROM CLIP|LOC|ASC_SOP|ASC_SAT)\s*:?/i.test(note) && !/^M2\s/.test(note),
  );
  const listed: JsonObject = { reel: event.reel, event: event.number, ...(remarks.length > 0 ? { comments: remarks } : {}) };
  const grade = gradeOf(event);
  return {
    kind: 'clip',
    name,
    media: mediaOf(event.reel, file),
    sourceRange: { start: event.sourceIn, duration: length },
    ...(effect ? { effects: [effect] } : {}),
    ...(markers.length > 0 ? { markers } : {}),
    metadata: { cmx_3600: listed, ...(grade ? { cdl: grade } : {}) },
  };
}

/** BL and BARS are the list's own sources: black and colour bars. */
function mediaOf(reel: string, file: string | undefined): MediaReference {
  if (/^(BL|BLACK)$/i.test(reel)) return { kind: 'generator', name: '', generator: 'black' };
  if (/^BARS$/i.test(reel)) return { kind: 'generator', name: '', generator: 'SMPTEBars' };
  return file && /[\\/.]/.test(file) ? { kind: 'external', name: '', url: file } : { kind: 'missing', name: '' };
}

/** `M2` gives the speed in frames per second: 0 stands still, negative runs backwards. At equal lengths it changes nothing. */
function speedOf(event: EdlEvent, length: RationalTime): Effect | undefined {
  const motion = event.notes.map((note) => /^M2\s+\S.*?\s+(-?\d+(?:\.\d+)?)\s+[\d:;.]+/.exec(note)).find(Boolean);
  if (!motion || compareTime(subtractTime(event.sourceOut, event.sourceIn), length) === 0) return undefined;
  const timeScalar = Number(motion[1]) / length.rate;
  return timeScalar === 0
    ? { schema: 'FreezeFrame.1', name: '', effectName: 'FreezeFrame', timeScalar }
    : { schema: 'LinearTimeWarp.1', name: '', effectName: 'LinearTimeWarp', timeScalar };
}

/** `* LOC: 01:00:01:14 RED     ANIM FIX NEEDED` */
function locator(note: string, rate: number): Marker | undefined {
  const match = /^\*?\s*LOC:\s*([\d:;.]+)\s+(\w+)\s*(.*)$/i.exec(note);
  if (!match) return undefined;
  const start = parseTimecode(match[1], rate);
  return { name: match[3], range: { start, duration: fromSeconds(0, rate) }, color: match[2].toUpperCase() };
}

/** The ASC colour decision list, in the form that OpenTimelineIO's adapter uses. */
function gradeOf(event: EdlEvent): JsonObject | undefined {
  const triples = /\(([^)]*)\)\s*\(([^)]*)\)\s*\(([^)]*)\)/.exec(remark(event, 'ASC_SOP') ?? '');
  const saturation = remark(event, 'ASC_SAT');
  if (!triples && saturation === undefined) return undefined;
  const [slope, offset, power] = (triples ?? []).slice(1).map((triple) => triple.trim().split(/\s+/).map(Number));
  return {
    ...(triples ? { asc_sop: { slope, offset, power } } : {}),
    ...(saturation === undefined ? {} : { asc_sat: Number(saturation) }),
  };
}

function remark(event: EdlEvent, key: string): string | undefined {
  const pattern = new RegExp(`^\\*?\\s*${key}(?:\\s*:\\s*|\\s+)(.*)$`, 'i');
  return event.notes.map((note) => pattern.exec(note)?.[1].trim()).find((value) => value !== undefined);
}

/** `'AA/V'` → A1, A2, V. */
function channelNames(channels: string): string[] {
  switch (channels) {
    case 'B':
      return ['V', 'A1'];
    case 'A':
      return ['A1'];
    case 'AA':
      return ['A1', 'A2'];
    case 'A/V':
      return ['A1', 'V'];
    case 'A2/V':
      return ['A2', 'V'];
    case 'AA/V':
      return ['A1', 'A2', 'V'];
    default:
      return [channels];
  }
}
