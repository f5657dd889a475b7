/** @file Props that are used before they come into the story. */
import type { BreakdownTag } from '../../breakdown/tags.js';
import { baseForms, tokenize } from '../../breakdown/tokens.js';
import type { FindingDraft } from '../../findings/finding.js';
import type { ActionSentence, Story } from './story-time.js';
import { spokenName } from './story-time.js';

/** Verbs by which somebody comes to have a thing that they had not. */
const ACQUIRES = new Set(
  'find discover buy build make invent receive unwrap inherit steal win unearth forge craft carve'.split(' '),
);
/** Verbs by which one person lets another have it. */
const GIVES = new Set('give hand pass toss throw bring sell lend slip'.split(' '));
/** Things so common that another one is always at hand. */
const COMMON = new Set(
  'glass cup mug bottle plate chair candle cigarette coffee coin pen pencil paper towel match lighter newspaper tray bowl spoon fork flower flowers money banknote drink'.split(
    ' ',
  ),
);

interface PropUse {
  tag: BreakdownTag;
  scene: number;
  sentence: ActionSentence;
  /** Who has it: the subject, or whom it is given. */
  people: readonly string[];
  determiner: string;
}

/**
 * Somebody handles "the" or "her" thing in a scene before the one in which the same person finds, buys or makes "a" thing of that name.
 */
export function findEarlyProps(story: Story): FindingDraft[] {
  const sentences = new Map<number, ActionSentence[]>();
  for (const sentence of story.sentences) {
    const own = sentences.get(sentence.element);
    if (own) own.push(sentence);
    else sentences.set(sentence.element, [sentence]);
  }
  const uses = story.scenes.flatMap((scene) =>
    story.outOfTime[scene.index] ? [] : scene.tags.flatMap((tag) => readUse(sentences.get(tag.element) ?? [], scene.index, tag)),
  );
  const seen = new Set<string>();
  return uses.flatMap((coming): FindingDraft[] => {
    if (COMMON.has(coming.tag.lemma) || !/^an?$/.test(coming.determiner) || !isAcquired(coming)) return [];
    const early = uses.find(
      (use) =>
        use.scene < coming.scene &&
        use.tag.lemma === coming.tag.lemma &&
        use.people.some((person) => coming.people.includes(person)) &&
        /^(?:the|his|her|their|that|this)$/.test(use.determiner) &&
        !isAcquired(use),
    );
    const person = early?.people.find((name) => coming.people.includes(name));
    if (!early || person === undefined || seen.has(`${person}/${coming.tag.lemma}`)) return [];
    seen.add(`${person}/${coming.tag.lemma}`);
    const { scenes } = story;
    return [
      {
        rule: 'continuity/prop-before-introduction',
        severity: 'warning',
        message: `${spokenName(person)} has the ${early.tag.lemma} in scene ${scenes[early.scene].number}, but comes by it in scene ${scenes[coming.scene].number}.`,
        span: early.tag.span,
        scene: early.scene,
        reason: `“${early.sentence.text}” comes before “${coming.sentence.text}”, and the latter speaks of a new ${early.tag.lemma}.`,
        confidence: 0.65,
        related: [{ span: coming.tag.span, quote: coming.sentence.text, role: 'comes into the story here' }],
      },
    ];
  });
}

/** Who has a thing in a sentence, and whether it is known already. */
function readUse(sentences: readonly ActionSentence[], scene: number, tag: BreakdownTag): PropUse[] {
  if (tag.category !== 'prop' && tag.category !== 'vehicle') return [];
  const sentence = sentences.find(
    ({ span }) => span.start.offset <= tag.span.start.offset && span.end.offset >= tag.span.end.offset,
  );
  if (!sentence) return [];
  const tokens = tokenize(sentence.text);
  const subject = sentence.subject ?? sentence.names[0]?.name;
  const given = tokens.some(({ lower }) => baseForms(lower).some((form) => GIVES.has(form)));
  // "Teo gives Mara a key": Mara has it now.
  const people = (given ? sentence.names.map(({ name }) => name).filter((name) => name !== subject) : [subject]).filter(
    (name) => name !== undefined,
  );
  if (people.length === 0) return [];
  const head = tokens.findIndex(({ lower }) => lower === tag.text.toLowerCase().split(' ')[0]);
  const determiner = tokens
    .slice(Math.max(0, head - 3), Math.max(0, head))
    .map(({ lower }) => lower)
    .findLast((word) => /^(?:an?|the|his|her|their|that|this|another|no|any|every|some|new|second)$/.test(word));
  return determiner === undefined ? [] : [{ tag, scene, sentence, people, determiner }];
}

function isAcquired({ sentence, tag }: PropUse): boolean {
  const tokens = tokenize(sentence.text);
  const at = tokens.findIndex(({ lower }) => lower === tag.text.toLowerCase().split(' ')[0]);
  return tokens
    .slice(Math.max(0, at - 6), at)
    .some(({ lower }) => baseForms(lower).some((form) => ACQUIRES.has(form) || GIVES.has(form)));
}
