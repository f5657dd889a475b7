/** @file Who dies where, and who speaks after that. */
import type { FindingDraft } from '../../findings/finding.js';
import type { ActionSentence, Story } from './story-time.js';
import { spokenName } from './story-time.js';

interface Death {
  name: string;
  sentence: ActionSentence;
  /** How sure the words are, 0 to 1. */
  confidence: number;
}

/** What follows the name of who dies. */
const DIES =
  /^(?:,[^,.]*,)? (?:(?:suddenly|slowly|quietly|finally|then) )?(?:dies|(?:is|lies|falls|drops|lies there) dead|has died|is (?:killed|murdered|shot dead|executed|hanged|beheaded|found dead|pronounced dead|buried|(?:stabbed|beaten|burned|burnt) to death)|bleeds (?:to death|out)|drowns|perishes|passes away|flatlines|lies lifeless|stops breathing|breathes (?:his|her|their) last|takes (?:his|her|their) last breath|(?:collapses|slumps|falls|drops), (?:dead|lifeless))\b/;
/** What stands at the end of a sentence about nobody else. */
const ENDS_DEAD =
  /(?:\b(?:and|then|,)(?: then)? (?:dies|falls dead|drops dead|stops breathing|bleeds out|drowns)\b[^,;]{0,30}|\b(?:falls|collapses|slumps|drops|crumples|lies|sinks|topples|sprawls|goes down|hits the (?:ground|floor))\b.*, (?:dead|lifeless|no longer breathing|not breathing))[.!…]*$/;
/** What stands before the name of who is killed by somebody. */
const KILLS = /\b(?:kills|murders|executes|beheads|strangles|buries|(?:the )?(?:body|corpse|remains) of)(?: \p{Ll}+ly)? $/iu;
/** What stands before and behind them. */
const TO_DEATH = {
  before: /\b(?:shoots|stabs|beats|strikes|cuts|chokes|finds|leaves) $/,
  after: /^,? (?:dead|to death|lifeless)\b/,
};
/** What belongs to the dead only. */
const REMAINS =
  /^(?:'s|’s) (?:\p{Ll}+ )?(?:body lies|dead body|lifeless body|heart stops|corpse|funeral|coffin|casket|grave|gravestone|tombstone|ashes)\b/u;
/** The sentence doesn't say that it happens. */
const UNREAL =
  /\b(?:almost|nearly|not|never|n['’]t|as if|as though|like|pretends?|plays dead|playing dead|would|could|might|may|will|if|thinks?|dreams?|imagines?|supposed|seems?|wants to|tries to|photograph|picture|portrait|painting)\b/i;
/** Somebody isn't dead after all. */
const REVIVES =
  /\b(?:alive|breathes|breathing|coughs|gasps|wakes|awakes|awakens|opens (?:his|her|their) eyes|sits up|comes to|revive[sd]?|survive[sd]?|resurrect(?:s|ed)?|returns from the dead|pulse)\b/i;
/** Cues of who isn't there in the flesh. */
const NOT_IN_FLESH =
  /\b(?:V\.O\.|RECORD|FILTER|ON (?:SCREEN|TAPE|TV|VIDEO)|VIDEO|TAPE|GHOST|SPIRIT|HOLOGRAM|MEMORY|FLASHBACK|PRE-?LAP)/i;

/** A character speaks in a scene after the one in which the action says that they die. */
export function findSpeechAfterDeath(story: Story): FindingDraft[] {
  const deaths = new Map<string, Death>();
  for (const sentence of story.sentences) {
    if (story.outOfTime[sentence.scene]) continue;
    for (const death of deathsIn(sentence)) if (!deaths.has(death.name)) deaths.set(death.name, death);
  }
  return [...deaths.values()].flatMap((death) => afterwards(story, death));
}

function deathsIn(sentence: ActionSentence): Death[] {
  const { text, names, subject } = sentence;
  if (UNREAL.test(text)) return [];
  const found: Death[] = [];
  for (const { name, start, end } of names) {
    const after = text.slice(end);
    // The token of a possessive holds its ending.
    const possessive = /['’]s$/.exec(text.slice(start, end))?.[0] ?? '';
    if (possessive === '' && DIES.test(after)) found.push({ name, sentence, confidence: 0.9 });
    else if (TO_DEATH.before.test(text.slice(0, start)) && TO_DEATH.after.test(after))
      found.push({ name, sentence, confidence: 0.85 });
    else if (KILLS.test(text.slice(0, start))) found.push({ name, sentence, confidence: 0.85 });
    else if (REMAINS.test(possessive + after)) found.push({ name, sentence, confidence: 0.7 });
  }
  const only = new Set(names.map(({ name }) => name)).size <= 1 ? subject : undefined;
  if (found.length === 0 && only !== undefined && ENDS_DEAD.test(text)) found.push({ name: only, sentence, confidence: 0.8 });
  if (found.length === 0 && subject !== undefined && names.length === 0) {
    const pronoun = /^\p{Lu}\p{Ll}+/u.exec(text)![0];
    if (DIES.test(text.slice(pronoun.length))) found.push({ name: subject, sentence, confidence: 0.75 });
  }
  return found;
}

function afterwards(story: Story, death: Death): FindingDraft[] {
  const revival = story.sentences.find(
    (sentence) =>
      isAfter(sentence, death.sentence) &&
      REVIVES.test(sentence.text) &&
      (sentence.subject === death.name || sentence.names.some(({ name }) => name === death.name)),
  );
  if (/\b(?:GHOST|SPIRIT|SKELETON|ZOMBIE|VAMPIRE)\b/.test(death.name)) return [];
  const drafts: FindingDraft[] = [];
  for (const scene of story.scenes.slice(death.sentence.scene)) {
    if (story.outOfTime[scene.index] || (revival && scene.index >= revival.scene)) continue;
    for (const speech of scene.speeches) {
      const speakers = story.names.speakers[speech.index] ?? [];
      if (!speakers.includes(death.name) || speech.element < death.sentence.element) continue;
      if (speech.extensions.some((extension) => NOT_IN_FLESH.test(extension)) || NOT_IN_FLESH.test(speech.cue)) continue;
      const sameScene = scene.index === death.sentence.scene;
      drafts.push({
        rule: 'continuity/speaks-after-death',
        severity: 'error',
        message: `${spokenName(death.name)} speaks in scene ${scene.number}, but has died in scene ${story.scenes[death.sentence.scene].number}.`,
        span: speech.span,
        scene: scene.index,
        reason: `The action says “${death.sentence.text}”, nothing after it brings them back, and the speech is neither a voice over nor in a scene of another time.`,
        confidence: sameScene ? death.confidence * 0.8 : death.confidence,
        related: [{ span: death.sentence.span, quote: death.sentence.text, role: 'dies here' }],
      });
    }
  }
  // One finding a death is enough: the first line says it all.
  return drafts.slice(0, 1);
}

function isAfter(sentence: ActionSentence, other: ActionSentence): boolean {
  return sentence.span.start.offset > other.span.start.offset;
}
