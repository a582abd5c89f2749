import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EditionRole } from '../../../bot/domain/edition/edition-role.ts';
import type { Edition } from '../../../bot/domain/edition/edition.ts';
import { seatsFor } from '../../../bot/domain/judging/panel.ts';
import { personId } from '../../../bot/domain/person.ts';
import { rankRound } from '../../../bot/domain/ranking/rank-round.ts';
import type { RankingResult } from '../../../bot/domain/ranking/ranking-result.ts';
import { inputOfRound } from '../../../bot/domain/ranking/round-input.ts';
import {
  editionDocumentId,
  editionPartition,
  editionRoles,
  editions,
  rolePrefix,
} from '../../../bot/store/documents/edition-documents.ts';
import {
  abstentionId,
  abstentions,
  assignmentId,
  assignments,
} from '../../../bot/store/documents/judging-documents.ts';
import {
  scoreSheets,
  sheetId,
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../../bot/store/documents/submission-documents.ts';
import type { Operation, StoredDocument } from '../../../bot/store/port.ts';
import { createReadModel } from '../../../bot/views/kept-read-model.ts';
import { createRankingTurns } from '../../../bot/views/ranking-turns.ts';
import { effort } from '../../runs.ts';
import { waitFor } from '../../wait-for.ts';
import { edition, role, submission } from '../domain/examples.ts';

const judges = Array.from({ length: 5 }, (_, index) => personId(role(`judge-${String(index)}`, [])));
const ids = Array.from({ length: 6 }, (_, index) => `s${String(index)}`);
const roundId = 'preselection';

/** One thing that happens, as the feed tells it. */
type Happening =
  | { kind: 'sheet'; at: number; by: number; score: number; status: 'draft' | 'handed-in' }
  | { kind: 'abstention'; at: number; by: number; status: 'abstained' | 'undone' }
  | { kind: 'submission'; at: number; categoryId: 'direct' | 'indirect'; status: 'submitted' | 'withdrawn' }
  | { kind: 'role'; by: number; judges: boolean; organisation?: string }
  | { kind: 'assigned'; at: number; to: number[] }
  | { kind: 'edition'; decides: 'fair-mean' | 'calibrated' | 'calibrated-where-supported'; assigns: boolean };

const at = fc.nat({ max: ids.length - 1 });
const by = fc.nat({ max: judges.length - 1 });
const sheet = fc.record({
  ...{ kind: fc.constant('sheet' as const), at, by, score: fc.integer({ min: 1, max: 5 }) },
  status: fc.constantFrom('draft' as const, 'handed-in' as const, 'handed-in' as const),
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: sheet },
  fc.record({
    ...{ kind: fc.constant('abstention' as const), at, by },
    status: fc.constantFrom('abstained' as const, 'undone' as const),
  }),
  fc.record({
    ...{ kind: fc.constant('submission' as const), at },
    categoryId: fc.constantFrom('direct' as const, 'indirect' as const),
    status: fc.constantFrom('submitted' as const, 'submitted' as const, 'withdrawn' as const),
  }),
  fc.record({
    ...{ kind: fc.constant('role' as const), by, judges: fc.boolean() },
    organisation: fc.constantFrom(undefined, 'GM0344'),
  }),
  fc.record({ kind: fc.constant('assigned' as const), at, to: fc.array(by, { maxLength: 5 }) }),
  fc.record({
    kind: fc.constant('edition' as const),
    decides: fc.constantFrom(
      'fair-mean' as const,
      'calibrated' as const,
      'calibrated-where-supported' as const,
    ),
    assigns: fc.boolean(),
  }),
);

function document(happened: Happening, etag: string): StoredDocument {
  const written = (partition: string, { id, ...rest }: Operation): StoredDocument => {
    if (rest.kind === 'delete') throw new Error('nothing is deleted here');
    return { partition, id, type: rest.type, etag, body: rest.body };
  };
  const own = editionPartition(edition().id);
  switch (happened.kind) {
    case 'sheet': {
      const [submissionId, judge] = [ids[happened.at] ?? '', judges[happened.by] ?? ''];
      const scores = Object.fromEntries(
        edition().rounds[0]?.criteria.map((each) => [each.id, happened.score]) ?? [],
      );
      return written(
        submissionPartition(submissionId),
        scoreSheets.create(sheetId(roundId, judge), {
          ...{ submissionId, roundId, judge, scores, remarks: {}, overallRemark: '', revision: 1 },
          ...{ status: happened.status, updatedAt: '2026-12-01T10:00:00.000Z' },
        }),
      );
    }
    case 'abstention': {
      const [submissionId, judge] = [ids[happened.at] ?? '', judges[happened.by] ?? ''];
      return written(
        submissionPartition(submissionId),
        abstentions.create(abstentionId(roundId, judge), {
          ...{ submissionId, roundId, judge, status: happened.status, reason: 'Ken de indiener' },
          ...{ revision: 1, updatedAt: '2026-12-01T10:00:00.000Z' },
        }),
      );
    }
    case 'submission': {
      const id = ids[happened.at] ?? '';
      const { categoryId, status } = happened;
      return written(
        submissionPartition(id),
        submissions.create(submissionDocumentId, submission({ id, categoryId, status })),
      );
    }
    case 'role':
      return written(own, editionRoles.create(rolePrefix + (judges[happened.by] ?? ''), roleOf(happened)));
    case 'assigned':
      return written(
        submissionPartition(ids[happened.at] ?? ''),
        assignments.create(assignmentId(roundId), {
          ...{ roundId, judges: happened.to.map((judge) => judges[judge] ?? ''), plan: 1 },
        }),
      );
    case 'edition':
      return written(own, editions.create(editionDocumentId, editionOf(happened)));
    default:
      return happened satisfies never;
  }
}

function roleOf({ by, judges: scores, organisation }: Extract<Happening, { kind: 'role' }>): EditionRole {
  return role(`judge-${String(by)}`, scores ? ['juror'] : [], organisation);
}

function editionOf({ decides, assigns }: Extract<Happening, { kind: 'edition' }>): Edition {
  const example = edition();
  return {
    ...example,
    rounds: example.rounds.map((each) => ({
      ...each,
      shortlistSize: 2,
      ranking: { decides },
      ...(assigns && { assignment: { perSubmission: 2 } }),
    })),
  };
}

/** What should come out, from what happened last to each thing, without anything that is kept. */
function expected(happened: readonly Happening[], categoryId: string): RankingResult {
  const last = <K extends Happening['kind']>(
    kind: K,
    is: (each: Extract<Happening, { kind: K }>) => boolean,
  ) =>
    happened.findLast((each): each is Extract<Happening, { kind: K }> => {
      // @NOTE the kind was just compared
      return each.kind === kind && is(each as Extract<Happening, { kind: K }>);
    });
  const kept = last('edition', () => true);
  if (kept === undefined) throw new Error('there is always an edition');
  const now = editionOf(kept);
  const [round] = now.rounds;
  if (round === undefined) throw new Error('there is always a round');
  const roles = judges.flatMap((_, judge) => {
    const given = last('role', (each) => each.by === judge);
    return given?.judges === true ? [roleOf(given)] : [];
  });
  const scores = { submissions: [] as string[], sheets: [] as RankingSheets, abstentions: [] as Abstained };
  ids.forEach((submissionId, index) => {
    const entered = last('submission', (each) => each.at === index);
    if (entered?.categoryId !== categoryId || entered.status !== 'submitted') return;
    scores.submissions.push(submissionId);
    const to = last('assigned', (each) => each.at === index)?.to.map((judge) => judges[judge] ?? '') ?? [];
    const assigned = kept.assigns ? to : 'everybody';
    for (const judge of seatsFor(roles, submission({ id: submissionId, categoryId }), {
      roundId,
      assigned,
    })) {
      const number = judges.indexOf(judge);
      const mine = (each: { at: number; by: number }) => each.at === index && each.by === number;
      if (last('abstention', mine)?.status === 'abstained') {
        scores.abstentions.push({ submissionId, judge });
        continue;
      }
      const own = last('sheet', mine);
      if (own?.status !== 'handed-in') continue;
      const given = Object.fromEntries(round.criteria.map(({ id }) => [id, own.score]));
      scores.sheets.push({ submissionId, judge, scores: given });
    }
  });
  return rankRound(inputOfRound(now, round, categoryId, scores));
}

type RankingSheets = { submissionId: string; judge: string; scores: Record<string, number> }[];
type Abstained = { submissionId: string; judge: string }[];

/** Everything is there to begin with, so that what follows are changes. */
const beginning: Happening[] = [
  { kind: 'edition', decides: 'calibrated-where-supported', assigns: false },
  ...judges.map((_, judge): Happening => ({ kind: 'role', by: judge, judges: true })),
  ...ids.map((_, index): Happening => ({
    ...{ kind: 'submission', at: index, categoryId: 'direct', status: 'submitted' },
  })),
];

test('whatever happens, in the end the view is the ranking of what there is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ happened: happening, pause: fc.constantFrom(0, 0, 0, 2), again: fc.boolean() }), {
        maxLength: 60,
      }),
      fc.nat({ max: 3 }),
      async (history, slowness) => {
        const turns = createRankingTurns({
          run: async (input) => {
            await new Promise((resolve) => setTimeout(resolve, slowness));
            return rankRound(input);
          },
          log: {
            error: (details) => {
              throw new Error('a ranking failed', { cause: details });
            },
          },
          timings: { settle: 0, restsFor: 0, worthCutting: 0 },
        });
        const model = createReadModel(turns);
        turns.begin();
        const happened = [...beginning];
        model.apply(beginning.map((each, index) => document(each, `b${String(index)}`)));
        for (const [index, { happened: next, pause, again }] of history.entries()) {
          happened.push(next);
          const told = document(next, `h${String(index)}`);
          model.apply(again ? [told, told] : [told]);
          if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
        }
        for (const categoryId of ['direct', 'indirect']) {
          const look = () => model.standings(edition().id, categoryId, roundId);
          const first = look();
          const view = await waitFor('the ranking', () => look().ranking?.isCurrent === true && look());
          const wanted = expected(happened, categoryId);
          expect(view.ranking?.result).toEqual(wanted);
          expect(
            view.standings.map(({ submissionId, rank, sheets }) => [submissionId, rank, sheets]),
          ).toEqual(wanted.lines.map(({ submissionId, rank, sheets }) => [submissionId, rank, sheets]));
          expect(first.sheets).toBe(wanted.sheets);
          expect(new Map(first.standings.map((each) => [each.submissionId, each.fairMean]))).toEqual(
            new Map(wanted.lines.map((each) => [each.submissionId, each.fairMean])),
          );
        }
        await turns.stop();
      },
    ),
    effort(25, 400),
  );
}, 600_000);
