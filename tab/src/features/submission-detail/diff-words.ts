/** A piece of two texts: in both, in the first alone, or in the second alone. */
export interface Piece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Above this many pairs of words nothing is compared: the whole text is gone, and the whole of the other new. */
const mostPairs = 2_000_000;

/**
 * Which words were taken out and which put in: the longest common subsequence of words and the space between them.
 * What is not `new` is the first text, what is not `gone` the second.
 */
export function diffWords(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length * b.length > mostPairs) return merged([piece('gone', before), piece('new', after)]);
  const common = commonLengths(a, b);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [gone, fresh] = [a[i], b[j]];
    if (gone !== undefined && gone === fresh) {
      pieces.push(piece('same', gone));
      i += 1;
      j += 1;
    } else if (
      fresh === undefined ||
      (gone !== undefined && lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))
    ) {
      pieces.push(piece('gone', gone ?? ''));
      i += 1;
    } else {
      pieces.push(piece('new', fresh));
      j += 1;
    }
  }
  return merged(pieces);
}

/** For each pair of places how much is in common from there on. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const length =
        a[i] === b[j]
          ? lengthAt(rows, i + 1, j + 1) + 1
          : Math.max(lengthAt(rows, i + 1, j), lengthAt(rows, i, j + 1));
      rows[i]?.fill(length, j, j + 1);
    }
  }
  return rows;
}

function lengthAt(rows: readonly Uint16Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}

function piece(kind: Piece['kind'], text: string): Piece {
  return { kind, text };
}

/** What is of one kind and stands side by side is one piece; a space between two words that changed is of neither. */
function merged(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const each of pieces) {
    const last = kept.at(-1);
    if (each.text === '') continue;
    if (last?.kind === each.kind) last.text += each.text;
    else kept.push({ ...each });
  }
  return kept;
}
