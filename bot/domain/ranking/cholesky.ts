import { at } from './numbers.ts';

/** A positive definite matrix of `size` rows as L·Lᵀ; row by row, the upper half of `lower` is not used. */
export interface Factor {
  size: number;
  lower: Float64Array;
  /** Of the matrix, not of L. */
  logDeterminant: number;
}

/**
 * Cholesky–Banachiewicz. Reads the lower half of `matrix` (row by row) and overwrites it.
 * The caller has a positive definite matrix by construction: the identity plus a positive semidefinite one.
 */
export function factorise(matrix: Float64Array, size: number): Factor {
  let logDeterminant = 0;
  for (let row = 0; row < size; row += 1) {
    const rowAt = row * size;
    for (let column = 0; column < row; column += 1) {
      const rest = at(matrix, rowAt + column) - dotRows(matrix, rowAt, column * size, column);
      matrix[rowAt + column] = rest / at(matrix, column * size + column);
    }
    const pivot = at(matrix, rowAt + row) - dotRows(matrix, rowAt, rowAt, row);
    matrix[rowAt + row] = Math.sqrt(pivot);
    logDeterminant += Math.log(pivot);
  }
  return { size, lower: matrix, logDeterminant };
}

/** x with L·x = b, written over `b`. */
export function solveLower({ size, lower }: Factor, b: Float64Array): Float64Array {
  for (let row = 0; row < size; row += 1) {
    let rest = at(b, row);
    const rowAt = row * size;
    for (let column = 0; column < row; column += 1) rest -= at(lower, rowAt + column) * at(b, column);
    b[row] = rest / at(lower, rowAt + row);
  }
  return b;
}

/** x with Lᵀ·x = b, written over `b`. */
export function solveUpper({ size, lower }: Factor, b: Float64Array): Float64Array {
  for (let row = size - 1; row >= 0; row -= 1) {
    const rowAt = row * size;
    const value = at(b, row) / at(lower, rowAt + row);
    b[row] = value;
    for (let column = 0; column < row; column += 1) {
      b[column] = at(b, column) - at(lower, rowAt + column) * value;
    }
  }
  return b;
}

/** x with (L·Lᵀ)·x = b, as a new array. */
export function solve(factor: Factor, b: Float64Array): Float64Array {
  return solveUpper(factor, solveLower(factor, Float64Array.from(b)));
}

/** The whole inverse of L·Lᵀ, row by row. */
export function inverse(factor: Factor): Float64Array {
  const { size } = factor;
  const columns = inverseOfLower(factor);
  const full = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = 0;
      for (let k = row; k < size; k += 1) {
        sum += at(columns, row * size + k) * at(columns, column * size + k);
      }
      full[row * size + column] = sum;
      full[column * size + row] = sum;
    }
  }
  return full;
}

/** L⁻¹, transposed, so that what is read together lies together. */
function inverseOfLower({ size, lower }: Factor): Float64Array {
  const columns = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const columnAt = column * size;
    columns[columnAt + column] = 1 / at(lower, columnAt + column);
    for (let row = column + 1; row < size; row += 1) {
      const rowAt = row * size;
      let sum = 0;
      for (let k = column; k < row; k += 1) sum += at(lower, rowAt + k) * at(columns, columnAt + k);
      columns[columnAt + row] = -sum / at(lower, rowAt + row);
    }
  }
  return columns;
}

function dotRows(matrix: Float64Array, one: number, other: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += at(matrix, one + k) * at(matrix, other + k);
  return sum;
}
