/** @file People: looks, casting, poses, faces, clothes, and the one call that puts a person into a scene. */
export { actionFor, type FoundAction } from './actions.js';
export { type CastingCall, lookFor } from './cast.js';
export { type Costume, costumeNamed, costumeNames, registerCostume } from './costumes.js';
export { type Expression, EXPRESSION_SHAPES, type ExpressionName, expressionNear, EXPRESSIONS } from './expression.js';
export { type Actor, addActor, type Face, faceOf, forgetFigures, type Placed, type Portrait } from './figure.js';
export {
  BEARD_STYLES,
  type BeardStyle,
  CLOTH_PAINTS,
  type FaceShape,
  GLASSES_STYLES,
  type GlassesStyle,
  HAIR_PAINTS,
  HAIR_STYLES,
  type HairStyle,
  HAT_STYLES,
  type HatStyle,
  type Look,
  lookDistance,
  type Paint,
  PLAIN_FACE,
  PLAIN_LOOK,
  SKINS,
} from './look.js';
export { MOUTH_PHONES, MOUTH_SHAPES, mouthFor, type MouthName, MOUTHS, type MouthShape } from './mouths.js';
export {
  type Action,
  ACTIONS,
  type FootPose,
  type Grip,
  type HandPose,
  mirrored,
  type Pose,
  poseOf,
  type PoseOptions,
  type PropName,
  type Turn,
} from './poses.js';
export { PROP_NAMES } from './props.js';
export { proportionsOf, type Proportions, type Rig, rigOf } from './skeleton.js';
export { type ClothMark, type Piece, Tailor, type TorsoCut } from './tailor.js';
