import { en, nl } from 'chrono-node';
import type { PlainDay } from '../../domain/instant.ts';
import type { FinishedPeriod } from '../../domain/submission/submission.ts';
import { monthsFrom, oneDay, wholeYear } from './period.ts';
import { hasWord, partSpokenOf } from './period-part.ts';
import { tidyPeriod } from './period-text-tidy.ts';
import words from './period-words.json' with { type: 'json' };
import { readRecent, readRelative } from './relative-period.ts';
import notDates from './words-meant.json' with { type: 'json' };
import { bareWords } from './words.ts';

/**
 * When something was finished, as exactly as somebody said it in Dutch or English: "3-11-2024" is a day,
 * "maart 2025" a month, "vorig jaar" a year, "begin 2025" its first four months. What has no year was the last time.
 * @returns `undefined` when no date can be found in it
 */
export function readPeriod(typed: string, today: PlainDay): FinishedPeriod | undefined {
  const text = tidyPeriod(typed.slice(0, mostCharacters), Number(today.slice(0, 4)));
  return readSpan(text, today) ?? readOne(text, today);
}

const mostCharacters = 300;

/** Whether somebody says that it goes on still. */
export function saysNotFinished(typed: string): boolean {
  const text = ` ${bareWords(typed)} `;
  return notDates.notFinished.some((phrase) => text.includes(` ${phrase} `));
}

const years = /^(?:van |in )?((?:19|20)\d\d) ?[-/] ?((?:19|20)\d\d)$/;
const span = /^(?:van|tussen|from|between)? ?(.+?) (?:t\/m|tot en met|tot|until|till|to|en|and|-) (.+)$/;

/** "van maart tot juni 2025", "2023-2024". */
function readSpan(text: string, today: PlainDay): FinishedPeriod | undefined {
  const [, begin, end] = years.exec(text) ?? span.exec(text) ?? [];
  if (begin === undefined || end === undefined) return undefined;
  const last = readOne(end, today);
  const first = last && readOne(begin, today, Number(last.from.slice(0, 4)));
  return first && first.from <= last.to ? { from: first.from, to: last.to } : undefined;
}

function readOne(text: string, today: PlainDay, yearIfNone?: number): FinishedPeriod | undefined {
  const numeric = readNumeric(text, today);
  if (numeric !== 'none') return numeric;
  const year = readYear(text, today);
  const relative = readRelative(text, today, typeof year === 'number' ? year : yearIfNone);
  if (relative !== undefined) return relative;
  if (year === 'several') return undefined;
  const month = readMonths(text);
  if (month !== undefined) return inYear(month, year ?? yearIfNone, today);
  if (year !== undefined) return partSpokenOf(wholeYear(year), text);
  return readRecent(text, today) ?? readWithChrono(text, today);
}

function inYear(month: InYear, year: number | undefined, today: PlainDay): FinishedPeriod | undefined {
  return year === undefined ? lastTime(month, Number(today.slice(0, 4)), today) : month(year);
}

const iso = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const dayFirst = /(?<![\d-])(\d{1,2})[-/. ](\d{1,2})[-/. ]'?(\d{4}|\d{2})(?![\d-])/;
const monthFirst = /(?<![\d-])(\d{1,2})[-/.](\d{4})(?![\d-])/;
const yearFirst = /(?<![\d-])(\d{4})[-/.](0?[1-9]|1[0-2])(?![\d-])/;

const dayAndMonth = /^(?:op |on )?(\d{1,2})[-/](0?[1-9]|1[0-2])$/;

/** @returns `none` when there is no date in digits; `undefined` when there is one that can't be */
function readNumeric(text: string, today: PlainDay): FinishedPeriod | 'none' | undefined {
  const [, isoYear, isoMonth, isoDay] = iso.exec(text) ?? [];
  if (isoYear !== undefined) return oneDay(Number(isoYear), Number(isoMonth), Number(isoDay));
  const [, day, month, year] = dayFirst.exec(text) ?? [];
  if (year !== undefined) return oneDay(fullYear(year), Number(month), Number(day));
  const [, onlyMonth, ofYear] = monthFirst.exec(text) ?? [];
  if (ofYear !== undefined) return monthNumber(Number(ofYear), Number(onlyMonth));
  const [, yearBefore, monthAfter] = yearFirst.exec(text) ?? [];
  if (yearBefore !== undefined) return monthNumber(Number(yearBefore), Number(monthAfter));
  const [, dayOnly, monthOnly] = dayAndMonth.exec(text) ?? [];
  if (monthOnly !== undefined) {
    const inThat = (ofThat: number) => oneDay(ofThat, Number(monthOnly), Number(dayOnly));
    return lastTime(inThat, Number(today.slice(0, 4)), today);
  }
  return 'none';
}

function monthNumber(year: number, month: number): FinishedPeriod | undefined {
  return month >= 1 && month <= 12 ? monthsFrom(year, month, 1) : undefined;
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function readYear(text: string, today: PlainDay): number | 'several' | undefined {
  const thisYear = Number(today.slice(0, 4));
  const written = new Set(text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g));
  const [first] = written;
  if (first !== undefined) return written.size === 1 ? Number(first) : 'several';
  const [, short] = /(?<!\w)'(\d\d)(?!\d)/.exec(text) ?? [];
  if (short !== undefined) return fullYear(short);
  if (hasWord(text, words.thisYear)) return thisYear;
  if (hasWord(text, words.lastYear)) return thisYear - 1;
  if (hasWord(text, words.nextYear)) return thisYear + 1;
  const ago = yearsAgo(text);
  return ago === undefined ? undefined : thisYear - ago;
}

/** "twee jaar geleden", "sinds 2 jaar". */
function yearsAgo(text: string): number | undefined {
  const [, count] =
    new RegExp(`(\\S+) (?:${words.yearsAgo.join('|')})\\b`).exec(text) ??
    new RegExp(`\\b(?:${words.forYears.join('|')}) (\\S+) (?:jaar|years?)\\b`).exec(text) ??
    [];
  return count === undefined ? undefined : numberOf(count);
}

function numberOf(word: string): number | undefined {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const index = words.numbers.findIndex((names) => names.includes(word));
  return index === -1 ? undefined : index + 1;
}

type InYear = (year: number) => FinishedPeriod | undefined;

/** A month, quarter, season or half: what it is in a given year. */
function readMonths(text: string): InYear | undefined {
  const quarter = readQuarter(text);
  if (quarter !== undefined) return (year) => partSpokenOf(monthsFrom(year, 3 * quarter - 2, 3), text);
  const half = readHalf(text);
  if (half !== undefined) return (year) => monthsFrom(year, 6 * half - 5, 6);
  const index = words.months.findIndex((names) => hasWord(text, names));
  if (index !== -1) return readInMonth(text, index + 1);
  const season = words.seasons.find((each) => hasWord(text, each.words));
  return season && ((year) => partSpokenOf(monthsFrom(year, season.firstMonth, 3), text));
}

function readInMonth(text: string, month: number): InYear {
  const name = `(?:${words.months[month - 1]?.join('|') ?? ''})\\b\\.?`;
  const [, before, after] =
    new RegExp(
      `(?<!\\d)(\\d{1,2})(?:e|de|ste|st|nd|rd|th)? ?(?:of |van )?${name}|${name} (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`,
    ).exec(text) ?? [];
  const day = before ?? after;
  if (day !== undefined) return (year) => oneDay(year, month, Number(day));
  return (year) => partSpokenOf(monthsFrom(year, month, 1), text);
}

const ordinal =
  '(\\d|eerste|tweede|derde|vierde|laatste|first|second|third|fourth|last)(?:e|de|ste|st|nd|rd|th)?';
const quarterBefore = new RegExp(`\\b${ordinal} ?(?:kwartaal|quarter)\\b`);
const quarterAfter = /\b(?:q|k|kwartaal|quarter) ?([1-4])\b/;
const halfBefore = new RegExp(`\\b${ordinal} (?:helft|half)\\b`);
const halfAfter = /\bh([12])\b/;

function readQuarter(text: string): number | undefined {
  return counted(quarterBefore.exec(text)?.[1] ?? quarterAfter.exec(text)?.[1], 4);
}

function readHalf(text: string): number | undefined {
  return counted(halfBefore.exec(text)?.[1] ?? halfAfter.exec(text)?.[1], 2);
}

function counted(word: string | undefined, last: number): number | undefined {
  if (word === undefined) return undefined;
  const number = word === 'laatste' || word === 'last' ? last : numberOf(word);
  return number !== undefined && number >= 1 && number <= last ? number : undefined;
}

function lastTime(month: InYear, thisYear: number, today: PlainDay): FinishedPeriod | undefined {
  const period = month(thisYear);
  return period !== undefined && period.from <= today ? period : month(thisYear - 1);
}

/** What chrono knows and we don't: "gisteren", "vorige maand", "drie weken geleden". */
function readWithChrono(text: string, today: PlainDay): FinishedPeriod | undefined {
  const noon = new Date(`${today}T12:00:00Z`);
  const reference = { instant: noon, timezone: 0 };
  const start = (nl.parse(text, reference)[0] ?? en.GB.parse(text, reference)[0])?.start;
  const [year, month, day] = [start?.get('year'), start?.get('month'), start?.get('day')];
  // chrono gives null for what it does not know.
  if (start === undefined || !year || !month || !day) return undefined;
  if (start.isCertain('day')) return oneDay(year, month, day);
  if (start.isCertain('month')) return monthsFrom(year, month, 1);
  return start.isCertain('year') ? wholeYear(year) : undefined;
}
