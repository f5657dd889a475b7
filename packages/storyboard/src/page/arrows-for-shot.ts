/** @file The arrows that a staged shot calls for. */
import { project } from '../camera/camera.js';
import { actionFor } from '../figure/index.js';
import type { StagedShot } from '../stage/stage-shot.js';
import { mad } from '../world/vector.js';
import { type Arrow, arrowsForMove, groundArrow } from './arrows.js';

/**
 * The arrows of a shot: what the camera does, and where people go who walk or run.
 *
 * @param shot - The staged shot.
 * @returns The arrows, for `drawPanelSheet`.
 * @example
 * ```ts
 * import { arrowsForShot, stageShot } from '@filmai/storyboard';
 *
 * const shot = stageShot({ place: 'BEACH', time: 'DAY', size: 'wide', move: 'push-in', cast: [] }, { width: 320, height: 180 });
 * console.log(arrowsForShot(shot)); // [ { kind: 'push' } ]
 * ```
 */
export function arrowsForShot(shot: StagedShot): Arrow[] {
  const { camera, cast, description } = shot;
  const going = cast.flatMap(({ member, figure, placed }) => {
    const { action } = actionFor(
      `${member.action ?? ''} ${description.action ?? ''}`,
      member.action === undefined ? member.name : undefined,
    );
    const height = project(camera, figure.feet)[1] - project(camera, figure.top)[1];
    if ((action !== 'walk' && action !== 'run') || height < camera.H * 0.08) return [];
    return groundArrow(camera, mad(figure.feet, placed.frame.z, 0.6), placed.frame.z);
  });
  return [...arrowsForMove(description.move ?? 'static'), ...going];
}
