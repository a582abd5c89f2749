import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cut } from '../../bot/http/contract/cut.ts';
import { submissionDetail } from '../../bot/http/contract/submissions.ts';
import { personId } from '../../bot/domain/person.ts';
import { exportJson } from '../../bot/use-cases/export/export-json.ts';
import { exportCategories } from '../../bot/use-cases/export/export-round.ts';
import { currentEdition } from '../../bot/use-cases/edition-context.ts';
import { verifyExport } from '../../bot/use-cases/export/verify-export.ts';
import { admin } from '../bot/commands/admin/run-admin.ts';
import { delegatingStore } from '../bot/store/delegating-store.ts';
import { rank } from '../bot/use-cases/cut/cut-world.ts';
import { whereStill } from '../bot/use-cases/personal-data/erasure-world.ts';
import { textOf } from '../teams/card-text.ts';
import { people, tenantId } from '../teams/people.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { askTab, juryPost } from './do-as-people.ts';
import { endFirstRound, unscored } from './outcome-prepared.ts';
import { sayAndHear } from './say-and-hear.ts';

/** A judge and a submitter are erased between two runs of the server, and everybody goes on. */

let app: App;
beforeAll(async () => {
  app = await startApp({ store: 'sqlite', withSubmissions: true, prepare: endFirstRound });
}, 120_000);
afterAll(() => app.stop(), 60_000);

const { sanne, juror1, juror2, organiser, chair } = people;

/** Each post in the jury channel, by what stands in it. */
function posts(): string[] {
  return app.simulator.messages(juror2, app.simulator.channel.id).map((message) => textOf(message));
}

/** The lines of the cut, with scores, by title. */
async function linesNow(): Promise<unknown[]> {
  const answer = await askTab(app, organiser, '/cut?round=preselection&category=direct');
  return cut.parse(answer.body).lines.map(({ submission, ...line }) => [submission.title, line]);
}

test('scores and posts stay as they are, and nobody finds them any more', async () => {
  await sayAndHear(app, sanne, 'hoi', 'Van wie is het initiatief');
  await juryPost(app, juror2, unscored);
  await app.simulator.settled();
  const [before, lines] = [posts(), await linesNow()];
  expect(before.join()).toContain(unscored);

  await app.inspect(async (store) => {
    const open = () => Promise.resolve(delegatingStore(store, { close: () => Promise.resolve() }));
    const run = (...words: string[]) =>
      admin([...words, '--data', 'x'], { openStore: open, hasFolder: () => true });
    const judge = personId({ tenantId, objectId: juror1.id });
    expect(await run('erase-person', '--person', judge, '--yes', '--also-roles')).toMatchObject({ code: 0 });
    expect(await run('erase-person', '--person', sanne.mail, '--yes')).toMatchObject({ code: 0 });
    expect(await run('verify')).toMatchObject({ code: 0 });
    const marks = [juror1, sanne].flatMap(({ id, name, mail, teamsId }) => [id, name, mail, teamsId]);
    expect(await whereStill(store, marks)).toEqual([]);
    const { id: editionId } = await currentEdition(store);
    const world = { store, now: () => new Date().toISOString() };
    const whole = await exportCategories(
      world,
      { editionId, roundId: 'preselection', names: true },
      'all',
      rank,
    );
    const bytes = Buffer.from([...exportJson(whole)].join(''));
    expect((await verifyExport(bytes, rank)).faults).toEqual([]);
  });
  await app.restart();
  await app.simulator.settled();

  expect(await linesNow()).toEqual(lines);
  expect(posts().length).toBe(before.length);
  const detail = submissionDetail.parse((await askTab(app, organiser, '/submissions/van-sanne')).body);
  expect(detail.contact).toEqual({
    name: 'Contactgegevens verwijderd. Vraag het aan de organisatie.',
    mail: '',
  });
  expect((await askTab(app, sanne, '/submissions/van-sanne')).status).toBe(404);
  const places = JSON.stringify((await askTab(app, organiser, '/start')).body);
  expect(places).not.toContain(juror1.name);
  expect((await askTab(app, chair, '/cut?round=preselection&category=direct')).status).toBe(200);

  // Who comes back is new here.
  const heard = await sayAndHear(app, sanne, 'hoi', 'Van wie is het initiatief');
  expect(JSON.stringify(heard)).not.toContain(unscored);
}, 240_000);
