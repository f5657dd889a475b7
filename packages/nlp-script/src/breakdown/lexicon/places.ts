/**
 * @file Words for places where a scene can play: rooms, buildings, streets, open land. Used to find places that action and dialogue
 * name; headings name theirs whatever the word. Notation as in lexicon.ts: words apart by white space, `_` joins a phrase.
 */

/** Nouns for places, dictionary form. */
export const PLACE_NOUNS: ReadonlySet<string> = new Set(
  `
  room bedroom bathroom living_room dining_room drawing_room sitting_room waiting_room engine_room control_room lamp_room dressing_room changing_room
  guest_room spare_room strong_room throne_room ballroom boardroom classroom courtroom newsroom cloakroom storeroom stockroom washroom toilet
  kitchen pantry larder scullery cellar wine_cellar basement attic loft hayloft hall hallway corridor landing stairwell staircase lobby foyer
  vestibule reception office study library nursery parlour parlor lounge bar counter workshop garage shed stable barn coop greenhouse conservatory
  balcony terrace veranda porch patio courtyard yard garden roof rooftop driveway gate gateway doorway
  house cottage cabin hut flat apartment penthouse mansion villa castle keep tower turret dungeon crypt vault tomb chapel church cathedral abbey
  monastery convent temple mosque synagogue shrine cemetery graveyard churchyard
  hotel motel inn hostel pub saloon tavern restaurant diner cafe café canteen cafeteria bakery butcher's shop store supermarket market
  mall bank post_office police_station fire_station station railway_station bus_stop bus_station airport terminal hangar runway platform
  harbour harbor port dock quay pier jetty marina wharf lighthouse boathouse shipyard
  school university college academy laboratory lab observatory museum gallery theatre theater cinema opera stadium arena gym pool circus
  hospital clinic ward surgery morgue operating_theatre asylum prison jail cell court courthouse town_hall embassy palace parliament
  factory mill mine quarry foundry warehouse depot power_station refinery farm farmhouse ranch vineyard orchard field meadow pasture paddock
  street road lane alley alleyway avenue square plaza park playground car_park parking_lot highway motorway crossroads junction bridge tunnel
  underpass subway sewer village town city suburb
  forest wood woods jungle swamp marsh bog moor heath desert dune beach shore coast cliff cave cavern island valley gorge canyon ravine hill
  hillside hilltop mountain summit ridge glacier river riverbank stream creek waterfall lake pond sea ocean bay
  bridge_of_the_ship wheelhouse deck hold cargo_hold galley cockpit cabin airlock camp campsite tent trench bunker barracks battlefield checkpoint
  border gas_station petrol_station vestry pulpit stage backstage wings orchestra_pit dressing-room box_office elevator lift
`
    .trim()
    .split(/\s+/)
    .map((phrase) => phrase.replaceAll('_', ' ')),
);
