import { bareWords } from './words.ts';

/** What somebody says in a channel about what that channel is for. */
export type ChannelWish =
  | { kind: 'bind'; use: 'jury' | 'organisers'; category?: string }
  /** Without a use: for all that it is. */
  | { kind: 'unbind'; use?: 'jury' | 'organisers'; category?: string }
  | { kind: 'place-anew' };

const thisIs =
  /^(?:dit(?: kanaal)? is|hier is|maak dit|gebruik dit(?: kanaal)? (?:als|voor)|this(?: channel)? is|make this|use this(?: channel)? (?:as|for)) /;

const noLonger =
  /^(?:(?:dit(?: kanaal)?|hier|this(?: channel)?) is (?:vanaf nu )?(?:niet(?: langer| meer)?|geen|no longer|not(?: any ?more)?) )/;

const unbind =
  /^(?:ontkoppel|koppel .*\blos$|maak .*\blos$|unbind|unlink|disconnect)(?: |$)|^(?:dit|het|this|the)(?: \w+)? (?:kanaal|jurykanaal|channel) ontkoppelen$/;

const placeAnew =
  /^(?:plaats|zet|post|place|put) (?:de |alle |all |the |al de )*(?:inzendingen|kaarten|berichten|posts?|submissions|cards|entries|alles|everything)(?: hier)? (?:opnieuw|nog een keer|nog eens|weer|again|anew)(?: neer| here)?$/;

const named: [use: 'jury' | 'organisers', words: RegExp][] = [
  ['jury', /\bjury ?(?:kanaal|channel)?(?: |$)/],
  [
    'organisers',
    /\b(?:organisatie|organisatoren|organisers?|organizers?|organisation|organization) ?(?:kanaal|channel)?(?: |$)/,
  ],
];

const kind = /^(?:meer |any ?more )?(?:voor|van|for|of|in)? ?(?:de |het |the )?(?:categorie |category )?/;
const kindly = / ?(?:graag|aub|alsjeblieft|alstublieft|a u b|vanaf nu|nu|please|from now on|meer|any ?more)$/;
const everything = /^(?:alles|iedereen|alle .*|all .*|all|everything|de hele .*)$/;
const articles = /^(?:het|de|een|the|our|ons|onze|nieuwe|new|a)(?: |$)/;

/**
 * What somebody says a channel is for, or is no longer: "dit is het jurykanaal voor Direct". `undefined` when they say
 * nothing of the kind.
 */
export function readChannelUse(text: string): ChannelWish | undefined {
  const words = bareWords(text);
  if (placeAnew.test(words.replace(kindly, ''))) return { kind: 'place-anew' };
  const isEnd = noLonger.test(words) || unbind.test(words);
  if (!isEnd && !thisIs.test(words)) return undefined;
  const said = named.filter(([, each]) => each.test(words));
  const [use] = said[0] ?? [];
  if (said.length > 1 || (use === undefined && (!isEnd || noLonger.test(words)))) return undefined;
  if (use === undefined) return { kind: 'unbind' };
  const category = use === 'jury' ? categorySaid(words, isEnd) : undefined;
  return { kind: isEnd ? 'unbind' : 'bind', use, ...(category !== undefined && { category }) };
}

/** "… voor Direct", or "het Direct jurykanaal". */
function categorySaid(words: string, isEnd: boolean): string | undefined {
  const after = words.replace(/^.*?\bjury ?(?:kanaal|channel)?(?: |$)/, '').replace(kindly, '');
  const rest = after.replace(kind, '').trim();
  if (rest !== '' && rest !== after) return everything.test(rest) ? undefined : rest;
  if (rest !== '' && !everything.test(rest)) return rest;
  if (isEnd) return undefined;
  let before = words
    .replace(thisIs, '')
    .replace(/\bjury ?(?:kanaal|channel)?(?: .*|$)/, '')
    .trim();
  while (articles.test(before)) before = before.replace(articles, '');
  return before === '' || /\b(?:kanaal|channel|vanaf|nu)\b/.test(before) ? undefined : before;
}
