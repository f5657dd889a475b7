import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../../../tools/fixtures.js';
import { timeRange } from '../time/index.js';
import { clip, type Timeline } from '../timeline/index.js';
import { formatLooseJson, parseLooseJson } from './json.js';
import { formatOtio, parseOtio, readOtio, writeOtio } from './index.js';

const samples = fixture('timeline/otio-core/sample_data');

const film: Timeline = {
  name: 'cut 1',
  start: { value: 86_400, rate: 24 },
  tracks: [
    {
      kind: 'track',
      name: 'V1',
      media: 'video',
      items: [
        clip(
          'door',
          { kind: 'external', name: '', url: 'door.mov', availableRange: timeRange(0, 100, 24) },
          timeRange(10, 48, 24),
        ),
        {
          kind: 'transition',
          name: 'x',
          type: 'SMPTE_Dissolve',
          inOffset: { value: 0, rate: 24 },
          outOffset: { value: 12, rate: 24 },
        },
        clip('sea', { kind: 'missing', name: '' }, timeRange(0, 48, 24)),
      ],
      markers: [{ name: 'look', range: timeRange(3, 1, 24), color: 'RED' }],
    },
  ],
};

describe('OpenTimelineIO', () => {
  it('gives a timeline back as it was written', () => {
    expect(parseOtio(formatOtio(film))).toMatchObject(film);
  });

  it('reads the clips of older schemas, which had one media reference', () => {
    const old = JSON.parse(formatOtio(film), (_key, value: Record<string, unknown> | null) => {
      if (value?.OTIO_SCHEMA !== 'Clip.2') return value;
      const { media_references: references, active_media_reference_key: _active, ...rest } = value;
      return { ...rest, OTIO_SCHEMA: 'Clip.1', media_reference: (references as Record<string, unknown>).DEFAULT_MEDIA };
    }) as unknown;
    const [door] = parseOtio(JSON.stringify(old)).tracks[0].items;
    expect(JSON.stringify(old)).toContain('Clip.1');
    expect(door).toMatchObject(film.tracks[0].items[0]);
  });

  it('keeps what it has no name for', () => {
    const text = formatOtio(film).replace('"Timeline.1",', '"Timeline.1", "studio_colour": {"deep": [1.0, 2]},');
    expect(formatOtio(parseOtio(text))).toMatch(/"studio_colour": \{\s*"deep": \[\s*1\.0,\s*2\s*\]/);
  });

  it('keeps numbers that JSON.parse would lose', () => {
    const text = '{"a": 1.0, "b": 170141183460469231731687303715884105728, "c": -Infinity, "d": NaN, "e": 0.10, "f": -0.0}';
    expect(formatLooseJson(parseLooseJson(text), new Set()).replace(/\s+/g, ' ')).toBe(
      '{ "a": 1.0, "b": 170141183460469231731687303715884105728, "c": -Inf, "d": NaN, "e": 0.10, "f": -0.0 }',
    );
  });

  it('says where a file is broken', () => {
    expect(() => parseOtio('{"OTIO_SCHEMA": "Timeline.1",\n "tracks": [}')).toThrow(/line 2, column 13/);
    expect(() => parseOtio('{"OTIO_SCHEMA": "Whatever.1"}')).toThrow(/expected a Timeline, got Whatever/);
    expect(() => parseOtio('')).toThrow(/expected a value/);
    expect(() => parseOtio('['.repeat(10_000))).toThrow(/at most 500 levels/);
    expect(() => parseOtio('{"OTIO_SCHEMA":"Timeline.1","tracks":{"OTIO_SCHEMA":"Stack.1","children":[7]}}')).toThrow(
      /root.tracks.children\[0\]/,
    );
  });

  it('does not let a file reach the prototype', () => {
    parseOtio('{"OTIO_SCHEMA": "Timeline.1", "metadata": {"__proto__": {"polluted": true}}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('writes files whole and reads them again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'filmai-otio-'));
    try {
      await writeOtio(join(folder, 'a.otio'), film);
      expect(await readOtio(join(folder, 'a.otio'))).toMatchObject(film);
      await expect(readOtio(join(folder, 'b.otio'))).rejects.toMatchObject({ code: 'NO_FILE' });
      await expect(writeOtio(join(folder, 'none', 'c.otio'), film)).rejects.toMatchObject({ code: 'NO_FOLDER' });
      expect(readdirSync(folder)).toEqual(['a.otio']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.skipIf(!samples)('writes every reference sample back without loss (skipped where the fixtures are absent)', () => {
    for (const name of readdirSync(samples as string)) {
      const once = parseOtio(readFileSync(join(samples as string, name), 'utf8'));
      const again = parseOtio(formatOtio(once));
      expect(formatOtio(again), name).toBe(formatOtio(once));
      expect(again.tracks.length, name).toBeGreaterThan(0);
    }
  });
});
