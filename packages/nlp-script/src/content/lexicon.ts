/**
 * @file What counts as content to warn of, and what only looks like it: patterns over {@link PatternSentence}s. In a pattern, `{P}` is a person
 * that something is done to ("the old man", "him", "Tom's face"), a space is one space, and `unless` takes the whole sentence.
 */

/** Kinds of content. */
export type ContentCategory = 'strong-language' | 'violence' | 'sex' | 'drugs' | 'slur' | 'self-harm';

/** Categories of {@link ContentCategory}, in the order of reports. */
export const CONTENT_CATEGORIES: readonly ContentCategory[] = [
  'strong-language',
  'slur',
  'violence',
  'sex',
  'drugs',
  'self-harm',
];

/** How strong: 1 mild, 2 moderate, 3 strong. */
export type ContentLevel = 1 | 2 | 3;

/** A rule that finds content. */
export interface ContentTerm {
  category: ContentCategory;
  level: ContentLevel;
  /** Regular expression over a sentence in lower case with people marked (`@tom`), with `{P}` for a person as object. */
  pattern: string;
  /** The sentence is left alone where this matches in it; the reason is given with {@link ContentTerm.meaning}. */
  unless?: string;
  /** What the words mean where `unless` matches: `'a camera shoots'`. */
  meaning?: string;
  /** Only what is seen, or only what is said. */
  where?: 'action' | 'dialogue';
}

const BODY =
  'face|head|throat|neck|stomach|belly|chest|ribs|back|jaw|nose|mouth|eye|eyes|leg|legs|arm|arms|hand|fingers|skull|groin|knee|heart|shoulder';
const BEFORE_PERSON = `(?:a|an|the|this|that|these|those|his|her|my|your|our|their|another|one|two|three|four|some|both|all|every|each|old|young|little|poor|other|first|second|big|small|own|wounded|armed|nearest|unarmed|sleeping|last|@[\\w-]+'s)`;
/** A person that something is done to. */
export const PERSON = `(?:(?:${BEFORE_PERSON} ){0,3}|${BEFORE_PERSON} (?:[\\w-]+ ){1,2})@[\\w-]+(?:'s (?:\\w+ )?(?:${BODY}))?(?![\\w'-])`;

const term = (category: ContentCategory, level: ContentLevel, pattern: string, rest: Partial<ContentTerm> = {}): ContentTerm => ({
  category,
  level,
  pattern,
  ...rest,
});

const FILMING = `\\b(?:photographers?|cameras?|cameraman|film|films|scenes?|videos?|pictures?|portraits?|photos?|lens|movies?|documentary|footage|take \\d+|in black and white)\\b`;
const LOOKS = `\\b(?:shoot|shoots|shot|shooting) (?:\\S+ ){1,4}?(?:an? )?(?:\\w+ )?(?:looks?|glances?|smiles?|grins?|winks?|glares?|texts?|questions?|e-?mails?)\\b`;
const KILLING = `kill(?:s|ed|ing)?|murder(?:s|ed|ing)?|slaughter(?:s|ed|ing)?|massacre[sd]?|assassinat(?:e|es|ed|ing)|strangl(?:e|es|ed|ing)|garrott?(?:e|es|ed|ing)|behead(?:s|ed|ing)?|decapitat(?:e|es|ed|ing)|disembowel\\w*|dismember\\w*|lynch(?:es|ed|ing)?|mutilat(?:e|es|ed|ing)|butcher(?:s|ed|ing)?|execut(?:e|es|ed|ing)`;
const HITTING = `punch(?:es|ed|ing)?|slap(?:s|ped|ping)?|kick(?:s|ed|ing)?|headbutt(?:s|ed)?|chok(?:e|es|ed|ing)|smack(?:s|ed|ing)?|club(?:s|bed|bing)?|bludgeon(?:s|ed|ing)?|whip(?:s|ped|ping)?|hits?|hitting|strikes?|struck|striking|attack(?:s|ed|ing)?|wound(?:s|ed|ing)|knees|elbows|bites?|bit|burn(?:s|ed|t|ing)?|drown(?:s|ed|ing)?|poison(?:s|ed|ing)?|beat(?:s|en|ing)?|thrash(?:es|ed|ing)?|smother(?:s|ed|ing)?|suffocat(?:e|es|ed|ing)`;
const THING_SUBJECT = `(?:^|[,;:] )(?:\\w+ ){0,3}(?:it|this|that|feet|foot|back|head|shoes?|heels|deadline|heat|suspense|job|waiting|traffic|work|bills|silence|joke|jokes|song|curiosity|boredom|pollen|stairs|knee|knees)(?:'ll|'s|'d)? (?:\\w+ ){0,2}?(?:kill|hit|bit|murder|beat|slaughter|struck|strike)`;

const GAME = `\\b(?:goals?|match|season|points|pitch|tournament|league|chess|cards?|poker|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b`;
const SEXUAL_VIOLENCE = `rap(?:e|es|ed|ing) {P}|rapists?|gang rape|sexual(?:ly)? assault(?:s|ed)?`;

const VIOLENCE: ContentTerm[] = [
  term(
    'violence',
    3,
    `(?:maul|trampl|gor|devour|savag|eviscerat|scalp|waterboard|kneecap)(?:es|ed|s|ing) {P}|riddled with bullets|chainsaw (?:\\w+ )?(?:bites|cuts|tears)|blow (?:your|his|her|their|my) (?:\\S+ )?(?:head|brains) (?:off|out)`,
  ),
  term(
    'violence',
    2,
    `fires (?:again|twice|once|back|\\w+ times|[.,!])|(?:drags?|pulls?|yanks?) (?:\\S+ ){0,5}?by the (?:hair|ears?|feet|throat)|executioners?|executions?|hanged(?! (?:my|him|her|your|them)sel)|hand grenades?|grenades?|landmines?|shoot-?outs?|gunfights?|drive-by|ambush(?:es|ed)?|massacres?|riots?|(?:was|were|been|got) bombed|bombed (?:flat|out)`,
    {
      unless: `the (?:audition|exam|test|interview|show) |riot of (?:colou?r|flowers|sound)|laugh riot`,
      meaning: 'a figure of speech',
    },
  ),
  term(
    'violence',
    2,
    `(?:hold|press|put|rais|point)(?:s|es|ing|ed)? (?:\\w+ ){0,2}?(?:knife|gun|blade|razor|pistol|revolver|rifle) (?:up )?(?:to|against|under|at) (?:\\S+ ){0,4}?(?:throat|head|temple|neck|chin|back)`,
  ),
  term(
    'violence',
    2,
    `(?:body|bodies|remains) of (?:an? |the |two |three )?(?:[\\w-]+ ){0,2}?@[\\w-]+|(?:train|truck|car|bus|lorry|van|taxi|bullet) (?:hits|slams into|rams|crashes into|smashes into|plows into)|(?:knock|throw|push|shov|hurl|fling|slam|toss)(?:s|es|ed)? {P} (?:out cold|unconscious|off|down|over|out of|against|through|into|to the (?:floor|ground))|(?:knocks?|knocked) {P} out|(?:scream|howl|writh)(?:s|es|ing) in (?:pain|agony)|limp body`,
  ),
  term(
    'violence',
    1,
    `murder(?:s|ers?)?|homicides?|kidnap(?:s|ped|ping|pers?)?|hostages?|abduct(?:s|ed)|autopsy|morgue|scuffles?|wrestles? {P}|lunges? at {P}|black eye|bruises|shot (?:an? |two |three |the |some )?(?:\\w+ )?(?:deer|boar|pigs?|wolf|wolves|rabbits?|ducks?|bear|birds?)|gagged|tied to (?:a|the) chair`,
    {
      unless: `(?:is|was|it's|be|been|'s) (?:\\w+ )?murder\\b(?! weapon)|(?:scream\\w*|cr(?:y|ied)) (?:blue |bloody )?murder|get(?:s)? away with murder|could murder`,
      meaning: 'a figure of speech',
    },
  ),
  term(
    'violence',
    3,
    `(?:brings?|brought|smash(?:es|ed)?|crash(?:es|ed)?) (?:\\w+ ){1,4}?(?:down on|over|against|across|into) (?:\\S+ ){0,2}?(?:skull|head|face|back|neck|hand|ribs|knee)s?`,
    { unless: `helmet|hat down|hood down`, meaning: 'putting something on' },
  ),
  term(
    'violence',
    3,
    `(?:knife|blade|sword|spear|axe|dagger|bayonet|machete) (?:\\w+ ){0,2}?(?:goes in|sinks|plunges|cuts into|slides (?:in|between)|finds (?:his|her))|(?:plunges?|drives?|buries|sinks?|rams?) (?:the|a|his|her) (?:knife|blade|sword|spear|axe|dagger|stake|scissors)`,
    { unless: `into the (?:wood|table|tree|ground|earth|bread|cake|butter|melon|loaf)`, meaning: 'cutting something else' },
  ),
  term(
    'violence',
    3,
    `(?:plow|plough|ram|smash|drive|crash|barrel)(?:s|es|ed)? (?:\\w+ ){0,3}?into (?:the )?(?:@?crowd|pedestrians|{P})|(?:run|runs|ran) (?:over {P}|{P} over)`,
  ),
  term('violence', 2, `(?:squeez|pull)(?:e|es|ed|s|ing)? the trigger`, {
    unless: `the trigger on (?:the|a|this|that)`,
    meaning: 'a decision',
  }),
  term(
    'violence',
    2,
    `(?:throws?|lands?|swings?|threw|takes?) (?:\\w+ ){0,3}?(?:punch|punches|fist|uppercut|left hook|right hook|blow|blows)|goug(?:e|es|ed|ing)|headlock|pistol-?whip(?:s|ped)?|noose|gallows|body bags?|fists? fl(?:y|ies)|(?:kick|punch|beat)(?:s|es)? (?:and|or) (?:kick|punch|beat)`,
  ),
  term(
    'violence',
    1,
    `(?:shoots?|blasts?|shot) (?:out |off |at )?(?:the |a |his |her )?(?:locks?|windows?|tires?|tyres?|lights?|doors?)`,
    { unless: FILMING, meaning: 'a camera' },
  ),
  term(
    'violence',
    2,
    `gassed|electrocut\\w+|impal(?:e|es|ed)|crucif\\w+|(?:los(?:e|es|ing)|chops?|cuts?|bites?) (?:\\w+ )?(?:off )?(?:a|his|her|your) (?:finger|fingers|hand|ear|arm|leg|tongue)s?(?: off)?|head in (?:the|a) (?:freezer|box|bag|fridge|bucket)|died in (?:my|his|her) arms|blew (?:his|her|their) (?:brains|head)`,
  ),
  term(
    'violence',
    2,
    `(?:@?i'll|i will|gonna|going to|@?we'll|@?i'd|will) (?:\\w+ )?(?:bury|gut|skin|hurt|destroy|cut|break|shoot|hang|burn) @?(?:you|him|her|them)\\b|break (?:your|his|her) (?:legs?|neck|arms?|fingers|jaw)`,
  ),
  term('violence', 3, `(?:shoot|shoots|shot|shooting|guns? down|gunned down) {P}`, {
    unless: `${FILMING}|${LOOKS}`,
    meaning: 'a camera or a glance',
  }),
  term(
    'violence',
    3,
    `@[\\w'-]+ (?:\\w+ )?(?:is|are|was|were|been|gets?|got) (?:\\w+ )?(?:shot|stabbed|gunned down|killed|murdered|strangled|beheaded|executed|lynched|tortured|raped)\\b`,
    { unless: FILMING, meaning: 'a camera shoots' },
  ),
  term(
    'violence',
    3,
    `bullets? (?:\\w+ ){0,2}?(?:tears?|rips?|hits?|strikes?|punch(?:es)?|slams?|enters?|goes|passes|shatters?) (?:through|into|@|his|her|the)`,
  ),
  term('violence', 3, `(?:falls?|drops?|slumps?|collapses?|lies?|lying)(?: [\\w-]+| ,){0,6}? dead\\b`, {
    unless: `dead (?:silence|silent|quiet|calm|tired|end)`,
    meaning: 'a figure of speech',
  }),
  term('violence', 3, `stab(?:s|bed|bing)? {P}`),
  term('violence', 2, `stab(?:s|bed|bing)?`, { unless: `stabs? (?:at|of|in the (?:back|dark))\\b`, meaning: 'a try or a pain' }),
  term('violence', 3, `(?:${KILLING}) (?!@(?:me|us)\\b){P}`, {
    unless: `${THING_SUBJECT}|${GAME}|kill(?:ing)? (?:\\S+ )?with kindness`,
    meaning: 'a figure of speech',
  }),
  term('violence', 3, `@(?!it)[\\w'-]+ (?:\\w+ ){0,3}(?:${KILLING}) @(?:me|us)\\b`, {
    unless: `${THING_SUBJECT}|(?:will|'ll|would|'d|going to) kill @(?:me|us) (?:if|when|for)\\b`,
    meaning: 'a figure of speech',
  }),
  term(
    'violence',
    3,
    `beat(?:s|en|ing)? {P} (?:\\w+ )*?(?:until|unconscious|senseless|bloody|to death|to a pulp|with (?:a|an|the|his|her))\\b`,
    { unless: `with ease`, meaning: 'a game' },
  ),
  term('violence', 2, `(?:${HITTING}) {P}`, {
    unless: `${THING_SUBJECT}|beat(?:s|en|ing)? (?:\\S+ )?(?:@\\w+) (?:at|to|in|by|on)\\b|${GAME}|hits? on\\b|hit @me (?:up|with)|beat @me to it|strikes? @\\w+ (?:as|that)|strikes? @\\w+ funny`,
    meaning: 'a game, a thought or a figure of speech',
  }),
  term('violence', 3, `(?:slit|slits|slitting|cut|cuts|cutting|slice|slices|slash|slashes|slashed) (?:\\S+ ){0,4}?throats?`),
  term(
    'violence',
    3,
    `(?:snaps?|breaks?|broke|twists?) (?:\\S+ ){0,3}?neck|neck (?:snaps|breaks)|firing squad|hangman|guillotine`,
  ),
  term('violence', 3, `(?:headless|severed|decapitated|dismembered|disembowell?ed|mutilated|charred|maimed) \\w+`, {
    unless: `severed (?:ties|relations|connection|line|cable)`,
    meaning: 'something cut off in a figure',
  }),
  term(
    'violence',
    3,
    `(?:guts|entrails|intestines|innards) (?:\\w+ ){0,3}?(?:spill\\w*|steam\\w*|splatter\\w*|hang\\w*|out|across|on|in)\\b|brains? (?:\\w+ )?splatter\\w*`,
  ),
  term('violence', 3, `@?torturers?|tortur(?:es|ed|ing|e) {P}`),
  term('violence', 3, SEXUAL_VIOLENCE),
  term(
    'violence',
    3,
    `@people burn\\w*|burn(?:s|ed|ing)? (?:\\S+ ){0,3}?alive|burn(?:s|ed|t)? at the stake|engulfed in flames , @`,
  ),
  term(
    'violence',
    3,
    `(?:explosions?|explod(?:e|es|ed|ing)|blast|bombs?|grenades?)\\b(?=.*\\b(?:bodies|body|people|screams?|screaming|limbs?|bus|crowd|market|apart|passengers?|children)\\b)`,
    {
      unless: `(?:having|had|was|is|it's|what) (?:\\w+ )?a blast|explosions? of (?!fire|glass)|the bomb ,`,
      meaning: 'a figure of speech',
    },
  ),
  term(
    'violence',
    2,
    `explosions?|explod(?:e|es|ed|ing)|detonat(?:e|es|ed|ing)|blown? (?:\\w+ )?to pieces|bombs? (?:goes|go|went) off|bomb(?:s|ed|ing)? (?:the|a) \\w+`,
    {
      unless: `explosions? of (?!fire|glass)|explod\\w* (?:in|into|with) (?:laughter|applause|song|rage|anger|joy|color|colour|light)|population explosion|(?:pigeons?|birds?|sparrows|fireworks?|flashbulbs?|applause|crowd|audience|room|color) explod|bombed the (?:audition|exam|test|interview|show)`,
      meaning: 'a figure of speech',
    },
  ),
  term(
    'violence',
    2,
    `corpses?|cadavers?|dead (?:bodies|body)|dead @[\\w'-]+|(?:bodies|body) (?:\\w+ ){0,2}?(?:lies?|floats?|hangs?|swings?|dangles?|burns?|fly|flies)`,
    { unless: `dead @(?:you|he|she|we|they|i)\\b|dead @man walking|\\bget(?:s|ting)? up\\b`, meaning: 'a threat or a saying' },
  ),
  term('violence', 2, `@[\\w-]+ (?:dies|is dying|drops dead|bleeds out)`, { where: 'action' }),
  term(
    'violence',
    2,
    `gunfire|gunshots?|shots? (?:ring|rings|rang) out|opens? fire|opened fire|fir(?:e|es|ed|ing) (?:at|into|on) {P}|(?:gun|pistol|rifle|revolver|shotgun)\\b.*\\b(?:fires|goes off)|machine-?gun(?:s|ned) {P}`,
    { unless: `\\b(?:cap|toy|water|squirt|nerf|nail|glue|staple|starting) (?:gun|pistol)`, meaning: 'a toy or a tool' },
  ),
  term(
    'violence',
    3,
    `(?:gun|pistol|rifle|revolver|barrel)\\b.*\\b(?:head|temple|mouth|chest|heart)\\b.*\\b(?:fires|goes off|pulls the trigger)`,
  ),
  term(
    'violence',
    1,
    `(?:points?|aims?|levels?|trains?|pulls?|draws?|holds?|presses?) (?:\\w+ ){0,3}?(?:gun|pistol|rifle|revolver|shotgun|knife|blade|razor) (?:\\w+ ){0,2}?(?:at|on|to|against) `,
  ),
  term(
    'violence',
    2,
    `blood(?:y)? (?:\\w+ ){0,2}?(?:pools?|drips?|runs?|spurts?|sprays?|soaks?|seeps?|pours?|trickles?|smears?|gushes?|splatters?|spatters?|stains?|everywhere)`,
    { unless: `blood runs? (?:cold|in)`, meaning: 'a saying' },
  ),
  term('violence', 2, `blood`, {
    unless: `blood (?:pressure|types?|tests?|samples?|banks?|drives?|donors?|donations?|oranges?|moon|relatives?|brothers?|sisters?|sugar|vessels?|lines?|work|counts?|feud|thinners?)|cold blood|flesh and blood|blue blood|blood is thicker|bad blood|(?:young|new|fresh|royal|noble) blood|(?:giv|donat|draw)\\w* (?:\\w+ )?blood|(?:my|his|her|your|our|their|the) (?:own )?blood (?:boils?|froze|freezes|runs? (?:cold|in))|in (?:my|his|her|your|our|their|the) blood|own blood|blood , sweat|drops? of blood`,
    meaning: 'kinship, medicine or a saying',
  }),
  term('violence', 2, `blood-?(?:soaked|stained|spattered|splattered|covered)|bloodied|bloodbath|bleeds?|bled|bleeding`, {
    unless: `bleeding (?:heart|edge|obvious|hell|idiot)|bleed\\w* (?:money|cash|dry)`,
    meaning: 'a figure of speech',
  }),
  term(
    'violence',
    2,
    `bloody (?:\\w+ )?(?:hands?|knife|shirt|face|nose|wounds?|bandages?|rags?|towel|sheets?|knuckles|mouth|lips?|body|fingers?|axe|blade|floor|footprints?|handprints?|gown|gloves?|apron|handkerchief|stump|corpse|head|clothes)|(?:is|are|was|were|all) bloody (?:[.,;!]|and)`,
  ),
  term(
    'violence',
    1,
    `fist-?fights?|brawls?|a fight breaks out|threaten(?:s|ed|ing)? {P}|grabs? (?:\\S+ )?by the (?:throat|neck|collar)`,
  ),
];

const SEX: ContentTerm[] = [
  term('sex', 3, SEXUAL_VIOLENCE),
  term(
    'sex',
    2,
    `(?:have|has|had|having|casual|rough|phone|oral|for) sex|sex (?:scene|tape|toys?|with|on|in the)|mak(?:e|es|ing) love|made love|one-night stand`,
    { unless: `make love , not war`, meaning: 'a slogan' },
  ),
  term('sex', 2, `naked|nude|topless|nudity|stark-?naked`, {
    unless: `naked (?:truth|eye|eyes|flame|bulb|light|ambition|greed|branches|trees?|wires?|aggression|rock|walls?|as a bone|branch)|walls? (?:\\w+ ){0,3}naked|nude (?:lipstick|shades?|shoes|heels|colou?r)`,
    meaning: 'bare of something else',
  }),
  term(
    'sex',
    2,
    `strippers?|striptease|lap-?dance|strip club|brothel|whorehouse|porn\\w*|prostitut\\w+|hookers?|orgasm\\w*|erections?|genitals|penis|vagina|masturbat\\w+|bare breasts?|fondl(?:e|es|ed|ing)|strips? (?:naked|off|down to)|undress(?:es|ed|ing)?`,
  ),
  term('sex', 2, `(?:tear|tears|tearing|rip|rips|ripping|pull|pulls) (?:off |at )*(?:each other's|his|her) clothes(?: off)?`, {
    unless: `suitcase|laundry|closet|wardrobe`,
    meaning: 'clothes for another end',
  }),
  term('sex', 2, `(?:sleep|sleeps|slept|sleeping) with {P}|(?:screwing|shagging|shagged|bedded|straddles?|straddling) {P}`, {
    unless: `(?:baby|child|children|kids?|parents|grandmother)\\b`,
    meaning: 'sleep',
  }),
  term('sex', 1, `kiss(?:es|ed|ing)?`, {
    unless: `kiss (?:\\w+ )?(?:goodbye|of death|of life)|kiss(?:es|ed)? (?:the|his|her|a) (?:ring|cross|@?baby|@?child|ground|book|medal|forehead|dice|photo|photograph|picture|trophy|cup|letter|ball|flag|glass|icon)|kiss\\w* (?:\\S+ ){0,5}?on the (?:forehead|cheek|cheeks|head|hand)|kiss (?:my|his|her|your) (?:\\w+ )?(?:ass|arse)`,
    meaning: 'a saying or a greeting',
  }),
  term(
    'sex',
    1,
    `(?:takes?|took|taking|slips?|pulls?) off (?:his|her) (?:bra|dress|blouse|panties|underwear|clothes|trousers)|lingerie|half-?naked|unbutton(?:s|ed|ing)? (?:his|her) (?:shirt|blouse|jeans|dress)|unhook(?:s|ed)? (?:his|her) bra|cheat(?:s|ed|ing)? on {P}|sex(?:y| ed| education| life| drive| appeal| symbol)`,
  ),
  term('sex', 1, `moans?|moaning|cleavage|thong|seduc(?:e|es|ed|ing|tion)|one night together|flirt(?:s|ed|ing)?`, {
    unless: `\\b(?:pain|wind|wounded|hurt|agony|door|stairs|ship|timbers?|soldier|patient|fever|complain\\w*|about)\\b`,
    meaning: 'pain, or a noise',
  }),
  term('sex', 1, `virgin(?:ity)?`, {
    unless: `virgin (?:mary|islands?|forests?|olive|snow|territory|soil|birth)|blessed virgin|the virgin`,
    meaning: 'untouched, or a saint',
  }),
  term(
    'sex',
    2,
    `(?:under|between) the (?:sheets|covers)(?=.*\\b(?:breath\\w*|moan\\w*|gasp\\w*|naked|bodies)\\b)|@(?:they|we) (?:did|do) it (?:on|in) the|(?:mouth|lips|tongue) (?:finds?|on|down|against) (?:his|her) (?:neck|breasts?|thighs?|nipples?)|lovemaking|foreplay|blow-?job|hand-?job|threesomes?|orgy|orgies|condoms?|nipples?|(?:in bed|spent the night) with {P}|grop(?:e|es|ed|ing) {P}`,
  ),
];

const DRUGS: ContentTerm[] = [
  term('drugs', 3, `snort(?:s|ed|ing)? (?:it|them|(?:\\w+ ){0,4}?(?:lines?|cocaine|coke|heroin|powder|speed|meth))`),
  term(
    'drugs',
    3,
    `inject(?:s|ed|ing)? (?:\\w+ ){0,3}?(?:heroin|morphine|drugs|speed|meth|herself|himself)|shoots? up (?:heroin|speed)|freebas(?:e|es|ing)|crack pipe|smok\\w+ (?:crack|meth|heroin|opium)|cook(?:s|ing)? (?:meth|crack|heroin)|(?:ties?|tied) off (?:his|her) arm|needle (?:goes|slides) in(?:to)? (?:his|her|the) (?:arm|vein)|rolled-?(?: )?up (?:twenty|bill|note|banknote|dollar)|track marks|drop(?:s|ped|ping)? acid|on acid|acid trip|crackheads?|shooting up`,
  ),
  term(
    'drugs',
    2,
    `cocaine|heroin|crystal meth|meth|methamphetamines?|lsd|mdma|ketamine|opium|marijuana|cannabis|hashish|fentanyl|amphetamines?|angel dust|magic mushrooms|bong|lines? of (?:coke|powder|speed)|overdos(?:e|es|ed)|roofies?|potheads?|stoners?|shrooms|(?:on|gram of|some) coke (?:[.,!?]|again)|syringes?|drugged|white (?:powder|dust)|(?:put|slip|slipped|puts|drop|dropped) something in(?:to)? (?:my|his|her|your|the) (?:drink|glass)|s(?:old|ells?|elling) (?:\\w+ )?(?:grass|weed|pot|dope|drugs|crack|coke|pills)`,
  ),
  term(
    'drugs',
    2,
    `junkies?|drug (?:dealers?|deals?|den|lords?|cartels?|addicts?|money|bust)|deal(?:s|ing|er)? drugs|(?:do|does|doing|did|on|took|takes|take|taking|use|uses|using) drugs|stoned|@\\w+ (?:\\w+ )?on drugs`,
    { unless: `stoned (?:to death|@\\w+ to)`, meaning: 'a killing, not a drug' },
  ),
  term('drugs', 2, `joints? in (?:the|an) ashtray|@you (?:been |still )?using(?: again)? [?.]`),
  term('drugs', 1, `(?:been|stay(?:ed|ing)?|getting|got) (?:clean|sober)|rehab|hangovers?|addict(?:s|ion)?`, {
    unless: `addict\\w* to (?:chess|work|love|chocolate|speed|danger)`,
    meaning: 'a liking',
  }),
  term(
    'drugs',
    2,
    `smok(?:e|es|ed|ing) (?:\\w+ ){0,3}?(?:pot|weed|grass|dope|hash|joints?|blunts?|spliffs?|reefers?)|(?:roll|rolls|rolling|light|lights|pass|passes|share|shares) (?:\\w+ ){0,2}?(?:joints?|spliffs?|blunts?|reefers?)|(?:bag|ounce|gram|stash) of (?:weed|pot|grass|coke|dope)`,
  ),
  term(
    'drugs',
    2,
    `@[\\w'-]+ (?:\\w+ )?(?:get|gets|got|getting|is|are|was|were) (?:so |really |totally |still )?high (?:[.,!?]|before|after|every|again|on (?!the\\b)|together)|@(?:i'm|you're|he's|she's|they're|we're) (?:so |really |totally |still )?high (?:[.,!?]|on (?!the\\b))`,
  ),
  term(
    'drugs',
    1,
    `drunk|tipsy|hung-?over|plastered|shots? of (?:tequila|whiske?y|vodka|rum|bourbon|gin|schnapps)|(?:drinks?|drank|downs?|gulps?|swigs?|knocks? back) (?:\\w+ ){0,4}?(?:whiske?y|vodka|gin|rum|bourbon|tequila|scotch|brandy|wine|liquor)|whiske?ys?|whiskies|vodkas?|bourbons?|tequilas?|scotch|brandy|beers?|champagne|absinthe|empties (?:the|his|her) (?:flask|bottle|glass)|booze|vap(?:e|es|ing)|totally wasted|hammered (?:[.,!]|last night)|(?:bottles?|glass(?:es)?) of (?:\\w+ )?(?:wine|gin|rum|liquor)`,
    {
      unless: `drunk (?:with|on) (?:power|love|success|joy|happiness)|plastered (?:wall|walls|with|to|over)`,
      meaning: 'a figure of speech',
    },
  ),
  term(
    'drugs',
    1,
    `(?:smok(?:e|es|ed|ing)|light(?:s|ing)?|lit|puff(?:s|ing)? on|drags? on) (?:up )?(?:a |an |his |her |another |the |one last |two )?(?:cigarettes?|cigars?|cigarillos?|pipe)|chain-?smok\\w+|(?:cigars?|cigarettes?)(?: smoke| butts?| packs?)?`,
  ),
];

const SELF_HARM: ContentTerm[] = [
  term(
    'self-harm',
    3,
    `(?:press|draw|drag|run|put|hold|slid)(?:s|es|ing)? (?:the |a |an )?(?:razor|blade|knife|shard|piece of glass|scissors)(?: blade)? (?:\\w+ ){0,5}?(?:his|her|my) (?:own )?(?:\\w+ )?(?:wrists?|arms?|forearms?|thighs?)|thr(?:ow|ows|ew) (?:himself|herself|myself|yourself) (?:under|off|from|in front of|out of|into the (?:river|sea|canal|path))`,
  ),
  term(
    'self-harm',
    2,
    `(?:step|stand|climb|inch)(?:s|es)? (?:out )?on(?:to)? (?:the|a) (?:window )?ledge|better off without @?me|self-inflicted|hang(?:s|ing) from (?:the|a) (?:beam|rafters?|ceiling fan|shower rod)|don't want to be here any ?more`,
  ),
  term(
    'self-harm',
    3,
    `climb(?:s|ed)? over the (?:railing|rail|parapet|ledge)(?=.*\\b(?:lets? go|jumps?|steps? off|drops?|falls?)\\b)|(?:jump|leap|throw)(?:s|ed)? (?:herself |himself )?(?:off|from) (?:the|a) (?:bridge|roof|cliff|ledge|building|tower|balcony)`,
    { unless: `\\b(?:pool|swim|splash|laugh\\w*|parachute|bungee|stunt)\\b`, meaning: 'a dive' },
  ),
  term(
    'self-harm',
    2,
    `scars? (?:\\w+ ){0,7}?(?:forearms?|wrists?|thighs?)|razor(?: blade)? on the (?:tiles|edge of the (?:bath|tub))`,
  ),
  term(
    'self-harm',
    3,
    `(?:kill|kills|killed|killing|hang|hangs|hanged|hanging|drown|drowns|drowned|shoot|shoots|shot|poison|poisons|poisoned|stab|stabs|stabbed|starv(?:e|es|ed|ing)) (?:myself|himself|herself|yourself|themselves)\\b`,
    {
      unless: `(?:my|him|her|your|them)sel(?:f|ves) (?:laughing|trying|over|in the foot|for|when)`,
      meaning: 'a figure of speech',
    },
  ),
  term(
    'self-harm',
    3,
    `(?:cut|cuts|cutting|slit|slits|slitting|slash|slashes|slashed|open|opens) (?:his|her|my|your|their) (?:own )?(?:wrists?|veins)`,
  ),
  term(
    'self-harm',
    3,
    `(?:swallow|swallows|swallowed|takes|took) (?:\\w+ ){0,3}?(?:bottle|handful|fistful) of (?:\\w+ )?pills|overdos(?:e|es|ed|ing)`,
  ),
  term(
    'self-harm',
    3,
    `(?:gun|pistol|revolver|barrel|muzzle|rifle) (?:\\w+ ){0,7}?(?:(?:his|her) own (?:\\w+ )?(?:temple|head|chin|heart|chest)|in(?:to)? (?:his|her) (?:own )?mouth)`,
  ),
  term('self-harm', 2, `suicid(?:e|es|al)`, {
    unless: `(?:political|career|commercial|social|professional|financial|box-office) suicide|suicide (?:squeeze|doors?|lane|squad|mission)`,
    meaning: 'a figure of speech',
  }),
  term(
    'self-harm',
    2,
    `(?:take|takes|took|taking) (?:my|his|her|your|their) own lives|(?:take|takes|took|taking) (?:my|his|her|your|their) own life|end(?:s|ed|ing)? (?:my|his|her|your|their) (?:own )?life|end(?:s|ed)? it all|better off dead|(?:left|leaves|leaving) a (?:suicide )?note and|walk(?:s|ed)? into the (?:sea|ocean|river)|(?:do not|don't|didn't) want to (?:live|be alive|wake up)|no (?:reason|point) (?:in |to )(?:live|living|go on|going on)|jump(?:s|ed)? to (?:his|her|their) death`,
  ),
  term('self-harm', 2, `self-?harm\\w*|cut(?:s|ting)? (?:myself|herself|himself|yourself)|anorexi[ac]|bulimi[ac]`, {
    unless: `sel(?:f|ves) (?:shaving|on (?:a|the)|off|a |some |loose|in on)`,
    meaning: 'an accident or something else',
  }),
];

const SPOKEN = { where: 'dialogue' } as const;
const LANGUAGE: ContentTerm[] = [
  term('strong-language', 3, `(?:mother|cluster|dumb)?-?f(?:uck| \\* \\* k| \\* ck|\\*ck)\\w*'?|cunts?|cocksuck\\w+`, SPOKEN),
  term(
    'strong-language',
    2,
    `(?:bull|horse|dip|chicken|bat)?-?sh(?:it|\\*t| \\* t)(?:s|ty|ting|head|heads|hole|holes|load|faced|e)?|son of a bitch|sons of bitches|bastards?|(?:ass|arse)(?:hole|holes|wipe|hat)|dickheads?|wank\\w*|twats?|bollocks|shite|douche\\w*|tosser|turds?|jerk-?off|skanks?|sluts?|whores?`,
    SPOKEN,
  ),
  term('strong-language', 2, `bitch(?:es|y|ing)?`, {
    ...SPOKEN,
    unless: `labrador|terrier|spaniel|hound|poodle|retriever|breeder|pupp(?:y|ies)|litter|kennel`,
    meaning: 'a female dog',
  }),
  term(
    'strong-language',
    2,
    `(?:an?|such an?|@?you|total|that|this|little|big|complete|being) (?:\\w+ )?(?:dick|prick)s?(?! \\w+ed\\b)`,
    { ...SPOKEN, unless: `dick (?:called|said|and|is|was)`, meaning: 'a name' },
  ),
  term('strong-language', 2, `piss(?:ed|es|ing)?(?: off)?|pisser|suck my (?:dick|cock)|tits`, SPOKEN),
  term(
    'strong-language',
    1,
    `(?:god)?-?damn(?:ed|it|s)?|crap(?:py)?|screw (?:@?(?:you|him|her|them)|this|that|off|it)|bugger(?:s|ed)?|sod off|frigging|jackass(?:es)?|dumbass(?:es)?|smartass|badass|dammit|goddam\\w*|feck\\w*|(?:@?\\w+'re|@?i'm|@?\\w+'s|are|is|am|was|were|be|totally|completely) (?:\\w+ )?screwed`,
    {
      ...SPOKEN,
      unless: `souls of the damned|damned souls|damned (?:to|for)\\b|shoot(?:s|ing)? craps`,
      meaning: 'religion or a game',
    },
  ),
  term(
    'strong-language',
    1,
    `(?:what|@?who|where|why|how|when) (?:\\w+ )?the (?:\\w+ )?hell|go to hell|to hell with|hell (?:yes|no|yeah|of an?)|like hell|as hell|the hell (?:out|up|off|away)|(?:oh )?hell (?:[,!.])|(?:burn|rot) in hell|(?:give|gave|raise) (?:\\S+ )?hell`,
    {
      ...SPOKEN,
      unless: `road to hell|heaven (?:and|or) hell|gates of hell`,
      meaning: 'the place',
    },
  ),
  term(
    'strong-language',
    1,
    `(?:my|your|his|her|their|our|the|kick\\w*|smart|dumb|lazy|kiss|big|fat|sorry) (?:\\w+ )?(?:ass|arse)(?! (?:and|or) (?:an? )?(?:ox|horse|cart|mule))`,
    { ...SPOKEN, unless: `\\b(?:donkey|mule|saddle|hooves|manger|rode|ride|riding)\\b`, meaning: 'an animal' },
  ),
  term(
    'strong-language',
    1,
    `for (?:the love of (?:god|christ)|(?:god|christ|jesus)'?s? sake)|(?:jesus (?:h )?christ|jesus|christ)(?= [,!])`,
    SPOKEN,
  ),
  term('strong-language', 1, `bloody`, {
    ...SPOKEN,
    unless: `bloody (?:mary|marys|sunday|caesar|nose|hands?|knife|shirt|face|wounds?|bandages?|mouth|footprints?|handprints?|knuckles|murder|battle|war|revolution)`,
    meaning: 'blood, a drink or a name',
  }),
];

/** All terms but slurs, which are kept apart. The first of equal strength counts. */
export const CONTENT_TERMS: readonly ContentTerm[] = [...LANGUAGE, ...VIOLENCE, ...SEX, ...DRUGS, ...SELF_HARM];
