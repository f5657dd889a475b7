/** @file Day and night that can't both be: in continuous action, and between a heading and what is seen. */
import type { TimeOfDay } from '../../breakdown/time-of-day.js';
import { readTimeOfDay } from '../../breakdown/time-of-day.js';
import { absentTokens } from '../../breakdown/grammar.js';
import { tokenize } from '../../breakdown/tokens.js';
import type { FindingDraft } from '../../findings/finding.js';
import { isTimeOfDay } from '../../screenplay/heading.js';
import type { ActionSentence, Story } from './story-time.js';

/** No time passes. */
const CONTINUES =
  /\b(?:CONTINUOUS(?:LY)?|CONT(?:INUED|['’]D)?|MOMENTS? LATER|SECONDS LATER|A MOMENT LATER|SAME(?: TIME)?|MEANWHILE)\b/i;

/** The action says the same. */
const SOON_IN_ACTION = /^(?:(?:A few )?(?:moments|seconds) later|A moment later|Without (?:a )?(?:pause|break))\b/i;

/** A heading that goes on from the scene before but names another time of day. */
export function findTimeJumps(story: Story): FindingDraft[] {
  return story.scenes.flatMap((scene, i): FindingDraft[] => {
    const before = story.scenes[i - 1];
    const heading = story.screenplay.elements[scene.elements.from];
    if (!before || heading.type !== 'scene-heading' || heading.time === undefined) return [];
    // "BARN - DAY - CONTINUOUS" is read as the time CONTINUOUS of a place BARN - DAY.
    const part = scene.placeParts.at(-1) ?? '';
    const time = isTimeOfDay(part) ? `${part} - ${heading.time}` : heading.time;
    const opening = story.sentences.find((sentence) => sentence.scene === i)?.text ?? '';
    if (!CONTINUES.test(time) && !SOON_IN_ACTION.test(opening)) return [];
    if (story.outOfTime[i] || story.outOfTime[i - 1]) return [];
    const said = readTimeOfDay(time.replace(new RegExp(CONTINUES, 'gi'), ' '));
    if (said === undefined || said === 'continue' || !areOpposed(said, before.timeOfDay) || before.timeFrom === 'assumed')
      return [];
    const earlier = story.screenplay.elements[before.elements.from];
    return [
      {
        rule: 'continuity/day-night',
        severity: 'error',
        message: `Scene ${scene.number} goes on from scene ${before.number}, but it is ${said} there and was ${before.timeOfDay}.`,
        span: heading.span,
        scene: i,
        reason: `“${CONTINUES.test(time) ? time : opening}” says that no time passes; the scene before is set at ${before.timeOfDay}.`,
        confidence: 0.9,
        related: [{ span: earlier.span, quote: earlier.text, role: 'the scene before' }],
      },
    ];
  });
}

function areOpposed(a: TimeOfDay, b: TimeOfDay): boolean {
  return (a === 'day' && b === 'night') || (a === 'night' && b === 'day');
}

const SUN =
  /\b(?:sunlight|sunshine|daylight|noonday|(?:the|a) (?:\p{Ll}+ )?(?:midday |noon |afternoon |morning )?sun(?! ?(?:bed|hat|roof|glasses))|sunbeams?)\b/iu;
const MOON =
  /\b(?:moonlight|moonlit|starlight|starlit|starry sky|under the stars|(?:the|a) (?:\p{Ll}+ )?(?:full |half |crescent )?moon)\b/iu;
/** Where both may be seen, or neither proves anything. */
const ELSEWHERE =
  /\b(?:SPACE|ORBIT|MOON|MARS|PLANET|STATION|SPACESHIP|SHUTTLE|CAPSULE|ARCTIC|ANTARCTIC|POLE|STUDIO|THEATRE|THEATER|STAGE|PLANETARIUM|OBSERVATORY|DREAM)\b/i;
/** The sentence tells of another time, a picture, or the coming or going of the light. */
const NOT_NOW =
  /\b(?:rises?|rising|sets?|setting|sinks?|sinking|dawn|dusk|until|tomorrow|yesterday|memory|remembers?|dreams?|painting|picture|poster|photograph|mural|tattoo|lamp|lights? up|through the night|all night|flag|sign|logo)\b/i;

/** Sun in a scene at night, moon and stars by day, in the action. */
export function findWrongLight(story: Story): FindingDraft[] {
  return story.sentences.flatMap((sentence): FindingDraft[] => {
    const scene = story.scenes[sentence.scene];
    if (scene.timeFrom !== 'written' || story.outOfTime[scene.index] || ELSEWHERE.test(scene.place)) return [];
    const wrong = scene.timeOfDay === 'night' ? SUN : scene.timeOfDay === 'day' && scene.setting !== 'int' ? MOON : undefined;
    const match = wrong?.exec(sentence.text);
    if (!match || NOT_NOW.test(sentence.text) || isAbsent(sentence, match.index, match[0].length)) return [];
    const element = story.screenplay.elements[sentence.element];
    const at = element.text.indexOf(sentence.text) + match.index;
    const heading = story.screenplay.elements[scene.elements.from];
    return [
      {
        rule: 'continuity/day-night',
        severity: 'warning',
        message: `Scene ${scene.number} is set at ${scene.timeOfDay}, but there is “${match[0]}”.`,
        span: story.locator.locate(element, at, at + match[0].length),
        scene: scene.index,
        reason: `The heading says ${scene.timeOfDay}; the action says “${sentence.text}”.`,
        confidence: 0.7,
        related: [{ span: heading.span, quote: heading.text, role: 'the heading' }],
      },
    ];
  });
}

/** "Like the sun", "no moon". */
function isAbsent({ text }: ActionSentence, start: number, length: number): boolean {
  const tokens = tokenize(text);
  const absent = absentTokens(tokens);
  return tokens.some((token, i) => absent[i] && token.start >= start && token.end <= start + length);
}
