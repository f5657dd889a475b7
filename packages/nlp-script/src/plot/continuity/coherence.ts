/** @file What hangs loose: scenes that nothing ties to the rest, and people who drop out of the story. */
import type { FindingDraft } from '../../findings/finding.js';
import type { Story } from './story-time.js';
import { spokenName } from './story-time.js';

/** Fewer scenes are too few to hang together. */
const LEAST_SCENES = 6;
/** Share of the spoken words of the first half from which somebody is missed. */
const MISSED_SHARE = 0.2;

/** A scene whose people and places occur in no other. */
export function findIsolatedScenes(story: Story): FindingDraft[] {
  const { scenes } = story;
  if (scenes.length < LEAST_SCENES) return [];
  return scenes.flatMap((scene, i): FindingDraft[] => {
    // The first and last scene often stand apart on purpose.
    if (i === 0 || i === scenes.length - 1 || scene.characters.length === 0 || story.outOfTime[i]) return [];
    const people = new Set(scene.characters.map(({ name }) => name));
    const place = scene.placeParts[0]?.toUpperCase();
    const tied = scenes.some(
      (other) =>
        other !== scene &&
        (other.placeParts[0]?.toUpperCase() === place || other.characters.some(({ name }) => people.has(name))),
    );
    const spoken = scene.speeches.map(({ text }) => text).join(' ');
    const named = story.breakdown.characters.some(
      ({ name }) => !people.has(name) && new RegExp(`\\b${escapePattern(name)}\\b`, 'i').test(spoken),
    );
    if (tied || named) return [];
    return [
      {
        rule: 'coherence/isolated-scene',
        severity: 'note',
        message: `Nothing ties scene ${scene.number} to the rest of the script.`,
        span: story.screenplay.elements[scene.elements.from].span,
        scene: i,
        reason: `${[...people].map(spokenName).join(', ')} and ${scene.place || 'its place'} occur in no other scene, and nobody else is spoken of.`,
        confidence: 0.6,
      },
    ];
  });
}

/** Somebody who says much in the first half and is neither seen, heard, spoken of nor dead in the last third. */
export function findDroppedCharacters(story: Story): FindingDraft[] {
  const { scenes, breakdown } = story;
  if (scenes.length < LEAST_SCENES) return [];
  const half = Math.floor(scenes.length / 2);
  const third = Math.ceil((scenes.length * 2) / 3);
  const words = new Map<string, number>();
  for (const scene of scenes.slice(0, half))
    for (const { name, words: own } of scene.characters) words.set(name, (words.get(name) ?? 0) + own);
  const total = [...words.values()].reduce((sum, count) => sum + count, 0);
  const late = scenes
    .slice(third)
    .flatMap(({ elements }) => story.screenplay.elements.slice(elements.from, elements.to).map(({ text }) => text))
    .join('\n');
  return breakdown.characters.flatMap((character): FindingDraft[] => {
    const share = total === 0 ? 0 : (words.get(character.name) ?? 0) / total;
    const forms = [character.name, ...character.aliases];
    const leaves = story.sentences.some(
      ({ names, text }) =>
        names.some(({ name }) => name === character.name) &&
        /\b(?:dies|dead|killed|body|funeral|leaves for good|is gone)\b/i.test(text),
    );
    // Who is met once was never more than a visitor.
    if (
      character.scenes.length < 2 ||
      share < MISSED_SHARE ||
      leaves ||
      forms.some((form) => new RegExp(`\\b${escapePattern(form)}\\b`, 'i').test(late))
    )
      return [];
    return [
      {
        rule: 'coherence/dropped-character',
        severity: 'note',
        message: `${spokenName(character.name)} drops out of the story after scene ${scenes[character.scenes.at(-1)!].number}.`,
        span: character.first.span,
        scene: character.first.scene,
        reason: `${Math.round(share * 100)} % of the words of the first half are theirs; in the last third they are neither seen, heard nor spoken of.`,
        confidence: 0.6,
      },
    ];
  });
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
