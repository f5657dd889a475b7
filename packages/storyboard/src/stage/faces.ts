/** @file Where the faces are in a picture: for captions that must not cover them, and for checks. */
import { project } from '../camera/camera.js';
import type { StagedShot } from './stage-shot.js';

/** A face in the picture, in pixels from the top left corner. */
export interface FaceBox {
  /** Whose face. */
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A head is about this much as wide as it is high, hair included. */
const HEAD_ASPECT = 0.8;

/**
 * Finds the faces of a staged shot, at its first frame.
 *
 * @param shot - The staged shot.
 * @returns A box for every cast member whose head is in front of the camera and in the picture, whether seen from the front or not.
 * @example
 * ```ts
 * import { facesOf, stageShot } from '@filmai/storyboard';
 *
 * console.log(facesOf(stageShot({ place: 'BEACH', time: 'DAY', size: 'wide', cast: [] }, { width: 320, height: 180 }))); // []
 * ```
 */
export function facesOf({ cast, camera, width, height }: StagedShot): FaceBox[] {
  return cast.flatMap(({ member, placed }) => {
    const [x, y, depth] = project(camera, placed.head.o);
    const size = (placed.headH * camera.focal) / depth;
    const box = { name: member.name, x: x - (size * HEAD_ASPECT) / 2, y: y - size / 2, width: size * HEAD_ASPECT, height: size };
    const seen = depth > 0 && box.x < width && box.y < height && box.x + box.width > 0 && box.y + box.height > 0;
    return seen ? [box] : [];
  });
}
