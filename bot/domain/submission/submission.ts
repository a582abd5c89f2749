import type { Instant, PlainDay } from '../instant.ts';
import type { PersonId } from '../person.ts';
import type { Participant, Partner } from './participant.ts';

/** The initiative as somebody entered it: the short submission of round 0. (GD4) */
export interface Submission extends SubmissionFields {
  id: string;
  editionId: string;
  /** Counts from 1 within the edition, without gaps. */
  number: number;
  submitter: PersonId;
  submittedAt: Instant;
  status: SubmissionStatus;
  /** Counts the times it was written: 1 is the first. Who changes it says which one they saw. */
  revision: number;
  /** When its submitter last changed what they had entered. */
  changedAt?: Instant;
  /** When it was withdrawn, while it is. */
  withdrawnAt?: Instant;
  /** Made to look around in: screens say so. */
  example: boolean;
}

export type SubmissionStatus = 'submitted' | 'withdrawn';

/** What is asked. Texts are as typed, trimmed; showing them safely is up to the one who shows them. */
export interface SubmissionFields {
  /** Own initiative, or another municipality's that is nominated. (GD3) */
  whose: 'own' | 'nominated';
  participant: Participant;
  partners: Partner[];
  title: string;
  description: string;
  categoryId: string;
  finished: FinishedPeriod;
  /** What shows that it worked; empty when the edition does not ask. (GD5) */
  proof: string;
  /** What its submitter says of each condition of admission, by the condition's id. (GD5) */
  conditions: Record<string, ConditionAnswer>;
  contact: Contact;
  /** Of a nominated initiative: whom to ask over there. */
  contactThere?: Contact;
  /** What its submitter says of it, when it resembles something that was here before. */
  novelty?: 'new' | 'sequel';
  /** What it builds on, when it is a sequel. */
  follows?: EarlierCase;
  consent?: Consent;
  /** Answers to the edition's own questions, by their ids: as typed, or the id of the option. */
  own: Record<string, string>;
}

export type ConditionAnswer = 'yes' | 'no' | 'unsure';

/** An initiative that was here before. */
export interface EarlierCase {
  kind: 'submission' | 'practice';
  id: string;
  title: string;
}

/** That somebody agreed, when, and to which words. */
interface Consent {
  givenAt: Instant;
  statement: string;
}

/** When the initiative was finished, as exactly as somebody said it: both days included. */
export interface FinishedPeriod {
  from: PlainDay;
  to: PlainDay;
}

export interface Contact {
  name: string;
  mail: string;
  /** What they do there. */
  role?: string;
  /** E.164: `+31612345678`; or a Dutch number that only works inside the country: `14030`. */
  phone?: string;
}

/** Lengths in characters (code points). */
export const titleLength = { least: 3, most: 120 } as const;
export const descriptionLength = { least: 20, most: 2_000 } as const;
export const proofLength = { least: 10, most: 1_000 } as const;
/** Of a name: a person's, an organisation's. */
export const nameLength = { least: 2, most: 100 } as const;
export const mostPartners = 20;
/** Of an answer to a question of the edition's own, unless it says less. */
export const ownAnswerLength = { most: 2_000 } as const;

/** `GD27-0042`. */
export function numberText(numberPrefix: string, number: number): string {
  return `${numberPrefix}-${String(number).padStart(4, '0')}`;
}
