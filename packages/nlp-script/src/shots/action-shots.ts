/** @file Action as pictures: sentences that belong together become one shot, sized by what happens in them. */
import type { BreakdownTag } from '../breakdown/tags.js';
import { actionSeconds } from '../breakdown/estimate.js';
import type { ActionBeat } from './beats.js';
import type { CameraWords } from './camera-words.js';
import { readCameraWords } from './camera-words.js';
import type { Draft, SceneState } from './draft.js';
import { meet, spanOver } from './draft.js';
import type { CameraMove, ShotSize } from './shot.js';

/** Movements of a whole body through space. */
const TRAVEL =
  /\b(?:walk|run|stride|stroll|march|cross|race|rush|hurr(?:y|ie)|sprint|pace|climb|crawl|ride|drive|swim|stumble|wander|limp|jog|follow|approach|gallop|chase|flee|skate|sail|roll|trudge|slide|drift|dash)(?:e?s|ing|ed)?\b/i;
const ENTERS =
  /\b(?:enters?|arrives?|steps? (?:in|off|out|into|onto|down|up)|comes? (?:in|through|out|between)|appears?|emerges?|leaves?|exits?|goes out|is gone)\b/i;
const VIOLENCE = /\b(?:fight|punch|struggl|wrestl|tackl|stab|crash|explo|skid|lurch|smash|race|chase)\w*/i;
const LOOK = /\b(?:looks?|stares?|glances?|gazes?|watch(?:es)?|peers?|turns? to|shades? (?:his|her) eyes)\b/i;
const LOOK_UP = /\blooks? (?:slowly |straight )?up\b|\bstares? up\b/i;
const LOOK_DOWN = /\blooks? (?:slowly |straight )?down\b/i;
const FACE =
  /\b(?:eyes?|lips?|face|smil(?:e|es|ing)|laugh(?:s|ing)?|weeps?|cr(?:y|ies|ying)|tears?|frowns?|nods?|whispers?|breath(?:e|es)|swallows?|winks?|blush(?:es)?|grins?|gasps?|shakes? (?:his|her) head|forehead|cheek|mouth)\b/i;
const HAND = /\b(?:hands?|fingers?|fist|thumb|palm)\b/i;
const SMALL = new Set(['prop', 'animal']);
const SOMEBODY = /\b(?:man|woman|boy|girl|child|children|people|crowd|nobody|somebody|figure)\b/i;

interface Group {
  beats: ActionBeat[];
  camera?: CameraWords;
}

/**
 * Shots for a run of action beats.
 *
 * @param beats - Sentences without speech or transition between them.
 * @param state - The scene so far; who appears is remembered in it.
 * @param add - Takes each shot as it is planned; the next one is planned knowing it.
 */
export function planAction(beats: readonly ActionBeat[], state: SceneState, add: (draft: Draft) => void): void {
  for (const group of groupBeats(beats, state)) add(planGroup(group, state));
}

/** Sentences stay together while they show the same thing and fit the length of a shot. */
function groupBeats(beats: readonly ActionBeat[], state: SceneState): Group[] {
  const groups: Group[] = [];
  const opening = state.drafts.length === 0;
  for (const beat of beats) {
    const camera = readCameraWords(beat.text);
    const group = groups.at(-1);
    if (!camera && group && belongs(beat, group, state, opening && groups.length === 1)) group.beats.push(beat);
    else groups.push({ beats: [beat], ...(camera ? { camera } : {}) });
  }
  return groups;
}

function belongs(beat: ActionBeat, group: Group, state: SceneState, establishing: boolean): boolean {
  const { secondsPerShot, maxSeconds } = state.pace;
  const words = group.beats.reduce((sum, { words: count }) => sum + count, 0);
  const seconds = actionSeconds([...group.beats, beat].map(({ text }) => text).join(' '));
  if (seconds > maxSeconds * (beat.words <= 3 ? 0.9 : 0.7)) return false;
  if (group.camera) return beat.opens ? words <= 5 && group.beats.length === 1 : true;
  if (beat.opens && !(group.beats.at(-1)!.words <= 3 || beat.words <= 3)) return false;
  if (establishing && group.beats.every(({ names }) => names.length === 0))
    return beat.names.length === 0 && seconds <= secondsPerShot * 1.6;
  const people = new Set(group.beats.flatMap(({ names }) => names));
  const newcomers = beat.names.filter((name) => !people.has(name));
  if (newcomers.length > 0 && people.size > 0) return words + beat.words <= 9 && !beat.opens;
  if (people.size > 0 && beat.names.length === 0 && beat.words > 4) return false;
  const same = newcomers.length === 0 && beat.names.length > 0;
  return seconds <= secondsPerShot * (same ? 1.6 : 1.25) || beat.words <= 3;
}

function planGroup(group: Group, state: SceneState): Draft {
  const { camera } = group;
  const first = group.beats[0];
  const header = camera && group.beats.length > 1 && first.words <= 5 && group.beats[1].opens;
  const text = (header ? group.beats.slice(1) : group.beats).map((beat) => beat.text).join(' ');
  const names = [...new Set(group.beats.flatMap((beat) => beat.names))];
  const span = spanOver(first.span, group.beats.at(-1)!.span);
  const inGroup = new Set(group.beats.map((beat) => beat.element));
  const tags = state.scene.tags.filter(
    (tag) => inGroup.has(tag.element) && tag.span.start.offset >= span.start.offset && tag.span.end.offset <= span.end.offset,
  );
  const opening = state.drafts.length === 0;
  const reasons: string[] = [];
  meet(state, names);
  const draft: Draft = {
    ...chooseSize(text, names, tags, opening, state, reasons),
    angle: 'eye',
    move: 'static',
    cast: names,
    action: text,
    speeches: [],
    seconds: Math.min(state.pace.maxSeconds, Math.max(state.pace.minSeconds, actionSeconds(text))),
    reasons,
    span,
    intensity: 0,
    written: camera !== undefined,
  };
  chooseMove(draft, text, names, opening, state);
  if (camera) applyCameraWords(draft, camera, names, tags, state);
  reasons.push(`${draft.seconds.toFixed(1)} s: time to see what the sentence${group.beats.length > 1 ? 's say' : ' says'}.`);
  return draft;
}

function chooseSize(
  text: string,
  names: readonly string[],
  tags: readonly BreakdownTag[],
  opening: boolean,
  state: SceneState,
  reasons: string[],
): { size: ShotSize; object?: string } {
  const outdoors = state.scene.setting === 'ext';
  if (opening) {
    if (names.length > 0 && !outdoors && names.length <= 2) {
      reasons.push('Wide: the first picture shows where we are, with the people in it.');
      return { size: 'wide' };
    }
    reasons.push(
      outdoors
        ? 'Extreme wide: a new place outdoors is established before anybody matters.'
        : 'Wide: a new place is established.',
    );
    return { size: outdoors && names.length === 0 ? 'extreme-wide' : 'wide' };
  }
  const large = tags.find(
    (tag) => tag.category === 'effect' && /^(?:fire|explosion|breakage|water|portal)$/.test(tag.concept ?? ''),
  );
  if (large && names.length <= 1 && /\b(?:roar|explo|flame|fire|blast|collaps|burst)\w*/i.test(text)) {
    reasons.push(`Wide: ${large.lemma} needs room.`);
    return { size: 'wide' };
  }
  if (names.length === 0) {
    const object = tags.find((tag) => SMALL.has(tag.category));
    const moves = object?.category === 'animal' && TRAVEL.test(text);
    if (
      object &&
      !moves &&
      !SOMEBODY.test(text.replace(/\bnobody\b.*?[.!?]/i, '')) &&
      text.split(/\s+/).length <= 16 &&
      !tags.some(({ category }) => category === 'vehicle' || category === 'extra')
    ) {
      reasons.push(`Insert: nobody is in the sentence, the ${object.lemma} is what counts.`);
      return { size: 'insert', object: object.lemma };
    }
    reasons.push(outdoors ? 'Wide: the place acts, nobody is named.' : 'Wide: the room, nobody is named.');
    return { size: 'wide' };
  }
  if (names.length >= 3) {
    reasons.push(`Full: ${names.length} people share the action.`);
    return { size: 'full' };
  }
  if (names.length === 2) {
    reasons.push('Two-shot: what happens is between the two.');
    return { size: 'two-shot' };
  }
  const handled = tags.find((tag) => tag.category === 'prop');
  if (handled && HAND.test(text) && !TRAVEL.test(text) && text.split(/\s+/).length <= 11) {
    reasons.push(`Insert: hands and the ${handled.lemma}.`);
    return { size: 'insert', object: handled.lemma };
  }
  if (TRAVEL.test(text) || ENTERS.test(text)) {
    reasons.push('Full: a body moves through the place.');
    return { size: 'full' };
  }
  if (FACE.test(text)) {
    reasons.push('Close: the sentence is about a face.');
    return { size: 'close' };
  }
  reasons.push(handled ? `Medium: near enough for a face and the ${handled.lemma}.` : 'Medium: one person does something.');
  return { size: 'medium' };
}

function chooseMove(draft: Draft, text: string, names: readonly string[], opening: boolean, state: SceneState): void {
  const set = (move: CameraMove, reason: string): void => {
    draft.move = move;
    draft.reasons.push(reason);
  };
  const outdoors = state.scene.setting === 'ext';
  if (LOOK_UP.test(text) && names.length > 0) return set('tilt-up', 'Tilt up: a look goes up and takes us along.');
  if (LOOK_DOWN.test(text) && names.length > 0) return set('tilt-down', 'Tilt down: a look goes down and takes us along.');
  if (VIOLENCE.test(text) && !opening) return set('handheld', 'Handheld: things get out of hand.');
  if (names.length > 0 && TRAVEL.test(text) && draft.size !== 'wide') {
    return set(state.travel, `Track: the camera goes along; the direction stays through the scene.`);
  }
  if (names.length === 0 && /\b(?:rises?|climbs?|towers?|up and up|stands? (?:over|above|twice))\b/i.test(text))
    return set('tilt-up', 'Tilt up: something is taller than the frame.');
  if (opening && outdoors && draft.size === 'extreme-wide')
    return set(state.scene.index % 2 === 0 ? 'pan-right' : 'pan-left', 'Slow pan: the eye reads a landscape along its line.');
  if (
    names.length === 1 &&
    LOOK.test(text) &&
    /\b(?:over|across|at the|towards?|out|after|around|past)\b/i.test(text) &&
    draft.size === 'medium'
  ) {
    return set(state.sides.get(names[0]) === 'right' ? 'pan-left' : 'pan-right', 'Pan: it follows a look.');
  }
}

function applyCameraWords(
  draft: Draft,
  camera: CameraWords,
  names: readonly string[],
  tags: readonly BreakdownTag[],
  state: SceneState,
): void {
  draft.reasons.length = 0;
  draft.reasons.push(`The script asks for it: "${camera.words.replace(/[\s–—:-]+$/, '')}".`);
  if (camera.pointOfView) {
    draft.cast = [];
    if (draft.size !== 'insert') draft.size = 'wide';
    draft.reasons.push('Point of view: the one who looks is not in the frame.');
  }
  if (camera.size) draft.size = camera.size;
  else if (camera.angle && !camera.move)
    draft.size = names.length > 0 ? 'full' : state.scene.setting === 'ext' ? 'extreme-wide' : 'wide';
  if (camera.angle) draft.angle = camera.angle;
  if (camera.move) draft.move = camera.move;
  const target = camera.target?.toLowerCase() ?? '';
  const targetIsPerson = names.some(
    (name) =>
      target.includes(name.toLowerCase()) ||
      name
        .toLowerCase()
        .split(' ')
        .some((word) => word.length > 2 && target.split(/\W+/).includes(word)),
  );
  const tight =
    draft.size === 'close' ||
    draft.size === 'extreme-close' ||
    draft.size === 'insert' ||
    (camera.move === 'push-in' && !camera.size);
  const onThing =
    tight &&
    target !== '' &&
    (!targetIsPerson || /['’]s? \p{L}/u.test(target)) &&
    !/^(?:his|her|their|the) (?:face|eyes|mouth)/.test(target);
  if (onThing) {
    draft.size = 'insert';
    const object = tags.find((tag) => target.includes(tag.text.toLowerCase()))?.lemma ?? lastNoun(target);
    draft.object = object;
    draft.reasons.push(`Insert: it is on a thing, the ${object}.`);
  } else if (draft.size === 'insert' && draft.object === undefined) {
    const object = tags.find((tag) => tag.category === 'prop')?.lemma;
    if (object) draft.object = object;
  }
  if (draft.size !== 'insert') delete draft.object;
  else if (!HAND.test(draft.action)) draft.cast = [];
  if (camera.move === 'pan-right' && !camera.size && targetIsPerson) draft.size = 'medium';
  if (camera.move === 'push-in' && !camera.size && !onThing) draft.size = names.length === 1 ? 'close' : 'medium';
}

/** "Draga's fingers" → fingers; "the lamp" → lamp; "the canvas bag under the truck" → canvas bag. */
function lastNoun(target: string): string {
  const group = target.split(/\s+(?:of|in|on|with|under|over|from|by|at|around|behind|beside|between|against|across)\s+/)[0];
  return group.replace(/^(?:the|a|an|his|her|their|its)\s+/, '').replace(/^\S+['’]s?\s+/, '');
}
