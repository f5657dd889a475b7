import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakDown } from '../breakdown/index.js';
import { parseFountain } from '../fountain/index.js';
import { measureSentiment, recogniseLanguage, scriptLanguages, splitWords } from './index.js';
import type { LanguageCode } from './index.js';
import { LANGUAGE_LINES, SENTIMENT_LINES } from './golden/annotated-lines.js';

describe('recognising languages', () => {
  it('is right on nine lines of ten that it was not made from, and says "und" rather than a wrong language', () => {
    const judged = LANGUAGE_LINES.map(([language, text]) => ({ language, found: recogniseLanguage(text).language }));
    const right = judged.filter(({ language, found }) => language === found).length;
    const wrong = judged.filter(({ language, found }) => found !== 'und' && language !== found).length;
    expect(right / judged.length).toBeGreaterThanOrEqual(0.9);
    expect(wrong / judged.length).toBeLessThanOrEqual(0.04);
  });

  it('says "und" where there is nothing to tell from', () => {
    for (const text of ['', ' ', '1984', 'Maria!', 'Zbigniew Brzezinski', '...', '🎬', 'Hmm.'])
      expect(recogniseLanguage(text).language).toBe('und');
  });

  it('tells languages with letters of their own by a word', () => {
    const lines: [string, LanguageCode][] = [
      ['快跑', 'zh'],
      ['はい、わかりました。', 'ja'],
      ['안녕하세요', 'ko'],
      ['Привет', 'ru'],
      ['OK，我们走吧。', 'zh'],
    ];
    for (const [text, language] of lines) expect(recogniseLanguage(text).language).toBe(language);
  });

  it('takes any text and stays within its range', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { confidence } = recogniseLanguage(text);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
    expect(recogniseLanguage('the door '.repeat(100_000)).language).toBe('en');
    expect(() => recogniseLanguage(7 as unknown as string)).toThrow(TypeError);
  });

  it('goes line by line through a script of two languages, and short lines take the main one', () => {
    const { screenplay } = parseFountain(
      'INT. CAFÉ - DAY\n\nShe sits down at the table and looks around the room.\n\nPIERRE\nQu’est-ce que vous voulez boire ?\n\nANNA\nMaria!\n\nPIERRE\n我不知道。\n',
    );
    const { main, lines, shares } = scriptLanguages(screenplay);
    expect(main).toBe('en');
    expect(lines.map((line) => line.language)).toEqual(['en', 'fr', 'en', 'zh']);
    expect(lines.map((line) => line.inherited)).toEqual([false, false, true, false]);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(
      lines.map(({ span, text }) => screenplay.source?.text.slice(span.start.offset, span.end.offset).includes(text)),
    ).toEqual([true, true, true, true]);
    expect(() => scriptLanguages({} as never)).toThrow(TypeError);
  });
});

describe('words', () => {
  it('are found in each language', () => {
    const of = (text: string, language?: string): string[] => splitWords(text, language).map((word) => word.text);
    expect(of("Don't go, Mary-Ann!")).toEqual(["Don't", 'go', 'Mary-Ann']);
    expect(of("L'homme qu’elle aime s'arrête.", 'fr')).toEqual(["L'", 'homme', 'qu’', 'elle', 'aime', "s'", 'arrête']);
    expect(of('Die Straßenbahn hält.')).toEqual(['Die', 'Straßenbahn', 'hält']);
    expect(of('¿Dónde está la llave?')).toEqual(['Dónde', 'está', 'la', 'llave']);
    expect(of('他走进房间，打开了灯。')).toEqual(['他', '走进', '房间', '打开', '了', '灯']);
    expect(of('我爱New York的夜晚')).toEqual(['我', '爱', 'New', 'York', '的', '夜晚']);
  });

  it('stand where they say, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        let before = 0;
        for (const { text: word, start, end } of splitWords(text)) {
          expect(text.slice(start, end)).toBe(word);
          expect(start).toBeGreaterThanOrEqual(before);
          before = end;
        }
      }),
    );
    expect(() => splitWords(undefined as unknown as string)).toThrow(TypeError);
  });
});

describe('sentiment beyond English', () => {
  it.each(['fr', 'de', 'es', 'zh'] as const)('has the right sign on at least three of four annotated lines in %s', (language) => {
    const own = SENTIMENT_LINES.filter((line) => line[0] === language);
    const right = own.filter(([, good, text]) => {
      const found = measureSentiment(text, { language });
      return found.method === 'lexicon' && (good ? found.valence > 0 : found.valence < 0);
    });
    expect(own.length).toBe(20);
    expect(right.length / own.length).toBeGreaterThanOrEqual(0.75);
  });

  it('turns around with a negation and grows with a degree', () => {
    const valence = (text: string): number => {
      const found = measureSentiment(text);
      return found.method === 'lexicon' ? found.valence : Number.NaN;
    };
    for (const [plain, negated, strong] of [
      [
        'Elle est heureuse dans cette maison.',
        "Elle n'est pas heureuse dans cette maison.",
        'Elle est très heureuse dans cette maison.',
      ],
      ['Ich bin mit dir glücklich.', 'Ich bin mit dir nicht glücklich.', 'Ich bin mit dir sehr glücklich.'],
      ['Estoy feliz de estar aquí.', 'No estoy feliz de estar aquí.', 'Estoy muy feliz de estar aquí.'],
      ['我高兴。', '我不高兴。', '我非常高兴。'],
    ]) {
      expect(valence(plain)).toBeGreaterThan(0);
      expect(valence(negated)).toBeLessThan(0);
      expect(valence(strong)).toBeGreaterThan(valence(plain));
    }
  });

  it('speaks up where it has no method', () => {
    expect(measureSentiment('Я очень счастлив.')).toMatchObject({ method: 'none', language: 'ru' });
    expect(measureSentiment('Maria!')).toMatchObject({ method: 'none', language: 'und' });
    const none = measureSentiment('私は幸せです。');
    expect(none.method === 'none' && none.reason).toContain('"ja"');
    expect(measureSentiment('I am so happy today, and you are here.')).toMatchObject({ method: 'lexicon', language: 'en' });
    expect(() => measureSentiment(null as unknown as string)).toThrow(TypeError);
  });

  it('gives hits that stand where they say', () => {
    for (const [, , text] of SENTIMENT_LINES) {
      const found = measureSentiment(text);
      if (found.method === 'lexicon') for (const hit of found.hits) expect(text.slice(hit.start, hit.end)).toBe(hit.text);
    }
  });
});

describe('headings and cues', () => {
  const scripts: Record<string, { script: string; place: string; names: string[] }> = {
    fr: {
      script: `INT. CUISINE - JOUR\n\nElle ouvre la porte.\n\nMARIE (VOIX OFF)\nJe ne sais pas.\n\nEXTÉRIEUR. RUE - NUIT\n\nIl court dans la rue.\n\nPAUL (SUITE)\nAttends !\n`,
      place: 'CUISINE',
      names: ['MARIE', 'PAUL'],
    },
    de: {
      script: `INNEN. KÜCHE - TAG\n\nSie öffnet die Tür.\n\nMARIE (OFF)\nIch weiß es nicht.\n\nAUSSEN. STRASSE - NACHT\n\nEr läuft auf der Straße.\n\nPAUL (FORTS.)\nWarte!\n`,
      place: 'KÜCHE',
      names: ['MARIE', 'PAUL'],
    },
    es: {
      script: `INTERIOR. COCINA - DÍA\n\nElla abre la puerta.\n\nMARÍA (VOZ EN OFF)\nNo lo sé.\n\nEXT. CALLE - NOCHE\n\nÉl corre por la calle.\n\nPABLO (CONT.)\n¡Espera!\n`,
      place: 'COCINA',
      names: ['MARÍA', 'PABLO'],
    },
    zh: {
      script: '内景 厨房 - 日\n\n她打开门。\n\n玛丽（画外音）\n我不知道。\n\n外景 街道 - 夜\n\n他在街上奔跑。\n\n保罗\n等等！\n',
      place: '厨房',
      names: ['玛丽', '保罗'],
    },
  };

  it.each(Object.keys(scripts))('are read in %s: settings, times, names, voices', (language) => {
    const { script, place, names } = scripts[language];
    const { screenplay } = parseFountain(script);
    const { scenes, characters } = breakDown(screenplay);
    expect(scenes.map((scene) => scene.setting)).toEqual(['int', 'ext']);
    expect(scenes[0].place).toBe(place);
    expect(scenes.map((scene) => scene.timeOfDay)).toEqual(['day', 'night']);
    expect(characters.map((character) => character.name).sort()).toEqual([...names].sort());
    expect(scenes[0].speeches[0].extensions).toEqual([language === 'de' ? 'O.S.' : 'V.O.']);
    expect(scriptLanguages(screenplay).main).toBe(language);
  });

  it('French, German and Spanish words for a continued speech are the same as English ones', () => {
    for (const extension of ["CONT'D", 'SUITE', 'FORTS.', 'CONT.', '续']) {
      const { screenplay } = parseFountain(`INT. A - DAY\n\nANNA (${extension})\nWait.\n`);
      expect(breakDown(screenplay).scenes[0].speeches[0].extensions).toEqual(["CONT'D"]);
    }
  });
});
