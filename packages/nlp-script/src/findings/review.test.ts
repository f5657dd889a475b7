import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { formatFdx, parseFdx } from '../fdx/index.js';
import type { NlpScriptError } from '../fountain/index.js';
import { formatFountain, parseFountain } from '../fountain/index.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { applyReview } from './apply-review.js';
import type { Finding } from './finding.js';
import { createFindings } from './finding.js';
import { createReadingText } from './reading-text.js';
import { readReview, reviewPath, writeReview, writeRevision } from './review-file.js';
import type { DecisionDraft, Review } from './review.js';
import { createReview, decide, matchDecisions, mergeReviews, placeDecisions } from './review.js';

const SCRIPT = `INT. KITCHEN - NIGHT

Rain. MARA lifts the *bread knife* from the drawer.

MARA
Nobody leaves this house tonight.

INT. HALL - NIGHT

TOM waits. A door slams.

TOM
Mara? Are you there?

INT. KITCHEN - NIGHT

MARA
Go away, Tom.
`;

const parse = (text: string): Screenplay => parseFountain(text).screenplay;

function findingOf(screenplay: Screenplay, quote: string, nth = 0): Finding {
  const text = createReadingText(screenplay);
  let at = text.text.indexOf(quote);
  for (let i = 0; i < nth; i++) at = text.text.indexOf(quote, at + 1);
  const span = text.spanAt(at, at + quote.length);
  return createFindings(screenplay, [
    { rule: 'house/words', severity: 'note', message: 'Words.', reason: 'Looked for.', span },
  ])[0];
}

function decided(text: string, quote: string, draft: Partial<DecisionDraft> = {}, review = createReview()): Review {
  const screenplay = parse(text);
  return decide(review, screenplay, findingOf(screenplay, quote), { verdict: 'accepted', author: 'Ada', ...draft });
}

const places = (text: string, review: Review): (string | number | undefined)[][] =>
  placeDecisions(parse(text), review).map(({ state, scene, quote }) => [state, scene, quote]);

describe('a decision', () => {
  it('is found at the same words after edits elsewhere', () => {
    const review = decided(SCRIPT, 'Nobody leaves this house tonight.');
    const edited = `INT. CELLAR - DAY\n\nDust.\n\n${SCRIPT.replace('Rain.', 'Rain, hail and thunder.')}`;
    expect(places(edited, review)).toEqual([['exact', 1, 'Nobody leaves this house tonight.']]);
  });

  it('is found at changed words of its scene, and says that they changed', () => {
    const review = decided(SCRIPT, 'Nobody leaves this house tonight.');
    const edited = SCRIPT.replace('Nobody leaves this house tonight.', 'Nobody will leave this house.');
    const [placed] = placeDecisions(parse(edited), review);
    expect(placed).toMatchObject({ state: 'fuzzy', scene: 0 });
    expect(placed.quote).toContain('leave this house');
    expect(placed.similarity).toBeGreaterThan(0.5);
    expect(places(edited, review)).not.toEqual(places(SCRIPT, review));
  });

  it('is orphaned and kept where its words are gone', () => {
    const review = decided(SCRIPT, 'Nobody leaves this house tonight.');
    const [placed] = placeDecisions(parse(SCRIPT.replace('Nobody leaves this house tonight.', 'Hm.')), review);
    expect(placed).toMatchObject({ state: 'orphaned', similarity: 0, decision: review.decisions[0] });
    expect(placed.span).toBeUndefined();
    expect(places('', review)).toEqual([['orphaned', undefined, undefined]]);
  });

  it('goes with its scene where that is moved or renamed', () => {
    const review = decided(SCRIPT, 'Are you there?');
    const [kitchen, hall] = [SCRIPT.slice(0, SCRIPT.indexOf('INT. HALL')), SCRIPT.slice(SCRIPT.indexOf('INT. HALL'))];
    expect(places(`${hall}\n${kitchen}`, review)).toEqual([['exact', 0, 'Are you there?']]);
    expect(places(SCRIPT.replace('INT. HALL', 'INT. CORRIDOR'), review)).toEqual([['exact', 1, 'Are you there?']]);
  });

  it('of several equal words takes those with the same neighbours', () => {
    const text = 'INT. A - DAY\n\nThe red door. The blue door. The green door.\n';
    const screenplay = parse(text);
    const review = decide(createReview(), screenplay, findingOf(screenplay, 'door', 1), { verdict: 'accepted', author: 'Ada' });
    const edited = text.replace('The red door. ', 'The red door. The old door. The big door. ');
    const [{ range }] = placeDecisions(parse(edited), review);
    expect(createReadingText(parse(edited)).text.slice(0, range!.start)).toMatch(/blue $/);
  });

  it('does not jump to a short word of another scene', () => {
    const review = decided(SCRIPT, 'Rain');
    expect(places(SCRIPT.replace('Rain. ', '').replace('TOM waits.', 'TOM waits in the Rain.'), review)[0][0]).toBe('orphaned');
  });

  it('survives any edits of other lines', () => {
    const lines = SCRIPT.split('\n');
    const kept = lines.indexOf('Are you there?') === -1 ? lines.findIndex((line) => line.includes('Are you there?')) : 0;
    const review = decided(SCRIPT, 'Mara? Are you there?');
    const insertion = fc.tuple(
      fc.nat(lines.length),
      fc.constantFrom('A cat.', 'BENNY\nWhat?', 'INT. ROOF - DAY', 'x'.repeat(70)),
    );
    fc.assert(
      fc.property(fc.array(insertion, { maxLength: 6 }), (insertions) => {
        const edited = lines.map((line, i) => {
          const added = insertions.filter(([at]) => at === i && i !== kept && lines[i] === '').map(([, text]) => `\n${text}\n`);
          return line + added.join('\n');
        });
        const [placed] = placeDecisions(parse(edited.join('\n')), review);
        expect(placed).toMatchObject({ state: 'exact', quote: 'Mara? Are you there?' });
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it('is checked: author, verdict, replacement', () => {
    expect(() => decided(SCRIPT, 'Rain', { author: ' ' })).toThrow(/author/);
    expect(() => decided(SCRIPT, 'Rain', { verdict: 'maybe' as never })).toThrow(/verdict/);
    expect(() => decided(SCRIPT, 'Rain', { verdict: 'changed' })).toThrow(RangeError);
    expect(() => decided(SCRIPT, 'Rain', { replacement: 'Snow' })).toThrow(RangeError);
    expect(() => placeDecisions(parse(SCRIPT), createReview(), { leastSimilarity: 2 })).toThrow(RangeError);
  });
});

describe('reviews of several people', () => {
  const ada = decided(SCRIPT, 'Rain', { verdict: 'rejected', at: new Date(1000) });
  const bo = decided(SCRIPT, 'Rain', { verdict: 'accepted', author: 'Bo', at: new Date(2000) });

  it('are merged, with disagreements named', () => {
    const { review, conflicts } = mergeReviews(ada, bo);
    expect(review.decisions.map(({ author }) => author)).toEqual(['Ada', 'Bo']);
    expect(conflicts).toHaveLength(1);
    const screenplay = parse(SCRIPT);
    const finding = findingOf(screenplay, 'Rain');
    expect(matchDecisions([finding], placeDecisions(screenplay, review)).findings[0].status).toBe('disputed');
  });

  it('keep the later decision of one person', () => {
    const later = decided(SCRIPT, 'Rain', { at: new Date(3000) }, ada);
    expect(later.decisions).toHaveLength(1);
    expect(mergeReviews(later, ada).review.decisions).toEqual(later.decisions);
  });

  it('merge to the same whatever the order, and with themselves to themselves', () => {
    const others = ['Mara', 'door', 'house'].map((word, i) =>
      decided(SCRIPT, word, { author: `P${i % 2}`, at: new Date(500 * i) }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray([ada, bo, ...others], { minLength: 5 }), (order) => {
        const merged = mergeReviews(ada, bo, ...others);
        expect(mergeReviews(...order)).toEqual(merged);
        expect(mergeReviews(merged.review, ...order)).toEqual(merged);
      }),
      { seed: 2, numRuns: 30 },
    );
  });

  it('belong to findings by id, and by rule and place where a heading was renamed', () => {
    const renamed = parse(SCRIPT.replace('INT. KITCHEN', 'INT. GALLEY'));
    const finding = findingOf(renamed, 'Rain');
    expect(finding.id).not.toBe(ada.decisions[0].finding);
    const matched = matchDecisions([finding], placeDecisions(renamed, ada));
    expect(matched.findings[0].status).toBe('rejected');
    expect(matchDecisions([], placeDecisions(renamed, ada)).left).toHaveLength(1);
  });
});

describe('accepted changes', () => {
  const change = (quote: string, replacement: string, draft: Partial<DecisionDraft> = {}, review?: Review): Review =>
    decided(SCRIPT, quote, { verdict: 'changed', replacement, ...draft }, review);

  it('change their words and nothing else', () => {
    const screenplay = parse(SCRIPT);
    const { screenplay: changed, applied } = applyReview(
      screenplay,
      change('from the drawer', 'off the wall', {}, change('Rain', 'Hail')),
    );
    expect(applied).toHaveLength(2);
    expect(formatFountain(changed)).toBe(SCRIPT.replace('Rain', 'Hail').replace('from the drawer', 'off the wall'));
    expect(formatFountain(screenplay)).toBe(SCRIPT);
  });

  it('change a Final Draft script too', () => {
    const xml = formatFdx(parse(SCRIPT));
    const { screenplay } = parseFdx(xml);
    const review = decide(createReview(), screenplay, findingOfFdx(screenplay, 'house tonight'), {
      verdict: 'changed',
      replacement: 'house before dawn',
      author: 'Ada',
    });
    const { screenplay: changed, applied } = applyReview(screenplay, review);
    expect(applied).toHaveLength(1);
    expect(formatFdx(changed)).toContain('Nobody leaves this house before dawn.');
  });

  it('are left out where people disagree, where they overlap, where the words changed or are gone, each with its reason', () => {
    const reasons = (text: string, review: Review, options = {}): string[] =>
      applyReview(parse(text), review, options).skipped.map(({ reason }) => reason);
    const hail = change('Rain', 'Hail');
    expect(reasons(SCRIPT, decided(SCRIPT, 'Rain', { verdict: 'rejected', author: 'Bo' }, hail))).toEqual(['disputed']);
    expect(reasons(SCRIPT, change('Rain', 'Snow', { author: 'Bo' }, hail))).toEqual(['disputed', 'disputed']);
    expect(reasons(SCRIPT, decided(SCRIPT, 'Rain', { author: 'Bo' }, hail))).toEqual([]);
    expect(reasons(SCRIPT, change('this house', 'that', {}, change('leaves this', 'quits')))).toEqual(['overlapping']);
    const moved = SCRIPT.replace('Nobody leaves this house tonight', 'Nobody leaves the house tonight');
    const tonight = change('Nobody leaves this house tonight', 'Stay');
    expect(reasons(moved, tonight)).toEqual(['fuzzy']);
    expect(formatFountain(applyReview(parse(moved), tonight, { fuzzy: true }).screenplay)).toContain('MARA\nStay.\n');
    expect(reasons('INT. A - DAY\n\nNothing.\n', tonight)).toEqual(['orphaned']);
  });
});

describe('files', () => {
  let folder = '';
  const script = async (): Promise<string> => {
    folder = await mkdtemp(join(tmpdir(), 'filmai-review-'));
    return join(folder, 'two.fountain');
  };
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('hold a review beside the script, and none where there is none', async () => {
    const path = await script();
    expect(await readReview(path)).toEqual(createReview());
    const review = decided(SCRIPT, 'Rain', { note: 'Costs a day.' });
    await writeReview(path, review);
    expect(await readReview(path)).toEqual(review);
    expect(reviewPath(path)).toMatch(/two\.fountain\.review\.json$/);
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  it('that are no review are refused with the reason', async () => {
    const path = await script();
    for (const [text, message] of [
      ['{', /no JSON/],
      ['[]', /filmai-review/],
      ['{"schema":"filmai-review","version":9,"decisions":[]}', /version 1/],
      ['{"schema":"filmai-review","version":1,"decisions":[{}]}', /decision 0/],
    ] as const) {
      await writeFile(reviewPath(path), text);
      const refusal = await readReview(path).catch((error: unknown) => error as NlpScriptError);
      expect(refusal).toMatchObject({ code: 'BAD_REVIEW' });
      expect((refusal as NlpScriptError).message).toMatch(message);
    }
  });

  it('of a revision never take the place of what is there', async () => {
    const path = await script();
    await writeFile(path, SCRIPT);
    const first = await writeRevision(path, parse('INT. A - DAY\n'));
    const second = await writeRevision(path, parse('INT. B - DAY\n'));
    expect([first, second].map((name) => name.slice(folder.length + 1))).toEqual([
      'two.reviewed.fountain',
      'two.reviewed-2.fountain',
    ]);
    expect(await readFile(path, 'utf8')).toBe(SCRIPT);
    expect(await readFile(first, 'utf8')).toBe('INT. A - DAY\n');
  });

  it('are not written when cancelled', async () => {
    const path = await script();
    await expect(writeReview(path, createReview(), { signal: AbortSignal.abort() })).rejects.toThrow();
    await expect(stat(reviewPath(path))).rejects.toThrow('ENOENT');
  });
});

function findingOfFdx(screenplay: Screenplay, quote: string): Finding {
  const text = createReadingText(screenplay);
  const at = text.text.indexOf(quote);
  const element = screenplay.elements.find((entry) => entry.text.includes(quote))!;
  expect(at).toBeGreaterThan(0);
  return createFindings(screenplay, [
    { rule: 'house/words', severity: 'note', message: 'Words.', reason: 'Looked for.', span: element.span, quote },
  ])[0];
}
