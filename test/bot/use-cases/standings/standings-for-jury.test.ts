import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Edition } from '../../../../bot/domain/edition/edition.ts';
import {
  editionDocumentId,
  editionPartition,
  editions,
} from '../../../../bot/store/documents/edition-documents.ts';
import { freezeRound } from '../../../../bot/use-cases/rounds/close-round-freeze.ts';
import { viewLeaderboard } from '../../../../bot/use-cases/standings/view-leaderboard.ts';
import { viewMe } from '../../../../bot/use-cases/overview/view-me.ts';
import { viewSheets } from '../../../../bot/use-cases/standings/view-sheets.ts';
import { people, tenantId } from '../../../teams/people.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

let world: OpenWorld;
const key = (person: { id: string }) => ({ tenantId, objectId: person.id });

beforeEach(async () => {
  world = await openWorld({ withSubmissions: true });
});
afterEach(async () => world.close());

/** Lets the jury see the first round's standings once it is over. */
async function showToJury(): Promise<Edition> {
  const partition = editionPartition(world.edition.id);
  const kept = await editions.read(world.store, partition, editionDocumentId);
  if (kept === undefined) throw new Error('no edition');
  const rounds = kept.value.rounds.map((round, index) => {
    if (index > 0) return round;
    return { ...round, ranking: { decides: 'calibrated-where-supported', shownTo: 'jury' } as const };
  });
  const changed = { ...kept.value, rounds };
  await world.store.commit(partition, [editions.replace(editionDocumentId, changed, kept.etag)]);
  await world.catchUp();
  return changed;
}

async function closeFirstRound(edition: Edition): Promise<void> {
  const [round] = edition.rounds;
  if (round === undefined) throw new Error('no round');
  world.setNow(new Date(Date.parse(round.closesAt) + 60_000).toISOString());
  await freezeRound(world, edition, round);
  await world.catchUp();
}

test('a juror sees the standings of their round once it is frozen, where the edition says so', async () => {
  const juror = people.juror1;
  const edition = await showToJury();
  await expect(viewLeaderboard(world, key(juror), 'direct')).rejects.toThrow('not-found');
  expect((await viewMe(world, key(juror))).may.leaderboard).toBe(false);
  await closeFirstRound(edition);
  const seen = (await viewMe(world, key(juror))).standings;
  expect(seen.length).toBeGreaterThan(0);
  for (const id of edition.categories.map((category) => category.id)) {
    const view = viewLeaderboard(world, key(juror), id);
    if (seen.includes(id)) expect((await view).lines.length).toBeGreaterThan(0);
    else await expect(view).rejects.toThrow('not-found');
  }
});

test('a juror never sees the sheets, nor standings that the edition keeps to who leads', async () => {
  const juror = people.juror1;
  await closeFirstRound(world.edition);
  await expect(viewLeaderboard(world, key(juror), 'direct')).rejects.toThrow('not-found');
  const [submission] = world.readModel.submissionsOf(world.edition.id);
  await expect(viewSheets(world, key(juror), submission?.id ?? '')).rejects.toThrow('not-found');
  const sheets = await viewSheets(world, key(people.organiser), submission?.id ?? '');
  expect(sheets.sheets.every(({ name }) => name !== undefined && name !== '')).toBe(true);
});
