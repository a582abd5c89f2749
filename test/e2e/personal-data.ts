import { everybody } from '../teams/people.ts';

/** What of people and of their words is to be read in a server's log. */
export function personalDataIn(log: string, words: readonly string[]): string[] {
  const read = log.toLowerCase();
  const planted = [...everybody.flatMap(({ name, mail }) => [name, mail]), ...words];
  return planted.filter((each) => read.includes(each.toLowerCase()));
}
