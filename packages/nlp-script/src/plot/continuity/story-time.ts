/** @file What the rules of continuity look at: scenes with their texts, whether they lie outside the story's own time, and who is meant where. */
import type { Breakdown, SceneBreakdown } from '../../breakdown/breakdown.js';
import type { NameTable } from '../../breakdown/name-table.js';
import { namesInText, nameTableOf } from '../../breakdown/name-table.js';
import { isTransition } from '../../breakdown/scenes.js';
import type { SpanLocator } from '../../breakdown/spans.js';
import { createSpanLocator } from '../../breakdown/spans.js';
import { splitSentences } from '../../breakdown/tokens.js';
import type { FindingDraft } from '../../findings/finding.js';
import type { Screenplay, Span } from '../../screenplay/screenplay.js';

/** A sentence of action. */
export interface ActionSentence {
  scene: number;
  /** Index of the element. */
  element: number;
  text: string;
  span: Span;
  /** Characters named in it, in order. */
  names: { name: string; start: number; end: number }[];
  /** Who "he" or "she" at its beginning is: the one character that the sentence before named. */
  subject?: string;
}

/** The script as the rules see it. */
export interface Story {
  screenplay: Screenplay;
  breakdown: Breakdown;
  scenes: readonly SceneBreakdown[];
  sentences: readonly ActionSentence[];
  names: NameTable;
  locator: SpanLocator;
  /** For each scene whether it is remembered, dreamt, recorded or yet to come: its order proves nothing. */
  outOfTime: readonly boolean[];
}

/** One rule. */
export type ContinuityRule = (story: Story) => FindingDraft[];

/** Headings and lines that leave the story's own time. */
const LEAVES_TIME =
  /\b(?:FLASH ?-?BACKS?|FLASH ?-?FORWARDS?|DREAM|NIGHTMARE|MEMORY|REMEMBERED|VISION|FANTASY|IMAGINED|HALLUCINATION|EARLIER|YEARS AGO|MONTHS AGO|DAYS AGO|RECORDING|ARCHIVE FOOTAGE|HOME (?:MOVIE|VIDEO)|AFTERLIFE|HEAVEN)\b/;
const RETURNS = /^(?:END (?:OF )?(?:THE )?(?:FLASH ?-?BACK|FLASH ?-?FORWARD|DREAM)|BACK TO (?:THE )?PRESENT|PRESENT DAY)\b/;

/** Reads a story from a breakdown. */
export function readStory(screenplay: Screenplay, breakdown: Breakdown): Story {
  const { scenes } = breakdown;
  const names = nameTableOf(
    breakdown.characters,
    scenes.flatMap((scene) => scene.speeches),
  );
  const locator = createSpanLocator(screenplay);
  const outOfTime: boolean[] = [];
  let away = false;
  for (const scene of scenes) {
    if (/\b(?:PRESENT|BACK TO)\b/.test(scene.heading)) away = false;
    let left = away || LEAVES_TIME.test(scene.heading.toUpperCase());
    // A line in capitals opens a passage that lasts until another closes it; a heading speaks for its own scene.
    for (const line of capitalLines(screenplay, scene)) {
      if (RETURNS.test(line)) away = false;
      else if (LEAVES_TIME.test(line)) left = away = true;
    }
    outOfTime.push(left);
  }
  const sentences = scenes.flatMap((scene) => readSentences(screenplay, scene, names, locator));
  return { screenplay, breakdown, scenes, sentences, names, locator, outOfTime };
}

function capitalLines(screenplay: Screenplay, { elements }: SceneBreakdown): string[] {
  return screenplay.elements
    .slice(elements.from, elements.to)
    .filter(
      ({ type, text }) => (type === 'action' || type === 'transition' || type === 'centered') && text === text.toUpperCase(),
    )
    .map(({ text }) => text.trim());
}

function readSentences(screenplay: Screenplay, scene: SceneBreakdown, names: NameTable, locator: SpanLocator): ActionSentence[] {
  const sentences: ActionSentence[] = [];
  for (let i = scene.elements.from; i < scene.elements.to; i++) {
    const element = screenplay.elements[i];
    if (element.type !== 'action' || isTransition(element)) continue;
    let alone: string | undefined;
    for (const { text, start, end } of splitSentences(element.text)) {
      const named = namesInText(text, names);
      const pronoun = /^(?:He|She|They)\b/.test(text);
      const subject = named[0]?.start === 0 ? named[0].name : pronoun ? alone : undefined;
      sentences.push({
        scene: scene.index,
        element: i,
        text,
        span: locator.locate(element, start, end),
        names: named,
        ...(subject === undefined ? {} : { subject }),
      });
      const distinct = new Set(named.map(({ name }) => name));
      if (distinct.size === 1) alone = named[0].name;
      else if (distinct.size > 1) alone = undefined;
    }
  }
  return sentences;
}

/** Names as people write them: `MARA VOSS` → `Mara Voss`. */
export function spokenName(name: string): string {
  return name.replace(/\p{L}[\p{L}'’]*/gu, (word) =>
    word === word.toUpperCase() ? word[0] + word.slice(1).toLowerCase() : word,
  );
}
