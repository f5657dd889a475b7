/** @file Bytes of many encodings, made from known texts, are recognised and read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from './encode-text.js';
import { decodeText } from './text-encoding.js';

const texts = {
  french: 'INT. CAFÉ - NUIT\n\nÉLOÏSE\nÇa va très bien, où êtes-vous ? « Là-bas », à côté du théâtre.\n',
  german: 'AUSSEN. STRASSE - TAG\n\nMÜLLER\nSchöne Grüße aus Köln, für alle Mädchen und Jungen.\n',
  spanish: 'EXT. CALLE - DÍA\n\nMARÍA\n¿Qué hora es, señor Núñez? ¡Mañana será otro día!\n',
  simplified: '内景 厨房 夜\n\n小明\n你是谁？我在这里等了一个晚上，外面一直下着雨。\n\n他慢慢地走到窗前，看着街上的灯光。\n',
  traditional: '內景 廚房 夜\n\n小明\n你是誰？我在這裡等了一個晚上，外面一直下著雨。\n\n他慢慢地走到窗前，看著街上的燈光。\n',
  japanese: '屋内 台所 夜\n\n花子\nあなたはだれですか。ここでずっと待っていました。\n\n窓の外では雨が降っている。\n',
  korean: '실내 부엌 밤\n\n민수\n누구세요? 여기서 밤새도록 기다렸어요.\n\n창밖에는 비가 내리고 있다.\n',
};

describe('decodeText', () => {
  it.each<[keyof typeof texts, string]>([
    ['french', 'windows-1252'],
    ['german', 'windows-1252'],
    ['spanish', 'windows-1252'],
    ['simplified', 'gb18030'],
    ['traditional', 'big5'],
    ['japanese', 'shift_jis'],
    ['korean', 'euc-kr'],
  ])('recognises %s text in %s', (language, encoding) => {
    const bytes = encodeText(texts[language], encoding);
    expect(decodeText(bytes)).toEqual({ text: texts[language], encoding, bom: false, evidence: 'guessed' });
  });

  it.each(Object.keys(texts) as (keyof typeof texts)[])(
    'reads %s text in UTF-8 and UTF-16 with and without a mark',
    (language) => {
      const text = texts[language];
      expect(decodeText(encodeText(text, 'utf-8'))).toEqual({ text, encoding: 'utf-8', bom: false, evidence: 'valid' });
      expect(decodeText(encodeText(`\ufeff${text}`, 'utf-8'))).toEqual({ text, encoding: 'utf-8', bom: true, evidence: 'mark' });
      for (const encoding of ['utf-16le', 'utf-16be']) {
        expect(decodeText(encodeText(`\ufeff${text}`, encoding))).toEqual({ text, encoding, bom: true, evidence: 'mark' });
        expect(decodeText(encodeText(text, encoding))).toEqual({ text, encoding, bom: false, evidence: 'guessed' });
      }
    },
  );

  it('takes UTF-8 with a broken byte for UTF-8, and says that it is damaged', () => {
    const bytes = encodeText(texts.simplified, 'utf-8');
    bytes[bytes.length - 3] = 0xff;
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', evidence: 'damaged' });
  });

  it.each<[string, number[]]>([
    ['a JPEG picture', [0xff, 0xd8, 0xff, 0xe0]],
    ['a PNG picture', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]],
    ['a PDF document', [...'%PDF-1.7\n'].map((letter) => letter.charCodeAt(0))],
    ['a ZIP archive or office document', [0x50, 0x4b, 3, 4]],
    ['an MP4 film or HEIC picture', [0, 0, 0, 24, ...[...'ftypmp42'].map((letter) => letter.charCodeAt(0))]],
    ['binary data', Array.from({ length: 3000 }, (_, i) => (i * 97) % 256)],
  ])('names %s', (kind, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ kind });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeText(bytes)).toBeTypeOf('object');
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});

describe('encodeText', () => {
  it('turns Windows-1252 around byte for byte', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect(encodeText(new TextDecoder('windows-1252').decode(bytes), 'windows-1252')).toEqual(bytes);
  });

  it('falls back to UTF-8 where the encoding lacks a character or is unknown', () => {
    const utf8 = new TextEncoder().encode('夜 é');
    expect(encodeText('夜 é', 'windows-1252')).toEqual(utf8);
    expect(encodeText('夜 é', 'klingon')).toEqual(utf8);
  });
});
