/**
 * @file Timeline → edit decision list. A list knows one picture track and four of sound, and a dissolve starts at its cut: where a
 * transition reaches in front of the cut, the cut moves to where it begins.
 */
import { EditError } from '../errors/edit-error.js';
import { addTime, rangeEnd, rescale, subtractTime, toSeconds, type RationalTime, type TimeRange } from '../time/rational-time.js';
import { canDropFrames, formatTimecode } from '../time/timecode.js';
import { layOut, timelineDuration, usedRange, type PlacedItem } from '../timeline/layout.js';
import type { Clip, Timeline, Track, Transition } from '../timeline/timeline.js';
import type { EditDecisionList, EdlEvent } from './edl.js';

const SOUND_CHANNELS = ['A', 'A2', 'A3', 'A4'];

/**
 * Turns a timeline into a list.
 *
 * @param timeline - One video track and at most four audio tracks; others must be disabled or empty.
 * @param options - `rate`: frames in a second, default the timeline's own. `start`: record time of the first frame, default the
 *   timeline's `start`, else one hour. `dropFrame`: default true at 29.97 and 59.94.
 * @returns The list. Long file names stand in remarks, since a reel has eight characters.
 * @throws EditError `NOT_REPRESENTABLE` where the timeline has more than a list can hold (layers, nested timelines).
 * @example
 * ```ts
 * import { edlFromTimeline, formatEdl } from '@filmai/edit/edl';
 * import { clip } from '@filmai/edit/timeline';
 * import { timeRange } from '@filmai/edit/time';
 *
 * const door = clip('door', { kind: 'external', name: '', url: 'door.mov' }, timeRange(0, 48, 24));
 * const track = { kind: 'track' as const, name: 'V1', media: 'video', items: [door] };
 * console.log(formatEdl(edlFromTimeline({ name: 'cut', tracks: [track] })).split('\n')[2]);
 * // 001   AX       V     C        00:00:00:00 00:00:02:00 01:00:00:00 01:00:02:00
 * ```
 */
export function edlFromTimeline(
  timeline: Timeline,
  options: { rate?: number; start?: RationalTime; dropFrame?: boolean } = {},
): EditDecisionList {
  const rate = options.rate ?? timelineDuration(timeline).rate;
  const start = rescale(options.start ?? timeline.start ?? { value: 3600 * Math.round(rate), rate }, rate);
  const used = timeline.tracks.filter((track) => (track.enabled ?? true) && track.items.some((item) => item.kind !== 'gap'));
  const picture = used.filter((track) => track.media !== 'audio');
  const sound = used.filter((track) => track.media === 'audio');
  if (picture.length > 1 || sound.length > SOUND_CHANNELS.length) {
    throw new EditError(
      'NOT_REPRESENTABLE',
      `an EDL holds 1 picture track and 4 of sound, the timeline has ${picture.length} and ${sound.length}`,
      {
        remedy: 'Write OTIO instead, or disable the other tracks.',
      },
    );
  }
  const events = [
    ...picture.map((track) => eventsOf(track, 'V', start)),
    ...sound.map((track, i) => eventsOf(track, SOUND_CHANNELS[i], start)),
  ].flat();
  let number = 0;
  for (const event of events) event.number = String(event.effect === 'C' ? ++number : number).padStart(3, '0');
  return { title: timeline.name, dropFrame: options.dropFrame ?? canDropFrames(rate), events, preamble: [] };
}

function eventsOf(track: Track, channels: string, start: RationalTime): EdlEvent[] {
  const placed = layOut(track);
  return placed.flatMap((entry, index): EdlEvent[] => {
    if (entry.item.kind === 'transition' || entry.item.kind === 'unknown') return [];
    const incoming = transitionAt(placed[index - 1]);
    const outgoing = transitionAt(placed[index + 1]);
    if (entry.item.kind === 'gap') return incoming ? [fadeOut(placed, index, incoming, channels, start)].flat() : [];
    if (entry.item.kind !== 'clip') {
      throw new EditError('NOT_REPRESENTABLE', `"${entry.item.name}" is a nested ${entry.item.kind}: an EDL holds clips only`, {
        remedy: 'Flatten it first.',
      });
    }
    const lead = incoming?.inOffset ?? { value: 0, rate: start.rate };
    const tail = outgoing?.inOffset ?? { value: 0, rate: start.rate };
    const source = shift(usedRange(entry.item), lead, tail, start.rate);
    const record = shift({ start: addTime(start, entry.range.start), duration: entry.range.duration }, lead, tail, start.rate);
    const event: EdlEvent = {
      number: '',
      reel: reelOf(entry.item),
      channels,
      effect: incoming ? effectOf(incoming) : 'C',
      effectFrames: incoming ? Math.round(rescale(addTime(incoming.inOffset, incoming.outOffset), start.rate).value) : 0,
      sourceIn: source.start,
      sourceOut: addTime(source.start, sourceLength(entry.item, source.duration)),
      recordIn: record.start,
      recordOut: rangeEnd(record),
      notes: notesOf(entry.item, incoming ? previousClip(placed, index) : undefined, source, start.rate),
    };
    return incoming ? [outgoingLine(previousClip(placed, index), event), event] : [event];
  });
}

/** A gap after a transition: the picture before it goes to black. */
function fadeOut(placed: PlacedItem[], index: number, transition: Transition, channels: string, start: RationalTime): EdlEvent[] {
  const frames = Math.round(rescale(transition.outOffset, start.rate).value);
  const recordIn = subtractTime(addTime(start, placed[index].range.start), transition.inOffset);
  const zero = { value: 0, rate: start.rate };
  const length = addTime(placed[index].range.duration, transition.inOffset);
  const event: EdlEvent = {
    number: '',
    reel: 'BL',
    channels,
    effect: effectOf(transition),
    effectFrames: frames + Math.round(rescale(transition.inOffset, start.rate).value),
    sourceIn: zero,
    sourceOut: rescale(length, start.rate),
    recordIn,
    recordOut: addTime(recordIn, length),
    notes: [],
  };
  return [outgoingLine(previousClip(placed, index), event), event];
}

/** The line of no length that names what the effect comes from. */
function outgoingLine(from: PlacedItem | undefined, to: EdlEvent): EdlEvent {
  const clip = from?.item.kind === 'clip' ? from.item : undefined;
  const zero = { value: 0, rate: to.recordIn.rate };
  const end = clip ? rescale(rangeEnd(usedRange(clip)), to.recordIn.rate) : zero;
  return {
    ...to,
    reel: clip ? reelOf(clip) : 'BL',
    effect: 'C',
    effectFrames: 0,
    sourceIn: end,
    sourceOut: end,
    recordOut: to.recordIn,
    notes: [],
  };
}

function notesOf(clip: Clip, from: PlacedItem | undefined, source: TimeRange, rate: number): string[] {
  const listed = clip.metadata?.cmx_3600;
  const comments =
    listed && typeof listed === 'object' && !Array.isArray(listed) && Array.isArray(listed.comments)
      ? listed.comments.map(String)
      : [];
  const speed = speedOf(clip);
  const freeze = speed === 0 ? ' FF' : '';
  return [
    ...(speed === undefined
      ? []
      : [
          `M2   ${reelOf(clip).padEnd(8)} ${(speed * rate).toFixed(1).padStart(5, '0')}                ${formatTimecode(source.start)}`,
        ]),
    ...(from
      ? [`* FROM CLIP NAME: ${from.item.name}`, `* TO CLIP NAME: ${clip.name}${freeze}`]
      : [`* FROM CLIP NAME: ${clip.name}${freeze}`]),
    ...(clip.media.kind === 'external' ? [`* FROM FILE: ${clip.media.url}`] : []),
    ...(clip.markers ?? []).map((marker) =>
      `* LOC: ${formatTimecode(rescale(marker.range.start, rate))} ${marker.color.padEnd(7)} ${marker.name}`.trimEnd(),
    ),
    ...comments,
  ];
}

function speedOf(clip: Clip): number | undefined {
  return clip.effects?.find((effect) => effect.timeScalar !== undefined)?.timeScalar;
}

/** A list counts the frames that are read from the source: one for a still, twice as many at double speed. */
function sourceLength(clip: Clip, duration: RationalTime): RationalTime {
  const speed = speedOf(clip);
  return speed === undefined
    ? duration
    : { value: Math.max(1, Math.round(duration.value * Math.abs(speed))), rate: duration.rate };
}

function reelOf(clip: Clip): string {
  if (clip.media.kind === 'generator') return /bars/i.test(clip.media.generator) ? 'BARS' : 'BL';
  const listed = clip.metadata?.cmx_3600;
  const reel = listed && typeof listed === 'object' && !Array.isArray(listed) ? listed.reel : undefined;
  return typeof reel === 'string' && reel !== '' ? reel.replace(/\s+/g, '_').slice(0, 8) : 'AX';
}

function effectOf(transition: Transition): string {
  if (transition.type === 'SMPTE_Wipe') return 'W001';
  return 'D';
}

/** Moves the front edge earlier by `lead` and the back edge earlier by `tail`. */
function shift(range: TimeRange, lead: RationalTime, tail: RationalTime, rate: number): TimeRange {
  const start = rescale(subtractTime(range.start, lead), rate);
  if (toSeconds(start) < 0)
    throw new EditError('OUT_OF_MEDIA', 'a transition begins before its incoming media does', {
      remedy: 'Shorten the transition.',
    });
  return { start, duration: rescale(subtractTime(addTime(range.duration, lead), tail), rate) };
}

function transitionAt(entry: PlacedItem | undefined): Transition | undefined {
  return entry?.item.kind === 'transition' ? entry.item : undefined;
}

function previousClip(placed: PlacedItem[], index: number): PlacedItem | undefined {
  return placed.slice(0, index).findLast(({ item }) => item.kind !== 'transition' && item.kind !== 'unknown');
}
