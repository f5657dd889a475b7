/**
 * @file Effects (by what makes them: on the floor or in post), weather, and what is done by somebody who is insured for it.
 * `=name` gives the concept that effect engines understand.
 */
import type { LexiconSource } from './lexicon.js';

/** Concepts that are made on the floor; the others are made in post. */
export const PRACTICAL_CONCEPTS: ReadonlySet<string> = new Set(
  'fire smoke steam sparks explosion foam gunfire blood water breakage dust glow wreck'.split(' '),
);

export const EFFECTS: LexiconSource = {
  category: 'effect',
  nouns: `
    fire=fire bonfire=fire campfire=fire wildfire=fire forest_fire=fire flame=fire flames=fire blaze=fire inferno=fire fireball=explosion ball_of_flame=fire
    ball_of_fire=fire wall_of_fire=fire wall_of_flame=fire embers=fire burning_car=fire molotov_cocktail=fire
    explosion=explosion detonation=explosion shock_wave=explosion shockwave=explosion eruption=explosion mushroom_cloud=explosion
    smoke=smoke thread_of_smoke=smoke gun_smoke=smoke fumes=smoke steam=steam vapour=steam vapor=steam jet_of_steam=steam tear_gas=smoke
    sparks=sparks shower_of_sparks=sparks firework=fireworks fireworks=fireworks foam=foam lava=fire muzzle_flash=gunfire gunfire=gunfire gunshot=gunfire
    gun_shot=gunfire gunshots=gunfire volley=gunfire ricochet=gunfire squib=gunfire debris=breakage shards=breakage shattered_glass=breakage
    flying_glass=breakage rubble=breakage landslide=breakage avalanche=snow earthquake=shake tremor=shake rockfall=breakage
    flood=water tidal_wave=water tsunami=water waterspout=water whirlpool=water geyser=water
    hologram=hologram portal=portal wormhole=portal force_field=glow forcefield=glow laser=laser laser_beam=laser plasma=glow energy_beam=laser
    apparition=ghost ghostly_figure=ghost zero_gravity=weightless weightlessness=weightless time_lapse=time slow_motion=time freeze_frame=time
    aurora=glow northern_lights=glow meteor=meteor comet=meteor shooting_star=meteor asteroid=meteor meteorite=meteor split_screen=optical
    waves=water breakers=water camera_flash=glow camera_flashes=glow flashbulb=glow flashbulbs=glow emergency_light=glow
    special_effect=optical morph=optical pyrotechnics=explosion tracer_fire=gunfire dust_cloud=dust cloud_of_dust=dust
    muzzle_flashes=gunfire burst_of_flame=fire tongue_of_flame=fire
  `,
  guarded: `wave=water spark=sparks blast=explosion shot=gunfire shots=gunfire glow=glow flare=glow flash=glow beam=glow`,
  verbs: `
    fire=gunfire shoot=gunfire explode=explosion detonate=explosion erupt=explosion combust=fire ignite=fire burn=fire blaze=fire smoulder=smoke smolder=smoke
    shatter=breakage collapse=breakage implode=breakage disintegrate=breakage dematerialize=optical materialize=optical
    levitate=weightless vaporize=optical teleport=optical morph=optical goes_up_in_flames=fire bursts_into_flames=fire catches_fire=fire blows_up=explosion
  `,
};

export const WEATHER: LexiconSource = {
  category: 'weather',
  nouns: `
    rain=rain drizzle=rain downpour=rain cloudburst=rain rainstorm=rain raindrop=rain raindrops=rain monsoon=rain sleet=snow hail=hail hailstones=hail snow=snow
    snowfall=snow snowflake=snow snowflakes=snow snowstorm=snow blizzard=snow snowdrift=snow frost=frost ice_storm=frost fog=fog fogbank=fog mist=fog haze=fog
    smog=fog wind=wind breeze=wind gale=wind gust=wind gusts=wind hurricane=storm tornado=storm cyclone=storm typhoon=storm whirlwind=wind
    storm=storm thunderstorm=storm thunder=thunder lightning=lightning sandstorm=dust dust_storm=dust duststorm=dust wall_of_sand=dust heatwave=heat
    heat=heat heat_haze=heat sunshine=sun sunlight=sun bright_sun=sun blazing_sun=sun sun=sun clouds=cloud storm_clouds=cloud overcast_sky=cloud
    rainbow=sun puddle=rain puddles=rain icicle=frost icicles=frost
  `,
  verbs: 'rain=rain snow=snow drizzle=rain hail=hail sleet=snow thunder=thunder',
};

export const STUNTS: LexiconSource = {
  category: 'stunt',
  nouns: `
    fistfight brawl fight_scene car_chase chase swordfight sword_fight gunfight shoot-out shootout car_crash crash collision pile-up stampede
    somersault backflip high_dive headlock duel punch-up scuffle
  `,
  guarded: `fight jump fall struggle wrestle race tackle`,
  verbs: `
    fall=fall tumble=fall topple=fall plummet=fall plunge=fall stumble=fall trip=fall leap=jump jump=jump dive=jump vault=jump hurdle=jump
    fight=fight punch=fight wrestle=fight grapple=fight tackle=fight headbutt=fight stab=fight strangle=fight throttle=fight
    struggle=fight brawl=fight crash=vehicle swerve=vehicle skid=vehicle overturn=vehicle somersault=jump
    careen=vehicle abseil=climb drown=water ram=vehicle collide=vehicle shove=fight roll_over=vehicle roll=vehicle thrown_across=fall hurled=fall
    smash=vehicle
    race=vehicle gallop=horse rear_up=horse chase=chase slap=fight scuffle=fight lunge=fight sprint=chase
  `,
};
