/** @file What `@filmai/nlp-script/shots` gives. */
export { planShots } from './plan.js';
export type { PlanOptions } from './plan.js';
export type { CameraMove, Shot, ShotAngle, ShotSize, ShotSpeech } from './shot.js';
export { formatShotList } from './shot-list.js';
