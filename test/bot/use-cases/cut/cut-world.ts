import type { PersonKey } from '../../../../bot/domain/person.ts';
import { rankRound } from '../../../../bot/domain/ranking/rank-round.ts';
import { freezeClosedRounds } from '../../../../bot/use-cases/rounds/close-round-freeze.ts';
import type { RankElsewhere } from '../../../../bot/use-cases/cut/cut-place.ts';
import { closeRound } from '../../../../bot/use-cases/rounds/open-round.ts';
import { writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { fields, now } from '../../domain/examples.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

type Name = keyof typeof people;

export const key = (name: Name): PersonKey => ({ tenantId, objectId: people[name].id });
export const rank: RankElsewhere = async (input) => rankRound(input);

/** Scores per submission and juror, all criteria alike; `undefined` is no sheet. */
export type Scores = Record<string, readonly (number | undefined)[]>;

/** Two clear ones, two that nobody can tell apart, and two that are not as good. */
export const sixCases: Scores = {
  aap: [5, 5, 4, 5],
  noot: [5, 4, 5, 4],
  mies: [3, 3, 4, 3],
  wim: [3, 3, 4, 3],
  zus: [2, 1, 2, 2],
  jet: [1, 2, 1, 1],
};

const jurors = ['juror1', 'juror2', 'juror3', 'juror4', 'juror5'] as const;

/** A world in whose first round these are scored, while it is still open. @param where the folder that its store is made in */
export async function openScored(scores: Scores = sixCases, where?: string): Promise<OpenWorld> {
  const world = await openWorld(where === undefined ? {} : { where });
  for (const [submissionId, byJuror] of Object.entries(scores)) {
    await submitInitiative(world.store, {
      ...{ submissionId, editionId: world.edition.id, submitter: 't:s', receivedAt: now },
      fields: { ...fields, title: `Initiatief ${submissionId}` },
    });
    for (const [index, score] of byJuror.entries()) await scoreIt(world, submissionId, index, score);
  }
  return world;
}

export async function scoreIt(
  world: OpenWorld,
  submissionId: string,
  juror: number,
  score: number | undefined,
  { basedOn = 0, remark = '' }: { basedOn?: number; remark?: string } = {},
): Promise<void> {
  const name = jurors[juror];
  if (score === undefined || name === undefined) return;
  const scores = Object.fromEntries(['success', 'value', 'reuse', 'inclusion'].map((id) => [id, score]));
  await writeSheet(world, key(name), {
    ...{ submissionId, roundId: 'preselection', wish: 'hand-in', basedOn },
    content: { scores, remarks: {}, overallRemark: remark },
  });
}

/** Closes the round at `world.now()` and freezes its sheets a minute later. */
export async function freeze(world: OpenWorld): Promise<void> {
  await closeRound(world, key('organiser'), { editionId: world.edition.id, roundId: 'preselection' });
  world.setNow(new Date(Date.parse(world.now()) + 60_000).toISOString());
  await freezeClosedRounds(world);
  await world.catchUp();
}

export const placeIn = (world: OpenWorld) =>
  ({ editionId: world.edition.id, roundId: 'preselection', categoryId: 'direct' }) as const;
