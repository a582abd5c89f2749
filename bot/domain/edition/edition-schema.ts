import { z } from 'zod';
import type { Edition, EditionStep, LocalText } from './edition.ts';
import { knownSteps } from './edition.ts';

const localText: z.ZodType<LocalText> = z.object({ nl: z.string().min(1), en: z.string().min(1).optional() });
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

const ownQuestion = {
  id: z.string().regex(/^own-[a-z0-9-]{1,36}$/),
  label: localText,
  question: localText,
  explanation: localText.optional(),
  optional: z.boolean().optional(),
};

const step: z.ZodType<EditionStep> = z.union([
  z.object({ ask: z.enum(knownSteps), optional: z.boolean().optional() }),
  z.object({ ...ownQuestion, ask: z.enum(['line', 'lines']), most: z.int().min(1).max(2_000).optional() }),
  z.object({
    ...ownQuestion,
    ask: z.literal('choice'),
    options: z.array(z.object({ id, name: localText, explanation: localText.optional() })).min(2),
  }),
]);

const criterion = z.object({
  id,
  name: localText,
  explanation: localText,
  weight: z.number().positive(),
});

const round = z.object({
  id: z.enum(['preselection', 'assessment', 'pitch']),
  name: localText,
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  criteria: z.array(criterion).min(1),
  scale: z.object({
    lowest: z.int(),
    highest: z.int(),
    anchors: z.array(z.object({ value: z.int(), text: localText })).optional(),
  }),
  shortlistSize: z.int().positive(),
  assignment: z.union([z.literal('everybody'), z.object({ perSubmission: z.int().positive() })]).optional(),
  divergence: z
    .union([
      z.literal('off'),
      z.object({ range: z.number().positive(), early: z.boolean().optional() }),
      z.object({ standardDeviation: z.number().positive(), early: z.boolean().optional() }),
    ])
    .optional(),
  remindDaysBefore: z.array(z.int().positive()).optional(),
  ranking: z
    .object({
      decides: z.enum(['calibrated-where-supported', 'fair-mean', 'calibrated']),
      method: z.enum(['reml', 'additive']).optional(),
      shownTo: z.enum(['leaders', 'jury']).optional(),
    })
    .optional(),
});

/** The shape of an edition, wherever it is kept. Whether it makes sense is another question. */
export const editionSchema: z.ZodType<Edition> = z.object({
  id,
  name: z.string().min(1),
  numberPrefix: z.string().regex(/^[A-Z0-9]{1,10}$/),
  zone: z.string(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  referenceDay: z.iso.date(),
  maximumAgeYears: z.int().positive(),
  steps: z.array(step).min(1),
  conditions: z.array(
    z.object({
      id,
      question: localText,
      kind: z.enum(['rule', 'judgement']),
      refusal: localText.optional(),
    }),
  ),
  consent: localText,
  invitesNominated: z.boolean(),
  remindDaysBefore: z.array(z.int().positive()),
  categories: z.array(z.object({ id, name: localText, explanation: localText })).min(1),
  rounds: z.array(round).min(1),
  texts: z.object({ welcome: localText.optional(), receipt: localText.optional() }).optional(),
  example: z.boolean(),
});
