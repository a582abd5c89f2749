/*
 * Reading outside an array gives NaN, which no sum survives unnoticed. One reader per kind of array: engines compile
 * a reader that only ever sees one kind into a plain load, and one that sees several into a search.
 */

export function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}

/** Of whole numbers: positions and counts. */
export function wholeAt(values: Int32Array, index: number): number {
  return values[index] ?? Number.NaN;
}

/** Of ranks. */
export function rankAt(values: Uint32Array, index: number): number {
  return values[index] ?? Number.NaN;
}

export function itemAt(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN;
}

export function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += at(values, index);
  return sum;
}

export function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += at(one, index) * at(other, index);
  return sum;
}

/** The mean, the same to the last digit in whatever order the values come; `undefined` of nothing. */
export function meanOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return sumOf(new Float64Array(values).sort()) / values.length;
}

export function medianOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = new Float64Array(values).sort();
  const half = (sorted.length - 1) / 2;
  return (at(sorted, Math.floor(half)) + at(sorted, Math.ceil(half))) / 2;
}
