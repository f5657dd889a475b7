/** @file Names above speeches: `MARA`, `MARA (V.O.)`, `MARA'S VOICE` and `VOICE OF MARA` are one person. */
import type { Character } from '../screenplay/screenplay.js';

/**
 * The person's name of a cue, without extension and without the words that say it is only a voice.
 *
 * @param cue - `"MARA'S VOICE"`, `'MARA (O.S.)'`, `'MARA'`.
 * @returns `'MARA'`. Letters of both cases are kept for forced cues (`'McCLANE'`).
 */
export function canonicalName(cue: string): string {
  const plain = cue
    .replaceAll('’', "'")
    .replace(/\s*[(（][^)）]*[)）]?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const voice =
    /^(.+?)'S? (?:VOICE|V\.?O\.?)$/iu.exec(plain) ??
    /^(?:THE )?VOICE OF (.+)$/iu.exec(plain) ??
    /^(.+?) (?:V\.?O\.?|O\.?S\.?|O\.?C\.?)$/u.exec(plain);
  return (voice?.[1] ?? plain).replace(/\s*\^$/, '').trim();
}

/**
 * The people of a cue: several where a line is spoken together.
 *
 * @param cue - `'NOOR AND BENNY'`, `'NOOR/BENNY'`, `'NOOR & BENNY'`.
 * @param known - Names that are spoken by one person elsewhere; a cue is taken apart only where each part is one of them.
 */
export function namesInCue(cue: string, known: ReadonlySet<string>): string[] {
  const name = canonicalName(cue);
  const parts = name.split(/\s*(?:\/|&|,|\+)\s*|\s+(?:AND|ET|UND|Y|和)\s+/u).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => known.has(part)) ? parts : [name];
}

/** The extensions of a cue in one spelling: `V.O.`, `O.S.`, `O.C.`, `CONT'D`; others as written. */
export function normalizeExtensions(character: Pick<Character, 'extensions' | 'name'>): string[] {
  const spelled = character.extensions.flatMap((extension) => extension.split(/\s*[,;/]\s*/)).map(normalizeExtension);
  if (/'S? VOICE$|^(?:THE )?VOICE OF /iu.test(character.name.replaceAll('’', "'")) && !spelled.includes('V.O.'))
    spelled.push('V.O.');
  return spelled.filter((extension, i) => extension !== '' && spelled.indexOf(extension) === i);
}

function normalizeExtension(extension: string): string {
  const plain = extension.replaceAll('’', "'").trim();
  const letters = plain.toUpperCase().replace(/[^A-Z\p{Script=Han}]/gu, '');
  if (/^(?:VO|VOICEOVER|VOIXOFF|OFFTEXT|OFFSTIMME|VOZENOFF|VOZ|画外音?|旁白|(?:内心)?独白)$/u.test(letters)) return 'V.O.';
  if (/^(?:OS|OFFSCREEN|OFF|IMOFF|AUSDEMOFF|HORSCHAMP|HC|FUERADECAMPO|FUERADECUADRO|FC)$/u.test(letters)) return 'O.S.';
  if (/^(?:OC|OFFCAMERA)$/.test(letters)) return 'O.C.';
  if (/^(?:CONTD|CONT|CONTINUED|CONTINUING|SUITE|FORTS|FORTSETZUNG|CONTINA|CONTINUA|续)$/u.test(letters)) return "CONT'D";
  return plain;
}
