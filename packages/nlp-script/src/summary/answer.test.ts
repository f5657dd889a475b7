/** @file Answers that carry their line, and silence where the script is silent. */
import { describe, expect, it } from 'vitest';
import type { SentenceEncoder } from '../embedding/sentence-encoder.js';
import { parseFountain } from '../fountain/index.js';
import type { AnswerOptions, ScriptAnswer } from './answer.js';
import { answerQuestion } from './answer.js';

const SCRIPT = `INT. CABIN - NIGHT

ANNA, 30, hides a key under the mat. Snow against the window.

ANNA
The boat leaves at nine.

BEN
My father was a clockmaker in Riga.

EXT. JETTY - DAWN

Anna takes the key. A gull screams. Ben sits on a barrel and mends a net with blue wool.
`;
const { screenplay } = parseFountain(SCRIPT);
const ask = (question: string, options?: AnswerOptions): Promise<ScriptAnswer> => answerQuestion(screenplay, question, options);

/** Vectors by hand: a word of the list is a direction. */
const encoderOf = (groups: readonly string[][]): SentenceEncoder & { calls: number } => ({
  id: 'by-hand',
  dimensions: groups.length,
  calls: 0,
  async embed(texts) {
    this.calls += texts.length;
    return texts.map((text) => {
      const vector = Float32Array.from(groups, (words) => (words.some((word) => text.toLowerCase().includes(word)) ? 1 : 0));
      const length = Math.hypot(...vector) || 1;
      return vector.map((value) => value / length);
    });
  },
});

describe('answerQuestion', () => {
  it.each([
    ['When does the boat leave?', 'retrieval', 'The boat leaves at nine.', 6],
    ["What was Ben's father?", 'retrieval', 'My father was a clockmaker in Riga.', 9],
    ['What does Ben mend with blue wool?', 'graph', 'mends a net', 13],
    ['Who takes the key?', 'graph', 'Anna takes the key.', 13],
    ['Where is the key in scene 1?', 'graph', 'hides a key under the mat', 3],
  ])('answers “%s” from its line', async (question, method, quote, line) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ method, answered: true });
    expect(answer.sources[0].quote).toContain(quote);
    const { span, heading } = answer.sources[0];
    const quoted = SCRIPT.slice(span.start.offset, span.end.offset).replace(/\s+/g, ' ');
    expect(method === 'graph' ? answer.sources[0].quote : quoted).toContain(method === 'graph' ? quoted : quote);
    expect(heading).toMatch(/^(?:INT|EXT)/);
    expect(line - span.start.line).toBeGreaterThanOrEqual(0);
    expect(line - span.start.line).toBeLessThanOrEqual(1);
  });

  it.each([
    'Who is the king of Norway?',
    'What is the name of the boat?',
    "Who is Anna's husband?",
    'How much does the barrel cost?',
    'Does Ben know about the submarine?',
    'What does Gandalf mend?',
  ])('says that the script does not tell “%s”', async (question) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ answered: false, sources: [] });
    expect(answer.text).not.toContain('“');
  });

  it('does not answer who knows from a line that only names the thing', async () => {
    expect(await ask('Does Ben know about the key in scene 1?', { minConfidence: 0 })).toMatchObject({
      method: 'graph',
      answered: false,
    });
  });

  it('finds by meaning what shares no word, where an encoder is given, and names it', async () => {
    const question = 'What trade did the old man practise?';
    expect((await ask(question)).answered).toBe(false);
    const encoder = encoderOf([['clockmaker', 'trade'], ['boat'], ['key']]);
    const answer = await ask(question, { encoder, minConfidence: 0.5 });
    expect(answer).toMatchObject({ answered: true, models: ['by-hand'], text: 'BEN: “My father was a clockmaker in Riga.”' });
  });

  it('encodes a script once for all its questions', async () => {
    const encoder = encoderOf([['boat']]);
    const { breakDown } = await import('../breakdown/breakdown.js');
    const breakdown = breakDown(screenplay);
    await ask('What colour is the wool?', { encoder, breakdown });
    const first = encoder.calls;
    await ask('What colour is the barrel?', { encoder, breakdown });
    expect(encoder.calls - first).toBe(1);
  });

  it('answers in the language of the script by its words', async () => {
    const { screenplay: chinese } = parseFountain('内景 茶馆 夜\n\n雨下得很大。\n\n@李明\n钥匙在井里。\n');
    expect(await answerQuestion(chinese, '钥匙在井里吗', { minConfidence: 0.4 })).toMatchObject({
      answered: true,
      sources: [{ quote: '钥匙在井里。' }],
    });
  });

  it('is silent on an empty script', async () => {
    expect(await answerQuestion(parseFountain('').screenplay, 'Who is there?')).toMatchObject({ answered: false, confidence: 0 });
  });

  it('refuses what is no question, wrong options, and stops when told to', async () => {
    await expect(ask(' ')).rejects.toThrow(TypeError);
    await expect(ask('Who?', { minConfidence: 2 })).rejects.toThrow(RangeError);
    await expect(ask('Who is in scene 99?')).rejects.toThrow(/expected one of 1 to 2/);
    await expect(ask('Who?', { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});
