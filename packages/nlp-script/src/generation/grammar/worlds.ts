/**
 * @file The worlds that the built-in grammar knows: a community, what it may lose, its places by what they are good for in a story, and the
 * work that is done there.
 */

/** What a place is good for in a story. */
export type PlaceRole = 'work' | 'hub' | 'power' | 'refuge' | 'edge' | 'hall';

/** A place with what is seen and heard there. */
export interface WorldPlace {
  setting: 'INT.' | 'EXT.';
  name: string;
  /** Each is a paragraph of action. */
  details: readonly string[];
}

/** A world. Texts are templates of `expand`. */
export interface World {
  id: string;
  /** Words of a premise that speak for this world. */
  words: readonly string[];
  /** What may be lost, with article: `'the ferry'`. */
  stake: string;
  /** Why it matters, as someone says it. */
  worth: readonly string[];
  /** What the opponent is about to do, and that as a noun. */
  threats: readonly { act: string; noun: string }[];
  /** Work of each part. */
  jobs: Readonly<Record<'p' | 'o' | 'a' | 'w' | 'k' | 'c', readonly string[]>>;
  places: Readonly<Record<PlaceRole, WorldPlace>>;
  /** The lead at work; paragraphs of action. */
  labour: readonly string[];
  /** What people talk about at the edge of things: exchanges in the grammar's script. */
  talk: readonly string[];
  /** What makes the edge dangerous, as a paragraph. */
  peril: readonly string[];
  /** The last picture of the place, when it has been saved. */
  after: readonly string[];
}

/** All of them. */
export const WORLDS: readonly World[] = [
  {
    id: 'harbour',
    words: 'sea ferry boat ship harbour harbor lighthouse island fisherman fish port sailor keeper coast tide'.split(' '),
    stake: 'the ferry',
    worth: [
      "It's forty minutes to the hospital by water. By road it's a day, and there is no road.",
      'Two hundred people live on that island. Take the ferry away and they live on a rock.',
    ],
    threats: [
      { act: 'sell the ferry for scrap', noun: 'the sale' },
      { act: 'end the crossing and lease the berth to the cruise line', noun: 'the lease' },
    ],
    jobs: {
      p: ['ferry captain', 'night deckhand'],
      o: ['harbour master', 'owner of the fish plant'],
      a: ['ship engineer', 'radio operator'],
      w: ['net mender', 'retired lighthouse keeper'],
      k: ['schoolteacher', 'nurse'],
      c: ['postmistress', 'coastguard officer'],
    },
    places: {
      work: {
        setting: 'INT.',
        name: 'FERRY - WHEELHOUSE',
        details: [
          'Salt on the glass. A tide table held to the wall with electrical tape.',
          'The compass card swings [a finger|a hair] to port and comes back, over and over.',
          'A kettle on a gimbal keeps level while everything else leans.',
        ],
      },
      hub: {
        setting: 'EXT.',
        name: 'QUAY',
        details: [
          'Gulls fight over a crate. Nobody claims the crate.',
          'Ropes creak against the bollards. Diesel [rainbows|films] on the water.',
          'A school bag, a crated goat, three gas bottles: the cargo of a Tuesday.',
        ],
      },
      power: {
        setting: 'INT.',
        name: 'HARBOUR OFFICE',
        details: [
          'Charts of the whole coast, framed. The island is under the corner of a frame.',
          'A model of a cruise ship takes up the desk. Its tiny pools are filled with real water.',
          'The heating is on. It is the only warm room in the harbour.',
        ],
      },
      refuge: {
        setting: 'INT.',
        name: 'BOATHOUSE',
        details: [
          'An upturned hull, half its planks new. Somebody stopped in the middle of a sentence.',
          'Rain finds the one hole in the roof and the one bucket under it.',
          'Light comes up through the slipway and moves on the ceiling.',
        ],
      },
      edge: {
        setting: 'EXT.',
        name: 'BREAKWATER',
        details: [
          'Waves come over the stones in no order at all.',
          'At the far end the beacon turns. Red. Nothing. Red.',
          'Weed hangs from the railings as high as a chest: that is where the sea was last night.',
        ],
      },
      hall: {
        setting: 'INT.',
        name: 'PARISH HALL',
        details: [
          'Folding chairs in rows. Wet coats steam along the radiators.',
          'A banner from some other year: [WELCOME HOME|HARVEST OF THE SEA].',
          'Everyone who can stand is standing.',
        ],
      },
    },
    labour: [
      '{p} brings the bow round against the wind with two fingers and no hurry. The gap to the quay closes to the width of a hand.',
      '{p} coils a wet line, checks the splice, coils it again the other way.',
    ],
    talk: [
      '{a}: Pump two is singing again.\n{p}: What key?\n{a}: Expensive.',
      '{a}: Forecast says six, gusting eight.\n{p}: The forecast says that about birthdays.',
    ],
    peril: [
      'The swell lifts the whole length of the breakwater and drops it. The beacon goes out.',
      'Fog rolls in off the water, thick as wool. The end of the breakwater is a sound and nothing else.',
    ],
    after: [
      'The ferry sounds once. On the island, [small|far off], a bell answers.',
      'The gangway comes down. The school bag, the goat, the gas bottles go aboard.',
    ],
  },
  {
    id: 'hospital',
    words: 'doctor nurse hospital clinic patient surgeon ambulance medicine illness ward health'.split(' '),
    stake: 'the night clinic',
    worth: [
      'After ten at night we are the only open door in four districts.',
      'They come here because nobody asks them for a paper. Where do they go when nobody is here?',
    ],
    threats: [
      { act: 'close the night clinic and sell the floor to a spa', noun: 'the closing' },
      { act: 'move the night beds to the private wing', noun: 'the move' },
    ],
    jobs: {
      p: ['night nurse', 'duty doctor'],
      o: ['head of administration', 'chief surgeon'],
      a: ['ambulance driver', 'porter'],
      w: ['night cleaner', 'pharmacist of forty years'],
      k: ['law student', 'bus mechanic'],
      c: ['district inspector', 'ward sister'],
    },
    places: {
      work: {
        setting: 'INT.',
        name: 'CLINIC - TREATMENT ROOM',
        details: [
          'A strip light that hums. A chair whose arm has been bandaged with real bandage.',
          'The clock and the computer disagree by four minutes. Both are wrong.',
          'Behind the curtain somebody is [breathing|counting] very carefully.',
        ],
      },
      hub: {
        setting: 'EXT.',
        name: 'AMBULANCE BAY',
        details: [
          'Blue light slides over wet concrete and stops.',
          'Smokers in dressing gowns, each with a drip stand, like people waiting with dogs.',
          'A vending machine lights one wall. It only has soup.',
        ],
      },
      power: {
        setting: 'INT.',
        name: 'ADMINISTRATION',
        details: [
          'Carpet. After the corridors it feels like being deaf.',
          'On the wall a plan of the building, one floor coloured in pale green.',
          'An orchid that nobody has ever had to water.',
        ],
      },
      refuge: {
        setting: 'INT.',
        name: 'LINEN ROOM',
        details: [
          'Shelves of folded white to the ceiling. Every sound ends here.',
          'Two upturned crates, two cups, a pack of cards with a rubber band.',
          'A pipe knocks in the wall, three and then two, like somebody asking to come in.',
        ],
      },
      edge: {
        setting: 'EXT.',
        name: 'HOSPITAL ROOF',
        details: [
          'The painted H of the helipad, half worn off by boots.',
          'The city to the horizon, every window somebody awake.',
          'Wind takes the door out of the hand and slams it.',
        ],
      },
      hall: {
        setting: 'INT.',
        name: 'LECTURE THEATRE',
        details: [
          'Steep benches. White coats below, suits above, and an empty seat between each.',
          'A projector fan. A slide with an arrow that points up.',
          'The microphone is too tall for everyone.',
        ],
      },
    },
    labour: [
      '{p} closes a cut with four small stitches, ties off, and looks at the fourth until it is good.',
      '{p} moves from bed to bed without a chart. A hand on a forehead. A blanket. A bin pushed closer with one foot.',
    ],
    talk: [
      "{a}: Full moon.\n{p}: You say that every night.\n{a}: I'm right more often than the weather.",
      '{a}: Bed six asked me if he was dying.\n{p}: What did you say?\n{a}: That he still owes me for the soup.',
    ],
    peril: [
      'The power drops. Floor by floor, from the ground up, the building goes black.',
      'Smoke from the plant room pours across the helipad and lies down flat.',
    ],
    after: [
      'The sign over the door flickers, thinks about it, and stays on: NIGHT ENTRANCE.',
      'In the waiting room a woman counts the chairs, finds one free, and sits.',
    ],
  },
  {
    id: 'theatre',
    words: 'theatre theater actor actress stage play singer music musician dancer opera piano film cinema artist'.split(' '),
    stake: 'the theatre',
    worth: [
      "Three hundred seats. On a bad night forty people sit in them and for two hours they aren't alone.",
      'Half this street learned to read from those posters.',
    ],
    threats: [
      { act: 'tear the theatre down for a car park', noun: 'the demolition' },
      { act: 'gut the house and keep the facade for a hotel', noun: 'the conversion' },
    ],
    jobs: {
      p: ['stage manager', 'understudy'],
      o: ['owner of the house', 'producer'],
      a: ['lighting technician', 'prompter'],
      w: ['wardrobe mistress', 'doorman since the old days'],
      k: ['pastry cook', 'taxi driver'],
      c: ['critic', 'fire inspector'],
    },
    places: {
      work: {
        setting: 'INT.',
        name: 'THEATRE - WINGS',
        details: [
          'Ropes, each with a number in a different handwriting.',
          'From here the set is sticks and canvas. From the house it is Venice.',
          'A blue lamp, just bright enough to read a cue by.',
        ],
      },
      hub: {
        setting: 'EXT.',
        name: 'STAGE DOOR',
        details: [
          'Posters on posters. Where the paper is torn, twenty years show at once.',
          'A cat sits on the step as if it were paid to.',
          'Steam from the laundry next door. The whole alley smells of starch.',
        ],
      },
      power: {
        setting: 'INT.',
        name: "OWNER'S BOX",
        details: [
          'Red velvet, bald at the elbows. From here one sees the audience better than the stage.',
          'A table for two, laid for one.',
          'Blueprints lie over the balustrade like washing.',
        ],
      },
      refuge: {
        setting: 'INT.',
        name: 'COSTUME STORE',
        details: [
          'Kings, nurses and bears on the same rail.',
          "A dressmaker's dummy wears a general's coat and nobody's head.",
          'Dust stands in the light of the one small window.',
        ],
      },
      edge: {
        setting: 'INT.',
        name: 'FLY GALLERY',
        details: [
          'Forty feet below, the stage is the size of a tablecloth.',
          'The ropes hum when somebody walks. They are humming now.',
          'Sandbags hang in a row, each patched, each older than anyone in the building.',
        ],
      },
      hall: {
        setting: 'INT.',
        name: 'THEATRE - STAGE',
        details: [
          'The house lights are up. An audience without a play.',
          'One chair, one lamp, and all that dark behind.',
          'On the boards, strips of tape mark where people stood in every show there ever was.',
        ],
      },
    },
    labour: [
      '{p} calls three cues under {p.their} breath, one hand up, and each time something happens in the dark.',
      '{p} walks the set with a torch, touching each door. Each door opens. {p} closes them all again.',
    ],
    talk: [
      '{a}: Lamp twelve is dead.\n{p}: Who do we miss with twelve?\n{a}: The butler.\n{p}: Everyone misses the butler.',
      "{a}: They laughed at the funeral again tonight.\n{p}: It's a comedy.\n{a}: I know. I like to be told.",
    ],
    peril: [
      'A rope parts with a crack. Overhead, the painted sky begins to slide.',
      'The old fire curtain jerks, stops, jerks again. Its whole iron weight hangs on one cable.',
    ],
    after: [
      'Front row, one seat: a child, coat still on, waiting for it to begin.',
      'The curtain goes up on Venice. Somebody in the dark says "Oh."',
    ],
  },
  {
    id: 'village',
    words: 'farm farmer village mountain orchard harvest horse sheep dog land valley river bees winter snow'.split(' '),
    stake: 'the spring',
    worth: [
      'Every tap in this valley begins in that hole in the ground.',
      "Four generations carried water before it was piped. My grandmother's shoulders were two different heights.",
    ],
    threats: [
      { act: 'sign the spring over to the bottling plant', noun: 'the signing' },
      { act: 'let the quarry dig under the spring', noun: 'the blasting' },
    ],
    jobs: {
      p: ['beekeeper', 'shepherd'],
      o: ['mayor', 'land agent'],
      a: ['schoolbus driver', 'blacksmith'],
      w: ['well digger, long retired', 'innkeeper'],
      k: ['seamstress', 'apprentice baker'],
      c: ['priest', 'county surveyor'],
    },
    places: {
      work: {
        setting: 'EXT.',
        name: 'HIGH PASTURE',
        details: [
          'Boxes in a row, painted in colours that were left over from houses.',
          'The grass lies down and gets up again as the wind goes through.',
          'Far below, the village: a handful of roofs somebody dropped.',
        ],
      },
      hub: {
        setting: 'EXT.',
        name: 'VILLAGE SQUARE',
        details: [
          'A trough of stone. The water in it has been arriving for three hundred years.',
          'Shutters open an inch, and stay at an inch.',
          'A tractor idles by itself in front of the bakery.',
        ],
      },
      power: {
        setting: 'INT.',
        name: 'TOWN HALL - OFFICE',
        details: [
          'A stag on the wall, a map under the stag, pins in the map.',
          "On the desk a bottle of water with a label that isn't printed yet: a drawing of the mountain, better than the mountain.",
          "A radiator ticks. The window doesn't open.",
        ],
      },
      refuge: {
        setting: 'INT.',
        name: 'BARN',
        details: [
          'Hay to the rafters, and in the hay a hollow the size of one person.',
          'Swallows come in through the gable, see that it is taken, go out.',
          'A lantern, turned low, hangs where a child could not reach it.',
        ],
      },
      edge: {
        setting: 'EXT.',
        name: 'GORGE',
        details: [
          'The water is too far down to hear. One hears the place where it should be.',
          'A bridge of four cables and whatever boards are left.',
          'Stones fall now and then, without a reason.',
        ],
      },
      hall: {
        setting: 'INT.',
        name: 'INN - TAPROOM',
        details: [
          'Every family has its table. Nobody has ever written down whose is whose.',
          'Boots on boards, hats on knees. A clock that strikes when it wants.',
          'The windows have gone blind with breath.',
        ],
      },
    },
    labour: [
      '{p} lifts a frame out with bare hands. The bees walk over {p.their} knuckles like people crossing a square.',
      '{p} mends a wall, stone by stone, trying each one three ways before it is allowed to stay.',
    ],
    talk: [
      '{a}: Snow on the pass by Sunday.\n{p}: Who says?\n{a}: My knee.\n{p}: Which one?\n{a}: The honest one.',
      "{a}: They want to rename the square.\n{p}: What is it called now?\n{a}: Nobody remembers. That's why.",
    ],
    peril: [
      'A crack runs through the ice above. Then a second, quicker.',
      'The first boards go. They turn over in the air, slowly, and make no sound at all.',
    ],
    after: [
      'Water runs over the lip of the trough, as it has for three hundred years, and one morning more.',
      'A shutter opens an inch. Then all the way.',
    ],
  },
  {
    id: 'railway',
    words: 'train railway station conductor travel journey suitcase stranger city border bridge war soldier refugee'.split(' '),
    stake: 'the night train',
    worth: [
      "It's slow, it's cold, and it's the only thing that crosses the border without a gun on it.",
      'People get on that train with one bag. I have never once seen them look back.',
    ],
    threats: [
      { act: 'take the night train off the line', noun: 'the last run' },
      { act: 'close the crossing and rip up the track', noun: 'the closing' },
    ],
    jobs: {
      p: ['conductor', 'signal operator'],
      o: ['line director', 'chief of the border post'],
      a: ['engine driver', 'dining car cook'],
      w: ['watchmaker in the station arcade', 'old porter'],
      k: ['translator', 'cellist'],
      c: ['customs officer', 'station announcer'],
    },
    places: {
      work: {
        setting: 'INT.',
        name: 'NIGHT TRAIN - CORRIDOR',
        details: [
          'Doors of sleepers, each with a strip of light or without.',
          'The lamps dip at every joint of the rails, all together, like a nod.',
          'On a hook a coat swings that belongs to nobody in this carriage.',
        ],
      },
      hub: {
        setting: 'EXT.',
        name: 'STATION - PLATFORM',
        details: [
          'Steam, and people saying the last thing and then another last thing.',
          'The big clock jumps a minute. Heads go up. Heads go down.',
          "A porter's cart with one violin case, strapped in like a passenger.",
        ],
      },
      power: {
        setting: 'INT.',
        name: 'LINE OFFICE',
        details: [
          'A board the size of the wall: every line a wire, every train a bulb. One bulb is amber.',
          'Timetables bound in leather, back to the year the king fell.',
          'A telephone without a dial. It only knows one number.',
        ],
      },
      refuge: {
        setting: 'INT.',
        name: 'BAGGAGE CAR',
        details: [
          'Trunks under a net, breathing with the train.',
          'A birdcage, covered. Whatever is in it has something to say.',
          'Frost on the inside of the rivets.',
        ],
      },
      edge: {
        setting: 'EXT.',
        name: 'BORDER BRIDGE',
        details: [
          'Half the span is painted green, half grey. The line between them is exact.',
          'Searchlights cross the river, meet, and part.',
          'Between the sleepers one can see straight down.',
        ],
      },
      hall: {
        setting: 'INT.',
        name: 'STATION - WAITING ROOM',
        details: [
          'Benches with iron arms, so that nobody lies down. People lie down.',
          "Over the ticket window somebody has stopped the arrivals board at one o'clock.",
          'Every face turns to the door, and then away.',
        ],
      },
    },
    labour: [
      '{p} goes along the corridor and turns each brass latch a little, until it clicks, without waking anyone.',
      '{p} punches a ticket, reads it, and punches it once more, kindly, so that it is good for the way back.',
    ],
    talk: [
      "{a}: We're eleven minutes down.\n{p}: Since when?\n{a}: Since the war.",
      '{a}: Compartment nine wants the heating off, ten wants it on.\n{p}: And?\n{a}: I introduced them.',
    ],
    peril: [
      'Under the bridge something gives. The rail ahead bends, quite gently, to the left.',
      'The searchlight finds the engine and stays. A voice through a horn, in two languages, counts.',
    ],
    after: [
      'The amber bulb on the big board turns green, and moves.',
      'A strip of light under a door goes out. Somebody has decided that it is safe to sleep.',
    ],
  },
  {
    id: 'newspaper',
    words:
      'newspaper journalist reporter editor detective police crime murder court lawyer judge story witness politics radio'.split(
        ' ',
      ),
    stake: 'the paper',
    worth: [
      'Eight pages, once a week. Every one of those eight pages made somebody in this town sleep badly.',
      "If we don't print it, it didn't happen. Ask anyone who it happened to.",
    ],
    threats: [
      { act: 'buy the paper and fold it', noun: 'the takeover' },
      { act: 'have the presses seized over an old debt', noun: 'the seizure' },
    ],
    jobs: {
      p: ['reporter', 'night editor'],
      o: ['publisher', 'state attorney'],
      a: ['photographer', 'typesetter'],
      w: ['retired sergeant', 'court clerk'],
      k: ['swimming coach', 'piano tuner'],
      c: ['judge', "printer's foreman"],
    },
    places: {
      work: {
        setting: 'INT.',
        name: 'NEWSROOM',
        details: [
          'Nine desks. Three people. The other six desks are still as they were left.',
          'Galleys hang from a line with clothes-pegs.',
          'A radio on the sill, so low that it might be next door.',
        ],
      },
      hub: {
        setting: 'EXT.',
        name: 'COURTHOUSE STEPS',
        details: [
          'Pigeons, lawyers, a man with a sandwich board who has been wrong for years.',
          'Wet umbrellas open all at once, like a shot.',
          'The scales over the door have lost one pan.',
        ],
      },
      power: {
        setting: 'INT.',
        name: "PUBLISHER'S OFFICE",
        details: [
          'First pages in frames. The glass is so clean that one sees oneself before the news.',
          'A view of the whole town, with the sound turned off.',
          'On the desk one pen and one sheet of paper, parallel.',
        ],
      },
      refuge: {
        setting: 'INT.',
        name: 'DARKROOM',
        details: [
          'Red light. Faces come up in the trays out of nothing.',
          'Water runs. It is the only clock in here.',
          'Prints hang drying: a wedding, a fire, a wedding.',
        ],
      },
      edge: {
        setting: 'EXT.',
        name: 'RAIL YARD',
        details: [
          'Lines of dark wagons, and gaps between them just wide enough to be seen in.',
          'Dogs bark behind some fence, and then all together stop.',
          'One lamp swings on its wire. The shadows of everything go back and forth.',
        ],
      },
      hall: {
        setting: 'INT.',
        name: 'COURTROOM',
        details: [
          'Oak, brass, and the smell of wet wool.',
          'In the gallery they have brought children.',
          'The stenographer flexes her fingers like a pianist.',
        ],
      },
    },
    labour: [
      '{p} reads a column aloud, crosses out an adjective, reads it again. It has become true.',
      '{p} works the telephone with one shoulder and types with two fingers, faster than anyone with ten.',
    ],
    talk: [
      '{a}: How do you spell "alleged"?\n{p}: With a lawyer.',
      "{a}: The mayor called. He wants a correction.\n{p}: Of what?\n{a}: He didn't say. He thought there must be something.",
    ],
    peril: [
      'Headlights come on at the end of the row. Then at the other end.',
      'A wagon has been let go at the top of the yard. It comes down the dark without a sound.',
    ],
    after: [
      'Below the floor the presses start, one after the other. The lamp over the desk trembles.',
      'A boy runs down the steps with a bundle on his shoulder, calling out eight pages.',
    ],
  },
  {
    id: 'observatory',
    words:
      'space star planet scientist science astronomer robot machine computer experiment laboratory signal future time telescope ai'.split(
        ' ',
      ),
    stake: 'the observatory',
    worth: [
      'It took light nine thousand years to get here. I think we can stay up for it.',
      'There are six dishes like ours on this side of the world. Five of them look down.',
    ],
    threats: [
      { act: 'switch the big dish off and sell its time to the military', noun: 'the shutdown' },
      { act: 'give the mountain to a mining company', noun: 'the handover' },
    ],
    jobs: {
      p: ['night astronomer', 'receiver technician'],
      o: ['head of the institute', 'ministry delegate'],
      a: ['maintenance climber', 'data analyst'],
      w: ['woman who ground the mirrors', 'founder, forty years retired'],
      k: ['baker in the town below', 'veterinarian'],
      c: ['committee chair', 'visiting professor'],
    },
    places: {
      work: {
        setting: 'INT.',
        name: 'OBSERVATORY - CONTROL ROOM',
        details: [
          'A green line on a screen, flat, breathing a little.',
          'Tape reels turn behind glass. One has a face drawn on it.',
          'Slippers under the console. Boots by the door, still with snow.',
        ],
      },
      hub: {
        setting: 'EXT.',
        name: 'OBSERVATORY - YARD',
        details: [
          'The dish fills half the sky. It hums like somebody thinking.',
          'Snow poles, bent by the wind in one direction, all agreeing.',
          'The cable car arrives without anyone in it, opens, waits, leaves.',
        ],
      },
      power: {
        setting: 'INT.',
        name: "DIRECTOR'S OFFICE",
        details: [
          'Photographs of handshakes. In every one the same smile, ten years apart.',
          'A globe of the night sky, seen from outside.',
          'Two clocks: here, and the capital.',
        ],
      },
      refuge: {
        setting: 'INT.',
        name: 'MIRROR WORKSHOP',
        details: [
          'A disc of glass as wide as a bed, under a sheet.',
          'Grinding powder in jars, from sand to flour.',
          "Somebody's initials in the bench, and a year nobody here was born.",
        ],
      },
      edge: {
        setting: 'EXT.',
        name: 'DISH GANTRY',
        details: [
          'A ladder, a rail, and eighty metres of air.',
          'Ice on the rungs, as clear as the rungs.',
          'From up here the town is a constellation that somebody spilled.',
        ],
      },
      hall: {
        setting: 'INT.',
        name: 'OBSERVATORY - DOME',
        details: [
          'The slit in the roof is open. Coats, hats, visible breath.',
          'The committee sits in a half circle, facing away from the telescope.',
          'When nobody speaks one hears the motor turn the sky.',
        ],
      },
    },
    labour: [
      '{p} turns a dial by less than a degree, writes a number in pencil, and waits as long as it takes.',
      '{p} rubs a circle into the frost of the window, looks up, checks a page, nods as if to a neighbour.',
    ],
    talk: [
      "{a}: Anything?\n{p}: Hydrogen.\n{a}: Again?\n{p}: It's most of what there is.",
      "{a}: The coffee machine is down.\n{p}: Then this is an emergency. Wake somebody.\n{a}: You're the only one up.",
    ],
    peril: [
      'The wind gets under the dish. The whole steel flower turns, by itself, towards the ground.',
      'A brake fails with a shriek. Three hundred tonnes begin to move, very slowly.',
    ],
    after: [
      'The green line jumps. Flat. Jumps again.',
      'The slit in the roof widens. Somebody has turned off every lamp, so that there is more to see.',
    ],
  },
  {
    id: 'bakery',
    words:
      'restaurant bakery cook chef food bread kitchen family wedding mother father daughter son brother sister house home shop love'.split(
        ' ',
      ),
    stake: 'the bakery',
    worth: [
      "This oven hasn't been cold since my grandfather lit it. Not for the war, not for his funeral.",
      'People come in for bread and tell us who died. Where are they going to say it? Online?',
    ],
    threats: [
      { act: 'call in the loan and put a phone shop in here', noun: 'the foreclosure' },
      { act: 'sell the whole corner to a chain', noun: 'the sale' },
    ],
    jobs: {
      p: ['baker', 'pastry cook'],
      o: ['landlord', 'elder cousin with a briefcase'],
      a: ['delivery rider', 'apprentice'],
      w: ['customer of fifty years', 'retired miller'],
      k: ['accordion player', 'paramedic'],
      c: ['notary', 'bank clerk'],
    },
    places: {
      work: {
        setting: 'INT.',
        name: 'BAKERY - OVEN ROOM',
        details: [
          'Four in the morning, and thirty degrees.',
          'Flour hangs in the lamplight and takes its time.',
          'The oven door is black iron. It has a thumbprint in it, from when it was poured.',
        ],
      },
      hub: {
        setting: 'EXT.',
        name: 'STREET CORNER',
        details: [
          'A queue: nightshift, dog owners, one man still in a dinner jacket.',
          'The shutter of the shop goes up like a curtain.',
          'Across the street the new block is all windows and no curtains.',
        ],
      },
      power: {
        setting: 'INT.',
        name: "NOTARY'S OFFICE",
        details: [
          'Chairs that are lower on one side of the desk.',
          'A stamp, an ink pad, and a bowl of sweets that nobody has opened since Easter.',
          'The wallpaper is ships. All of them leave.',
        ],
      },
      refuge: {
        setting: 'INT.',
        name: 'FLAT ABOVE THE SHOP',
        details: [
          'The floor is warm. People in this flat have never owned slippers.',
          'A table with five chairs and a step stool. Everyone knows who gets the stool.',
          'Heights of children in pencil on the door frame. The last date is long ago.',
        ],
      },
      edge: {
        setting: 'INT.',
        name: 'OLD FLOUR CELLAR',
        details: [
          'Brick vaults that go on further than the house.',
          'Dust so fine that a match here would be the last thing anyone lit.',
          'Somewhere water drips, and it never was wet here before.',
        ],
      },
      hall: {
        setting: 'INT.',
        name: 'SOCIAL CLUB',
        details: [
          'Paper tablecloths, a small stage, a flag of a country that changed its name.',
          'Uncles along one wall, aunts along the other. Between them, all that floor.',
          'The accordion lies on a chair like somebody asleep.',
        ],
      },
    },
    labour: [
      "{p} turns the dough, folds it, turns it. {P.their} hands know something the rest of {p.them} hasn't been told.",
      '{p} slides twelve loaves off the peel in one pull, and closes the iron door with a hip.',
    ],
    talk: [
      '{a}: Mrs. Lund wants hers darker.\n{p}: Yesterday she wanted it lighter.\n{a}: Yesterday her sister was there.',
      '{a}: If I get one more ticket on that bike I lose it.\n{p}: So park it.\n{a}: Park it. And then what, walk, like a person?',
    ],
    peril: [
      'A beam groans. Flour comes down from the vault in a long, soft curtain.',
      "Water breaks through the bricks at the height of a knee and doesn't stop.",
    ],
    after: [
      'Four in the morning. One window of the street is lit. It smells of bread as far as the bridge.',
      "On the door frame, above all the pencil marks, a new one, with today's date.",
    ],
  },
];
