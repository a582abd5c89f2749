import type { Language } from '../person.ts';

/** Where in an edition file: `['categories', 1, 'explanation']`. */
export type FilePath = readonly (string | number)[];

/** Something in an edition file that its writer should look at. What is said of it is put together elsewhere. */
export interface EditionFault {
  /** A `fault` keeps the file out; a `warning` does not. */
  severity: 'fault' | 'warning';
  code: FaultCode;
  path: FilePath;
  /** The same path for a reader, from the outside in: round 1, criterion 2. */
  place: Place[];
  /** Which setting there; absent when it is about the whole. */
  field?: string;
  /** When it is about a text in one of the languages. */
  language?: Language;
  values: FaultValues;
  /** In the file, from 1. */
  line?: number;
}

/** Local moments are as the file has them: `2022-12-12T09:00`, or a day. */
export type FaultValues = Record<string, string | number>;

export interface Place {
  kind: PlaceKind;
  /** Counts from 1; of an anchor it is the score. */
  number: number;
  name?: string;
}

export type PlaceKind =
  'category' | 'step' | 'option' | 'condition' | 'round' | 'criterion' | 'anchor' | 'reminder';

/** What the shape of the file can have wrong. */
type ShapeCode =
  | 'syntax'
  | 'too-deep'
  | 'twice-in-file'
  | 'unknown-key'
  | 'missing'
  | 'wrong-type'
  | 'empty'
  | 'too-few'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'unknown-value'
  | 'bad-id'
  | 'bad-own-id'
  | 'bad-prefix'
  | 'bad-day'
  | 'bad-moment'
  | 'bad-zone';

/** What can be wrong though the shape is right. */
type CheckCode =
  | 'time-skipped'
  | 'time-twice'
  | 'closes-before-opens'
  | 'reference-far'
  | 'same-id'
  | 'same-name'
  | 'step-missing'
  | 'step-twice'
  | 'step-too-early'
  | 'step-not-optional'
  | 'category-not-asked'
  | 'no-conditions'
  | 'conditions-not-asked'
  | 'refusal-missing'
  | 'consent-not-asked'
  | 'invites-nobody'
  | 'round-before-closing'
  | 'scale-reversed'
  | 'anchor-off-scale'
  | 'sheet-too-large'
  | 'sheet-shortened'
  | 'method-beside'
  | 'open-briefly'
  | 'reminder-too-early'
  | 'english-missing';

export type FaultCode = ShapeCode | CheckCode;

/** A fault before its path is looked up in the file. */
export interface Finding {
  code: FaultCode;
  path: FilePath;
  values?: FaultValues;
  severity?: EditionFault['severity'];
}
