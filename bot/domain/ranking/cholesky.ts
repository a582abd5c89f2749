import { abreast, dotAbreast, dotOf } from './dot-abreast.ts';
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
  for (let first = 0; first < size; first += abreast) {
    const last = Math.min(size, first + abreast);
    const done = last - first === abreast ? factoriseAbreast(matrix, size, first) : 0;
    for (let row = first; row < last; row += 1) {
      const rowAt = row * size;
      for (let column = done; column < row; column += 1) {
        const rest = at(matrix, rowAt + column) - dotOf(matrix, rowAt, matrix, column * size, column);
        matrix[rowAt + column] = rest / at(matrix, column * size + column);
      }
      const pivot = at(matrix, rowAt + row) - dotOf(matrix, rowAt, matrix, rowAt, row);
      matrix[rowAt + row] = Math.sqrt(pivot);
      logDeterminant += Math.log(pivot);
    }
  }
  return { size, lower: matrix, logDeterminant };
}

/**
 * Rows from `first` on, in the columns before it.
 * @returns up to which column they are done
 */
function factoriseAbreast(matrix: Float64Array, size: number, first: number): number {
  const sums = new Float64Array(abreast);
  for (let column = 0; column < first; column += 1) {
    dotAbreast(matrix, column * size, { rows: matrix, start: first * size, size, from: 0, to: column }, sums);
    const pivot = at(matrix, column * size + column);
    for (let row = 0; row < abreast; row += 1) {
      const cell = (first + row) * size + column;
      matrix[cell] = (at(matrix, cell) - at(sums, row)) / pivot;
    }
  }
  return first;
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
  const sums = new Float64Array(abreast);
  for (let row = 0; row < size; row += 1) {
    const whole = row + 1 - ((row + 1) % abreast);
    for (let first = 0; first < whole; first += abreast) {
      const others = { rows: columns, start: first * size, size, from: row, to: size };
      dotAbreast(columns, row * size, others, sums);
      full.set(sums, row * size + first);
    }
    for (let column = whole; column <= row; column += 1) {
      full[row * size + column] = dotOf(columns, row * size + row, columns, column * size + row, size - row);
    }
    for (let column = 0; column < row; column += 1) full[column * size + row] = at(full, row * size + column);
  }
  return full;
}

/** L⁻¹, transposed, so that what is read together lies together. */
function inverseOfLower({ size, lower }: Factor): Float64Array {
  const columns = new Float64Array(size * size);
  const sums = new Float64Array(abreast);
  for (let first = 0; first < size; first += abreast) {
    const last = Math.min(size, first + abreast);
    for (let column = first; column < last; column += 1) {
      const columnAt = column * size;
      columns[columnAt + column] = 1 / at(lower, columnAt + column);
      // One by one where the columns begin, which is all there is of the last ones.
      for (let row = column + 1; row < last; row += 1) {
        const sum = dotOf(lower, row * size + column, columns, columnAt + column, row - column);
        columns[columnAt + row] = -sum / at(lower, row * size + row);
      }
    }
    for (let row = first + abreast; row < size; row += 1) {
      const others = { rows: columns, start: first * size, size, from: first, to: row };
      dotAbreast(lower, row * size, others, sums);
      for (let column = 0; column < abreast; column += 1) {
        columns[(first + column) * size + row] = -at(sums, column) / at(lower, row * size + row);
      }
    }
  }
  return columns;
}
