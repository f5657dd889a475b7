import { edlFromTimeline, formatEdl, parseEdl, timelineFromEdl } from '@filmai/edit/edl';
import { formatOtio, parseOtio } from '@filmai/edit/otio';
import type { Cue } from '@filmai/edit/subtitles';
import { durationOf, type Item, type Timeline } from '@filmai/edit/timeline';
import { describe, expect, it } from 'vitest';
import { buildCaptions, buildTimeline } from './film-timeline.js';
import { STEMS } from './soundtrack.js';
import { FRAME_RATE, planFilm } from './plan.js';
import { longerFilm, scriptOf, tinyFilm } from './test-scripts.js';
import { lineKey, type Line } from './voices.js';

/** Shots so short that two fades of a second do not fit into one. */
const hurriedFilm = ['A', 'B', 'C', 'D']
  .map(
    (place, i) =>
      `INT. ${place} - DAY\n\n${['Go.', '', 'Run.', ''][i]}\n\n${['FADE TO BLACK.', 'DISSOLVE TO:', 'FADE OUT.', ''][i]}\n\n`,
  )
  .join('');

const films = { tiny: tinyFilm, longer: longerFilm, hurried: hurriedFilm };
const filmOf = (text: string) => {
  const script = scriptOf(text);
  const plan = planFilm(script);
  return { script, plan, timeline: buildTimeline(plan, script) };
};

describe.each(Object.entries(films))('the timeline of the %s film', (_, text) => {
  const { plan, timeline } = filmOf(text);
  const [pictures, ...sound] = timeline.tracks;

  it('is as long as the plan, on every track', () => {
    for (const track of timeline.tracks) expect(durationOf(track)).toEqual({ value: plan.frames, rate: FRAME_RATE });
    expect(sound.map(({ name }) => name)).toEqual([...STEMS]);
  });

  it('shows each shot where the plan puts it', () => {
    let at = 0;
    const starts: [string, number, number][] = [];
    for (const item of pictures.items) {
      if (item.kind === 'clip' && item.name !== 'black') starts.push([item.name, at, durationOf(item).value]);
      at += durationOf(item).value;
    }
    expect(starts).toEqual(plan.shots.map(({ id, startFrame, frames }) => [id, startFrame, frames]));
  });

  it('has no transition longer than what it joins, and none that meets another', () => {
    for (const [i, item] of pictures.items.entries()) {
      if (item.kind !== 'transition') continue;
      const [before, after] = [pictures.items[i - 1] as Item | undefined, pictures.items[i + 1]];
      expect(before?.kind).not.toBe('transition');
      expect(after.kind).not.toBe('transition');
      expect(item.outOffset.value).toBeLessThanOrEqual(durationOf(after).value);
      if (before) expect(item.inOffset.value).toBeLessThanOrEqual(durationOf(before).value);
    }
    for (const [i, item] of pictures.items.entries()) {
      if (item.kind !== 'clip') continue;
      const [into, out] = [pictures.items[i - 1], pictures.items[i + 1]] as (Item | undefined)[];
      const used =
        (into?.kind === 'transition' ? into.outOffset.value : 0) + (out?.kind === 'transition' ? out.inOffset.value : 0);
      expect(used, `fades of ${item.name}`).toBeLessThanOrEqual(durationOf(item).value);
    }
  });

  it('asks of no clip more than is drawn of it', () => {
    for (const [i, item] of pictures.items.entries()) {
      if (item.kind !== 'clip') continue;
      const out = pictures.items[i + 1] as Item | undefined;
      const tail = out?.kind === 'transition' ? out.outOffset.value : 0;
      expect(durationOf(item).value + tail).toBeLessThanOrEqual(item.media.availableRange?.duration.value ?? 0);
    }
  });

  it('is read back from OTIO as it was', () => {
    const back = parseOtio(formatOtio(timeline));
    expect(back).toMatchObject(timeline);
    expect(parseOtio(formatOtio(back))).toEqual(back);
  });

  it('is read back from EDL with the same names, times and transitions', () => {
    const film: Timeline = { ...timeline, tracks: [pictures] };
    const back = timelineFromEdl(parseEdl(formatEdl(edlFromTimeline(film))).edl);
    const clips = (items: readonly Item[]): unknown[] =>
      items.flatMap((item) => (item.kind === 'clip' ? [[item.name, durationOf(item).value]] : []));
    expect(clips(back.tracks[0].items)).toEqual(clips(pictures.items));
    const dissolves = (items: readonly Item[]): number => items.filter(({ kind }) => kind === 'transition').length;
    expect(dissolves(back.tracks[0].items)).toBe(dissolves(pictures.items));
  });
});

/** A voice that is silent for a moment before each of its words, and says them evenly. */
const spokenBy = (text: string, silence: number) => {
  const script = scriptOf(text);
  const lines = new Map<string, Line>();
  for (const { speeches } of planFilm(script).shots) {
    for (const { speech } of speeches) {
      const texts = speech.text.split(/\s+/).filter(Boolean);
      const words = texts.map((word, i) => ({
        text: word,
        startSeconds: silence + i * 0.4,
        endSeconds: silence + i * 0.4 + 0.3,
      }));
      const seconds = silence + texts.length * 0.4 + 0.2;
      lines.set(lineKey(speech), {
        sound: { sampleRate: 8000, channels: [new Float32Array(Math.round(seconds * 8000))] },
        seconds,
        words,
        phones: [],
        method: 'flite',
        levelDb: 0,
      });
    }
  }
  return { lines, plan: planFilm(script, (speech) => lines.get(lineKey(speech))?.seconds ?? 0) };
};

describe('captions', () => {
  const plain = (text: string): string => text.replace(/[\s–]+/g, ' ').trim();

  it.each(Object.entries(films).slice(0, 2))('of the %s film begin when the words begin', (_, text) => {
    const { lines, plan } = spokenBy(text, 0.15);
    const cues = buildCaptions(plan, lines);
    for (const { startFrame, speeches } of plan.shots) {
      for (const { speech, startSeconds } of speeches) {
        const heard = startFrame / FRAME_RATE + startSeconds + 0.15;
        const nearest = cues.reduce((best, cue) =>
          Math.abs(cue.startSeconds - heard) < Math.abs(best.startSeconds - heard) ? cue : best,
        );
        expect(Math.abs(nearest.startSeconds - heard), speech.text).toBeLessThanOrEqual(0.001);
        expect(plain(nearest.text)).toContain(plain(speech.text).slice(0, 8));
      }
    }
  });

  it.each(Object.entries(films).slice(0, 2))(
    'of the %s film come in order, end after they begin, never overlap, and hold every word',
    (_, text) => {
      for (const cues of [
        buildCaptions(planFilm(scriptOf(text))),
        ((one) => buildCaptions(one.plan, one.lines))(spokenBy(text, 0.05)),
      ]) {
        for (const [i, cue] of cues.entries()) {
          expect(cue.endSeconds).toBeGreaterThan(cue.startSeconds);
          const next = cues[i + 1] as Cue | undefined;
          if (next) expect(next.startSeconds).toBeGreaterThanOrEqual(cue.endSeconds - 1e-9);
        }
        const said = planFilm(scriptOf(text)).shots.flatMap(({ speeches }) => speeches.map(({ speech }) => plain(speech.text)));
        expect(plain(cues.map((cue) => cue.text).join(' '))).toBe(said.join(' '));
      }
    },
  );

  it('put the two sides of a dual dialogue into one, a line each', () => {
    const dual = buildCaptions(planFilm(scriptOf(longerFilm))).filter(({ text }) => text.startsWith('– '));
    expect(dual.map(({ text }) => text)).toEqual(['– There!\n– There!', '– Now you know.\n– Now I know.']);
  });

  it('of a silent film are none', () => {
    expect(buildCaptions(planFilm(scriptOf('INT. A - DAY\n\nNobody.\n')))).toEqual([]);
  });
});
