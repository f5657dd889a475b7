/**
 * @file Precision and recall of the tags against six scripts annotated by hand, scene by scene. The lexicons and rules were tuned
 * on three of them; the floors that count are those of the other three, which were annotated before the tagger saw them.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/index.js';
import type { SheetEntry } from './breakdown.js';
import { breakDown, elementSheet } from './breakdown.js';
import type { TagCategory } from './lexicon/lexicon.js';
import { baseForms } from './tokens.js';

type Golden = Partial<Record<TagCategory, string[]>>[];

const TUNED = ['sample', 'courtroom', 'school'];
const HELD_OUT = ['space-station', 'desert-road', 'hospital-night'];

describe('tags against hand annotation', () => {
  it('finds most things, and few that are not there, in scripts that it was not tuned on', () => {
    const score = scoreScripts(HELD_OUT);
    expect(score.all.precision).toBeGreaterThan(0.75);
    expect(score.all.recall).toBeGreaterThan(0.85);
  });

  it('does well in each category that has ten examples or more in all six scripts', () => {
    const { byCategory } = scoreScripts([...TUNED, ...HELD_OUT]);
    const counted = Object.entries(byCategory).filter(([, { gold }]) => gold >= 10);
    expect(counted.map(([category]) => category)).toContain('prop');
    for (const [category, { precision, recall }] of counted) {
      expect(precision, `precision of ${category}`).toBeGreaterThan(0.7);
      expect(recall, `recall of ${category}`).toBeGreaterThan(0.7);
    }
  });
});

interface Score {
  gold: number;
  found: number;
  predicted: number;
  right: number;
  precision: number;
  recall: number;
  misses: string[];
  extras: string[];
}

function scoreScripts(names: readonly string[]): { all: Score; byCategory: Record<string, Score> } {
  const all = emptyScore();
  const byCategory: Record<string, Score> = {};
  for (const name of names) {
    const golden = JSON.parse(read(`./golden/${name}.json`)) as Golden;
    const { screenplay } = parseFountain(read(`../../../../examples/animatic/scripts/${name}.fountain`));
    const { scenes } = breakDown(screenplay);
    expect(scenes.length, name).toBe(golden.length);
    for (const [i, scene] of scenes.entries()) {
      const sheet = elementSheet(scene);
      for (const [category, terms] of Object.entries(golden[i])) {
        for (const score of [all, (byCategory[category] ??= emptyScore())]) {
          for (const term of terms) {
            score.gold++;
            if (sheet.some((entry) => entry.category === category && matches(entry, term))) score.found++;
            else score.misses.push(`${name} ${i} ${category} ${term}`);
          }
        }
      }
      for (const entry of sheet) {
        for (const score of [all, (byCategory[entry.category] ??= emptyScore())]) {
          score.predicted++;
          if (golden[i][entry.category]?.some((term) => matches(entry, term))) score.right++;
          else score.extras.push(`${name} ${i} ${entry.category} ${entry.lemma}`);
        }
      }
    }
  }
  for (const score of [all, ...Object.values(byCategory)]) {
    score.precision = score.predicted === 0 ? 1 : score.right / score.predicted;
    score.recall = score.gold === 0 ? 1 : score.found / score.gold;
  }
  return { all, byCategory };
}

function emptyScore(): Score {
  return { gold: 0, found: 0, predicted: 0, right: 0, precision: 0, recall: 0, misses: [], extras: [] };
}

/** The same head word counts: "radio" is the "marine radio". */
function matches(entry: SheetEntry, term: string): boolean {
  const heads = (phrase: string): readonly string[] => baseForms(phrase.toLowerCase().split(' ').at(-1)!);
  const head = heads(term);
  return heads(entry.lemma).some((form) => head.includes(form)) || entry.lemma.includes(term) || term.includes(entry.lemma);
}

function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
}
