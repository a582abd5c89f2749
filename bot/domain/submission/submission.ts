import type { Instant, PlainDay } from '../instant.ts';
import type { PersonId } from '../person.ts';

/** The initiative as somebody entered it: the short submission of round 0. (GD4) */
export interface Submission extends SubmissionFields {
  id: string;
  editionId: string;
  /** Counts from 1 within the edition, without gaps. */
  number: number;
  submitter: PersonId;
  submittedAt: Instant;
  status: SubmissionStatus;
  /** Made to look around in: screens say so. */
  example: boolean;
}

export type SubmissionStatus = 'submitted' | 'withdrawn';

/** What is asked. Texts are as typed, trimmed; showing them safely is up to the one who shows them. */
export interface SubmissionFields {
  /** Own initiative, or another municipality's that is nominated. (GD3) */
  whose: 'own' | 'nominated';
  /** CBS code of the participant. */
  municipality: string;
  title: string;
  description: string;
  categoryId: string;
  finished: FinishedPeriod;
  contact: Contact;
}

/** When the initiative was finished, as exactly as somebody said it: both days included. */
export interface FinishedPeriod {
  from: PlainDay;
  to: PlainDay;
}

export interface Contact {
  name: string;
  mail: string;
}

/** Lengths in characters (code points). */
export const titleLength = { least: 3, most: 120 } as const;
export const descriptionLength = { least: 20, most: 2_000 } as const;

/** `GD27-0042`. */
export function numberText(numberPrefix: string, number: number): string {
  return `${numberPrefix}-${String(number).padStart(4, '0')}`;
}
