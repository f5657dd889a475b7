/**
 * @file Words and deeds by which people show what they are to the lead: what they say to them, what they do to them. English, written for
 * this package; matched in lower case with straight apostrophes.
 */

/** What somebody is to the story. */
export type DramaticFunction = 'protagonist' | 'antagonist' | 'mentor' | 'confidant' | 'love-interest' | 'ally' | 'skeptic';

/** What somebody is to the protagonist. */
export type RelationFunction = Exclude<DramaticFunction, 'protagonist'>;

/** All of them, in the order in which a cast list would have them. */
export const RELATION_FUNCTIONS: readonly RelationFunction[] = [
  'antagonist',
  'mentor',
  'confidant',
  'love-interest',
  'ally',
  'skeptic',
];

/** What is said to the lead. */
export const SAID_TO_LEAD: Readonly<Record<RelationFunction, RegExp>> = {
  antagonist:
    /\b(?:kill you|destroy you|ruin you|stop you|you(?:'ll| will) (?:regret|pay|never|lose|burn|wish)|get out(?: of (?:here|my))|out of my way|hand it over|give (?:it|me|that|them)(?: back)? (?:now|to me)|give me the|you have no choice|over my dead body|warn(?:ed|ing)? you|i own (?:you|this|the|it|every)|belongs to me|mine now|you(?:'re| are) finished|you(?:'re| are) fired|you(?:'re| are) under arrest|arrest|seize|take (?:him|her|them) away|beg|kneel|surrender|sell (?:me|it)|sign (?:it|here|the)|last chance|you have (?:until|till|(?:an?|one|two|three) (?:week|day|hour|month|minute)s?)|nobody will believe)\b/,
  mentor:
    /\b(?:remember(?: what| that|,|:)?|listen(?: to me)?|you must|learn|lesson|teach|taught|never forget|trust your|trust yourself|when i was your|when i was (?:young|a boy|a girl)|let me show|show you how|the trick is|practi[cs]e|patience|you(?:'re| are) ready|not ready|one day you|the secret is|do it again|try again|again\.|slowly\.|don't look|feel it|breathe)(?![\p{L}])/u,
  confidant:
    /\b(?:how do you feel|what(?:'s| is) wrong|what(?:'s| is) the matter|tell me(?: everything| about| what)?|talk to me|are you (?:all right|ok|okay|hurt|crying|sure)|you can tell me|what happened|do you (?:love|miss|still)|what do you want|why (?:do|did|are|don't|didn't) you|be honest|i know you|you look (?:tired|terrible|sad|pale)|you haven't (?:slept|eaten)|did you sleep)\b/,
  'love-interest':
    /\b(?:i love you|love you|in love|marry me|kiss me|my love|darling|sweetheart|you(?:'re| are) beautiful|i(?:'ve)? missed you|stay (?:with me|the night)|dance with me|hold me|run away with me|your (?:eyes|hands|smile)|dinner (?:with|on|tonight))\b/,
  ally: /\b(?:i(?:'m| am) with you|i(?:'m| am) coming|i(?:'ll| will) (?:help|come|go|drive|hold|carry|cover|take care)|we(?:'re| are) in this|count me in|let me help|i(?:'ve| have) got (?:you|it)|we can|we(?:'ll| will)|let's|together|behind me|hurry|follow me|get in|we did it|where do we|what do we|what's the plan)\b/,
  skeptic:
    /\b(?:you(?:'re| are) (?:mad|crazy|insane|out of your mind|dreaming)|that(?:'s| is) (?:crazy|mad|insane|impossible|nonsense|absurd)|impossible|won't work|never work|can't work|nobody (?:will|does|can|goes|cares)|don't be (?:silly|stupid|ridiculous)|i don't believe|bad idea|give (?:it )?up|forget it|no use|can't be done|you(?:'ll| will) fail|madness|nonsense|waste of time|what(?:'s| is) the point|too (?:old|late|dangerous|young)|you can't do (?:it|this|that))\b/,
};

/** What the lead confides. */
export const CONFIDED =
  /\b(?:i(?:'m| am) (?:afraid|scared|frightened|sorry|tired|lost|ashamed|alone|worried)|i feel|i felt|i don't know (?:what|how|who|if|why)|i can't (?:stop|sleep|do|bear|go on)|i never told|to tell you the truth|i miss|i missed|i wish|i used to|i dream|i thought (?:i|he|she|it)|i loved|i love)\b/;

/** The lead won't have it. */
export const CONTRADICTS =
  /^(?:no|never|nothing|nobody|not)\b|\b(?:i won't|i will not|you(?:'re| are) (?:wrong|lying)|you lied|you (?:can't|cannot|won't)|that(?:'s| is) not|isn't (?:true|yours|for sale)|nobody (?:sells|leaves|moves)|don't you dare|let (?:me|him|her|them) go|leave (?:me|him|her|them|us) alone|give (?:him|her|it|them) (?:back|to me)|not for sale|shut it down)\b/;

/** Force against whoever is there: narrower, for "drags a chair" harms nobody. */
export const FORCE =
  /\b(?:shoots?|fires(?! up)|draws (?:a|his|her) (?:gun|pistol|revolver|knife|sword)|draws(?=\.)|stabs?|attacks?|threatens?|strangles?|punches|slaps?|aims at|points (?:a|the|his|her) (?:gun|pistol|revolver|rifle)|lifts (?:a|the|his|her) (?:axe|gun|rifle|knife)|swings (?:a|the|his|her) (?:axe|club|bat|iron|sword))\b/;

/** Harm to somebody. */
const HARM =
  /\b(?:hits?|fires|draws (?:a|his|her) (?:gun|pistol|revolver|knife|sword)|draws\b(?=\.)|lifts the axe|swings|slaps?|punches|shoots?|fires at|stabs?|kicks?|drags?|chases?|attacks?|threatens?|strangles?|beats?|locks|arrests?|handcuffs?|snatches|aims at|points (?:a|the|his|her) gun|shoves|throws (?:him|her)|burns?|betrays?|traps?|corners?|fights?)\b/;

/** Deeds between two people who are named in one sentence of action. */
export const DEEDS: readonly { of: RelationFunction; does: RegExp; says: string }[] = [
  {
    of: 'antagonist',
    does: HARM,
    says: 'harms or threatens',
  },
  {
    of: 'love-interest',
    does: /\b(?:kiss(?:es)?|embraces?|caress(?:es)?|make love|dances? with|waltz|holds? hands|takes? (?:his|her) hand|strokes? (?:his|her)|in bed|in each other's arms|gazes? (?:at|into))\b/,
    says: 'is tender with',
  },
  {
    of: 'ally',
    does: /\b(?:helps?|saves?|rescues?|pulls (?:him|her|them) (?:out|up|back)|lifts|carries|frees|shields?|covers|bandages|supports|joins|side by side|hauls|catches (?:him|her)|hands? (?:him|her)|throws (?:him|her) a)\b/,
    says: 'helps',
  },
  {
    of: 'mentor',
    does: /\b(?:teaches|shows (?:him|her|them)|corrects|guides|instructs|demonstrates|coaches|trains|puts a hand on (?:his|her) shoulder|nods,? (?:proud|satisfied|approv))\b/,
    says: 'teaches',
  },
  {
    of: 'confidant',
    does: /\b(?:comforts?|consoles?|listens|puts (?:an|his|her) arm around|wipes (?:his|her) tears|sits (?:down )?(?:beside|next to|with)|pours (?:him|her))\b/,
    says: 'stands by',
  },
];

/** Trades and ages in an introduction that go with teaching. */
export const MENTOR_DESCRIPTION =
  /\b(?:teacher|professor|coach|trainer|master|mentor|grandfather|grandmother|veteran|priest|monk|nun|rabbi|guru|tutor|conductor|retired|old|elder|wise|librarian|choirmaster|uncle|aunt)\b/i;

/** Ranks and trades in a name or introduction that go with standing in the way. */
export const ANTAGONIST_DESCRIPTION =
  /\b(?:villain|killer|murderer|boss|landlord|owner|warden|tyrant|gangster|thug|kidnapper|dictator|henchman|rival|enemy|bully|banker|developer|lawyer|prosecutor|inspector|officer|mayor|captor|stepfather|stepmother|ex-husband|ex-wife)\b/i;
