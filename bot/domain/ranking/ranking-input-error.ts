import type { RankingInput } from './ranking-input.ts';

type Code =
  | 'duplicate-sheet'
  | 'duplicate-submission'
  | 'unknown-submission'
  | 'weight-not-positive'
  | 'score-not-finite'
  | 'seed-not-whole'
  | 'cut-not-usable';

/** What cannot be ranked because it is no round: a mistake of the caller, never of a judge. */
export class RankingInputError extends Error {
  readonly code: Code;
  readonly about: string;

  constructor(code: Code, about: string) {
    super(`${code}: ${about}`);
    this.name = 'RankingInputError';
    this.code = code;
    this.about = about;
  }
}

/** @throws {RankingInputError} on the first thing that is wrong */
export function checkInput(input: RankingInput): void {
  const { submissions, criteria, seed } = input;
  const known = new Set(submissions);
  if (known.size !== submissions.length)
    throw new RankingInputError('duplicate-submission', firstTwice(submissions));
  for (const { id, weight } of criteria) {
    if (!(weight > 0 && Number.isFinite(weight))) throw new RankingInputError('weight-not-positive', id);
  }
  if (!Number.isSafeInteger(seed)) throw new RankingInputError('seed-not-whole', String(seed));
  checkCut(input);
  checkSheets(input, known);
}

function checkCut({ settings: { cut } }: RankingInput): void {
  if (cut?.size !== undefined && !(Number.isInteger(cut.size) && cut.size > 0)) {
    throw new RankingInputError('cut-not-usable', `size ${cut.size}`);
  }
  if (cut?.threshold !== undefined && !Number.isFinite(cut.threshold)) {
    throw new RankingInputError('cut-not-usable', `threshold ${cut.threshold}`);
  }
}

function checkSheets({ sheets }: RankingInput, known: ReadonlySet<string>): void {
  const seen = new Map<string, Set<string>>();
  for (const { submissionId, judge, scores } of sheets) {
    if (!known.has(submissionId)) throw new RankingInputError('unknown-submission', submissionId);
    const judges = seen.get(submissionId) ?? new Set();
    if (judges.has(judge)) throw new RankingInputError('duplicate-sheet', `${submissionId}, ${judge}`);
    seen.set(submissionId, judges.add(judge));
    for (const score of Object.values(scores)) {
      if (score === 'not-assessable' || Number.isFinite(score)) continue;
      throw new RankingInputError('score-not-finite', `${submissionId}, ${judge}`);
    }
  }
}

function firstTwice(ids: readonly string[]): string {
  return ids.find((id, index) => ids.indexOf(id) !== index) ?? '';
}
