/** @file The functions of `assembly/image.ts`, which says what they do. */

/** Numbers in the order in which the module takes them. */
type Numbers = number[];

/** The module's exports. */
export interface ImageModule {
  imageToColumns(image: number, columns: number, firstRow: number, lastRow: number, ...geometry: Numbers): void;
  addColumnsToImage(image: number, columns: number, firstRow: number, lastRow: number, ...geometry: Numbers): void;
  phaseFilter(...numbers: Numbers): void;
  scatterRows(rows: number, image: number, firstRow: number, lastRow: number, ...numbers: Numbers): void;
  gatherRows(image: number, result: number, first: number, last: number, ...numbers: Numbers): void;
  fillZero(to: number, floats: number): void;
  addBias(y: number, bias: number, rows: number, channels: number, slope: number, ceiling: number): void;
}
