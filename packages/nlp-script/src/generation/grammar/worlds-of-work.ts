/** @file Worlds of the grammar, second half: railway, newspaper, observatory, bakery. */
import type { World } from './world.js';

/** Four worlds. */
export const WORLDS_OF_WORK: readonly World[] = [
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
