import { z } from 'zod';
import { isLocalMoment, isPlainDay, isZone } from './local-moment.ts';
import { knownSteps } from './edition.ts';

/**
 * The file in which an organiser writes an edition: an {@link Edition} with local times, and room for notes.
 * Where a text has no English yet, the Dutch alone will do; a known question may be just its name.
 */

const shortText = 80;
/** As much as a score sheet shows. */
const anchorLength = 40;
const lineText = 300;
const longText = 1_000;

/** For the writer and later readers of the file; the app does nothing with it. */
const note = z.union([z.string(), z.array(z.string())]).optional();

const id = ofForm('bad-id', (text) => /^[a-z0-9][a-z0-9-]{0,39}$/.test(text));
const ownId = ofForm('bad-own-id', (text) => /^own-[a-z0-9-]{1,36}$/.test(text));
const moment = ofForm('bad-moment', isLocalMoment);

const reminders = z.array(z.int().positive().max(365)).optional();

const optionShape = { id, name: localText(shortText), explanation: localText(lineText).optional(), note };

const ownShape = {
  id: ownId,
  label: localText(shortText),
  question: localText(lineText),
  explanation: localText(lineText).optional(),
  optional: z.boolean().optional(),
  note,
};

const stepShapes = {
  known: { ask: z.enum(knownSteps), optional: z.boolean().optional(), note },
  written: { ...ownShape, ask: z.enum(['line', 'lines']), most: z.int().min(1).max(2_000).optional() },
  choice: {
    ...ownShape,
    ask: z.literal('choice'),
    options: z.array(z.strictObject(optionShape)).min(2),
  },
};

const step = z.preprocess(
  (value) => (typeof value === 'string' ? { ask: value } : value),
  z.discriminatedUnion('ask', [
    z.strictObject(stepShapes.known),
    z.strictObject(stepShapes.written),
    z.strictObject(stepShapes.choice),
  ]),
);

const categoryShape = { id, name: localText(shortText), explanation: localText(longText), note };

const conditionShape = {
  id,
  question: localText(lineText),
  kind: z.enum(['rule', 'judgement']),
  refusal: localText(lineText).optional(),
  note,
};

const criterionShape = {
  id,
  name: localText(shortText),
  explanation: localText(longText),
  weight: z.number().positive().max(1_000),
  note,
};

const scaleShape = {
  lowest: z.int().min(0).max(1_000),
  highest: z.int().min(0).max(1_000),
  anchors: z.record(z.string(), localText(anchorLength)).optional(),
  note,
};

const divergenceShape = {
  measure: z.enum(['range', 'standardDeviation', 'off']),
  atLeast: z.number().positive().max(1_000).optional(),
  early: z.boolean().optional(),
  note,
};

const rankingShape = {
  decides: z.enum(['calibrated-where-supported', 'fair-mean', 'calibrated']).optional(),
  method: z.enum(['reml', 'additive']).optional(),
  shownTo: z.enum(['leaders', 'jury']).optional(),
  note,
};

const roundShape = {
  id: z.enum(['preselection', 'assessment', 'pitch']),
  name: localText(shortText),
  opens: moment,
  closes: moment,
  criteria: z.array(z.strictObject(criterionShape)).min(1),
  scale: z.strictObject(scaleShape),
  shortlistSize: z.int().positive().max(10_000),
  judgesPerSubmission: z.int().positive().max(100).optional(),
  divergence: z.strictObject(divergenceShape).optional(),
  remindDaysBefore: reminders,
  ranking: z.strictObject(rankingShape).optional(),
  note,
};

const textsShape = {
  welcome: localText(lineText).optional(),
  receipt: localText(lineText).optional(),
  note,
};

const editionShape = {
  id,
  name: text(shortText),
  numberPrefix: ofForm('bad-prefix', (prefix) => /^[A-Z0-9]{1,10}$/.test(prefix)),
  zone: ofForm('bad-zone', isZone),
  opens: moment,
  closes: moment,
  referenceDay: ofForm('bad-day', isPlainDay),
  maximumAgeYears: z.int().positive().max(100),
  categories: z.array(z.strictObject(categoryShape)).min(1),
  steps: z.array(step).min(1),
  conditions: z.array(z.strictObject(conditionShape)).optional(),
  consent: localText(longText),
  invitesNominated: z.boolean().optional(),
  remindDaysBefore: reminders,
  rounds: z.array(z.strictObject(roundShape)).min(1),
  texts: z.strictObject(textsShape).optional(),
  example: z.boolean().optional(),
  note,
};

export const editionFileSchema = z.strictObject(editionShape);

export type EditionFile = z.infer<typeof editionFileSchema>;
export type FileStep = EditionFile['steps'][number];
export type FileRound = EditionFile['rounds'][number];

/** What may stand where, to name the setting that was probably meant. */
export const knownKeys = {
  edition: Object.keys(editionShape),
  category: Object.keys(categoryShape),
  step: [...new Set(Object.values(stepShapes).flatMap((shape) => Object.keys(shape)))],
  option: Object.keys(optionShape),
  condition: Object.keys(conditionShape),
  round: Object.keys(roundShape),
  criterion: Object.keys(criterionShape),
  scale: Object.keys(scaleShape),
  divergence: Object.keys(divergenceShape),
  ranking: Object.keys(rankingShape),
  texts: Object.keys(textsShape),
  text: ['nl', 'en'],
} as const;

/** What a question may be. */
export const askable: readonly string[] = [...knownSteps, 'line', 'lines', 'choice'];

function text(most: number) {
  return z.string().trim().min(1).max(most);
}

function localText(most: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? { nl: value } : value),
    z.strictObject({ nl: text(most), en: text(most).optional() }),
  );
}

function ofForm(code: string, isRight: (text: string) => boolean) {
  return z.string().refine(isRight, { params: { code } });
}
