import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { abstain } from '../../../../bot/use-cases/judging/abstain.ts';
import type { SheetCommand } from '../../../../bot/use-cases/judging/score-submission.ts';
import { viewOwnSheet, writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { viewJuryPost } from '../../../../bot/use-cases/judging/view-jury-post.ts';
import { viewTodo } from '../../../../bot/use-cases/judging/view-todo.ts';
import type { CosmosServer } from '../../../cosmos/cosmos-server.ts';
import type { WireKind } from '../../../cosmos/wire-request.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { fields, full, now } from '../../domain/examples.ts';
import { openWorld, type OpenWorld } from '../../use-cases/world.ts';
import { openFreshCosmos } from './open-fresh-cosmos.ts';

/** What people do most, by what it asks of Cosmos DB: the server counts, and refuses what is not in one partition. */
let server: CosmosServer;
let world: OpenWorld;
beforeAll(async () => {
  const opened = await openFreshCosmos();
  server = opened.server;
  world = await openWorld({ opened });
});
afterAll(() => world.close());

const judge = (name: 'juror1' | 'juror2') => ({ tenantId, objectId: people[name].id });
const at = { submissionId: 'luisterpaal', roundId: 'preselection' } as const;
const sheet: SheetCommand = { ...at, content: full, wish: 'hand-in', basedOn: 0 };
const submit = () =>
  submitInitiative(world.store, {
    ...{ submissionId: at.submissionId, editionId: world.edition.id, submitter: 't:s', fields },
    receivedAt: now,
  });

interface Cost {
  batches: number;
  /** Writes of one document. */
  writes: number;
  queries: number;
  /** At most. */
  reads: number;
  requestUnits: number;
}

const commands: [string, () => Promise<unknown>, Cost][] = [
  ['handing in an initiative', submit, { batches: 2, writes: 0, queries: 0, reads: 6, requestUnits: 90 }],
  ['the same again', submit, { batches: 0, writes: 0, queries: 0, reads: 1, requestUnits: 5 }],
  [
    'opening a sheet',
    () => viewOwnSheet(world, judge('juror1'), at.submissionId, at.roundId),
    { batches: 0, writes: 0, queries: 1, reads: 9, requestUnits: 25 },
  ],
  [
    'handing in a sheet',
    () => writeSheet(world, judge('juror1'), sheet),
    { batches: 1, writes: 0, queries: 2, reads: 9, requestUnits: 60 },
  ],
  [
    'abstaining',
    () => abstain(world, judge('juror2'), { ...at, reason: 'Ik ken de indiener.', basedOn: 0 }),
    { batches: 1, writes: 0, queries: 2, reads: 12, requestUnits: 60 },
  ],
  [
    'drawing the post',
    () => viewJuryPost(world, at.submissionId, at.roundId),
    { batches: 0, writes: 0, queries: 3, reads: 4, requestUnits: 25 },
  ],
  [
    'what a judge has to do',
    () => viewTodo(world, judge('juror1'), at.submissionId),
    { batches: 0, writes: 0, queries: 0, reads: 6, requestUnits: 15 },
  ],
];

test.each(commands)('%s costs no more than it should', async (_name, run, cost) => {
  server.exchanges.length = 0;
  await run();
  const count = (...kinds: WireKind[]) => server.exchanges.filter(({ kind }) => kinds.includes(kind)).length;
  const spent = server.exchanges.reduce((sum, { charge }) => sum + charge, 0);
  expect([count('batch'), count('create', 'replace', 'delete')]).toEqual([cost.batches, cost.writes]);
  expect(count('query')).toBeLessThanOrEqual(cost.queries);
  expect(count('read')).toBeLessThanOrEqual(cost.reads);
  expect(spent).toBeLessThanOrEqual(cost.requestUnits);
  expect(server.exchanges.filter(({ status, kind }) => status === 400 && kind !== 'query-plan')).toEqual([]);
  await world.catchUp();
});
