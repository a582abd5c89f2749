import { Temporal } from 'temporal-polyfill';
import type { PlainDay } from '../../domain/instant.ts';
import type { FinishedPeriod } from '../../domain/submission/submission.ts';
import { monthsFrom } from './period.ts';
import { partSpokenOf } from './period-part.ts';
import words from './period-words.json' with { type: 'json' };

/**
 * What is counted from today or has no place in a calendar of months: "vorige week", "een half jaar geleden",
 * "week 12", "schooljaar 2023/2024", "voor de zomer".
 * @param text tidied
 * @param year that was said with it, if any
 */
export function readRelative(text: string, today: PlainDay, year?: number): FinishedPeriod | undefined {
  const day = Temporal.PlainDate.from(today);
  return (
    readSchoolYear(text, day) ??
    readWeekNumber(text, day, year) ??
    readNear(text, day) ??
    readAgo(text, day) ??
    readTurnOfYear(text, day, year) ??
    readAround(text, day, year)
  );
}

/** "net klaar": last month or this one; "onlangs": in the last three months. */
export function readRecent(text: string, today: PlainDay): FinishedPeriod | undefined {
  const day = Temporal.PlainDate.from(today);
  const months = justFinished.test(text) ? 1 : recently.test(text) ? 3 : 0;
  return months === 0 ? undefined : period(day.with({ day: 1 }).subtract({ months }), day);
}

type Day = Temporal.PlainDate;

const any = (list: readonly string[]) => `(?:${list.toSorted((a, b) => b.length - a.length).join('|')})`;
const twoYears = "(?:20)?(\\d\\d) ?[-/] ?'?(?:20)?(\\d\\d)";

const numberedSchoolYear = new RegExp(`${any(words.schoolYear)}(?: van)? '?${twoYears}(?!\\d)`);
const nearSchoolYear = new RegExp(
  `\\b(?:(${any(words.last)})|${any(words.this)}) ${any(words.schoolYear)}\\b`,
);

/** From 1 August, as Dutch law has it, to 31 July. */
function readSchoolYear(text: string, day: Day): FinishedPeriod | undefined {
  const [, first, second] = numberedSchoolYear.exec(text) ?? [];
  if (first !== undefined && Number(second) === Number(first) + 1)
    return monthsFrom(2000 + Number(first), 8, 12);
  const near = nearSchoolYear.exec(text);
  if (near === null) return undefined;
  const begun = day.month >= 8 ? day.year : day.year - 1;
  return monthsFrom(near[1] === undefined ? begun : begun - 1, 8, 12);
}

const weekNumber =
  /\b(?:week|wk)\.? ?(?:nummer |nr\.? )?(\d{1,2})(?!\d)|\b20\d\d ?-? ?w(?:eek)? ?(\d{1,2})(?!\d)/;

function readWeekNumber(text: string, day: Day, year?: number): FinishedPeriod | undefined {
  const [, after, before] = weekNumber.exec(text) ?? [];
  const number = Number(after ?? before ?? 0);
  if (number < 1 || number > 53) return undefined;
  const week = weekOf(year ?? day.year, number);
  return year === undefined && week.from > day.toString() ? weekOf(day.year - 1, number) : week;
}

/** ISO 8601: week 1 is the one with 4 January in it. */
function weekOf(year: number, number: number): FinishedPeriod {
  return weekWith(Temporal.PlainDate.from({ year, month: 1, day: 4 }).add({ weeks: number - 1 }));
}

function weekWith(day: Day): FinishedPeriod {
  return period(day.subtract({ days: day.dayOfWeek - 1 }), day.add({ days: 7 - day.dayOfWeek }));
}

const nearUnit = new RegExp(
  `\\b(?:(${any(words.last)})|${any(words.this)}) (?:(${any(words.week)})|(${any(words.month)})|(${any(words.quarter)}))\\b`,
);
const nearWeekend = new RegExp(`\\b${any([...words.last, ...words.this])} ${any(words.weekend)}\\b`);
const weekdays = words.weekdays.map((names) => new RegExp(`^(?:op |on |${any(words.last)} )?${any(names)}$`));

/** "vorige week", "deze maand", "afgelopen vrijdag", "eergisteren". */
function readNear(text: string, day: Day): FinishedPeriod | undefined {
  const [found, last, week, month, quarter] = nearUnit.exec(text) ?? [];
  const back = last === undefined ? 0 : 1;
  if (week !== undefined) return weekWith(day.subtract({ weeks: back }));
  if (month !== undefined) return partSpokenOf(monthsFrom(day.year, day.month - back, 1), text);
  if (quarter !== undefined) return monthsFrom(day.year, 3 * (Math.ceil(day.month / 3) - back) - 2, 3);
  if (found === undefined && nearWeekend.test(text)) {
    const sunday = day.subtract({ days: day.dayOfWeek % 7 });
    return period(sunday.subtract({ days: 1 }), sunday);
  }
  if (new RegExp(`\\b${any(words.beforeYesterday)}\\b`).test(text)) return period(day.subtract({ days: 2 }));
  const weekday = weekdays.findIndex((each) => each.test(text)) + 1;
  return weekday === 0 ? undefined : period(day.subtract({ days: (day.dayOfWeek - weekday + 7) % 7 || 7 }));
}

const count = `(half|halve|anderhalf|(?:${any(words.some)})|\\d{1,2}|${any(words.numbers.flat())})`;
const units = any(Object.values(words.units).flat());
const ago = new RegExp(`\\b${count} ?(?:of )?(?:an? )?(${units}) ${any(words.ago)}\\b`);
const forUnits = new RegExp(
  `\\b${any(words.forYears)} (?:de |een |a )?(?:afgelopen |laatste )?${count} ?(?:an? )?(${units})\\b`,
);

/** "drie maanden geleden", "anderhalf jaar terug", "sinds een half jaar". Whole years are left to the calendar. */
function readAgo(text: string, day: Day): FinishedPeriod | undefined {
  const joined = text.replaceAll('halfjaar', 'half jaar');
  const [, many, unit] = ago.exec(joined) ?? forUnits.exec(joined) ?? [];
  if (many === undefined || unit === undefined) return undefined;
  if (words.units.years.includes(unit)) return someYearsAgo(many, day);
  const number = numberOf(many);
  if (number === 'some') return unionOf(unitsAgo(unit, 3, day), unitsAgo(unit, 2, day));
  return number === undefined ? undefined : unitsAgo(unit, number, day);
}

function someYearsAgo(many: string, day: Day): FinishedPeriod | undefined {
  if (many === 'half' || many === 'halve') return monthsFrom(day.year, day.month - 6, 1);
  if (many === 'anderhalf') return monthsFrom(day.year, day.month - 18, 1);
  return numberOf(many) === 'some' ? monthsFrom(day.year - 3, 1, 24) : undefined;
}

function unitsAgo(unit: string, number: number, day: Day): FinishedPeriod {
  if (words.units.days.includes(unit)) return period(day.subtract({ days: number }));
  if (words.units.weeks.includes(unit)) return weekWith(day.subtract({ weeks: number }));
  return monthsFrom(day.year, day.month - number, 1);
}

function numberOf(word: string): number | 'some' | undefined {
  if (/^\d+$/.test(word)) return Number(word);
  if (words.some.includes(word)) return 'some';
  const index = words.numbers.findIndex((names) => names.includes(word));
  return index === -1 ? undefined : index + 1;
}

const turnOfYear = new RegExp(`\\b${any(words.newYear)}\\b`);
const turnOfYears = new RegExp(`\\b${any(words.newYear)}(?: van| of)? '?${twoYears}(?!\\d)`);
const christmas = new RegExp(`\\b${any(words.christmas)}\\b`);
const winters = new RegExp(`\\bwinter(?: van| of)? '?${twoYears}(?!\\d)`);

/** December and January; around Christmas is December. */
function readTurnOfYear(text: string, day: Day, year?: number): FinishedPeriod | undefined {
  const [, winter] = winters.exec(text) ?? [];
  if (winter !== undefined) return monthsFrom(2000 + Number(winter), 12, 3);
  const isTurn = turnOfYear.test(text);
  if (!isTurn && !christmas.test(text)) return undefined;
  const [, first] = turnOfYears.exec(text) ?? [];
  const known = first === undefined ? year : 2000 + Number(first);
  return monthsFrom(known ?? (day.month === 12 ? day.year : day.year - 1), 12, isTurn ? 2 : 1);
}

const article = '(?:de |het |the )?';
const seasons = [
  { words: words.holiday, firstMonth: 7, months: 2 },
  ...words.seasons.map((season) => ({ ...season, months: 3 })),
];

/** "voor de zomer": the three months before it; "na de zomervakantie": the three after it. */
function readAround(text: string, day: Day, year?: number): FinishedPeriod | undefined {
  for (const { words: names, firstMonth, months } of seasons) {
    const [, before, after] =
      new RegExp(
        `(?:\\b(${any(words.before)}) |\\b(${any(words.after)}) )?${article}\\b${any(names)}\\b`,
      ).exec(text) ?? [];
    const isHoliday = months === 2 && new RegExp(`\\b${any(names)}\\b`).test(text);
    if (before === undefined && after === undefined && !isHoliday) continue;
    const from =
      before !== undefined ? firstMonth - 3 : after !== undefined ? firstMonth + months : firstMonth;
    const length = isHoliday && before === undefined && after === undefined ? months : 3;
    const found = monthsFrom(year ?? day.year, from, length);
    return year === undefined && found.from > day.toString() ? monthsFrom(day.year - 1, from, length) : found;
  }
  return undefined;
}

const justFinished = new RegExp(`\\b${any(words.just)} ${any(words.finished)}\\b`);
const recently = new RegExp(`\\b${any(words.recently)}\\b`);

function period(from: Day, to: Day = from): FinishedPeriod {
  return { from: from.toString(), to: to.toString() };
}

function unionOf(first: FinishedPeriod, last: FinishedPeriod): FinishedPeriod {
  return { from: first.from, to: last.to };
}
