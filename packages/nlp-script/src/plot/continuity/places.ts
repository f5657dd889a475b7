/** @file People in two places at once, and places that nobody knows. */
import type { SceneBreakdown } from '../../breakdown/breakdown.js';
import type { FindingDraft } from '../../findings/finding.js';
import { isSlip } from './spelling.js';
import type { Story } from './story-time.js';
import { spokenName } from './story-time.js';

/** Headings that happen at the very time of the scene before. */
const AT_ONCE = /\b(?:SAME TIME|MEANWHILE|SIMULTANEOUS(?:LY)?|AT THE SAME (?:TIME|MOMENT)|SAME MOMENT)\b|^SAME$/i;
/** The action says the same. */
const AT_ONCE_IN_ACTION = /^(?:Meanwhile|At (?:that|this|the same|that very|this very|the very same) (?:time|moment|instant))\b/;
/** Scenes back that may happen at the same time: clock times are of one day only for a while. */
const NEAR = 3;
/** A voice or picture goes where its owner isn't. */
const AT_A_DISTANCE =
  /\b(?:inter-?cut|phones?|telephones?|calls?|radio|walkie-talkies?|intercom|speakerphone|headset|screens?|monitors?|television|tv|video|laptop|hologram|split screen|photographs?|mirror)\b/i;

/** Somebody is seen in two places that the headings set at the same moment. */
export function findTwoPlaces(story: Story): FindingDraft[] {
  const drafts: FindingDraft[] = [];
  for (const [i, scene] of story.scenes.entries()) {
    const rivals = story.scenes.slice(Math.max(0, i - NEAR), i).filter((other) => isSameMoment(other, scene, i, story));
    const clash = rivals.find(
      (other) => !isSamePlace(other, scene) && !isAtDistance(story, other) && !isAtDistance(story, scene),
    );
    if (!clash) continue;
    const both = present(scene).filter((name) => present(clash).includes(name));
    for (const name of both) {
      drafts.push({
        rule: 'continuity/two-places',
        severity: 'error',
        message: `${spokenName(name)} is in ${scene.place} (scene ${scene.number}) and in ${clash.place} (scene ${clash.number}) at the same time.`,
        span: whereSeen(story, scene, name),
        scene: i,
        reason: `“${scene.heading}” is set at the same moment as “${clash.heading}”, and ${spokenName(name)} is seen in both; neither is intercut, on the phone or on a screen.`,
        confidence: 0.8,
        related: [{ span: whereSeen(story, clash, name), quote: clash.heading, role: 'is also here' }],
      });
    }
  }
  return drafts;
}

function isSameMoment(other: SceneBreakdown, scene: SceneBreakdown, i: number, story: Story): boolean {
  if (story.outOfTime[other.index] || story.outOfTime[i]) return false;
  const opening = story.sentences.find((sentence) => sentence.scene === i)?.text ?? '';
  if (other.index === i - 1 && (AT_ONCE.test(timeOf(story, scene)) || AT_ONCE_IN_ACTION.test(opening))) return true;
  const clock = clockOf(timeOf(story, scene));
  return clock !== undefined && clockOf(timeOf(story, other)) === clock;
}

function timeOf(story: Story, scene: SceneBreakdown): string {
  const element = story.screenplay.elements[scene.elements.from];
  return element.type === 'scene-heading' ? (element.time ?? element.text) : '';
}

function clockOf(time: string): string | undefined {
  const match = /\b(\d{1,2})[:.](\d{2})\s*([ap])?\.?m?\b/i.exec(time);
  return match ? `${match[1]}:${match[2]}${match[3]?.toLowerCase() ?? ''}` : undefined;
}

/** The same house is the same place: people walk from room to room. */
function isSamePlace(a: SceneBreakdown, b: SceneBreakdown): boolean {
  const first = (scene: SceneBreakdown): string => (scene.placeParts[0] ?? '').toUpperCase();
  return first(a) === first(b) || a.place.toUpperCase().includes(first(b)) || b.place.toUpperCase().includes(first(a));
}

function isAtDistance(story: Story, scene: SceneBreakdown): boolean {
  const elements = story.screenplay.elements.slice(scene.elements.from, scene.elements.to);
  return elements.some(({ type, text }) => type !== 'dialogue' && AT_A_DISTANCE.test(text));
}

function present(scene: SceneBreakdown): string[] {
  return scene.characters.filter(({ seen }) => seen).map(({ name }) => name);
}

function whereSeen(story: Story, scene: SceneBreakdown, name: string): FindingDraft['span'] {
  const sentence = story.sentences.find((each) => each.scene === scene.index && each.names.some((named) => named.name === name));
  const speech = scene.speeches.find(({ index }) => story.names.speakers[index]?.includes(name));
  return sentence?.span ?? speech?.span ?? scene.span;
}

/** Names that stand for a place that is yet to be found. */
const PLACEHOLDER = /^(?:\?+|TBD|TBC|TBA|TK|XXX+|UNKNOWN(?: (?:PLACE|LOCATION))?|LOCATION|PLACE|SOMEWHERE|SET)$/;

/** Headings without a place, with a placeholder, with a place that looks like a slip, and cuts back to a place that no heading names. */
export function findUnknownPlaces(story: Story): FindingDraft[] {
  return [...placelessHeadings(story), ...misspelledPlaces(story), ...cutsToNowhere(story)];
}

function placelessHeadings(story: Story): FindingDraft[] {
  return story.scenes.flatMap((scene): FindingDraft[] => {
    const element = story.screenplay.elements[scene.elements.from];
    if (element.type !== 'scene-heading') return [];
    const place = scene.place.trim().toUpperCase();
    if (place !== '' && !PLACEHOLDER.test(place)) return [];
    return [
      {
        rule: 'continuity/unknown-place',
        severity: 'warning',
        message: `The heading of scene ${scene.number} names no place.`,
        span: element.span,
        scene: scene.index,
        reason:
          place === ''
            ? 'Between setting and time stands nothing.'
            : `“${scene.place}” stands for a place that is yet to be found.`,
        confidence: 0.95,
      },
    ];
  });
}

/** A place of one scene, a letter or two away from one of several. */
function misspelledPlaces(story: Story): FindingDraft[] {
  const uses = new Map<string, SceneBreakdown[]>();
  for (const scene of story.scenes)
    for (const part of scene.placeParts) uses.set(part.toUpperCase(), [...(uses.get(part.toUpperCase()) ?? []), scene]);
  return [...uses].flatMap(([part, scenes]): FindingDraft[] => {
    if (scenes.length > 1 || part.length < 5) return [];
    const meant = [...uses].find(([other, many]) => many.length >= 2 && isSlip(part, other));
    if (!meant) return [];
    const [scene] = scenes;
    const element = story.screenplay.elements[scene.elements.from];
    const known = story.screenplay.elements[meant[1][0].elements.from];
    return [
      {
        rule: 'continuity/unknown-place',
        severity: 'warning',
        message: `“${part}” in scene ${scene.number} is known nowhere else; “${meant[0]}” may be meant.`,
        span: element.span,
        scene: scene.index,
        reason: `It stands in one heading and differs by a letter or two from a place of ${meant[1].length} scenes.`,
        confidence: 0.8,
        related: [{ span: known.span, quote: known.text, role: 'the other spelling' }],
      },
    ];
  });
}

/** `BACK TO THE HARBOUR`, `INTERCUT KITCHEN / OFFICE`: a cut to a place that has no heading. */
function cutsToNowhere(story: Story): FindingDraft[] {
  const places = story.scenes.flatMap(({ place, placeParts }) => [place, ...placeParts]).map((place) => place.toUpperCase());
  const words = new Set(places.flatMap((place) => place.split(/[^\p{L}\p{N}']+/u)));
  return story.scenes.flatMap((scene) =>
    story.screenplay.elements.slice(scene.elements.from, scene.elements.to).flatMap((element): FindingDraft[] => {
      const match =
        /^(?:BACK (?:TO|IN|AT)|INTERCUT(?: WITH| BETWEEN)?|CUT BACK TO)[:\s]+(?:THE )?(\p{Lu}[\p{Lu}\p{N}' /-]+)[:.]?$/u.exec(
          element.text.trim(),
        );
      if (element.type === 'scene-heading' || !match) return [];
      return match[1]
        .split(/\s*(?:\/| AND | - )\s*/)
        .map((place) => place.trim())
        .filter(
          (place) => place !== '' && !/^(?:SCENE|PRESENT(?: DAY)?|BLACK|REALITY|ACTION|NORMAL(?: SPEED)?|WORK|SHOT)$/.test(place),
        )
        .filter(
          (place) =>
            !place.split(/[^\p{L}\p{N}']+/u).some((word) => words.has(word) || story.names.words.has(word.toLowerCase())),
        )
        .map((place) => ({
          rule: 'continuity/unknown-place',
          severity: 'warning' as const,
          message: `“${element.text.trim()}” cuts to ${place}, which no heading names.`,
          span: element.span,
          scene: scene.index,
          reason: `None of the ${story.scenes.length} headings has a word of “${place}”.`,
          confidence: 0.75,
        }));
    }),
  );
}
