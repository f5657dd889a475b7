/**
 * @file The table of poses. A new pose is one entry; its numbers are shares of body height (see `Pose`). Written from how
 * people balance: the pelvis over the supporting foot, shoulders against the hips, the head last.
 */
import { UPRIGHT_POSES } from './poses-upright.js';
import { WHOLE_POSES } from './poses-whole.js';

/** Every pose by name. */
export const POSE_TABLE = { ...UPRIGHT_POSES, ...WHOLE_POSES };
