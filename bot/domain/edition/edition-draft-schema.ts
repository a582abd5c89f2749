import { z } from 'zod';
import { knownSteps } from './edition.ts';

/**
 * An edition while organisers are still writing it: the edition file in parts, each of which is saved by itself. What is
 * not filled in yet is empty or absent, so that half a thought can be kept; whether it makes an edition is checked apart.
 */

const most = { text: 2_000, short: 200, things: 60 };

const text = z.string().max(most.text);
const short = z.string().max(most.short);
const localText = z.strictObject({ nl: text, en: text.optional() });
const number = z.number().optional();
const days = z.array(z.number()).max(most.things).optional();

const option = z.strictObject({ id: short, name: localText, explanation: localText.optional() });

const step = z.strictObject({
  ask: z.enum([...knownSteps, 'line', 'lines', 'choice']),
  optional: z.boolean().optional(),
  /** From here on only for a question of the edition's own. */
  id: short.optional(),
  label: localText.optional(),
  question: localText.optional(),
  explanation: localText.optional(),
  most: number,
  options: z.array(option).max(most.things).optional(),
});

const condition = z.strictObject({
  id: short,
  question: localText,
  kind: z.enum(['rule', 'judgement']),
  refusal: localText.optional(),
});

const criterion = z.strictObject({ id: short, name: localText, explanation: localText, weight: number });

const scale = z.strictObject({
  lowest: number,
  highest: number,
  /** By the score that they describe. */
  anchors: z.record(short, localText).optional(),
});

const round = z.strictObject({
  name: localText,
  opens: short,
  closes: short,
  criteria: z.array(criterion).max(most.things),
  scale,
  shortlistSize: number,
  judgesPerSubmission: number,
  divergence: z
    .strictObject({
      measure: z.enum(['range', 'standardDeviation', 'off']),
      atLeast: number,
      early: z.boolean().optional(),
    })
    .optional(),
  remindDaysBefore: days,
  ranking: z
    .strictObject({
      decides: z.enum(['calibrated-where-supported', 'fair-mean', 'calibrated']).optional(),
      method: z.enum(['reml', 'additive']).optional(),
      shownTo: z.enum(['leaders', 'jury']).optional(),
    })
    .optional(),
});

const draftPartShapes = {
  general: z.strictObject({ name: short, numberPrefix: short, example: z.boolean() }),
  dates: z.strictObject({
    zone: short,
    opens: short,
    closes: short,
    referenceDay: short,
    maximumAgeYears: number,
    remindDaysBefore: days,
  }),
  categories: z.strictObject({
    categories: z
      .array(z.strictObject({ id: short, name: localText, explanation: localText }))
      .max(most.things),
  }),
  intake: z.strictObject({
    steps: z.array(step).max(most.things),
    conditions: z.array(condition).max(most.things),
    invitesNominated: z.boolean(),
  }),
  texts: z.strictObject({
    consent: localText,
    welcome: localText.optional(),
    receipt: localText.optional(),
  }),
  preselection: round.optional(),
  assessment: round.optional(),
  pitch: round.optional(),
};

export const draftPartsSchema = z.strictObject(draftPartShapes);

export type DraftParts = z.infer<typeof draftPartsSchema>;
export type DraftPart = keyof DraftParts;
export type DraftRound = NonNullable<DraftParts['preselection']>;
export type DraftStep = DraftParts['intake']['steps'][number];
