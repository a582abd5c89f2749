import type { Node, ParseError } from 'jsonc-parser';
import { findNodeAtLocation, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { FilePath, Finding } from './edition-fault.ts';

/** A JSON document that knows on which line everything stands. */
export interface JsonDocument {
  value: unknown;
  /** Counts from 1: the line of what stands there, or of the nearest thing around it. */
  lineOf(path: FilePath): number;
  /** Settings that are written twice. */
  twice: Finding[];
}

/** Far more than an edition has. */
const deepest = 40;

/** Reads JSON; when it is not JSON, the one place where it first goes wrong. */
export function parseJson(text: string): { document: JsonDocument } | { finding: Finding; line: number } {
  const written = text.replace(/^\uFEFF/, '');
  if (depthOf(written) > deepest) return { finding: { code: 'too-deep', path: [] }, line: 1 };
  const errors: ParseError[] = [];
  const tree = parseTree(written, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first !== undefined || tree === undefined) return syntaxFinding(written, first);
  const value: unknown = JSON.parse(written);
  return {
    document: {
      value,
      lineOf: (path) => lineAt(written, nodeAt(tree, path).offset),
      twice: keysTwice(tree, []),
    },
  };
}

/** How deep brackets go, strings apart. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [bracket] of text.replace(/"(?:\\.|[^"\\\n])*"/g, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    most = Math.max(most, depth);
  }
  return most;
}

function syntaxFinding(text: string, error: ParseError | undefined): { finding: Finding; line: number } {
  const offset = error?.offset ?? 0;
  const line = lineAt(text, offset);
  const column = offset - (text.lastIndexOf('\n', offset - 1) + 1) + 1;
  const kind = error === undefined ? 'ValueExpected' : printParseErrorCode(error.error);
  const [found = ''] = text.slice(offset, offset + Math.max(1, error?.length ?? 1)).split('\n');
  return {
    finding: {
      code: 'syntax',
      path: [],
      values: { kind: offset === text.length ? 'End' : kind, line, column, found: found.slice(0, 20) },
    },
    line,
  };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function nodeAt(tree: Node, path: FilePath): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    // A value stands beside its name; the name is what a reader looks for.
    if (node !== undefined) return node.parent?.type === 'property' ? node.parent : node;
  }
  return tree;
}

function keysTwice(node: Node, path: FilePath): Finding[] {
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((child, index) => {
    if (node.type === 'array') return keysTwice(child, [...path, index]);
    const [name, value] = child.children ?? [];
    const key = String(name?.value);
    const inside = value === undefined ? [] : keysTwice(value, [...path, key]);
    if (!seen.has(key)) {
      seen.add(key);
      return inside;
    }
    return [{ code: 'twice-in-file' as const, path, values: { key } }, ...inside];
  });
}
