/** @file Whom a speech is spoken to: read from the brackets, the name called, who is there, and who answers. */
import type { Breakdown, SceneBreakdown } from '../breakdown/breakdown.js';
import { nameTableOf } from '../breakdown/name-table.js';
import type { NameTable } from '../breakdown/name-table.js';
import type { Speech } from '../breakdown/scenes.js';
import { tokenize } from '../breakdown/tokens.js';

/** Why somebody counts as spoken to. */
export type AddressRule = 'parenthetical' | 'vocative' | 'only-other' | 'answers' | 'answered';

/** A speech with whom it is for. */
export interface AddressedSpeech {
  speech: Speech;
  /** Who says it: several where it is spoken together. */
  from: string[];
  /** Absent where nobody can be told: the speaker is alone, or only a voice over the picture. */
  to?: string;
  rule?: AddressRule;
}

/**
 * Finds whom each speech is for.
 *
 * In order: a bracket that names somebody ("to Mara"); a name called at the beginning or end of a sentence; the only other speaker of the
 * scene; whoever spoke before; whoever speaks next. A voice over counts only where somebody answers in turn.
 *
 * @param breakdown - The breakdown of the script.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { findAddressees } from '@filmai/nlp-script/characters';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nMARA\nTeo, the door!\n\nTEO\nIt is shut.\n');
 * findAddressees(breakDown(screenplay)).map(({ to, rule }) => `${to}: ${rule}`); // ['TEO: vocative', 'MARA: only-other']
 * ```
 */
export function findAddressees(breakdown: Breakdown): AddressedSpeech[] {
  const speeches = breakdown.scenes.flatMap((scene) => scene.speeches);
  const table = nameTableOf(breakdown.characters, speeches);
  let next = 0;
  return breakdown.scenes.flatMap((scene) => {
    const speakers = table.speakers.slice(next, (next += scene.speeches.length));
    return scene.speeches.map((speech, i) => ({
      speech,
      from: [...speakers[i]],
      ...addressee(scene, i, speakers, table),
    }));
  });
}

function addressee(
  scene: SceneBreakdown,
  at: number,
  speakers: readonly (readonly string[])[],
  table: NameTable,
): Pick<AddressedSpeech, 'to' | 'rule'> {
  const own = speakers[at];
  const { speeches } = scene;
  if (own.length === 0) return {};
  const told = speeches[at].parts
    .map(({ parenthetical }) => /^(?:on the phone |in(?:to)? the phone )?to (?:the )?(.+)$/iu.exec(parenthetical ?? '')?.[1])
    .map((name) => (name === undefined ? undefined : table.byWords.get(name.toLowerCase())))
    .find((name) => name !== undefined && !own.includes(name));
  if (told !== undefined) return { to: told, rule: 'parenthetical' };
  const present = new Set(scene.characters.map(({ name }) => name));
  const called = vocatives(speeches[at].text, table).find((name) => present.has(name) && !own.includes(name));
  if (called !== undefined) return { to: called, rule: 'vocative' };
  const others = new Set(speakers.flat().filter((name) => !own.includes(name)));
  const isVoiceOver = speeches[at].extensions.includes('V.O.');
  if (others.size === 1 && !isVoiceOver) return { to: [...others][0], rule: 'only-other' };
  const before = findSpeaker(speakers.slice(0, at).toReversed(), own);
  if (before !== undefined) return { to: before, rule: 'answers' };
  const after = findSpeaker(speakers.slice(at + 1), own);
  return after === undefined ? {} : { to: after, rule: 'answered' };
}

function findSpeaker(speakers: readonly (readonly string[])[], own: readonly string[]): string | undefined {
  for (const names of speakers) for (const name of names) if (!own.includes(name)) return name;
  return undefined;
}

/** Names that are called, not spoken of: "Mara, come here.", "Come here, Mara.", "Mara!" */
function vocatives(text: string, table: NameTable): string[] {
  const tokens = tokenize(text);
  const found: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    for (let length = 3; length >= 1; length--) {
      const run = tokens.slice(i, i + length);
      if (run.length < length || !run.every(({ word }) => word) || !/^\p{Lu}/u.test(run[0].text)) continue;
      const name = table.byWords.get(run.map(({ lower }) => lower).join(' '));
      if (name === undefined) continue;
      const before = tokens[i - 1];
      const after = tokens[i + length];
      const opens = before === undefined || /^[.!?,;:…—"“-]/.test(before.text);
      const closes = after === undefined || /^[.!?,;:…—"”-]/.test(after.text);
      if (opens && closes) found.push(name);
      break;
    }
  }
  return found;
}
