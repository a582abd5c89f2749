import { undrawled } from './phrasebook.ts';
import { isSlip } from './slips.ts';
import { bareWords } from './words.ts';
import meant from './words-meant.json' with { type: 'json' };

/** Whether somebody agrees, in words or with a thumb: "jazeker, dat is goed", "👌". */
export function isYes(text: string): boolean {
  return sideOf(text) === 'yes';
}

/** Whether somebody declines. */
export function isNo(text: string): boolean {
  return sideOf(text) === 'no';
}

/** Whether somebody leaves it open: "weet ik niet", "deels", "🤷". */
export function isUnsure(text: string): boolean {
  if (text.length > mostCharacters) return false;
  const words = undrawled(bareWords(text));
  return words === '' ? /🤷|🤔/u.test(text) : meant.unsure.includes(words);
}

type Side = 'yes' | 'no';

const mostCharacters = 80;
const signs = { yes: meant.yesSigns, no: meant.noSigns };
const phrases = { yes: longestFirst(meant.yes), no: longestFirst(meant.no) };
const around = new Set(meant.saysNothing);

/** What words and signs say together; nothing when they contradict each other or when there is more to it. */
function sideOf(text: string): Side | undefined {
  if (text.length > mostCharacters) return undefined;
  const words = undrawled(bareWords(text));
  const said = [...(words === '' ? [] : [sideOfWords(words)]), ...sidesOfSigns(text, words === '')];
  const [first] = said;
  return said.every((side) => side === first) ? first : undefined;
}

function sideOfWords(words: string): Side | undefined {
  // "nee" before "ja": "nee hoor dat is goed" declines what was offered.
  if (isSaid(words, phrases.no, around)) return 'no';
  return isSaid(words, phrases.yes, around) ? 'yes' : undefined;
}

/** Whether it is made of those phrases and of words that say nothing by themselves, and begins with such a phrase. */
function isSaid(words: string, all: readonly string[], empty: ReadonlySet<string>): boolean {
  let rest = words;
  let found = false;
  while (rest !== '') {
    const phrase = all.find((each) => rest === each || rest.startsWith(`${each} `)) ?? slip(rest, all);
    const word = rest.split(' ', 1)[0] ?? '';
    if (phrase === undefined && !empty.has(word)) return false;
    found ||= phrase !== undefined;
    rest = rest.slice((phrase ?? word).length).trim();
  }
  return found;
}

/** A first word of five letters or more with a typing error: "jazekr". */
function slip(rest: string, all: readonly string[]): string | undefined {
  const word = rest.split(' ', 1)[0] ?? '';
  return all.some((each) => each.length > 4 && isSlip(word, each)) ? word : undefined;
}

/** With no words beside them, other signs leave it open what is meant. */
function sidesOfSigns(text: string, alone: boolean): (Side | undefined)[] {
  const bare = text.replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F\u200D♀♂\s]/gu, '');
  const sides: (Side | undefined)[] = [];
  let rest = bare;
  for (const side of ['yes', 'no'] as const) {
    for (const sign of signs[side]) {
      if (!rest.includes(sign)) continue;
      sides.push(side);
      rest = rest.replaceAll(sign, '');
    }
  }
  return alone && /\p{Extended_Pictographic}/u.test(rest) ? [...sides, undefined] : sides;
}

function longestFirst(all: readonly string[]): string[] {
  return all.toSorted((a, b) => b.length - a.length);
}
