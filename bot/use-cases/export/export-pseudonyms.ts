import type { PersonId } from '../../domain/person.ts';
import type { RoundCut } from '../../domain/judging/round-cut.ts';
import { hashOf } from '../rounds/close-round-hash.ts';
import type { RankElsewhere } from '../cut/cut-place.ts';
import type { RoundExport } from './export-round.ts';

/**
 * Without who judged or decided, and without what they wrote. Everybody has one and the same other name in the whole of
 * it, and again in the next file of the same sheets. What is ranked is ranked anew, so that the file can be recomputed.
 */
export async function pseudonymise(whole: RoundExport, rank: RankElsewhere): Promise<RoundExport> {
  const nameOf = pseudonyms(whole);
  const categories = [];
  for (const category of whole.categories) {
    const { sheets, abstentions = [] } = category.input;
    const input = {
      ...category.input,
      sheets: sheets.map((sheet) => ({ ...sheet, judge: nameOf(sheet.judge) })),
      abstentions: abstentions.map((each) => ({ ...each, judge: nameOf(each.judge) })),
    };
    const cut = category.cut && withoutPeople(category.cut, nameOf);
    categories.push({ ...category, input, result: await rank(input), ...(cut && { cut }) });
  }
  const { closing, ...rest } = whole;
  return {
    ...rest,
    categories,
    ...(closing && { closing: { ...closing, by: nameOf(closing.by) } }),
    parts: [],
    people: [],
    submissions: whole.submissions.map(({ frozen: _frozen, ...submission }) => ({
      ...submission,
      panel: submission.panel.map(nameOf),
      abstained: submission.abstained.map(nameOf),
      sheets: submission.sheets.map((sheet) => ({
        ...{ ...sheet, judge: nameOf(sheet.judge) },
        ...{ remarks: {}, overallRemark: '' },
      })),
    })),
  };
}

/** In an order that follows from what is not in the file: nobody with a list of people can work it out. */
function pseudonyms({ submissions, people }: RoundExport): (person: PersonId) => string {
  const secret = hashOf(submissions.map(({ sheets }) => sheets));
  const judges = submissions.flatMap(({ panel, abstained, sheets }) => [
    ...[...panel, ...abstained],
    ...sheets.map(({ judge }) => judge),
  ]);
  const all = [...new Set([...judges, ...people.map(({ id }) => id)])];
  const ordered = all.map((id) => ({ id, mark: hashOf([secret, id]) }));
  ordered.sort((a, b) => (a.mark < b.mark ? -1 : 1));
  const names = new Map(ordered.map(({ id }, index) => [id, `J${String(index + 1)}`]));
  return (person) => names.get(person) ?? person.replace(/^.*:.*$/, 'J0');
}

function withoutPeople(cut: RoundCut, nameOf: (person: PersonId) => string): RoundCut {
  const { proposed, fixed } = cut;
  return {
    ...cut,
    keys: [],
    decisions: cut.decisions.map((each) => ({ ...each, by: nameOf(each.by), reason: '' })),
    ...(proposed && { proposed: { ...proposed, by: nameOf(proposed.by) } }),
    ...(fixed && { fixed: { ...fixed, by: nameOf(fixed.by) } }),
  };
}
