import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/index.js';
import { breakDown } from './breakdown.js';
import { TAG_CATEGORIES, lexiconSize } from './lexicon/lexicon.js';

/** `category: lemma` of everything found in a piece of action. */
function found(action: string, heading = 'INT. ROOM - DAY'): string[] {
  const { screenplay } = parseFountain(
    `${heading}\n\nMARA VOSS, 30, waits. TEO, 40, too.\n\n${action}\n\nMARA\nWell.\n\nTEO\nWell.\n`,
  );
  return breakDown(screenplay).scenes[0].tags.map(({ category, lemma }) => `${category}: ${lemma}`);
}

describe('what is there', () => {
  it.each([
    ['Mara lifts the bread knives.', ['prop: bread knife']],
    ['She strikes a match.', ['prop: match']],
    ['A police car skids to a halt.', ['vehicle: police car', 'stunt: skid']],
    ['A gull cries.', ['animal: gull']],
    ['He looks at the keys in his hand, then at the box in the corner.', ['prop: keys', 'prop: box']],
    ['The bus stops. The truck stops.', ['vehicle: bus', 'vehicle: truck']],
    ['FIRE. Smoke fills the hall.', ['effect: fire', 'effect: smoke']],
    ['The boiler explodes.', ['effect: explode']],
    ['Thunder.', ['weather: thunder', 'sound: thunder']],
    ['The radio crackles.', ['prop: radio', 'sound: crackle']],
    ['Mara hums.', ['music: hum']],
    ['The fridge hums.', ['sound: hum']],
    ['Teo wears a fur coat.', ['wardrobe: fur coat']],
    ['Blood runs down his cheek.', ['makeup: blood']],
    ['A crowd of onlookers.', ['extra: crowd', 'extra: onlookers']],
    ['Mara leaps over the wall.', ['stunt: leap']],
    ['Teo fires the pistol.', ['effect: fire', 'prop: pistol']],
    ['She unwraps the astrolabe.', ['prop: astrolabe']],
  ])('is found in "%s"', (action, tags) => {
    expect(found(action)).toEqual(expect.arrayContaining(tags));
  });

  it('counts in a heading only where it drives', () => {
    expect(found('Nothing.', 'INT. POLICE CAR - NIGHT')).toContain('vehicle: police car');
    expect(found('Nothing.', 'INT. KNIFE SHOP - NIGHT')).toEqual([]);
  });

  it('is not what people talk about', () => {
    const { screenplay } = parseFountain('INT. ROOM - DAY\n\nMARA\nThe bomb is in the car with the dog.\n');
    expect(breakDown(screenplay).scenes[0].tags).toEqual([]);
  });
});

describe('false friends', () => {
  it.each([
    ['They come under fire.', 'effect'],
    ['Teo fires a question at her.', 'effect'],
    ['She waits at the bus stop.', 'vehicle'],
    ['A close shot of the door.', 'effect'],
    ['The sound of a shot glass.', 'effect'],
    ['She leans at the bar.', 'prop'],
    ['They watch the sea.', 'prop'],
    ["It is a bull's-eye view, the size of a horse.", 'animal'],
    ['He walks between them like a lion.', 'animal'],
    ['The sea is flat as slate, thick as wool, sharp as a knife.', 'prop'],
    ['He comes in without a gun.', 'prop'],
    ['No dog in sight.', 'animal'],
    ['Night falls. Silence falls. Rain falls.', 'stunt'],
    ['Mara falls asleep.', 'stunt'],
    ['A drop falls from the tap.', 'stunt'],
    ['They wind through the streets.', 'weather'],
    ['Mara can see it.', 'prop'],
    ['She saw it.', 'prop'],
    ['Mara rings the police.', 'prop'],
    ['The sun-burnt storm out of the room.', 'weather'],
    ['Glass rains down. A helicopter thunders past.', 'weather'],
    ['Teo returns fire.', 'effect'],
  ])('"%s" has no %s', (action, category) => {
    expect(found(action).filter((tag) => tag.startsWith(`${category}:`))).toEqual([]);
  });

  it('leave ROSE alone where Rose is a person', () => {
    const { screenplay } = parseFountain('INT. ROOM - DAY\n\nROSE FORD, 40, waits. Rose smiles.\n\nROSE\nNo.\n');
    expect(breakDown(screenplay).scenes[0].tags).toEqual([]);
  });
});

describe('other languages', () => {
  it.each([
    [
      'fr',
      'La pluie tombe sur le port. Un homme prend le couteau et sort avec son chien dans la rue.',
      ['weather: pluie', 'prop: couteau', 'animal: chien'],
    ],
    [
      'de',
      'Der Regen fällt auf die Straße. Ein Mann nimmt das Messer und geht mit dem Hund aus dem Haus.',
      ['weather: regen', 'prop: messer', 'animal: hund'],
    ],
    [
      'es',
      'La lluvia cae sobre el puerto. Un hombre toma el cuchillo y sale con su perro por la calle.',
      ['weather: lluvia', 'prop: cuchillo', 'animal: perro'],
    ],
    ['zh', '大雨。他拿起手枪，狗在叫。', ['weather: 大雨', 'prop: 手枪', 'animal: 狗']],
  ])('are told apart and have core words (%s)', (language, action, tags) => {
    const { screenplay } = parseFountain(`INT. A - DAY\n\n${action}\n`);
    const breakdown = breakDown(screenplay);
    expect(breakdown.language).toBe(language);
    expect(breakdown.scenes[0].tags.map(({ category, lemma }) => `${category}: ${lemma}`)).toEqual(expect.arrayContaining(tags));
  });

  it('takes the longest Chinese word at its own place, and none inside another', () => {
    const text = '内景 房间 - 夜\n\n他马上拿起酒瓶，大雨。\n';
    const { screenplay } = parseFountain(text);
    const { tags } = breakDown(screenplay, { language: 'zh' }).scenes[0];
    expect(
      tags.map(({ lemma, text: written, span }) => [lemma, written, text.slice(span.start.offset, span.end.offset)]),
    ).toEqual([
      ['酒瓶', '酒瓶', '酒瓶'],
      ['大雨', '大雨', '大雨'],
    ]);
  });

  it('have an English lexicon of hundreds of words beside them', () => {
    const sizes = lexiconSize('en');
    expect(sizes.prop).toBeGreaterThan(600);
    for (const category of TAG_CATEGORIES) expect(sizes[category], category).toBeGreaterThan(40);
  });
});

describe('people, things and clothes that no list has', () => {
  const tagged = (action: string): string[] =>
    breakDown(parseFountain(`INT. HALL - DAY\n\n${action}\n`).screenplay).scenes[0].tags.map(
      (tag) => `${tag.category}: ${tag.lemma}`,
    );

  it('tells people by the ending of their noun and a number or article', () => {
    expect(tagged('Three plainclothesmen cross the floor.')).toContain('extra: plainclothesman');
    expect(tagged('A croppersmith bows.')).toContain('extra: croppersmith');
    expect(tagged('The specimen lies there. A human voice.').filter((tag) => tag.startsWith('extra'))).toEqual([]);
  });

  it('takes the owner in "the waiter\'s jacket" for no extra and the tea in "tea towel" for no tea', () => {
    expect(tagged("She takes off the waiter's jacket.")).toEqual(['wardrobe: jacket']);
    expect(tagged('He folds a bread basket.')).toEqual(['prop: basket']);
  });

  it('takes for a thing what is in a hand, and for clothes what is worn', () => {
    expect(tagged('A man with an astrolabe under his arm.')).toContain('prop: astrolabe');
    expect(tagged('She wears a farthingale.')).toContain('wardrobe: farthingale');
    expect(tagged('She holds her breath.')).toEqual([]);
  });

  it('hears and sees what many do in the plain form', () => {
    expect(tagged('Windows shatter.')).toContain('effect: shatter');
    expect(tagged('Two guards dive for the hedge.')).toContain('stunt: dive');
  });
});
