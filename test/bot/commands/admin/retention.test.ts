import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Edition } from '../../../../bot/domain/edition/edition.ts';
import { personId } from '../../../../bot/domain/person.ts';
import { draftPrefix, drafts } from '../../../../bot/store/documents/draft-documents.ts';
import {
  editionDocumentId,
  editionPartition,
  editions,
} from '../../../../bot/store/documents/edition-documents.ts';
import {
  deliveries,
  deliveryPrefix,
  messagePrefix,
  outgoingMessages,
} from '../../../../bot/store/documents/message-documents.ts';
import {
  people,
  personDocumentId,
  personPartition,
} from '../../../../bot/store/documents/person-documents.ts';
import { submissionPartition } from '../../../../bot/store/documents/submission-documents.ts';
import type { DocumentStore } from '../../../../bot/store/port.ts';
import { abstain } from '../../../../bot/use-cases/judging/abstain.ts';
import { freezeClosedRounds } from '../../../../bot/use-cases/rounds/close-round-freeze.ts';
import { closeRound } from '../../../../bot/use-cases/rounds/open-round.ts';
import { writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { viewSubmissionHistory } from '../../../../bot/use-cases/submitting/view-submission-history.ts';
import { viewJuryPost } from '../../../../bot/use-cases/judging/view-jury-post.ts';
import { verifyLog } from '../../../../bot/use-cases/log/verify-log.ts';
import { withdrawSubmission } from '../../../../bot/use-cases/submitting/withdraw-submission.ts';
import { people as simulated, tenantId } from '../../../teams/people.ts';
import { content, fields, full, now } from '../../domain/examples.ts';
import { openFreshCosmos } from '../../store/cosmos/open-fresh-cosmos.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import { feedStart, readWholeFeed } from '../../store/read-whole-feed.ts';
import { openFreshStore } from '../../store/sqlite/open-fresh-store.ts';
import type { OpenWorld } from '../../use-cases/world.ts';
import { openWorld } from '../../use-cases/world.ts';
import { admin } from './run-admin.ts';

const later = '2028-01-10T10:00:00.000Z';
const round = { roundId: 'preselection' } as const;
const key = (name: keyof typeof simulated) => ({ tenantId, objectId: simulated[name].id });

/** Words and people that must be nowhere any more. */
const gone = {
  title: 'Luisterpaal op wielen',
  description: 'Een paal die naar bewoners toe rijdt en hoort wat zij willen.',
  proof: 'Het stond in de krant van Oudeveen.',
  contact: { name: 'Wim Verdwenen', mail: 'wim@oudeveen.example' },
  remark: 'Dit is een scherpe opmerking van een jurylid.',
  reason: 'Ik ken Wim van de sportclub.',
  typed: 'Getypt en nooit ingediend',
  oldTitle: 'Inzending uit de oude doos',
  idler: 'Anja Afwezig',
  submitter: 't:wim',
};
const secrets = [
  ...Object.values(gone).filter((value): value is string => typeof value === 'string'),
  ...Object.values(gone.contact),
];

describe.each([
  ['sqlite', () => openFreshStore()],
  ['cosmos', () => openFreshCosmos({ ranges: 2 })],
])('on %s', (_kind, open) => {
  let world: OpenWorld;
  beforeEach(async () => {
    world = await openWorld({ opened: await open() });
    await fill(world);
  });
  afterEach(() => world.close());

  const run = (words: string[], store: DocumentStore = world.store, environment = {}) =>
    admin(['retention', '--data', '.', ...words], {
      ...{ now: () => later, environment },
      openStore: async () => delegatingStore(store, { close: async () => undefined }),
    });
  const all = async () => readWholeFeed(world.store, await feedStart(world.store), 10_000);
  const kept = async () => JSON.stringify(await all());

  test('without --yes it only says what would go, of nobody by name', async () => {
    const before = await all();
    const { code, lines } = await run([]);
    expect(code).toBe(0);
    expect(lines).toEqual([
      'Afgesloten voor 10 januari 2023 (5 jaar bewaard): 1 editie met 1 inzending en 0 vragen.',
      'Afgebroken voor 10 januari 2027 (1 jaar bewaard), of van wat weggaat: 2 concepten. Ingetrokken voor die dag: 1 inzending.',
      'Niet meer gezien sinds 4 juli 2027 (6 maanden bewaard): de gegevens van 2 personen.',
      'Van 1 persoon is niet bekend wanneer die er voor het laatst was. Voor die persoon begint de termijn nu.',
      'Er is nog niets veranderd. Klopt dit? Doe het dan nog eens, met --yes.',
    ]);
    expect(await all()).toEqual(before);
    for (const secret of secrets) expect(await kept()).toContain(secret);
  });

  test('with --yes it is gone, numbers go on and every log is whole', async () => {
    const { code, lines } = await run(['--yes']);
    expect(lines.at(-1)).toBe('Alles klopt.');
    expect(code).toBe(0);
    const text = await kept();
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).toContain('De inzending die blijft');
    await world.catchUp();
    const post = await viewJuryPost(world, 'wordt-weg', 'preselection');
    expect(JSON.stringify(post)).toContain('Ingetrokken inzending');
    const again = await run(['--yes']);
    expect(again).toMatchObject({ code: 0 });
    expect(again.lines.at(-1)).toBe('Er is niets dat lang genoeg bewaard is.');
    expect(await submit('nieuw')).toMatchObject({ number: 3 });
  });

  test('organisers still find it by its number, with what was done to it', async () => {
    await run(['--yes']);
    await world.catchUp();
    const line = world.readModel.submissionsOf(world.edition.id).find(({ id }) => id === 'wordt-weg');
    expect(line).toMatchObject({ number: 1, status: 'withdrawn', title: 'Ingetrokken inzending' });
    const history = await viewSubmissionHistory(world, key('organiser'), 'wordt-weg');
    expect(JSON.stringify(history)).toContain('withdraw');
  });

  test('broken off anywhere, the same again finishes it', async () => {
    for (let commits = 0; ; commits += 2) {
      let left = commits;
      const mortal = delegatingStore(world.store, {
        commit: async (partition, operations) => {
          if ((left -= 1) < 0) throw new Error('died');
          return world.store.commit(partition, operations);
        },
      });
      const isDone = await run(['--yes'], mortal).then(
        () => true,
        () => false,
      );
      if (isDone) break;
    }
    const text = await kept();
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect((await verifyLog(world.store)).faults).toEqual([]);
  });

  test('a term that is longer keeps it, whether it is set or typed', async () => {
    const longer = { RETENTION_RESULTS_YEARS: '99', RETENTION_BROKEN_OFF_YEARS: '99' };
    const set = await run([], world.store, longer);
    expect(set.lines.slice(0, 2).join(' ')).toMatch(/0 edities .* 0 concepten.* 0 inzendingen/);
    const typed = await run(['--results-years', '5'], world.store, longer);
    expect(typed.lines[0]).toContain('1 editie');
  });

  test.each([
    ['typed', ['--sign-in-months', '0'], {}, '--sign-in-months is 0.'],
    ['set', [], { RETENTION_RESULTS_YEARS: 'vijf' }, 'RETENTION_RESULTS_YEARS is vijf.'],
  ])('a term that is none is refused: %s', async (_name, words, environment, sentence) => {
    const { code, lines } = await run([...words, '--yes'], world.store, environment);
    expect(code).toBe(2);
    expect(lines.join()).toContain(sentence);
    for (const secret of secrets) expect(await kept()).toContain(secret);
  });

  const submit = (submissionId: string) =>
    submitInitiative(world.store, {
      ...{ submissionId, editionId: world.edition.id, submitter: 't:s', fields, receivedAt: now },
    });
});

async function fill(world: OpenWorld): Promise<void> {
  const { store, edition } = world;
  await putPeople(store);
  await putOldEdition(store, edition);
  const { title, description, proof, contact, submitter } = gone;
  const own = { ...fields, title, description, proof, contact };
  const made = { editionId: edition.id, receivedAt: now };
  await submitInitiative(store, { ...made, submissionId: 'wordt-weg', submitter, fields: own });
  const staying = { ...fields, title: 'De inzending die blijft' };
  await submitInitiative(store, { ...made, submissionId: 'blijft', submitter: 't:blijver', fields: staying });
  await judge(world);
  await withdrawSubmission(store, {
    ...{ submissionId: 'wordt-weg', submitter, basedOn: 1, receivedAt: '2026-11-22T11:00:00.000Z' },
  });
  await putDrafts(store, edition);
}

async function judge(world: OpenWorld): Promise<void> {
  const at = { submissionId: 'wordt-weg', ...round };
  const remarked = content(full.scores, gone.remark);
  const sheet = { wish: 'hand-in', basedOn: 0 } as const;
  await writeSheet(world, key('juror1'), { ...at, ...sheet, content: remarked });
  await writeSheet(world, key('juror2'), { ...at, ...sheet, content: full });
  await writeSheet(world, key('juror1'), { ...at, ...sheet, submissionId: 'blijft', content: full });
  await abstain(world, key('juror3'), { ...at, basedOn: 0, reason: gone.reason });
  await closeRound(world, key('organiser'), { editionId: world.edition.id, ...round });
  world.setNow('2026-11-22T10:05:00.000Z');
  await freezeClosedRounds(world);
}

async function putPeople(store: DocumentStore): Promise<void> {
  for (const [objectId, name, seenOn] of [
    ['blijver', 'Bea Blijver', '2026-11-22'],
    ['wim', gone.contact.name, '2026-11-22'],
    ['anja', gone.idler, '2026-01-01'],
    ['onbekend', 'Otto Onbekend', undefined],
  ] as const) {
    const person = { tenantId: 't', objectId, name, language: 'nl', seenOn } as const;
    await store.commit(personPartition(personId(person)), [people.create(personDocumentId, person)]);
  }
}

async function putOldEdition(store: DocumentStore, edition: Edition): Promise<void> {
  const [opensAt, closesAt] = ['2020-01-01T00:00:00.000Z', '2020-12-01T00:00:00.000Z'];
  const rounds = edition.rounds.map((each) => ({ ...each, opensAt, closesAt }));
  const old = { ...edition, id: 'oud', numberPrefix: 'GD20', opensAt, closesAt, rounds };
  await store.commit(editionPartition('oud'), [editions.create(editionDocumentId, old)]);
  await submitInitiative(store, {
    ...{ submissionId: 'oude', editionId: 'oud', submitter: 't:anja' },
    ...{ fields: { ...fields, title: gone.oldTitle }, receivedAt: '2020-06-01T00:00:00.000Z' },
  });
}

/** One that nobody went on with, with what the chat has of it; and the one that the withdrawn submission came from. */
async function putDrafts(store: DocumentStore, edition: Edition): Promise<void> {
  const made = { editionId: edition.id, step: 'title', revision: 1 };
  const open = {
    ...{ ...made, id: 'concept', submitter: 't:blijver', status: 'open' as const, firstMessage: 1 },
    ...{ answers: { title: gone.typed }, updatedAt: '2026-11-23T10:00:00.000Z' },
  };
  const partition = personPartition('t:blijver');
  const to = { kind: 'person', person: 't:blijver' } as const;
  const line = { kind: 'answered-line', draftId: 'concept', step: 'title', answer: gone.typed } as const;
  const other = { kind: 'own-submissions' } as const;
  const at = { serviceUrl: 'http://127.0.0.1:9/', tenantId: 't', conversationId: 'c', activityId: 'a' };
  await store.commit(partition, [
    drafts.create(`${draftPrefix}concept`, open),
    outgoingMessages.create(`${messagePrefix}000001`, { destination: to, content: line, wanted: 1 }),
    deliveries.create(`${deliveryPrefix}000001`, { state: 'posted', at, shown: 1 }),
    outgoingMessages.create(`${messagePrefix}000002`, { destination: to, content: other, wanted: 1 }),
  ]);
  const { title, submitter } = gone;
  await store.commit(personPartition(submitter), [
    drafts.create(`${draftPrefix}wordt-weg`, {
      ...{ ...made, id: 'wordt-weg', submitter, status: 'handed-in', number: 1 },
      ...{ answers: { title }, updatedAt: now },
    }),
  ]);
  expect(await store.list(submissionPartition('wordt-weg'))).not.toEqual([]);
}
