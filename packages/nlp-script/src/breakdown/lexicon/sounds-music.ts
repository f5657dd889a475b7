/** @file What is heard: effects of sound by noun and verb, and music that somebody plays or sings. Phrases use `_`. */
import type { LexiconSource } from './lexicon.js';

export const SOUNDS: LexiconSource = {
  category: 'sound',
  nouns: `
    siren sirens alarm fire_alarm car_alarm burglar_alarm footsteps gunshot gunfire gunshots thunder thunderclap rumble roar creak squeak
    squeal screech scrape clatter clank clang clink jingle jangle rattle hiss hum buzz drone_of_engines whirr whir purr murmur whisper mutter
    sob scream shriek howl wail moan groan growl snarl bark whimper yelp meow miaow purring neigh whinny bray moo bleat cluck crow_of_a_cock
    chirp chirping birdsong tweet hoot croak buzzing splash drip dripping gurgle trickle bubble plop thud thump bang boom crash smash crack
    crackle pop snap slam knock knocking tap tapping patter rustle swish whoosh swoosh tick ticking tick-tock chime chimes toll clunk click clicks
    static feedback beep beeping bleep ping ding dong ringtone dial_tone doorbell phone_ring applause laughter cheering cheers booing chatter
    commotion uproar babble din racket echo heartbeat breathing snoring coughing sneeze sniff gasp sigh shouting screaming foghorn fog_horn
    ship's_horn car_horn train_whistle church_bell church_bells school_bell engine_noise revving birdcall cricket_song hoofbeats crackling
    whine clap_of_thunder peal volley ringing gust_of_laughter roll_of_thunder sound_of_rocks sound_of_waves sound_of_the_sea
    gunning_engine klaxon tannoy bell_rings bang
    `,
  guarded: `ring shot bell horn whistle cough laugh cry shout call cheer blast note peal knock crack snap pop slam tap clap`,
  verbs: `
    click clack clatter clang clank clink jingle jangle rattle hiss buzz whirr whir purr murmur mutter creak squeak squeal screech
    scrape crackle crack pop bang boom thud thump slam smash crash knock hammer thunder rumble roar splash drip gurgle trickle patter rustle whoosh
    swish tick chime toll clunk beep bleep ping ding buzz honk hoot toot howl wail scream shriek moan groan growl snarl bark
    whimper yelp meow miaow neigh whinny bray moo bleat cluck chirp croak caw echo applaud sob snore cough sneeze gasp cackle giggle
    ring rap splinter backfire blare blast boo cheer sputter splutter rev hum drone whine sizzle squelch crunch snort
    wheeze whistle plink fizz clap
  `,
};

export const MUSIC: LexiconSource = {
  category: 'music',
  nouns: `
    music song tune melody lullaby hymn anthem ballad aria opera symphony sonata concerto waltz tango jazz blues rock_and_roll techno disco carol
    chorus choir orchestra string_quartet brass_band marching_band rock_band piano grand_piano upright_piano violin viola cello double_bass
    harp guitar electric_guitar acoustic_guitar ukulele banjo mandolin lute flute piccolo oboe clarinet bassoon saxophone trumpet trombone tuba
    french_horn bugle harmonica accordion concertina bagpipes church_organ drums drum_kit cymbal tambourine xylophone glockenspiel
    music_box theme_tune soundtrack fanfare drum_roll drumbeat bass_line chord chords arpeggio nocturne prelude requiem march_music
    karaoke serenade jingle_bells nursery_rhyme folk_song love_song pop_song dance_music elevator_music organ_music fiddle
    busker singer pianist violinist cellist guitarist drummer
  `,
  guarded: `organ drum band recorder horn keyboard bass march record`,
  verbs: 'sing hum strum serenade yodel croon',
};
