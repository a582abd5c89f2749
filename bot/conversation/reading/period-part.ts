import type { FinishedPeriod } from '../../domain/submission/submission.ts';
import type { Part } from './period.ts';
import { partOf } from './period.ts';
import words from './period-words.json' with { type: 'json' };

/** The part of the period that is spoken of: "begin", "medio", "eind"; all of it when none is. */
export function partSpokenOf(period: FinishedPeriod, text: string): FinishedPeriod {
  const parts: [Part, string[]][] = [
    ['early', words.early],
    ['middle', words.middle],
    ['late', words.late],
  ];
  const part = parts.find(([, names]) => hasWord(text, names))?.[0];
  return part === undefined ? period : partOf(period, part);
}

/** Whether one of the phrases is in it as a word of its own. */
export function hasWord(text: string, phrases: readonly string[]): boolean {
  return new RegExp(`(?<![\\p{L}\\d])(?:${phrases.join('|')})(?![\\p{L}])`, 'u').test(text);
}
