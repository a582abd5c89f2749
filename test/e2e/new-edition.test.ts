import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { z } from 'zod';
import {
  editionDraft,
  editionOutcome,
  editionPlan,
  startedEdition,
} from '../../bot/http/contract/edition.ts';
import type { EditionParts } from '../../bot/http/contract/edition.ts';
import { rolesOf } from '../../bot/use-cases/edition-context.ts';
import type { Tab } from '../bot/access/app-in-process.ts';
import { openTab } from '../bot/access/app-in-process.ts';
import type { Place } from '../bot/conversation/chat.ts';
import { openPlace } from '../bot/conversation/chat.ts';

/** An organiser sets up next year's edition in the tab, and a civil servant hands in to it in chat. (GD1) */

let place: Place;
let tab: Tab;
beforeEach(async () => {
  place = await openPlace();
  tab = await openTab(place.world);
});
afterEach(async () => {
  await tab.close();
  await place.close();
});

test('an edition made from the template in the tab takes a submission in chat', async () => {
  const roles = await rolesOf(place.world.store, place.edition.id);
  const daan = roles.find((role) => role.roles.includes('organiser'));
  if (daan === undefined) throw new Error('nobody organises the example');
  const act = async <T>(path: string, schema: z.ZodType<T>, body: object): Promise<T> => {
    const { status, body: answer } = await tab.act(daan, `/api/tab/editions${path}`, body);
    expect([path, status]).toEqual([path, 200]);
    return schema.parse(JSON.parse(answer));
  };
  const ask = async <T>(path: string, schema: z.ZodType<T>): Promise<T> =>
    schema.parse(JSON.parse((await tab.ask(daan, `/api/tab/editions${path}`)).body));

  const start = { key: 'k', name: 'GemeenteDelers 2028', numberPrefix: 'GD28', from: 'voorbeeld' };
  const { id } = await act('/start', startedEdition, start);
  const { parts } = await ask(`/${id}`, editionDraft);
  const few: EditionParts['intake'] = {
    ...{ conditions: [], invitesNominated: false },
    steps: (['whose', 'participant', 'title', 'description', 'category', 'finished', 'contact'] as const).map(
      (step) => ({ ask: step }),
    ),
  };
  await act(`/${id}/save`, editionDraft, { part: 'intake', basedOn: 0, value: few });
  const category = {
    ...{ id: 'buurt', name: { nl: 'De buurt', en: '' } },
    explanation: { nl: 'Wat de buurt helpt.' },
  };
  const categories = [...parts.categories.categories, category];
  const saved = await act(`/${id}/save`, editionDraft, {
    ...{ part: 'categories', basedOn: 0, value: { categories } },
  });
  expect(saved.findings.filter(({ severity }) => severity === 'fault')).toEqual([]);

  const plan = await ask(`/${id}/plan`, editionPlan);
  const put = { revision: plan.revision };
  expect((await act(`/${id}/put`, editionOutcome, put)).refusals).toEqual([]);
  const { plan: ready } = await act(`/${id}/put`, editionOutcome, put);
  await act(`/${id}/run`, editionOutcome, { seen: ready.running?.id ?? 'none' });

  place.setNow('2027-10-01T10:00:00.000Z');
  const chat = place.with();
  for (const said of [
    'hoi',
    'eigen',
    'Utrecht',
    'Reizende luisterpaal',
    'Een paal die naar inwoners luistert.',
  ])
    await chat.say(said);
  expect((await chat.newest()).text).toContain('De buurt');
  for (const said of ['de buurt', 'maart 2027', 'ja']) await chat.say(said);
  await chat.tap('Dien in');
  expect(
    (await place.submissions()).map(({ editionId, categoryId, number }) => [editionId, categoryId, number]),
  ).toEqual([[id, 'buurt', 1]]);
  expect((await chat.newest()).text).toContain('GD28-0001');
});
