/**
 * @file Carrying things along with a flow, stable for any step: each cell looks back along the flow to where its content was
 * (Stam 1999). Heat and soot are corrected to second order (MacCormack's scheme after Selle, Fedkiw, Kim, Liu and Rossignac 2008), which
 * keeps the edges of flames and billows.
 */

/** A flow at the centres of the cells, in cells per second. */
export interface Flow {
  columns: number;
  rows: number;
  x: Float32Array;
  y: Float32Array;
}

/**
 * Moves a field along a flow without blurring it much; nothing new comes in over the edges and no value leaves the range of its neighbours.
 *
 * @param flow - The flow.
 * @param field - The field, changed in place.
 * @param seconds - The step.
 * @param moved - Room for a field of the same size.
 * @param before - Room for a field of the same size.
 */
export function carry(
  { columns, rows, x, y }: Flow,
  field: Float32Array,
  seconds: number,
  moved: Float32Array,
  before: Float32Array,
): void {
  before.set(field);
  sampleBack(columns, rows, columns, x, y, before, moved, seconds);
  const lastColumn = columns - 1.001;
  const lastRow = rows - 1.001;
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      const dx = x[i] * seconds;
      const dy = y[i] * seconds;
      const forthX = clamp(column + dx, lastColumn);
      const forthY = clamp(row + dy, lastRow);
      const left = forthX | 0;
      const top = forthY | 0;
      const at = top * columns + left;
      const fx = forthX - left;
      const upper = moved[at] + (moved[at + 1] - moved[at]) * fx;
      const lower = moved[at + columns] + (moved[at + columns + 1] - moved[at + columns]) * fx;
      const returned = upper + (lower - upper) * (forthY - top);
      const corrected = moved[i] + 0.5 * (before[i] - returned);
      const backX = clamp(column - dx, lastColumn) | 0;
      const backY = clamp(row - dy, lastRow) | 0;
      const from = backY * columns + backX;
      const a = before[from];
      const b = before[from + 1];
      const c = before[from + columns];
      const d = before[from + columns + 1];
      const least = Math.min(a < b ? a : b, c < d ? c : d);
      const most = Math.max(a > b ? a : b, c > d ? c : d);
      field[i] = corrected < least ? least : corrected > most ? most : corrected;
    }
  }
  clearRim(field, columns, rows);
}

/**
 * Moves a staggered velocity field along itself.
 *
 * @param flow - Its value at the centres of the cells, wind included.
 * @param faceX - Flow through left and right faces, changed in place.
 * @param faceY - Flow through upper and lower faces, changed in place.
 * @param seconds - The step.
 */
export function carryFlow(
  { columns, rows, x, y }: Flow,
  faceX: Float32Array,
  faceY: Float32Array,
  seconds: number,
  room: FaceRoom,
): void {
  const { atX, atY, before } = room;
  for (let row = 0, face = 0; row < rows; row++) {
    for (let column = 0; column <= columns; column++, face++) {
      const left = row * columns + Math.max(0, column - 1);
      const right = row * columns + Math.min(columns - 1, column);
      atX[face] = 0.5 * (x[left] + x[right]);
      atY[face] = 0.5 * (y[left] + y[right]);
    }
  }
  before.set(faceX);
  sampleBack(columns + 1, rows, columns + 1, atX, atY, before, faceX, seconds);
  for (let row = 0, face = 0; row <= rows; row++) {
    const above = Math.max(0, row - 1) * columns;
    const below = Math.min(rows - 1, row) * columns;
    for (let column = 0; column < columns; column++, face++) {
      atX[face] = 0.5 * (x[above + column] + x[below + column]);
      atY[face] = 0.5 * (y[above + column] + y[below + column]);
    }
  }
  before.set(faceY);
  sampleBack(columns, rows + 1, columns, atX, atY, before, faceY, seconds);
}

/** Memory for `carryFlow`: three fields of `(columns + 1) × (rows + 1)`. */
export interface FaceRoom {
  atX: Float32Array;
  atY: Float32Array;
  before: Float32Array;
}

function sampleBack(
  columns: number,
  rows: number,
  stride: number,
  x: Float32Array,
  y: Float32Array,
  from: Float32Array,
  to: Float32Array,
  seconds: number,
): void {
  const lastColumn = columns - 1.001;
  const lastRow = rows - 1.001;
  for (let row = 0; row < rows; row++) {
    for (let column = 0, i = row * stride; column < columns; column++, i++) {
      const backX = clamp(column - x[i] * seconds, lastColumn);
      const backY = clamp(row - y[i] * seconds, lastRow);
      const left = backX | 0;
      const top = backY | 0;
      const fx = backX - left;
      const at = top * stride + left;
      const upper = from[at] + (from[at + 1] - from[at]) * fx;
      const lower = from[at + stride] + (from[at + stride + 1] - from[at + stride]) * fx;
      to[i] = upper + (lower - upper) * (backY - top);
    }
  }
}

function clamp(value: number, last: number): number {
  return value < 0 ? 0 : value > last ? last : value;
}

/** The air that comes in from outside is clean and cold; the floor is no way in. */
function clearRim(field: Float32Array, columns: number, rows: number): void {
  field.fill(0, 0, columns);
  for (let row = 1; row < rows; row++) {
    field[row * columns] = 0;
    field[(row + 1) * columns - 1] = 0;
  }
}
