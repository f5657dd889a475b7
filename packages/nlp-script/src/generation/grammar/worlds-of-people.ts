/** @file Worlds of the grammar, first half: harbour, hospital, theatre, village. */
import type { World } from './world.js';

/** Four worlds. */
export const WORLDS_OF_PEOPLE: readonly World[] = [
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
];
