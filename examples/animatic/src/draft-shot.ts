/**
 * @file A shot as a fast draft: its layout is drawn small, a trained network makes a picture of it, and the picture is enlarged. Mouths stand still, and
 * a moving camera is seen a few times a second.
 */
import { resizeFrame, type Frame } from '@filmai/core-tensor/frames';
import { drawStoryboardFromLayout } from '@filmai/gan/storyboard';
import { drawLayout, type StagedShot } from '@filmai/storyboard';

/** Rows that the network was trained on. */
const DRAFT_ROWS = 144;
/** A moving camera is drawn so often. */
const DRAWINGS_PER_SECOND = 6;

/** How a draft is filmed. */
export interface DraftOptions {
  seconds: number;
  fps: number;
  signal?: AbortSignal;
}

/**
 * Films a shot as a draft.
 *
 * @param staged - The shot, staged at the size of the film.
 * @param options - Length and rate.
 * @returns The frames in order, `Math.round(seconds × fps)` of them. Frames that are equal share their `data`; don't write to it.
 */
export async function* draftFrames(
  staged: StagedShot,
  { seconds, fps, signal }: DraftOptions,
): AsyncGenerator<Frame, void, undefined> {
  const { width, height, path, description } = staged;
  const count = Math.round(seconds * fps);
  const isMoving = description.move !== undefined && description.move !== 'static' && description.move !== 'handheld';
  const every = Math.max(1, Math.round(fps / DRAWINGS_PER_SECOND));
  let shown: Frame | undefined;
  for (let i = 0; i < count; i++) {
    signal?.throwIfAborted();
    if (!shown || (isMoving && i % every === 0)) {
      const camera = isMoving ? path(count > 1 ? i / (count - 1) : 0) : staged.camera;
      shown = resizeFrame(await draft({ ...staged, camera }), { width, height });
    }
    yield { ...shown, seconds: i / fps };
  }
}

/** One small picture. */
function draft(shot: StagedShot): Promise<Frame> {
  const { camera } = shot;
  const columns = Math.round((DRAFT_ROWS * camera.W) / camera.H);
  const small = { ...camera, W: columns, H: DRAFT_ROWS, focal: (camera.focal * DRAFT_ROWS) / camera.H };
  return drawStoryboardFromLayout(drawLayout({ ...shot, camera: small }));
}
