import { z } from 'zod';
import type { AuditEntry } from '../../domain/audit-entry.ts';
import type { ScoreSheet } from '../../domain/judging/score-sheet.ts';
import type { Participant, Partner } from '../../domain/submission/participant.ts';
import type { Contact, Submission, SubmissionFields } from '../../domain/submission/submission.ts';
import { collection } from '../collection.ts';
import { takenChangeSeconds } from '../lifetimes.ts';

/** The partition of a submission: itself, its score sheets, its log and the messages about it. */
export function submissionPartition(submissionId: string): string {
  return `submission:${submissionId}`;
}

const municipality = z.object({ kind: z.literal('municipality'), code: z.string() });
const organisation = z.object({ kind: z.literal('organisation'), name: z.string() });

const participant: z.ZodType<Participant> = z.union([
  municipality,
  z.object({ kind: z.literal('partnership'), name: z.string(), members: z.array(z.string()) }),
  organisation,
]);
const partner: z.ZodType<Partner> = z.union([municipality, organisation]);

const contact: z.ZodType<Contact> = z.object({
  name: z.string(),
  mail: z.string(),
  role: z.string().optional(),
  phone: z.string().optional(),
});

export const submissionFieldsShape = {
  whose: z.enum(['own', 'nominated']),
  participant,
  partners: z.array(partner),
  title: z.string(),
  description: z.string(),
  categoryId: z.string(),
  finished: z.object({ from: z.iso.date(), to: z.iso.date() }),
  proof: z.string(),
  conditions: z.record(z.string(), z.enum(['yes', 'no', 'unsure'])),
  contact,
  contactThere: contact.optional(),
  novelty: z.enum(['new', 'sequel']).optional(),
  follows: z
    .object({ kind: z.enum(['submission', 'practice']), id: z.string(), title: z.string() })
    .optional(),
  consent: z.object({ givenAt: z.iso.datetime(), statement: z.string() }).optional(),
  own: z.record(z.string(), z.string()),
} satisfies Record<keyof SubmissionFields, z.ZodType>;

const submission: z.ZodType<Submission> = z.object({
  ...submissionFieldsShape,
  id: z.string(),
  editionId: z.string(),
  number: z.int().positive(),
  submitter: z.string(),
  submittedAt: z.iso.datetime(),
  status: z.enum(['submitted', 'withdrawn']),
  revision: z.int().positive(),
  changedAt: z.iso.datetime().optional(),
  withdrawnAt: z.iso.datetime().optional(),
  example: z.boolean(),
});

const scoreSheet: z.ZodType<ScoreSheet> = z.object({
  submissionId: z.string(),
  roundId: z.enum(['preselection', 'assessment', 'pitch']),
  judge: z.string(),
  status: z.enum(['draft', 'handed-in']),
  revision: z.int().positive(),
  updatedAt: z.iso.datetime(),
  handedInAt: z.iso.datetime().optional(),
  scores: z.record(z.string(), z.union([z.number(), z.literal('not-assessable')])),
  remarks: z.record(z.string(), z.string()),
  overallRemark: z.string(),
});

const auditEntry: z.ZodType<AuditEntry> = z.object({
  sequence: z.int().positive(),
  at: z.iso.datetime(),
  by: z.string(),
  act: z.enum([
    'submit',
    'change-submission',
    'withdraw',
    'restore',
    'answer-nomination',
    'open-sheet',
    'save-sheet',
    'hand-in-sheet',
    'revise-sheet',
    'abstain',
    'undo-abstention',
    'open-round',
    'close-round',
    'reopen-round',
    'freeze-sheets',
    'freeze-round',
    'plan-assignment',
    'assign-judges',
    'note-divergence',
    'nudge-judge',
    'set-cut-rule',
    'wildcard',
    'move-cut',
    'overrule',
    'undo-wildcard',
    'undo-move-cut',
    'undo-overrule',
    'propose-cut',
    'fix-cut',
    'draft-feedback',
    'edit-feedback',
    'approve-feedback',
    'send-feedback',
    'bind-channel',
    'unbind-channel',
    'lose-channel',
    'regain-channel',
    'place-posts-anew',
    'put-edition',
    'run-edition',
    'give-role',
    'take-role',
    'set-organisation',
    'invite-person',
    'withdraw-invitation',
    'claim-invitation',
    'erase-person',
  ]),
  subject: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  previousHash: z.string(),
  hash: z.string(),
  salt: z.string().optional(),
  redacted: z.literal(true).optional(),
});

export const submissions = collection('submission', submission);
export const submissionDocumentId = 'submission';

/** By `change:<draft>`: that this change was made, so that it is made once; for a while. */
export const takenChanges = collection('taken-change', z.object({ revision: z.int().positive() }), {
  ttlSeconds: takenChangeSeconds,
});
export const takenChangePrefix = 'change:';

export const scoreSheets = collection('score-sheet', scoreSheet);

export function sheetId(roundId: string, judge: string): string {
  return `${sheetPrefix(roundId)}${judge}`;
}

export function sheetPrefix(roundId: string): string {
  return `sheet:${roundId}:`;
}

/** By `audit:<sequence in 9 digits>`, so that a list is in order. */
export const auditEntries = collection('audit-entry', auditEntry);
export const auditPrefix = 'audit:';

/** The end of the chain: replaced by every act, so that two acts at once can't both be the next. */
export const auditHeads = collection('audit-head', z.object({ sequence: z.int(), hash: z.string() }));
export const auditHeadId = 'audit-head';
