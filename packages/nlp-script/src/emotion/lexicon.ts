/**
 * @file Words of feeling with their valence (−4 to 4), arousal (0 to 1) and basic emotions after Plutchik. Written for this package,
 * by groups that share their values: finer grades are lost in a sentence anyway. Base forms only; endings are taken off by rule.
 */

/** The eight basic emotions of Plutchik's wheel. */
export type BasicEmotion = 'joy' | 'trust' | 'fear' | 'surprise' | 'sadness' | 'disgust' | 'anger' | 'anticipation';

/** All eight, in the order of the wheel. */
export const BASIC_EMOTIONS: readonly BasicEmotion[] = [
  'joy',
  'trust',
  'fear',
  'surprise',
  'sadness',
  'disgust',
  'anger',
  'anticipation',
];

/** What the lexicon knows about a word. */
export interface EmotionEntry {
  /** −4 to 4. */
  valence: number;
  /** 0 to 1. */
  arousal: number;
  emotions: readonly BasicEmotion[];
}

type Group = readonly [valence: number, arousal: number, emotions: string, words: string];

const GROUPS: readonly Group[] = [
  // Joy
  [
    3.4,
    0.85,
    'joy surprise',
    'ecstatic ecstasy euphoria euphoric rapture rapturous jubilant jubilation overjoyed exhilarated exhilarating exhilaration elated elation thrilled triumph triumphant triumphantly',
  ],
  [
    3.1,
    0.7,
    'joy',
    'joy joyful joyous delight delighted delightful wonderful fantastic marvellous marvelous terrific superb magnificent glorious brilliant fabulous splendid sublime heavenly paradise bliss blissful excellent',
  ],
  [
    2.9,
    0.65,
    'joy',
    'happy happiness happily glad gladly cheerful cheer cheers merry merrily jolly gleeful glee celebrate celebration festive party victory victorious win winner winning champion success successful succeed',
  ],
  [
    2.6,
    0.6,
    'joy',
    'laugh laughter giggle chuckle grin smile funny hilarious amusing amused comic comical witty fun enjoy enjoyable enjoyment playful play joke jest giggly lol haha yay hooray hurray hurrah woohoo',
  ],
  [
    2.9,
    0.6,
    'joy trust',
    'love lover loving beloved adore adorable cherish darling sweetheart dearest kiss embrace hug cuddle romance romantic passion passionate tender tenderness affection affectionate',
  ],
  [
    2.6,
    0.45,
    'joy',
    'beautiful beauty gorgeous lovely pretty handsome charming charm elegant exquisite graceful grace radiant stunning dazzling attractive cute sweet sunny golden bright shine shining sparkle sparkling bloom blossom',
  ],
  [
    2.1,
    0.35,
    'joy',
    'good nice fine pleasant pleasantly pleased pleasure pleasing neat comfortable cosy cozy comfort warm warmth warmly cool enjoyable favourite favorite better improve improvement well fortunate lucky luck',
  ],
  [
    2.6,
    0.5,
    'joy surprise',
    'great awesome amazing amaze incredible outstanding spectacular remarkable extraordinary perfect perfectly perfection best magical magic miracle miraculous wonder wondrous awe gift treasure treat reward bonus',
  ],
  [
    1.9,
    0.2,
    'joy trust',
    'calm calmly peace peaceful peacefully serene serenity tranquil quietude relax relaxed relaxing relief relieved soothe soothing restful gentle gently soft softly content contented contentment satisfied satisfaction satisfying ease mellow',
  ],
  [
    2.3,
    0.75,
    'joy anticipation',
    'excited excitement exciting thrill thrilling lively vivid vibrant energetic energy dance dancing sing singing song music vacation holiday adventure spirited sunshine daring rejoice',
  ],
  // Trust
  [
    2.3,
    0.35,
    'trust',
    'trust trusted trustworthy faith faithful faithfully loyal loyalty honest honestly honesty sincere sincerely sincerity true truly truth reliable dependable devoted devotion friend friendly friendship companion ally',
  ],
  [
    2.3,
    0.35,
    'trust joy',
    'kind kindly kindness generous generosity compassion compassionate caring care mercy merciful forgive forgiveness forgiving pardon gracious grateful gratitude thank thanks thankful appreciate appreciation bless blessing blessed',
  ],
  [
    1.9,
    0.35,
    'trust',
    'safe safely safety secure security protect protection protective shelter rescue rescued save saved savior saviour help helpful helping helper support supportive assist assistance welcome heal healing cure recover recovery',
  ],
  [
    2.1,
    0.45,
    'trust',
    'brave bravely bravery courage courageous hero heroic heroine honour honor honourable honorable noble dignity dignified proud proudly pride respect respected admire admirable admiration strong strength confident confidence capable wise wisdom smart clever intelligent genius talented',
  ],
  [
    1.6,
    0.3,
    'trust',
    'agree agreement accept acceptance approve approval understand understanding reassure reassuring promise promised fair fairness justice innocent innocence loyal home family together belong mother father useful sensible reasonable correct yes okay ok sure certain certainly',
  ],
  // Anticipation
  [
    1.7,
    0.5,
    'anticipation joy',
    'hope hopeful hopefully hoping wish dream dreaming eager eagerly keen enthusiastic enthusiasm optimistic optimism promise promising await inspire inspired inspiring inspiration desire longing yearn curious curiosity interested interesting interest fascinating fascinated fascinate invite opportunity ready',
  ],
  [
    0.3,
    0.5,
    'anticipation',
    'wait waiting expect expectation anticipate plan prepare soon tomorrow seek search ahead approach predict future intend countdown',
  ],
  [
    0.1,
    0.45,
    'anticipation',
    'suspense tension hesitate hesitant hesitation lurk creep stalk listen uneasy footsteps mysterious mystery secret secretly secretive unknown stranger strange strangely odd eerie shadow shadowy whisper',
  ],
  // Surprise
  [
    0.6,
    0.75,
    'surprise',
    'surprise surprised surprising surprisingly astonish astonished astonishing astound astounded startle startled startling sudden suddenly unexpected unexpectedly unbelievable wow gasp whoa stun stunned speechless',
  ],
  [
    -0.6,
    0.65,
    'surprise',
    'shock shocked shocking bewildered bewilder baffled puzzled confuse confused confusing confusion perplexed disbelief',
  ],
  // Fear
  [
    -3.1,
    0.9,
    'fear',
    'terror terrified terrify terrifying horror horrified horrify horrifying horrific nightmare nightmarish dread dreadful panic panicked petrified hysterical hysteria doom doomed apocalypse catastrophe catastrophic scream shriek',
  ],
  [
    -2.4,
    0.75,
    'fear',
    'fear fearful afraid frighten frightened frightening fright scare scared scary danger dangerous dangerously threat threaten threatening menace menacing peril perilous alarm alarmed alarming hazard risk risky deadly lethal fatal',
  ],
  [
    -1.7,
    0.6,
    'fear',
    'anxious anxiety worry worried worrying nervous nervously tense uneasy unease apprehensive apprehension fret restless jittery timid shy cower flinch tremble trembling shake shaking shiver shudder quake desperate desperately desperation insecure helpless vulnerable trapped trap cornered flee escape hide hiding haunted haunt haunting ghost creepy sinister ominous',
  ],
  [
    -2.2,
    0.85,
    'fear anger',
    'attack assault ambush bomb explosion explode gun shoot shot fire weapon knife stab strangle choke hostage kidnap hunted chase pursue pursuit war battle invasion siege riot emergency breach',
  ],
  [
    -1.3,
    0.55,
    'fear',
    'storm thunder lightning howl siren warning beware crisis trouble problem uncertain uncertainty doubt suspicious suspicion suspect',
  ],
  [-0.5, 0.4, 'fear anticipation', 'dark darkness black dim dusk midnight hush cling cave deep drift'],
  // Sadness
  [
    -3.1,
    0.55,
    'sadness',
    'grief grieve grieving mourn mourning mourner heartbroken heartbreak heartbreaking devastated devastating devastation despair despairing anguish agony agonizing tragedy tragic tragically misery miserable wretched suicide suicidal',
  ],
  [
    -2.8,
    0.5,
    'sadness',
    'death dead die died dying dies funeral grave graveyard coffin corpse burial bury buried killed murder murdered widow orphan mortal perish perished',
  ],
  [
    -2.3,
    0.35,
    'sadness',
    'sad sadly sadness sorrow sorrowful unhappy unhappiness cry crying weep weeping tears tearful sob sobbing wail lament depressed depressing depression melancholy gloomy gloom bleak mournful sombre somber dismal doleful forlorn heartache heartsick',
  ],
  [
    -1.9,
    0.3,
    'sadness',
    'lonely loneliness alone abandoned abandon forsaken isolated isolation lost loss lose loser losing miss missing regret regretful regrettably sorry apologize apology disappoint disappointed disappointing disappointment discouraged hopeless hopelessly hopelessness homesick farewell goodbye defeat defeated fail failed failing failure',
  ],
  [
    -1.9,
    0.45,
    'sadness',
    'hurt hurting pain painful painfully ache aching suffer suffering wound wounded injured injury injure bleed bleeding blood bloody broken break broke sick sickness ill illness disease cancer weak weakness frail fever bruise bruised scar scarred crippled',
  ],
  [
    -1.5,
    0.2,
    'sadness',
    'tired weary wearily exhausted exhaustion bored boring boredom dull tedious dreary empty emptiness numb hollow cold bitter bitterly poor poverty hungry hunger starve starving homeless ruin ruined ruins decay faded sink sinking drown drowning',
  ],
  // Anger
  [
    -3.1,
    0.9,
    'anger',
    'rage raging fury furious furiously enraged outrage outraged outrageous wrath livid hatred hate hated hateful loathe loathing despise detest vengeance revenge vengeful murderous violent violence violently savage brutal brutally brutality cruel cruelly cruelty torture merciless ruthless',
  ],
  [
    -2.5,
    0.8,
    'anger',
    'angry angrily anger mad madness hostile hostility aggressive aggression fight fighting punch hit slap kick beat strike smash destroy destroyed destruction destructive kill killer slaughter massacre crush curse damn damned hell bastard bitch goddamn yell shout roar snarl growl explode',
  ],
  [
    -1.9,
    0.6,
    'anger',
    'annoy annoyed annoying irritate irritated irritating irritation frustrate frustrated frustrating frustration offend offended offensive insult insulting resent resentful resentment jealous jealousy envy envious argue argument quarrel accuse accused accusation blame bitter spite spiteful provoke scold complain complaint protest refuse reject rejected rejection rude rudely harsh harshly stubborn',
  ],
  [
    -2.3,
    0.6,
    'anger sadness',
    'betray betrayed betrayal deceive deceived deceit deceitful liar lied cheat cheated cheating traitor treason steal stole stolen thief robbery rob robbed crime criminal guilty guilt unfair unjust injustice abuse abused abusive victim bully bullied victimize corrupt corruption greed greedy enemy',
  ],
  // Disgust
  [
    -2.6,
    0.55,
    'disgust',
    'disgust disgusted disgusting disgustedly revolting repulsive repulsed revulsion vile foul filthy filth nauseating nauseous nausea vomit puke gross grotesque hideous ugly ugliness rotten rot stink stench stinking putrid sickening loathsome repugnant obscene vulgar sleazy',
  ],
  [
    -2.1,
    0.5,
    'disgust anger',
    'contempt contemptuous scorn scornful disdain despicable shame shameful ashamed humiliate humiliated humiliating humiliation disgrace disgraceful embarrass embarrassed embarrassing embarrassment pathetic stupid stupidly stupidity idiot idiotic fool foolish moron dumb ridiculous absurd worthless useless trash garbage crap crappy junk lame suck sucks sucky sux',
  ],
  [
    -2.3,
    0.5,
    'disgust',
    'bad badly terrible terribly awful awfully horrible horribly horrid dreadfully nasty evil wicked sinister poison poisonous toxic worst worse inferior lousy poor mediocre uncompelling unpleasant disaster disastrous',
  ],
  [
    -1.3,
    0.4,
    'disgust',
    'dirty dirt mess messy grim grime stain stained sour stale mud rat vermin maggot slime rust rusty cheap fake false phony selfish arrogant arrogance vain cynical cynic mean petty lazy sloppy clumsy awkward wrong wrongly fault mistake flaw flawed damage damaged harm harmful',
  ],
  // Weather of feeling without one emotion of its own
  [
    -0.9,
    0.5,
    'fear sadness',
    'struggle struggling difficult difficulty hard burden stress stressed stressful strain pressure hurry urgent urgently rush serious seriously severe grave gravely cry strict',
  ],
  [
    -1.2,
    0.45,
    'anger',
    'deny denied denial forbid forbidden ban banned prison prisoner jail arrest arrested punish punishment handcuffs guilty sentence',
  ],
  [
    1.2,
    0.3,
    'trust',
    'please hello hi hey greet greeting nod wink agree clean fresh easy easily free freedom rich wealth worth worthy value valuable famous popular alive flower garden spring',
  ],
  [
    1.4,
    0.45,
    'anticipation trust',
    'win determined determination resolve ambitious ambition bold boldly challenge explore discover discovery create creative creation build grow growth learn born birth',
  ],
  [
    0.8,
    0.35,
    'trust',
    'like liked likes likable polite politely modest humble humbly patient patience cautious careful carefully gentle decent proper normal natural warmhearted tidy fit healthy health',
  ],
];

/** Valence of the marks of typed feeling. */
const EMOTICONS: Readonly<Record<string, number>> = {
  ':)': 2,
  ':-)': 2,
  ':d': 2.6,
  ':-d': 2.6,
  ';)': 1.6,
  ':(': -2,
  ':-(': -2,
  ":'(": -2.6,
  ':/': -1,
  '<3': 3,
  xd: 2.4,
  ':p': 1.4,
};

/** Words that make what follows stronger or weaker, in parts of a point of valence. */
export const BOOSTERS: ReadonlyMap<string, number> = new Map([
  ...words(
    'very really extremely absolutely completely totally utterly entirely incredibly amazingly awfully deeply enormously especially exceptionally extraordinarily fully greatly highly hugely intensely most particularly purely quite remarkably so such substantially thoroughly too tremendously truly unbelievably unusually friggin friggingly frigging freaking fucking fricking uber bloody damn more even wholly',
  ).map((word) => [word, 0.29] as const),
  ...words(
    'almost barely hardly scarcely slightly somewhat partly marginally occasionally little kind_of sort_of kinda sorta less fairly rather mildly just_about',
  ).map((word) => [word, -0.29] as const),
]);

/** Words that turn what follows around. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  words(
    "not no never none nobody nothing neither nor nowhere without hardly_ever cannot cant can't dont don't doesnt doesn't didnt didn't isnt isn't arent aren't wasnt wasn't werent weren't wont won't wouldnt wouldn't shouldnt shouldn't couldnt couldn't hasnt hasn't havent haven't hadnt hadn't aint ain't seldom rarely",
  ),
);

const LEXICON: ReadonlyMap<string, EmotionEntry> = buildLexicon();

/** Number of words in the lexicon. */
export const EMOTION_LEXICON_SIZE = LEXICON.size;

/**
 * Looks a word up: as it is, by its base forms, then without `-ly`, `-ness`, `-ful`, `un-`.
 *
 * @param lower - A word in lower case.
 * @param bases - Its base forms, the word itself first.
 */
export function lookUp(lower: string, bases: readonly string[]): EmotionEntry | undefined {
  const emoticon = Object.hasOwn(EMOTICONS, lower) ? EMOTICONS[lower] : undefined;
  if (emoticon !== undefined) return { valence: emoticon, arousal: 0.5, emotions: emoticon > 0 ? ['joy'] : ['sadness'] };
  for (const base of bases) {
    const entry = LEXICON.get(base);
    if (entry) return entry;
  }
  const root = /^(.{4,})(?:ly|ness|ful|fully|less|ish)$/.exec(lower)?.[1];
  const entry =
    root === undefined ? undefined : (LEXICON.get(root) ?? LEXICON.get(`${root}e`) ?? LEXICON.get(root.replace(/i$/, 'y')));
  if (entry) return lower.endsWith('less') ? { ...entry, valence: -entry.valence * 0.6, emotions: [] } : entry;
  const opposite = /^(?:un|dis)(.{4,})$/.exec(lower)?.[1];
  const turned = opposite === undefined ? undefined : LEXICON.get(opposite);
  return turned && turned.valence > 0.5
    ? { valence: -turned.valence * 0.7, arousal: turned.arousal, emotions: ['sadness'] }
    : undefined;
}

function buildLexicon(): Map<string, EmotionEntry> {
  const lexicon = new Map<string, EmotionEntry>();
  for (const [valence, arousal, emotions, list] of GROUPS) {
    const entry = { valence, arousal, emotions: emotions.split(' ') as BasicEmotion[] };
    for (const word of words(list)) if (!lexicon.has(word)) lexicon.set(word, entry);
  }
  return lexicon;
}

function words(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}
