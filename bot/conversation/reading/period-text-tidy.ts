import words from './period-words.json' with { type: 'json' };
import { isSlip } from './slips.ts';

/**
 * What somebody typed about time in one spelling: lower case, no accents, "maart 2025" for "mrt-25" and "Marat 2025",
 * "mei - juni" for "mei/juni".
 * @param thisYear tells a year in two digits from a day
 */
export function tidyPeriod(typed: string, thisYear: number): string {
  const text = typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’´`]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/[,;!?()"]/g, ' ')
    .replace(/\b(?:heden|nu toe)\b/g, 'vandaag')
    .replace(/\s+/g, ' ')
    .trim();
  return withoutBeginning(withSpans(withYears(withWords(text), thisYear)));
}

const dutchMonths = words.months
  .flat()
  .filter((name) => !/^(?:march|may|june|july|august|mrch|january|february|october|oct)$/.test(name));
const anyMonth = `(?:${words.months.flat().join('|')})`;
const quarter = '(?:q ?[1-4]|k[1-4]|[1-4]e kwartaal|kwartaal [1-4])';

/** Long words that a slip of the finger may have hit. */
const longWords = [
  ...words.months.flat(),
  ...words.seasons.flatMap((season) => season.words),
  ...words.weekdays.flat(),
  ...words.quarter,
  ...words.newYear,
  ...words.recently,
  'gisteren', 'vandaag', 'afgelopen', 'geleden', 'maanden',
].filter((word) => /^\p{L}{5,}$/u.test(word)); // prettier-ignore
const known = new Set(longWords);

function withWords(text: string): string {
  return text.replace(/\p{L}{5,}/gu, (word) => {
    if (known.has(word)) return word;
    const near = longWords.filter((each) => isSlip(word, each) && !isAnotherWord(word, each));
    return near.length === 1 && near[0] !== undefined ? near[0] : word;
  });
}

/** In a word of five or six letters another letter makes another word: "kaart" is not "maart". */
function isAnotherWord(word: string, meant: string): boolean {
  if (word.length !== meant.length || meant.length > 6) return false;
  return lettersOf(word) !== lettersOf(meant);
}

function lettersOf(word: string): string {
  return Array.from(word).toSorted().join('');
}

const shortYear = new RegExp(
  `\\b(${[...dutchMonths, ...words.seasons.flatMap((season) => season.words), quarter].join('|')})\\b\\.?[ /-]{1,2}'?(\\d\\d)(?!\\d)`,
  'g',
);
const monthAndShortYear = /^(?:in |rond )?(0?[1-9]|1[0-2])[/-](\d\d)$/;

/** "maart 24" and "Q3-24" have a year; "24 maart" has a day. */
function withYears(text: string, thisYear: number): string {
  const apart = text
    .replace(/\b((?:19|20)\d\d)[ -]?(q|k)([1-4])\b/g, '$2$3 $1')
    .replace(/\b(q|k) ?([1-4])[-/. ]+(?=(?:19|20)?\d\d)/g, '$1$2 ');
  if (/(?<!\d)(?:19|20)\d\d(?!\d)/.test(apart)) return apart;
  const latest = thisYear % 100;
  return apart
    .replace(shortYear, (whole, name: string, year: string) =>
      Number(year) > 12 && Number(year) <= latest ? `${name} 20${year}` : whole,
    )
    .replace(monthAndShortYear, (whole, month: string, year: string) =>
      Number(year) > 12 && Number(year) <= latest ? `${month}-20${year}` : whole,
    );
}

const twoMonths = new RegExp(`\\b(${anyMonth})\\.? ?(?:/|-| of | or ) ?(?=${anyMonth}\\b)`, 'g');
const part = [...words.early, ...words.middle, ...words.late].join('|');
const twoParts = new RegExp(`^(.*(?:19|20)\\d\\d)(?: ?[/-] ?| of | or | )((?:${part}) .*(?:19|20)\\d\\d)$`);

function withSpans(text: string): string {
  return text
    .replace(twoMonths, '$1 - ')
    .replace(/\b((?:19|20)\d\d) (?:of|or) (?=(?:19|20)\d\d$)/, '$1-')
    .replace(
      /^(van |in )?((?:19|20)(\d\d)) ?[/-] ?(\d\d)$/,
      (whole, _lead, from: string, short: string, to: string) =>
        Number(to) === Number(short) + 1 && Number(to) > 12 ? `${from}-20${to}` : whole,
    )
    .replace(twoParts, '$1 tot $2');
}

const begun = new RegExp(`\\b(?:${words.begun.join('|')})\\b`);
const finished = new RegExp(`\\b(?:${words.finished.join('|')})\\b`);

/** "gestart in 2022 en klaar in 2024" asks for the second. */
function withoutBeginning(text: string): string {
  if (!begun.test(text) || !finished.test(text)) return text;
  const clauses = text.split(
    new RegExp(`(?<=${begun.source})|(?<=${finished.source})| en | and | maar | but `),
  );
  const ends = clauses.filter(
    (clause) => finished.test(clause) && !begun.test(clause) && /\d|jaar|year/.test(clause),
  );
  return ends.length === 1 ? (ends[0] ?? text).trim() : text;
}
