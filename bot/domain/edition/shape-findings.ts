import Fuse from 'fuse.js';
import type { z } from 'zod';
import { askable, knownKeys } from './edition-file-schema.ts';
import type { FaultCode, FilePath, Finding } from './edition-fault.ts';
import { valueAt } from './edition-place.ts';

type Issue = z.core.$ZodIssue;

const formCodes: readonly FaultCode[] = [
  'bad-id',
  'bad-own-id',
  'bad-prefix',
  'bad-day',
  'bad-moment',
  'bad-zone',
];

/** What the schema found, as findings that can be put in plain words. */
export function shapeFindings(issues: readonly Issue[], document: unknown): Finding[] {
  return issues.flatMap((issue) => findingsOf(issue, document));
}

function findingsOf(issue: Issue, document: unknown): Finding[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const value = valueAt(document, path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key));
  if (value === undefined) return [{ code: 'missing', path, values: { key: String(path.at(-1) ?? '') } }];
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(path, issue.expected)];
    case 'too_small':
      return [tooSmall(path, issue)];
    case 'too_big':
      return [tooBig(path, issue)];
    case 'invalid_value':
      return [unknownValue(path, value, issue.values.map(String))];
    case 'invalid_union':
      return [path.at(-1) === 'ask' ? unknownValue(path, value, askable) : wrongType(path, 'string')];
    case 'custom':
      return [{ code: formCode(issue.params?.code), path, values: { value: shown(value) } }];
    default:
      return [wrongType(path, 'other')];
  }
}

/** What a setting has to be, in the words of the sentence about it. */
function wrongType(path: FilePath, expected: string): Finding {
  const known: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'number',
    int: 'whole',
    boolean: 'boolean',
    array: 'list',
    object: 'block',
    record: 'block',
  };
  return { code: 'wrong-type', path, values: { expected: known[expected] ?? 'other' } };
}

function tooSmall(path: FilePath, issue: z.core.$ZodIssueTooSmall): Finding {
  const least = Number(issue.minimum);
  if (issue.origin === 'string') return { code: 'empty', path };
  if (issue.origin === 'array') return { code: 'too-few', path, values: { least } };
  return { code: 'too-small', path, values: { least, inclusive: issue.inclusive === false ? 'no' : 'yes' } };
}

function tooBig(path: FilePath, issue: z.core.$ZodIssueTooBig): Finding {
  return {
    code: issue.origin === 'string' ? 'too-long' : 'too-large',
    path,
    values: { most: Number(issue.maximum) },
  };
}

function unknownValue(path: FilePath, value: unknown, options: readonly string[]): Finding {
  if (typeof value !== 'string') return wrongType(path, 'string');
  const near = nearestTo(value, options);
  return {
    code: 'unknown-value',
    path,
    values: { value: shown(value), options: options.join(', '), near: near ?? '' },
  };
}

function unknownKey(path: FilePath, key: string): Finding {
  const near = nearestTo(key, keysFor(path));
  return { code: 'unknown-key', path, values: { key: shown(key), near: near ?? '' } };
}

/** What may stand in the thing at this path. */
function keysFor(path: FilePath): readonly string[] {
  const last = path.at(-1);
  if (last === undefined) return knownKeys.edition;
  if (last === 'scale') return knownKeys.scale;
  if (last === 'divergence') return knownKeys.divergence;
  if (last === 'ranking') return knownKeys.ranking;
  if (last === 'texts') return knownKeys.texts;
  switch (typeof last === 'number' ? path.at(-2) : undefined) {
    case 'categories':
      return knownKeys.category;
    case 'steps':
      return knownKeys.step;
    case 'options':
      return knownKeys.option;
    case 'conditions':
      return knownKeys.condition;
    case 'rounds':
      return knownKeys.round;
    case 'criteria':
      return knownKeys.criterion;
    default:
      return knownKeys.text;
  }
}

function nearestTo(written: string, known: readonly string[]): string | undefined {
  const fuse = new Fuse(known, { threshold: 0.5, ignoreLocation: true });
  return fuse.search(written.slice(0, 40))[0]?.item;
}

function formCode(code: unknown): FaultCode {
  return formCodes.find((each) => each === code) ?? 'wrong-type';
}

/** What the organiser wrote, short enough for a sentence. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
