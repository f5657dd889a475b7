/** @file Everything of @filmai/storyboard by name. */
export { describePlace } from './stage/place-for.js';
export type { PlaceReport } from './stage/place-for.js';
export { drawLayout, LAYOUT_CLASSES } from './stage/draw-layout.js';
export type { Layout } from './stage/draw-layout.js';
export { drawShot } from './stage/draw-shot.js';
export { shootFrames } from './stage/shoot-frames.js';
export type { ShootOptions } from './stage/shoot-frames.js';
export type { ShotSpeechTiming } from './stage/speech.js';
export { assertShotDescription, CAMERA_MOVES, SHOT_ANGLES, SHOT_SIZES } from './stage/shot-description.js';
export type { CameraMove, CastMember, ShotAngle, ShotDescription, ShotSize } from './stage/shot-description.js';
export { knownProp } from './world/props.js';
export { facesOf } from './stage/faces.js';
export type { FaceBox } from './stage/faces.js';
export { stageShot } from './stage/stage-shot.js';
export type { StagedShot, StageOptions } from './stage/stage-shot.js';
export { StoryboardError } from './stage/storyboard-error.js';
export type { StoryboardErrorCode } from './stage/storyboard-error.js';
export { dayTimeOf, weatherOf } from './ink/mood.js';
export type { Mood, Weather } from './ink/mood.js';
export type { DayTime, Mark, Place, PlaceGrammar, PlaceRequest, View } from './places/place.js';
export type { Camera } from './camera/camera.js';
export { Scene } from './world/scene.js';
export type { Decal, PointLight, Surface } from './world/scene.js';
export { arrowsForMove, groundArrow } from './page/arrows.js';
export type { Arrow } from './page/arrows.js';
export { arrowsForShot } from './page/arrows-for-shot.js';
export { encodeJpeg, encodePng } from './page/encode.js';
export { drawPanelSheet } from './page/panel-sheet.js';
export type { PanelSheetOptions, Slate } from './page/panel-sheet.js';
export { expressionFor } from './stage/expression-words.js';
export { findPlace, listPlaces } from './places/index.js';
export {
  actionFor,
  ACTIONS,
  costumeNames,
  EXPRESSIONS,
  lookDistance,
  lookFor,
  mouthFor,
  MOUTHS,
  PLAIN_LOOK,
  registerCostume,
} from './figure/index.js';
export type { Action, CastingCall, Costume, ExpressionName, Look, MouthName, Paint } from './figure/index.js';
