import type { ChannelUse } from '../../use-cases/bind-channel.ts';
import { bareWords } from './words.ts';

const thisIs =
  /^(?:dit(?: kanaal)? is|hier is|maak dit|gebruik dit(?: kanaal)? (?:als|voor)|this(?: channel)? is|make this|use this(?: channel)? (?:as|for)) /;

const uses: [use: ChannelUse, named: RegExp][] = [
  ['jury', /\bjury ?(?:kanaal|channel)?\b/],
  [
    'organisers',
    /\b(?:organisatie|organisatoren|organisers?|organizers?|organisation|organization) ?(?:kanaal|channel)?\b/,
  ],
];

/** What somebody says a channel is for: "dit is het jurykanaal". `undefined` when they say nothing of the kind. */
export function readChannelUse(text: string): ChannelUse | undefined {
  const words = bareWords(text);
  if (!thisIs.test(words)) return undefined;
  const said = uses.filter(([, named]) => named.test(words)).map(([use]) => use);
  return said.length === 1 ? said[0] : undefined;
}
