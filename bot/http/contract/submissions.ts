import { z } from 'zod';
import { submissionLine } from './parts.ts';

const contact = z.strictObject({
  name: z.string(),
  mail: z.string(),
  role: z.string().optional(),
  phone: z.string().optional(),
});

const period = z.strictObject({ from: z.iso.date(), to: z.iso.date() });
const answer = z.enum(['yes', 'no', 'unsure']);

/** What a submitter heard of a round. */
const feedback = z.strictObject({
  roundId: z.string(),
  round: z.string(),
  sentAt: z.iso.datetime(),
  /** A paragraph a line. */
  words: z.string(),
  /** `about`: the name of a criterion, where it is about one. */
  remarks: z.array(z.strictObject({ about: z.string().optional(), text: z.string() })),
});

export const submissionDetail = z.strictObject({
  submission: submissionLine,
  categoryName: z.string(),
  whose: z.enum(['own', 'nominated']),
  /** By name, in the order in which they were given. */
  partners: z.array(z.string()),
  description: z.string(),
  finished: period,
  /** Empty when the edition does not ask. */
  proof: z.string(),
  /** What its submitter says of each condition of admission. */
  conditions: z.array(z.strictObject({ question: z.string(), answer })),
  /** What was answered to the edition's own questions. */
  own: z.array(z.strictObject({ label: z.string(), text: z.string() })),
  novelty: z.enum(['new', 'sequel']).optional(),
  /** The title of what it builds on. */
  follows: z.string().optional(),
  submittedAt: z.iso.datetime(),
  /** When its submitter last changed it. */
  changedAt: z.iso.datetime().optional(),
  status: z.enum(['submitted', 'withdrawn']),
  withdrawnAt: z.iso.datetime().optional(),
  /** Only to the submitter and the organiser. */
  contact: contact.optional(),
  /** Of a nominated initiative; only to the submitter and the organiser. */
  contactThere: contact.optional(),
  /** Whether the reader handed it in. */
  mine: z.boolean(),
  may: z.strictObject({
    history: z.boolean(),
    /** Now, by the reader. */
    score: z.boolean(),
    change: z.boolean(),
  }),
  /** Its post in the jury's channel, for who judges or leads. */
  post: z.url().optional(),
  /** The reader's own chat with the bot. */
  chat: z.url(),
  /** Of each round; only to the submitter, once it was sent. */
  feedback: z.array(feedback),
});

/** What a field said: text as it was typed, or what stands for a choice. */
const said = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('period'), ...period.shape }),
  z.strictObject({ kind: z.literal('answer'), answer }),
  z.strictObject({ kind: z.literal('whose'), whose: z.enum(['own', 'nominated']) }),
  z.strictObject({ kind: z.literal('novelty'), novelty: z.enum(['new', 'sequel']) }),
]);

const change = z.strictObject({
  field: z.enum([
    ...['whose', 'participant', 'partners', 'title', 'description', 'category', 'finished', 'proof'],
    ...['condition', 'own', 'contact', 'contactThere', 'novelty', 'follows', 'consent'],
  ] as const),
  /** Of a condition and of a question of the edition's own: which one. */
  about: z.string().optional(),
  before: said.optional(),
  after: said.optional(),
});

/** What became of a submission since it was handed in, oldest first. */
export const submissionHistory = z.strictObject({
  lines: z.array(
    z.strictObject({
      at: z.iso.datetime(),
      /** Empty when they are not known any more. */
      by: z.string(),
      mine: z.boolean(),
      act: z.enum(['submit', 'change-submission', 'withdraw', 'restore']),
      changes: z.array(change),
    }),
  ),
});

export type SubmissionDetail = z.infer<typeof submissionDetail>;
export type SubmissionHistory = z.infer<typeof submissionHistory>;
export type HistoryChange = z.infer<typeof change>;
export type Said = z.infer<typeof said>;
