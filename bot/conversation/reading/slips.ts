const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * Whether `typed` is `meant` with one slip of the finger: two letters swapped, one missing, one too many, or the key
 * beside it. In a short word a further letter counts only when it is doubled: "stopp", but not "stoep".
 */
export function isSlip(typed: string, meant: string): boolean {
  if (meant.length < 4) return false;
  if (typed.length === meant.length) return isSwap(typed, meant) || isNeighbour(typed, meant);
  if (typed.length === meant.length - 1) return without(meant, typed) !== undefined;
  if (typed.length !== meant.length + 1) return false;
  const extra = without(typed, meant);
  return extra !== undefined && (meant.length > 4 || isDoubled(typed, extra));
}

/**
 * How many letters have to be put in, left out, replaced or swapped with the next to make `a` into `b`
 * (optimal string alignment).
 */
export function editDistance(a: string, b: string): number {
  // Names are compared by the hundred for one answer: three rows, used again and again.
  let older = new Uint16Array(b.length + 1);
  let line = new Uint16Array(b.length + 1);
  let old = Uint16Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    line[0] = row;
    for (let column = 1; column <= b.length; column += 1) {
      const here = a.charCodeAt(row - 1);
      const there = b.charCodeAt(column - 1);
      const replaced = at(old, column - 1) + (here === there ? 0 : 1);
      const least = Math.min(at(old, column) + 1, at(line, column - 1) + 1, replaced);
      const swapped =
        row > 1 && column > 1 && here === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === there;
      line[column] = swapped ? Math.min(least, at(older, column - 2) + 1) : least;
    }
    [older, old, line] = [old, line, older];
  }
  return at(old, b.length);
}

function at(line: Uint16Array, column: number): number {
  return line[column] ?? Infinity;
}

function isSwap(typed: string, meant: string): boolean {
  const first = differingFrom(typed, meant);
  const swapped = `${typed[first + 1] ?? ''}${typed[first] ?? ''}`;
  return typed.slice(0, first) + swapped + typed.slice(first + 2) === meant && typed !== meant;
}

function isNeighbour(typed: string, meant: string): boolean {
  const first = differingFrom(typed, meant);
  if (typed.slice(first + 1) !== meant.slice(first + 1)) return false;
  const [a, b] = [placeOf(typed[first]), placeOf(meant[first])];
  if (a === undefined || b === undefined) return false;
  return Math.abs(a.row - b.row) <= 1 && Math.abs(a.column - b.column) <= 1;
}

function placeOf(letter: string | undefined): { row: number; column: number } | undefined {
  if (letter === undefined) return undefined;
  const row = keyboard.findIndex((keys) => keys.includes(letter));
  return row === -1 ? undefined : { row, column: keyboard[row]?.indexOf(letter) ?? 0 };
}

function differingFrom(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  return index;
}

/** Where `longer` has the one letter that `shorter` lacks. */
function without(longer: string, shorter: string): number | undefined {
  const index = differingFrom(longer, shorter);
  return longer.slice(0, index) + longer.slice(index + 1) === shorter ? index : undefined;
}

function isDoubled(word: string, index: number): boolean {
  return word[index] === word[index - 1] || word[index] === word[index + 1];
}
