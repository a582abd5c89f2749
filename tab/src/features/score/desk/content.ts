import type { Judging, SheetBody } from '../../../../../bot/http/contract/judging.ts';

/** What the fields of a sheet hold. */
export type Content = SheetBody['content'];
export type Score = Content['scores'][string];

/** In UTF-16 units, as the server counts them. */
export const remarkMost = 2_000;

const nothing: Content = { scores: {}, remarks: {}, overallRemark: '' };

export function storedIn({ sheet }: Judging): Content {
  if (sheet === undefined) return nothing;
  return { scores: sheet.scores, remarks: sheet.remarks, overallRemark: sheet.overallRemark };
}

/** Whether the server would keep the same of both: it leaves out space around a remark. */
export function sameContent(one: Content, other: Content): boolean {
  return canonical(one) === canonical(other);
}

function canonical({ scores, remarks, overallRemark }: Content): string {
  const filled = Object.entries(remarks)
    .map(([id, remark]) => [id, remark.trim()] as const)
    .filter(([, remark]) => remark !== '');
  return JSON.stringify([sorted(Object.entries(scores)), sorted(filled), overallRemark.trim()]);
}

function sorted<T>(entries: (readonly [string, T])[]): (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Criteria that have no score yet. */
export function missingIn({ scores }: Content, { criteria }: Judging['round']): Judging['round']['criteria'] {
  return criteria.filter(({ id }) => scores[id] === undefined);
}

export function isTooLong({ remarks, overallRemark }: Content): boolean {
  return [...Object.values(remarks), overallRemark].some((remark) => remark.trim().length > remarkMost);
}
