/** @file The knowledge graph on a script whose truth is known, since it was written for this. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/index.js';
import { askGraph } from './ask.js';
import { buildKnowledgeGraph } from './build-graph.js';
import type { KnowledgeGraph } from './graph.js';
import { causesOf, findEntities, findEvents, holderOf, holdingsOf, whatKnows, whereIs, whoIsIn, whoKnows } from './queries.js';

const SCRIPT = `Title: The Oven

INT. MANOR - LIBRARY - NIGHT

ANNA, 30, opens the desk drawer and takes a revolver. She slips it into her handbag.

BEN, 40, enters.

ANNA
You're late.

BEN
The car wouldn't start.

Ben pours a whiskey. He doesn't see the handbag.

INT. MANOR - KITCHEN - LATER

CLARA, 50, the cook, peels potatoes. Anna comes in.

ANNA
(whispers to Clara)
The revolver is in my handbag.

CLARA
Give me the handbag.

Anna gives her the handbag. Clara hides it in the oven.

EXT. MANOR - GARDEN - NIGHT

Ben finds a letter under the bench. He reads it and runs because the police are at the gate.

INT. MANOR - KITCHEN - CONTINUOUS

Clara takes the revolver from the oven. Ben bursts in. She shoots him. Ben falls.

CLARA
I did it because he burned the letter.
`;

const source = SCRIPT;
const read = (text: string): KnowledgeGraph => buildKnowledgeGraph(parseFountain(text).screenplay);
const graph = read(SCRIPT);
const names = (states: readonly { name: string }[]): string[] => states.map(({ name }) => name);
const ask = (question: string): string | undefined => askGraph(graph, question)?.text;

describe('buildKnowledgeGraph', () => {
  it('knows people, places within places and the things that are handled', () => {
    expect(graph.entities.filter(({ kind }) => kind === 'person').map(({ name }) => name)).toEqual(['ANNA', 'BEN', 'CLARA']);
    expect(graph.entities.find(({ name }) => name === 'kitchen')).toMatchObject({ kind: 'place', within: 'place:manor' });
    expect(findEntities(graph, 'the gun').map(({ id }) => id)).toEqual(['object:revolver']);
  });

  it('rests every fact on words of the script', () => {
    const facts = [
      ...graph.events,
      ...graph.relations,
      ...graph.knowledge,
      ...graph.entities.flatMap(({ mentions }) => mentions),
    ];
    expect(facts.length).toBeGreaterThan(60);
    for (const { span, quote, scene } of facts) {
      expect(source.replace(/\s+/g, ' ')).toContain(quote);
      expect(span.end.offset).toBeGreaterThanOrEqual(span.start.offset);
      expect(graph.scenes[scene]).toBeDefined();
    }
    for (const { span, quote } of graph.events)
      expect(quote).toContain(source.slice(span.start.offset, span.end.offset).replace(/\s+/g, ' '));
  });

  it('reads who does what to whom through pronouns and two verbs of one subject', () => {
    const [give] = findEvents(graph, { verbs: ['give'] });
    expect(give).toMatchObject({ agents: ['person:anna'], objects: ['object:handbag'], recipients: ['person:clara'] });
    const [shoot] = findEvents(graph, { verbs: ['shoot'] });
    expect(shoot).toMatchObject({ agents: ['person:clara'], objects: ['person:ben'], place: 'place:kitchen', negated: false });
    expect(findEvents(graph, { verbs: ['read'], object: 'letter' })).toHaveLength(1);
  });

  it('takes what is denied for what it is', () => {
    expect(graph.events.find(({ negated }) => negated)).toMatchObject({ verb: 'see', agents: ['person:ben'] });
    expect(findEvents(graph, { verbs: ['see'] })).toEqual([]);
  });

  it('turns the passive round', () => {
    const passive = read('INT. A - DAY\n\nANNA, 30, and BEN, 40. Ben is shot by Anna.\n');
    expect(findEvents(passive, { verbs: ['shoot'] })[0]).toMatchObject({ agents: ['person:anna'], objects: ['person:ben'] });
  });

  it('gives named things and animals one entity, whichever way they are called', () => {
    const named = read(
      'EXT. ROAD - DAY\n\nADA, 38, leads a mule named DEACON. Deacon kicks the gate. On her belt the sword NIGHTJAR. Ada draws Nightjar.\n',
    );
    expect(findEntities(named, 'mule').map(({ id }) => id)).toEqual(['animal:deacon']);
    expect(findEvents(named, { agent: 'Deacon' }).map(({ verb }) => verb)).toContain('kick');
    expect(holderOf(named, 'the sword')).toMatchObject({ from: 'person:ada', to: 'object:nightjar' });
  });

  it('gives structure without events in other languages, and says so', () => {
    const french = read(
      'INT. CUISINE - NUIT\n\nIl pleut. La pluie tombe sur les toits de la ville.\n\nMARA\nJe ne sais pas qui est là, dans le jardin.\n',
    );
    expect(french.events).toEqual([]);
    expect(french.scenes[0]?.present.map(({ who }) => who)).toEqual(['person:mara']);
    expect(french.limits[0]).toContain('‘fr’');
  });

  it('makes an empty graph of an empty script and refuses what is none', () => {
    expect(read('')).toMatchObject({ scenes: [], entities: [], events: [], relations: [], knowledge: [], causes: [] });
    expect(() => buildKnowledgeGraph('INT. A - DAY' as never)).toThrow(TypeError);
  });

  it('never fails, and points only at what it holds, whatever is written', () => {
    const words =
      'Anna Ben takes gives the a gun it her him and because, . ! "who is shot by to in room door ANNA DEACON named 🎬 — …'.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (text) => {
        const built = read(`INT. ROOM - DAY\n\nANNA, 30, waits.\n\n${text.join(' ')}\n\nANNA\n${text.toReversed().join(' ')}\n`);
        const ids = new Set([...built.entities.map(({ id }) => id), ...built.events.map(({ id }) => id)]);
        for (const { from, to } of built.relations) expect(ids.has(from) && ids.has(to)).toBe(true);
        for (const { who, about } of built.knowledge) expect(ids.has(who) && ids.has(about)).toBe(true);
        for (const event of built.events)
          expect([...event.agents, ...event.objects, ...event.recipients].every((id) => ids.has(id))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('knowing', () => {
  it('spreads by acting and telling, never backwards', () => {
    expect(names(whoKnows(graph, 'gun', { scene: '1' }))).toEqual(['ANNA']);
    expect(names(whoKnows(graph, 'gun', { scene: '2' }))).toEqual(['ANNA', 'CLARA']);
    expect(whoKnows(graph, 'gun', { scene: '2' })[1]).toMatchObject({ how: 'told', from: 'person:anna', scene: 1 });
  });

  it('counts standing by only where asked to', () => {
    expect(names(whoKnows(graph, 'gun'))).not.toContain('BEN');
    expect(names(whoKnows(graph, 'gun', {}, 0.5))).toContain('BEN');
  });

  it('keeps from others what is whispered, and from everybody what a voice over says', () => {
    const secret = read(
      'INT. A - DAY\n\nANNA, 30, BEN, 40, and CLARA, 50, wait.\n\nANNA\n(whispers to Ben)\nThe key is in the clock.\n\nCLARA (V.O.)\nThe bomb was in the car.\n\nBEN\nWell.\n',
    );
    expect(names(whoKnows(secret, 'key'))).toEqual(['ANNA', 'BEN']);
    expect(names(whoKnows(secret, 'bomb'))).toEqual(['CLARA']);
  });

  it('tells of deeds, not only of things', () => {
    const told = read(
      'INT. A - DAY\n\nANNA, 30, steals the diamond.\n\nINT. B - DAY\n\nBEN, 40, and CLARA, 50, wait.\n\nBEN\nAnna took the diamond.\n\nCLARA\nI see.\n',
    );
    const theft = findEvents(told, { verbs: ['steal'] })[0];
    expect(names(whoKnows(told, theft.id, { scene: '1' }))).toEqual(['ANNA']);
    expect(names(whoKnows(told, theft.id))).toEqual(['ANNA', 'BEN', 'CLARA']);
    expect(askGraph(told, 'Who knows that Anna stole the diamond?')?.names).toEqual(['ANNA', 'BEN', 'CLARA']);
  });

  it('lists what one person knows', () => {
    const about = whatKnows(graph, 'Clara', { scene: '2' }).map((state) => state.about);
    expect(about).toContain('object:revolver');
    expect(about).not.toContain('object:letter');
  });
});

describe('whereabouts and possession', () => {
  it('has each thing with one holder at a time', () => {
    expect(holderOf(graph, 'gun', { scene: '4' })).toMatchObject({ from: 'person:clara' });
    expect(holderOf(graph, 'gun', { scene: '1' })).toBeUndefined();
    expect(holdingsOf(graph, 'Ben').map(({ to }) => to)).toEqual(['object:letter']);
  });

  it('follows a thing into the bag that it is in', () => {
    expect(whereIs(graph, 'revolver', { scene: '2' })?.where).toEqual(['object:handbag', 'object:oven', 'place:kitchen']);
  });

  it('says when somebody was seen last, and that they were not yet', () => {
    expect(whereIs(graph, 'Anna', { scene: '3' })).toMatchObject({ status: 'last-seen', where: ['place:kitchen'] });
    expect(whereIs(graph, 'Anna', { scene: '1' })).toMatchObject({ status: 'here', where: ['place:library'] });
    expect(whereIs(graph, 'Clara', { scene: '1' })).toBeUndefined();
  });

  it('has nobody there before they enter', () => {
    expect(whoIsIn(graph, '2')).toEqual(['person:clara', 'person:anna']);
    const ben = graph.scenes[0].present.find(({ who }) => who === 'person:ben')!;
    expect(ben.fromElement).toBeGreaterThan(graph.scenes[0].present.find(({ who }) => who === 'person:anna')?.fromElement ?? -1);
  });

  it('keeps one holder and one place for every thing at every moment', () => {
    const lines = [
      'Anna takes the key.',
      'Ben takes the key.',
      'Anna gives Ben the key.',
      'Ben hides the key under the mat.',
      'Anna drops the key.',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 12 }), (script) => {
        const built = read(`INT. A - DAY\n\nANNA, 30, and BEN, 40, wait.\n\n${script.join('\n\n')}\n`);
        const open = built.relations.filter(({ kind, until }) => (kind === 'holds' || kind === 'in') && until === undefined);
        expect(open.length).toBeLessThanOrEqual(1);
        const last = script.at(-1)!;
        const holder = /drops|hides/.test(last) ? undefined : last.startsWith('Anna takes') ? 'person:anna' : 'person:ben';
        expect(holderOf(built, 'key')?.from).toBe(holder);
      }),
      { numRuns: 40 },
    );
  });
});

describe('causes', () => {
  it('finds the deed behind a fall, the means behind a deed and the said reason', () => {
    const evidenceFor = (verb: string): string[] =>
      causesOf(graph, findEvents(graph, { verbs: [verb] })[0].id, 1).map(({ evidence }) => evidence);
    expect(evidenceFor('fall')).toEqual(['event-chain']);
    expect(evidenceFor('shoot')).toEqual(['cue-word', 'object-chain']);
    expect(evidenceFor('run')).toContain('cue-word');
  });

  it('links a request to what is done about it, and nothing to what is not', () => {
    const asked = read('INT. A - DAY\n\nANNA, 30, and BEN, 40, wait.\n\nANNA\nOpen the safe.\n\nBen opens the safe.\n');
    expect(asked.causes).toMatchObject([{ evidence: 'request', effect: { quote: 'Ben opens the safe.' } }]);
    const refused = read('INT. A - DAY\n\nANNA, 30, and BEN, 40, wait.\n\nANNA\nOpen the safe.\n\nBen opens the window.\n');
    expect(refused.causes).toEqual([]);
  });

  it('follows causes back, and refuses a depth that is none', () => {
    const fall = findEvents(graph, { verbs: ['fall'] })[0].id;
    expect(causesOf(graph, fall).length).toBeGreaterThan(causesOf(graph, fall, 1).length);
    expect(() => causesOf(graph, fall, 0)).toThrow(RangeError);
  });
});

describe('askGraph', () => {
  it.each([
    ['Who knows about the gun in scene 3?', ['ANNA', 'CLARA']],
    ['Does Clara know about the gun?', ['CLARA']],
    ['Who is in scene 2?', ['CLARA', 'ANNA']],
    ['Who has the letter?', ['BEN']],
    ['What does Ben have?', ['letter']],
    ['Who shot Ben?', ['CLARA']],
    ['Who killed Ben?', ['CLARA']],
    ['Who gave the handbag to Clara?', ['ANNA']],
    ['What does Clara hide?', ['handbag']],
    ['When does Ben read the letter?', ['3']],
    ['Where does Clara hide the handbag?', ['oven', 'kitchen']],
    ['Where is the handbag?', ['oven', 'kitchen']],
  ])('answers “%s”', (question, expected) => {
    const answer = askGraph(graph, question);
    expect(answer).toMatchObject({ answered: true, names: expected });
    expect(answer?.evidence.length).toBeGreaterThan(0);
  });

  it('says why, with the line', () => {
    expect(ask('Why does Ben fall?')).toContain('“She shoots him.”');
    expect(ask('Why does Clara shoot Ben?')).toContain('because he burned the letter');
  });

  it('says what the script does not tell', () => {
    expect(askGraph(graph, 'Does Ben know about the revolver?')).toMatchObject({ answered: false, evidence: [] });
    expect(askGraph(graph, 'Why does Anna come?')).toMatchObject({ answered: false });
    expect(askGraph(graph, 'Where is Clara in scene 1?')).toMatchObject({ answered: false });
  });

  it('leaves alone what it has no form for', () => {
    for (const question of ['', 'Who stole the submarine?', 'How many potatoes are there?', 'Tell me a joke'])
      expect(askGraph(graph, question)).toBeUndefined();
  });

  it('names the scenes there are where one is asked for that is not', () => {
    expect(() => askGraph(graph, 'Who knows about the gun in scene 12?')).toThrow(
      /scene 12 is not in the script; expected one of 1 to 4/,
    );
  });
});
