import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { rankRound } from '../../bot/domain/ranking/rank-round.ts';
import type { RankingTurns } from '../../bot/views/ranking-turns.ts';
import type { RoleName } from './access/cast.ts';
import { openDoors } from './access/doors.ts';
import { openPlace } from './access/place.ts';
import type { Relation, State } from './access/table.ts';
import { doorsInTable } from './access/table.ts';

/**
 * Which fields of which answer of the tab each role gets, beside the list that says which they may. A field that is new
 * is written down there by `FIELDS=write npm test -- test/bot/tab-fields`, and read before it is committed.
 */

const list = new URL('access/tab-fields.json', import.meta.url);
const written = z.record(z.string(), z.record(z.string(), z.string()));

/** Who looks, at what is theirs or at what is not. */
const lookers: readonly { who: RoleName; to: Relation; name: string }[] = [
  { who: 'nobody', to: 'self', name: 'submitter' },
  { who: 'nobody', to: 'other', name: 'civil servant' },
  { who: 'juror', to: 'other', name: 'juror' },
  { who: 'chair', to: 'other', name: 'chair' },
  { who: 'organiser', to: 'other', name: 'organiser' },
  { who: 'chair and juror', to: 'other', name: 'chair who judges' },
];

const moments: readonly State[] = ['open', 'frozen'];
const routes = doorsInTable.filter((door) => /^GET \/api\/tab\/(?!events|export)/.test(door));
const reply = z.object({ status: z.number(), body: z.string() });

test('nobody gets a field that the list does not give them', async () => {
  const found: Record<string, Record<string, Set<string>>> = {};
  for (const state of moments) {
    const ranking = collectTurns();
    const place = await openPlace(state, { score: 2, remark: 'kanarie' }, ranking);
    ranking.runAll();
    const doors = await openDoors(place);
    for (const door of routes) {
      const fields = (found[door] ??= {});
      for (const { who, to, name } of lookers) {
        const { outcome, answer } = await doors.through({ door, who, to, where: 'chat' });
        if (outcome === 'refused') continue;
        const label = state === 'open' ? name : `${name} after the closing`;
        const body: unknown = JSON.parse(reply.parse(JSON.parse(answer)).body);
        for (const path of pathsIn(body)) (fields[path] ??= new Set()).add(label);
      }
    }
    await doors.close();
    await place.close();
  }
  const told = Object.fromEntries(
    Object.entries(found).map(([door, fields]) => [door, inWords(fields)] as const),
  );
  if (process.env.FIELDS === 'write') writeFileSync(list, `${JSON.stringify(told, undefined, 2)}\n`);
  expect(told).toEqual(written.parse(JSON.parse(readFileSync(list, 'utf8'))));
});

/** Ranks all at once, when told. */
function collectTurns() {
  const wanted = new Map<string, Parameters<RankingTurns['want']>[1]>();
  return {
    want: (key: string, make: Parameters<RankingTurns['want']>[1]) => void wanted.set(key, make),
    runAll: () => {
      for (const make of wanted.values()) {
        const job = make();
        job?.done(rankRound({ ...job.input, settings: { ...job.input.settings, draws: 50 } }));
      }
    },
  };
}

/** Who sees a field after the closing as before it is named once. */
function inWords(fields: Record<string, Set<string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([path, names]) => {
        const both = [...names].map((name) => name.replace(' after the closing', ''));
        const all = [...new Set(both)].map((name) => {
          if (!names.has(name)) return `${name} after the closing`;
          return names.has(`${name} after the closing`) ? name : `${name} before the closing`;
        });
        return [path, all.join() === lookers.map(({ name }) => name).join() ? 'everybody' : all.join(', ')];
      }),
  );
}

/** `standings[].submission.title`: every leaf, elements of a list as one. */
function pathsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => pathsIn(each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, each]) => pathsIn(each, path === '' ? key : `${path}.${key}`));
}
