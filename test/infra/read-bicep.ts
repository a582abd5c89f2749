import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Language, Parser, type Node } from 'web-tree-sitter';

/** What a Bicep file declares and uses, as far as its text says. */
export interface BicepFile {
  /** Where the grammar does not follow. */
  faults: string[];
  parameters: Map<string, { decorators: string[]; hasDefault: boolean }>;
  variables: string[];
  resources: BicepResource[];
  modules: BicepModule[];
  outputs: string[];
  /** Every name that is used as a value. */
  uses: string[];
  /** Files that are loaded as text or JSON. */
  loads: string[];
  /** What modules give out that is used here. */
  moduleOutputs: { module: string; output: string }[];
  text: string;
}

interface BicepResource {
  symbol: string;
  type: string;
  version: string;
  /** Of each of them, when it is a loop. */
  body: Value;
}

interface BicepModule {
  symbol: string;
  path: string;
  parameters: string[];
  body: Value;
}

/** What is written there; an expression stands as its own text. */
export type Value = string | number | boolean | null | Value[] | Expression | { [name: string]: Value };
export class Expression {
  readonly text: string;
  /** The objects that are written out among the arguments of a call. */
  readonly objects: Value[];
  constructor(text: string, objects: Value[] = []) {
    this.text = text;
    this.objects = objects;
  }
}

const grammar = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(await readFile(grammar)));

export async function readBicep(url: URL): Promise<BicepFile> {
  const text = await readFile(url, 'utf8');
  const tree = parser.parse(text);
  if (tree === null) throw new Error(`not parsed: ${url.href}`);
  const root = tree.rootNode;
  const all = [root, ...within(root)];
  return {
    faults: all.filter((node) => node.isError || node.isMissing).map(place),
    parameters: parametersOf(root),
    variables: declared(root, 'variable_declaration'),
    resources: ofType(root, 'resource_declaration').map(resourceOf),
    modules: ofType(root, 'module_declaration').map(moduleOf),
    outputs: declared(root, 'output_declaration'),
    uses: all.filter(isUse).map((node) => node.text),
    loads: all.flatMap(loadedBy),
    moduleOutputs: all.flatMap(moduleOutputOf),
    text,
  };
}

function* within(node: Node): Generator<Node> {
  for (const child of node.children) {
    yield child;
    yield* within(child);
  }
}

function place(node: Node): string {
  return `line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`;
}

function ofType(root: Node, type: string): Node[] {
  return root.namedChildren.filter((node) => node.type === type);
}

function declared(root: Node, type: string): string[] {
  return ofType(root, type).map(nameOf);
}

function nameOf(declaration: Node): string {
  return declaration.namedChildren.find((node) => node.type === 'identifier')?.text ?? '';
}

function parametersOf(root: Node): BicepFile['parameters'] {
  return new Map(
    ofType(root, 'parameter_declaration').map((node) => {
      const before = node.previousNamedSibling;
      const decorators = before?.type === 'decorators' ? before.namedChildren.map(({ text }) => text) : [];
      return [nameOf(node), { decorators, hasDefault: node.namedChildren.length > 2 }];
    }),
  );
}

function bodyOf(declaration: Node): Value {
  const loop = declaration.namedChildren.find((node) => node.type === 'for_statement');
  const body = (loop ?? declaration).namedChildren.findLast((node) => node.type === 'object');
  return body === undefined ? {} : valueOf(body);
}

function resourceOf(node: Node): BicepResource {
  const reference = textOf(node.namedChildren.find(({ type }) => type === 'string'));
  const [type = '', version = ''] = reference.split('@');
  return { symbol: nameOf(node), type, version, body: bodyOf(node) };
}

function moduleOf(node: Node): BicepModule {
  const body = bodyOf(node);
  const path = textOf(node.namedChildren.find(({ type }) => type === 'string'));
  return { symbol: nameOf(node), path, parameters: Object.keys(entriesOf(entriesOf(body)['params'])), body };
}

export function entriesOf(value: Value | undefined): { [name: string]: Value } {
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Expression);
  return isObject ? value : {};
}

/** Text that is written out. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function valueOf(node: Node): Value {
  switch (node.type) {
    case 'object':
      return Object.fromEntries(ofType(node, 'object_property').map(propertyOf));
    case 'array':
      return node.namedChildren.filter(({ type }) => type !== 'comment').map(valueOf);
    case 'string':
      return node.namedChildren.some(({ type }) => type === 'interpolation')
        ? new Expression(node.text)
        : textOf(node);
    case 'number':
      return Number(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'null':
      return null;
    default:
      return /^-\d+$/.test(node.text) ? Number(node.text) : new Expression(node.text, writtenOut(node));
  }
}

function writtenOut(node: Node): Value[] {
  const list = node.type === 'call_expression' ? node.childForFieldName('arguments') : null;
  return list === null ? [] : ofType(list, 'object').map(valueOf);
}

function propertyOf(node: Node): [string, Value] {
  const [key, value] = node.namedChildren;
  const name = key?.type === 'string' ? textOf(key) : (key?.text ?? '');
  return [name, value === undefined ? null : valueOf(value)];
}

function textOf(node: Node | undefined): string {
  return node?.text.replace(/^'/, '').replace(/'$/, '') ?? '';
}

/** A name that is neither declared here nor the name of a property. */
function isUse(node: Node): boolean {
  if (node.type !== 'identifier' || node.parent === null) return false;
  const { type, namedChildren } = node.parent;
  const isFirst = namedChildren[0]?.id === node.id;
  return !(isFirst && (type.endsWith('_declaration') || type === 'object_property'));
}

function loadedBy(node: Node): string[] {
  const [, path] = /^load(?:Text|Json)Content\('([^']+)'\)$/.exec(node.text) ?? [];
  return node.type === 'call_expression' && path !== undefined ? [path] : [];
}

function moduleOutputOf(node: Node): BicepFile['moduleOutputs'] {
  const [, module, output] = /^(\w+)\.outputs\.(\w+)$/.exec(node.text) ?? [];
  const isThat = node.type === 'member_expression' && module !== undefined && output !== undefined;
  return isThat ? [{ module, output }] : [];
}
