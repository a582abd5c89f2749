import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../../../bot/domain/canonical-json.ts';
import type { PersonId } from '../../../../bot/domain/person.ts';
import { rankRound } from '../../../../bot/domain/ranking/rank-round.ts';
import type { RankElsewhere } from '../../../../bot/use-cases/cut/cut-place.ts';
import type { DocumentStore } from '../../../../bot/store/port.ts';
import { exportJson } from '../../../../bot/use-cases/export/export-json.ts';
import type { RoundExport } from '../../../../bot/use-cases/export/export-round.ts';
import { exportCategories } from '../../../../bot/use-cases/export/export-round.ts';
import { verifyExport } from '../../../../bot/use-cases/export/verify-export.ts';
import { verifyLog } from '../../../../bot/use-cases/log/verify-log.ts';
import { effort } from '../../../runs.ts';
import { people } from '../../../teams/people.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import type { Step } from '../cut/cut-history.ts';
import { CutHistory, step } from '../cut/cut-history.ts';
import { openScored } from '../cut/cut-world.ts';
import { erase, idOf, makeKnown, sayInTalk, tracesOf, whereStill } from './erasure-world.ts';
import type { OpenWorld } from '../world.ts';

/** Whatever a jury did, whoever of it is erased, and wherever that is broken off: what comes out is the same. */

const where = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const fewDraws: RankElsewhere = async (input) =>
  rankRound({ ...input, settings: { ...input.settings, draws: 10 } });

const somebody = fc.constantFrom(people.juror1, people.juror2, people.juror3, people.juror4, people.chair);
const erasures = fc.uniqueArray(fc.record({ person: somebody, dies: fc.integer({ min: 1, max: 9 }) }), {
  ...{ minLength: 1, maxLength: 3 },
  selector: ({ person }) => person.id,
});

class DiedError extends Error {}

test('who was in a history is in nothing, and all that came of it holds', async () => {
  const histories = fc.array(step, { minLength: 2, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(histories, erasures, async (steps, all) => {
      const world = await openScored(undefined, where);
      try {
        await play(new CutHistory(world), steps);
        for (const { person } of all) {
          await makeKnown(world.store, person);
          await sayInTalk(world, 'mies', person, `Ik, ${person.name}, vind dit niet`);
        }
        const before = await told(world);
        const names = new Map<PersonId, PersonId>();
        for (const { person, dies } of all) {
          await dieWithin(world, person.mail, dies);
          names.set(await erase(world, person.mail, { rank: fewDraws }).catch(asDone), idOf(person));
        }
        expect(
          await whereStill(
            world.store,
            all.flatMap(({ person }) => tracesOf(person)),
          ),
        ).toEqual([]);
        expect((await verifyLog(world.store)).faults).toEqual([]);
        const after = await told(world);
        expect(comparable(after)).toEqual(comparable(before));
        const bytes = Buffer.from([...exportJson(after)].join(''));
        expect((await verifyExport(bytes, fewDraws)).faults).toEqual([]);
      } finally {
        await world.close();
      }
    }),
    effort(15, 400),
  );
}, 1_200_000);

async function play(history: CutHistory, steps: readonly Step[]): Promise<void> {
  for (const each of steps) {
    if (each.kind === 'do') await history.carryOut(history.give(each.wanted, await history.view()));
    if (each.kind === 'score') await history.score(each);
    if (each.kind === 'close') await history.close();
    if (each.kind === 'reopen') await history.reopen();
    if (each.kind === 'settle') {
      await history.close();
      for (const wanted of [
        { by: 'organiser', act: 'propose' },
        { by: 'chair', act: 'fix' },
      ] as const)
        await history.carryOut(history.give(wanted, await history.view()));
    }
  }
}

/** Breaks an erasure off after so many commits; after each of them the log holds. */
async function dieWithin(world: OpenWorld, mail: string, commits: number): Promise<void> {
  let left = commits;
  const store: DocumentStore = delegatingStore(world.store, {
    commit: async (...args) => {
      if (left === 0) throw new DiedError();
      left -= 1;
      const etags = await world.store.commit(...args);
      expect((await verifyLog(world.store)).faults).toEqual([]);
      return etags;
    },
  });
  await erase(world, mail, { store, rank: fewDraws }).catch((error: unknown) => {
    if (!(error instanceof DiedError)) throw error;
  });
}

/** It had been done before it was to die. */
function asDone(error: unknown): PersonId {
  if (error instanceof Error && error.message.includes('unknown')) return '';
  throw error;
}

function told(world: OpenWorld): Promise<RoundExport> {
  const wish = { editionId: world.edition.id, roundId: 'preselection', names: true } as const;
  return exportCategories(world, wish, 'all', fewDraws);
}

/** What does not depend on anybody's name. */
function comparable({ categories, submissions, closing }: RoundExport): string {
  return canonicalJson({
    closing: closing?.hash,
    categories: categories.map(({ categoryId, cut, result }) => ({
      ...{ categoryId, status: cut?.status, within: cut?.fixed?.within, decisions: cut?.decisions.length },
      decidedBy: result.decidedBy,
      lines: result.lines.map(({ submissionId, rank, fairMean, sheets }) => [
        submissionId,
        rank,
        fairMean,
        sheets,
      ]),
      cut: result.cut && { within: result.cut.within, tied: result.cut.tied },
    })),
    submissions: submissions.map(({ id, sheets, abstained, panel, frozen }) => ({
      ...{ id, abstained: abstained.length, panel: panel.length, hash: frozen?.hash },
      scores: sheets.map(({ scores }) => canonicalJson(scores)).sort(),
    })),
  });
}
