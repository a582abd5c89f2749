import type { Instant } from './instant.ts';
import type { Language, PersonId } from './person.ts';

/** What somebody asks the organisation, and what is said about it from then on. (GD19) */
export interface Question {
  id: string;
  /** The edition that ran when it was asked. */
  editionId: string;
  asker: Asker;
  askedAt: Instant;
  /** How many lines there are: the first is the question itself. */
  lines: number;
  /** Who of the organisation answered last, and when. */
  answered?: { name: string; at: Instant };
}

interface Asker {
  person: PersonId;
  /** As Teams calls them. */
  name: string;
  mail?: string;
  language: Language;
}

/** One thing that was said, as typed. */
export interface QuestionLine {
  questionId: string;
  /** Counts from 1. */
  place: number;
  from: 'asker' | 'organisation';
  by: PersonId;
  name: string;
  text: string;
  at: Instant;
}

/** In characters (code points). */
export const questionLength = { most: 2_000 } as const;

/** More is a conversation to have by phone. */
export const mostQuestionLines = 100;
