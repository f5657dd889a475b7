/** @file Motion of skeletons: made, read, written. */
export { formatBvh, parseBvh } from './bvh.js';
export type { ParseBvhOptions, ParsedBvh } from './bvh.js';
export { createMotion, MOTION_KINDS } from './create-motion.js';
export type { MotionKind, MotionRequest } from './create-motion.js';
export { MOTION_STYLES } from './motion-style.js';
export type { MotionStyle, MotionStyleName } from './motion-style.js';
export type { Quaternion, Vector3 } from './quaternion.js';
export { clipFrom, createHumanSkeleton, frameCount, jointIndex, poseAt, worldPositions } from './skeleton.js';
export type { Joint, MotionClip, Pose, Skeleton } from './skeleton.js';
export { createMotionModel, readMotionFolder, windowsOf } from './motion-data.js';
export type { LabelledMotion, MotionFolder, MotionModelOptions, MotionWindows } from './motion-data.js';
export { loadMotionModel, saveMotionModel } from './motion-files.js';
export type { FeatureStatistics, MotionLabel, MotionLabels, MotionModel } from './motion-model.js';
export { createMotionVae } from './motion-vae.js';
export type { MotionBatch, MotionVae, MotionVaeOptions } from './motion-vae.js';
export { inbetweenMotion, interpolateMotion, sampleMotion, transferStyle } from './sample-motion.js';
