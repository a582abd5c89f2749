import type { RankedLine } from '../../domain/ranking/ranking-result.ts';
import type { ExportedCategory, ExportedSubmission, RoundExport } from './export-round.ts';

export type Cell = string | number | undefined;

/** Rows under headings; what a heading is called is up to who says it. */
export interface Table {
  headings: Heading[];
  rows: Cell[][];
}

/** `name`: of a criterion, as the organisers call it. */
export type Heading = { key: FixedHeading } | { name: string; key: 'score' | 'remark' };

type FixedHeading = (typeof fixed)[number] | 'overall-remark';

const fixed = [
  'number',
  'title',
  'participant',
  'category',
  'rank',
  'fair-mean',
  'calibrated',
  'goes-on',
  'judge',
  'handed-in',
] as const;

/** A row per sheet; a submission without sheets has one too. */
export function exportTable(whole: RoundExport, nameOf: (id: string) => string): Table {
  const { criteria } = whole.about.round;
  const { names } = whole.about;
  const categories = new Map(whole.categories.map((category) => [category.categoryId, category]));
  const lines = new Map(
    whole.categories.flatMap(({ result }) => result.lines.map((line) => [line.submissionId, line] as const)),
  );
  return {
    headings: [
      ...fixed.map((key) => ({ key })),
      ...criteria.map(({ name }) => ({ key: 'score' as const, name: name.nl })),
      ...(names ? criteria.map(({ name }) => ({ key: 'remark' as const, name: name.nl })) : []),
      ...(names ? [{ key: 'overall-remark' as const }] : []),
    ],
    rows: whole.submissions.flatMap((submission) => {
      const begin = beginOf(submission, lines.get(submission.id), categories.get(submission.categoryId));
      if (submission.sheets.length === 0) return [begin];
      return submission.sheets.map((sheet) => [
        ...begin,
        ...[nameOf(sheet.judge), sheet.handedInAt],
        ...criteria.map(({ id }) => sheet.scores[id]),
        ...(names ? [...criteria.map(({ id }) => sheet.remarks[id]), sheet.overallRemark] : []),
      ]);
    }),
  };
}

function beginOf(
  { number, title, participant, categoryId, id }: ExportedSubmission,
  line: RankedLine | undefined,
  category: ExportedCategory | undefined,
): Cell[] {
  const because = category?.cut?.fixed?.within.find(({ submissionId }) => submissionId === id)?.because;
  return [
    ...[number, title, participant, categoryId],
    ...[line?.rank, line?.fairMean, line?.calibrated?.score, because],
  ];
}

/** What each person in it is called: the name, or the id where there is none. */
export function namesIn({ people }: Pick<RoundExport, 'people'>): (id: string) => string {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
