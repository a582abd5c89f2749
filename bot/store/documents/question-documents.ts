import { z } from 'zod';
import type { Question, QuestionLine } from '../../domain/question.ts';
import { collection } from '../collection.ts';
import { deedSeconds } from '../lifetimes.ts';

/** The partition of a question: itself, what was said and the messages about it. */
export function questionPartition(questionId: string): string {
  return `${questionPartitionPrefix}${questionId}`;
}

export const questionPartitionPrefix = 'question:';

const question: z.ZodType<Question> = z.object({
  id: z.string(),
  editionId: z.string(),
  asker: z.object({
    person: z.string(),
    name: z.string(),
    mail: z.string().optional(),
    language: z.enum(['nl', 'en']),
  }),
  askedAt: z.iso.datetime(),
  lines: z.int().positive(),
  answered: z.object({ name: z.string(), at: z.iso.datetime() }).optional(),
});

const line: z.ZodType<QuestionLine> = z.object({
  questionId: z.string(),
  place: z.int().positive(),
  from: z.enum(['asker', 'organisation']),
  by: z.string(),
  name: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
});

export const questions = collection('question', question);
export const questionDocumentId = 'question';

export const questionLines = collection('question-line', line);

/** By `line:<place in 6 digits>`, so that a list is in order. */
export function questionLineId(place: number): string {
  return `line:${String(place).padStart(6, '0')}`;
}

/** What was done about it, so that it is done once: by `deed:<key>`, for a while. */
export const questionDeeds = collection('question-deed', z.object({ place: z.int().positive() }), {
  ttlSeconds: deedSeconds,
});

export function questionDeedId(key: string): string {
  return `deed:${key}`;
}

/** The message that is its post in the organisers' channel. */
export const questionPostName = 'post';
