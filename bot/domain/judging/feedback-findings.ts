import type { Criterion } from '../edition/edition.ts';
import { chanceFrom } from '../ranking/chance.ts';
import { fairMean, sheetMean } from '../ranking/fair-mean.ts';
import type { FeedbackFindings, FeedbackRemark, NextStep, Standing } from './feedback.ts';
import { remarksCount } from './feedback.ts';
import { seemsToName } from './names-in-text.ts';
import type { ScoreSheet } from './score-sheet.ts';

/** Fewer sheets than this, and what one judge gave could be worked out. */
const fewestSheets = 3;

/** Beside fewer others than this, a spread says nothing. */
const fewestSubmissions = 3;

/** In standard deviations of the category's means. */
const farFrom = 1.25;
const awayFrom = 0.5;

type Sheet = Pick<ScoreSheet, 'scores' | 'remarks' | 'overallRemark'>;
type Weighed = Pick<Criterion, 'id' | 'weight'>;

/**
 * Where a submission stands beside the others of its category, per criterion and overall.
 * @param all the sheets that count of every submission in the category, this one's included
 */
export function feedbackFindings(
  own: readonly Sheet[],
  all: readonly (readonly Sheet[])[],
  criteria: readonly Weighed[],
  next: NextStep,
): FeedbackFindings {
  const overall =
    own.filter(({ scores }) => sheetMean(scores, criteria) !== undefined).length < fewestSheets
      ? undefined
      : standingOf(own, all, (sheets) => meanOf(sheets, criteria));
  return {
    sheets: own.length,
    ...(overall && { overall }),
    criteria: criteria.flatMap((criterion) => {
      if (numbersOf(own, criterion.id).length < fewestSheets) return [];
      const standing = standingOf(own, all, (sheets) => meanOf(sheets, [criterion]));
      return standing === undefined ? [] : [{ criterionId: criterion.id, standing }];
    }),
    next,
  };
}

/** Without who wrote them: by criterion in the order of the round, and among those in an order that chance decides. */
export function feedbackRemarks(
  own: readonly Sheet[],
  criteria: readonly Weighed[],
  { names, seed }: { names: readonly string[]; seed: number },
): FeedbackRemark[] {
  const chance = chanceFrom(seed);
  const made = (texts: readonly string[], criterionId?: string): FeedbackRemark[] =>
    shuffled(
      texts.map(tidy).filter((text) => text !== ''),
      () => chance.uniform(),
    ).map((text) => ({
      ...(criterionId !== undefined && { criterionId }),
      text,
      seemsToName: seemsToName(text, names),
    }));
  const perCriterion = criteria.flatMap(({ id }) =>
    made(
      own.map(({ remarks }) => remarks[id] ?? ''),
      id,
    ),
  );
  const overall = made(own.map(({ overallRemark }) => overallRemark));
  return [...perCriterion, ...overall].slice(0, remarksCount.most);
}

function meanOf(sheets: readonly Sheet[], criteria: readonly Weighed[]): number | undefined {
  return fairMean(
    sheets.map(({ scores }) => scores),
    criteria,
  );
}

function numbersOf(sheets: readonly Sheet[], criterionId: string): number[] {
  return sheets.map(({ scores }) => scores[criterionId]).filter((score) => typeof score === 'number');
}

function standingOf(
  own: readonly Sheet[],
  all: readonly (readonly Sheet[])[],
  measure: (sheets: readonly Sheet[]) => number | undefined,
): Standing | undefined {
  const mine = measure(own);
  const means = all.map(measure).filter((mean) => mean !== undefined);
  if (mine === undefined || means.length < fewestSubmissions) return undefined;
  const centre = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const squares = means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0);
  const deviation = Math.sqrt(squares / (means.length - 1));
  const distance = deviation < 1e-9 ? 0 : (mine - centre) / deviation;
  if (Math.abs(distance) < awayFrom) return 'around';
  if (distance > 0) return distance >= farFrom ? 'far-above' : 'above';
  return distance <= -farFrom ? 'far-below' : 'below';
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], uniform: () => number): T[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(uniform() * (last + 1));
    const [one, two] = [mixed[last], mixed[other]];
    if (one === undefined || two === undefined) continue;
    [mixed[last], mixed[other]] = [two, one];
  }
  return mixed;
}
