import { z } from 'zod';
import { draftPartsSchema } from '../../domain/edition/edition-draft-schema.ts';

const id = z.string().regex(/^[\w-]{1,64}$/);

const editionState = z.enum(['running', 'preparing', 'past', 'discarded']);

export const editions = z.strictObject({
  editions: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      state: editionState,
      /** When people can hand in; absent while it was never put live. */
      opensAt: z.iso.datetime().optional(),
      closesAt: z.iso.datetime().optional(),
      /** It was put live, so that it can be copied and can run. */
      isKept: z.boolean(),
      hasDraft: z.boolean(),
      /** They organise it themselves. */
      mayOpen: z.boolean(),
    }),
  ),
  templates: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});

export const startEditionBody = z.strictObject({
  key: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(80),
  numberPrefix: z.string().regex(/^[A-Z0-9]{1,10}$/),
  from: id,
});

export const startedEdition = z.strictObject({ id: z.string() });

const finding = z.strictObject({
  severity: z.enum(['fault', 'warning']),
  /** Where in the edition file it is, by dots: `rounds.0.criteria.1.weight`. */
  at: z.string(),
  /** As a sentence by itself, and beside its field. */
  sentence: z.string(),
  beside: z.string(),
});

const revisions = z.partialRecord(draftPartsSchema.keyof(), z.int());

export const editionDraft = z.strictObject({
  id: z.string(),
  /** `kept`: nothing is written that is not live. */
  status: z.enum(['draft', 'kept', 'discarded']),
  isKept: z.boolean(),
  isRunning: z.boolean(),
  revision: z.int(),
  revisions,
  parts: draftPartsSchema,
  findings: z.array(finding),
  /** What the edition has been used for: that sets limits to what can change. */
  use: z.strictObject({
    submissions: z.int(),
    byCategory: z.record(z.string(), z.int()),
    sheetsByRound: z.record(z.string(), z.int()),
  }),
  /** Rounds that were opened or closed by hand: that goes before the dates here. */
  turnedRounds: z.array(z.string()),
  /** Who saved it last, when that was somebody else. */
  lastBy: z.strictObject({ name: z.string(), at: z.iso.datetime() }).optional(),
});

const parts = draftPartsSchema.shape;
const saving = { basedOn: z.int().nonnegative() };

export const saveEditionBody = z.discriminatedUnion('part', [
  z.strictObject({ ...saving, part: z.literal('general'), value: parts.general }),
  z.strictObject({ ...saving, part: z.literal('dates'), value: parts.dates }),
  z.strictObject({ ...saving, part: z.literal('categories'), value: parts.categories }),
  z.strictObject({ ...saving, part: z.literal('intake'), value: parts.intake }),
  z.strictObject({ ...saving, part: z.literal('texts'), value: parts.texts }),
  z.strictObject({ ...saving, part: z.literal('preselection'), value: parts.preselection }),
  z.strictObject({ ...saving, part: z.literal('assessment'), value: parts.assessment }),
  z.strictObject({ ...saving, part: z.literal('pitch'), value: parts.pitch }),
]);

export const discardEditionBody = z.strictObject({
  basedOn: z.int().nonnegative(),
  isDiscarded: z.boolean(),
});

const difference = {
  changes: z.array(
    z.strictObject({ kind: z.enum(['added', 'removed', 'changed', 'moved']), sentence: z.string() }),
  ),
  /** What that does to people. */
  cautions: z.array(z.string()),
  /** Why it can't be. */
  refusals: z.array(z.string()),
};

export const editionPlan = z.strictObject({
  revision: z.int(),
  /** Of the edition as it is live; absent while it never was. */
  hash: z.string().optional(),
  findings: z.array(finding),
  /** Something is written that is not live, and it can be put live. */
  mayPut: z.boolean(),
  ...difference,
  /** What putting back what was live before would do. */
  undo: z.strictObject({ to: z.string(), ...difference }).optional(),
  isRunning: z.boolean(),
  /** The edition that runs now, when that is another. */
  running: z.strictObject({ id: z.string(), name: z.string() }).optional(),
});

export const putEditionBody = z.strictObject({ revision: z.int(), hash: z.string().optional() });
export const undoPutEditionBody = z.strictObject({ hash: z.string(), to: z.string() });
/** `seen`: the id of the edition that ran, `none` for no edition. */
export const runEditionBody = z.strictObject({ seen: z.string().max(64) });

/** How it looks to people; without cards while it is no edition yet. */
export const editionPreview = z.strictObject({
  cards: z.array(
    z.strictObject({
      id: z.string(),
      group: z.enum(['question', 'jury']),
      title: z.string(),
      /** An Adaptive Card. */
      card: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** Whether it was done, or why it can't be any more. */
export const editionOutcome = z.strictObject({ refusals: z.array(z.string()), plan: editionPlan });

export type Editions = z.infer<typeof editions>;
export type StartedEdition = z.infer<typeof startedEdition>;
export type EditionFinding = z.infer<typeof finding>;
export type EditionDraft = z.infer<typeof editionDraft>;
export type EditionParts = z.infer<typeof draftPartsSchema>;
export type EditionPlan = z.infer<typeof editionPlan>;
export type EditionPreview = z.infer<typeof editionPreview>;
export type EditionOutcome = z.infer<typeof editionOutcome>;
