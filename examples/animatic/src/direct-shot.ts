/** @file From the shot list to what the storyboard draws: the same shot, with the place, the light, the people and what they do. */
import { measureEmotion } from '@filmai/nlp-script/emotion';
import type { BreakdownTag, SceneBreakdown } from '@filmai/nlp-script/breakdown';
import type { ShotSize } from '@filmai/nlp-script/shots';
import type { EffectKind } from '@filmai/gan/effects';
import { knownProp, type ShotDescription } from '@filmai/storyboard';
import type { CastCharacter } from './casting.js';
import type { PlannedShot } from './plan.js';
import type { Script } from './read-script.js';

/** An effect layer over a shot. */
export interface ShotEffect {
  kind: EffectKind;
  /** 0…1. */
  strength: number;
  /** Where it burns, 0…1 from the top left corner, and how large it is as a part of the picture's height; weather has neither. */
  origin?: { x: number; y: number };
  size?: number;
  /** The words of the script that call for it. */
  evidence: string;
}

/** Everything that is needed to draw a shot. */
export interface DirectedShot {
  description: ShotDescription;
  effects: ShotEffect[];
}

/** Face for the strongest emotion of a line. */
const EXPRESSIONS: Record<string, string> = {
  joy: 'happy',
  sadness: 'sad',
  anger: 'angry',
  fear: 'afraid',
  surprise: 'surprised',
  disgust: 'disgusted',
  trust: 'tender',
  anticipation: 'determined',
};

/**
 * Directs a shot.
 *
 * @param planned - The shot.
 * @param script - Where it comes from.
 * @param cast - Characters with their looks.
 * @param seed - The film's seed; the same place looks the same in every scene.
 */
export function directShot(
  planned: PlannedShot,
  script: Script,
  cast: ReadonlyMap<string, CastCharacter>,
  seed: number,
): DirectedShot {
  const { shot } = planned;
  const scene = script.breakdown.scenes[shot.sceneIndex];
  const order = scene.characters.filter((one) => one.seen).map((one) => one.name);
  const speaking = new Set(shot.speeches.map((speech) => speech.character));
  const weather = weatherOf(scene, script.breakdown.scenes);
  return {
    description: {
      place: scene.place,
      ...(scene.setting ? { setting: scene.setting } : {}),
      time: scene.timeOfDay,
      ...(weather ? { weather } : {}),
      words: `${scene.heading} ${actionText(scene, script)}`,
      size: frameOf(shot),
      view: planned.wideIndex,
      angle: shot.angle,
      move: shot.move,
      cast: shot.cast.flatMap((name) => {
        const character = cast.get(name);
        if (!character) return [];
        const mark = order.indexOf(name);
        const line = shot.speeches.find((speech) => speech.character === name);
        const expression = expressionOf(line ? `${line.parenthetical ?? ''} ${line.text}` : shot.action);
        return [
          {
            name,
            look: character.look,
            speaking: speaking.has(name),
            ...(expression ? { expression } : {}),
            ...(mark >= 0 ? { mark } : {}),
          },
        ];
      }),
      action: shot.action,
      ...(shot.object ? { object: shot.object } : {}),
      seed: `${seed}/${scene.placeParts.join('/').toLowerCase()}`,
    },
    effects: effectsOf(planned, scene, weather),
  };
}

/** An insert of a thing that the storyboard can't draw shows who has it, or where it is. */
function frameOf({ size, object, cast }: PlannedShot['shot']): ShotSize {
  if (size !== 'insert' || knownProp(object ?? '') !== undefined) return size;
  return cast.length > 0 ? 'close' : 'wide';
}

/** The scene's own weather, else that of the last scene outside at the same time of day, as long as nothing says it has changed. */
function weatherOf(scene: SceneBreakdown, scenes: readonly SceneBreakdown[]): string | undefined {
  const own = weatherTag(scene);
  if (own) return own;
  const before = scenes[scene.index - 1] as SceneBreakdown | undefined;
  return before && before.timeOfDay === scene.timeOfDay && scene.timeFrom === 'inherited' ? weatherTag(before) : undefined;
}

function weatherTag(scene: SceneBreakdown): string | undefined {
  return scene.tags.find((tag) => tag.category === 'weather' && tag.concept !== undefined)?.concept;
}

function actionText(scene: SceneBreakdown, script: Script): string {
  return script.screenplay.elements
    .slice(scene.elements.from, scene.elements.to)
    .filter((element) => element.type === 'action')
    .map((element) => element.text)
    .join(' ');
}

function expressionOf(text: string): string | undefined {
  const { emotions } = measureEmotion(text);
  const [name, strength] = Object.entries(emotions).reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0]);
  return strength > 0.15 ? EXPRESSIONS[name] : undefined;
}

/** What burns, smokes or explodes in the words of this shot, and the weather outside. */
function effectsOf({ shot }: PlannedShot, scene: SceneBreakdown, weather: string | undefined): ShotEffect[] {
  const within = (tag: BreakdownTag): boolean =>
    tag.span.start.offset >= shot.span.start.offset && tag.span.start.offset < shot.span.end.offset;
  const called = scene.tags
    .filter((tag) => tag.category === 'effect' && within(tag))
    .flatMap((tag): ShotEffect[] => {
      const kind = effectKind(tag.concept ?? tag.lemma);
      return kind ? [{ kind, strength: 0.8, ...placeOf(kind, shot.size), evidence: tag.evidence }] : [];
    });
  const outside = scene.setting !== 'int' && (weather === 'rain' || weather === 'storm' || weather === 'snow');
  const falling: ShotEffect[] = outside
    ? [
        {
          kind: weather === 'snow' ? 'snow' : 'rain',
          strength: weather === 'storm' ? 1 : 0.6,
          evidence: `${scene.heading}: ${weather}`,
        },
      ]
    : [];
  return [...new Map([...falling, ...called].map((effect) => [effect.kind, effect])).values()];
}

/** A fire stands in the picture of a wide shot; in nearer ones it burns at the lower edge, beside the faces, not over them. */
function placeOf(kind: EffectKind, size: ShotSize): { origin?: { x: number; y: number }; size?: number } {
  if (kind === 'rain' || kind === 'snow') return {};
  const isWide = size === 'extreme-wide' || size === 'wide' || size === 'full' || size === 'insert';
  if (isWide) return { origin: { x: 0.5, y: kind === 'explosion' ? 0.62 : 0.82 }, size: size === 'extreme-wide' ? 0.22 : 0.34 };
  const isPair = size === 'two-shot' || size === 'over-shoulder';
  return { origin: { x: isPair ? 0.5 : 0.84, y: 0.98 }, size: 0.5 };
}

function effectKind(word: string): EffectKind | undefined {
  return (['fire', 'smoke', 'explosion', 'rain', 'snow'] as const).find((kind) => word.includes(kind));
}
