import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { personId } from '../../../../bot/domain/person.ts';
import { tombstones } from '../../../../bot/store/documents/erasure-documents.ts';
import {
  people as persons,
  personDocumentId,
  personPartition,
} from '../../../../bot/store/documents/person-documents.ts';
import { closeRound } from '../../../../bot/use-cases/rounds/open-round.ts';
import { freezeClosedRounds } from '../../../../bot/use-cases/rounds/close-round-freeze.ts';
import { giveRole } from '../../../../bot/use-cases/people/give-role.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { takeRoles } from '../../../../bot/use-cases/people/take-role.ts';
import { createReadModel } from '../../../../bot/views/kept-read-model.ts';
import { people } from '../../../teams/people.ts';
import { now } from '../../domain/examples.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import { openFreshCosmos } from '../../store/cosmos/open-fresh-cosmos.ts';
import { openFreshStore } from '../../store/sqlite/open-fresh-store.ts';
import { key, scoreIt } from '../../use-cases/cut/cut-world.ts';
import {
  abstainFrom,
  ask,
  contactOf,
  everything,
  idOf,
  inviteAndClaim,
  makeKnown,
  sayInTalk,
  send,
  tracesOf,
  whereStill,
} from '../../use-cases/personal-data/erasure-world.ts';
import type { OpenWorld } from '../../use-cases/world.ts';
import { openWorld } from '../../use-cases/world.ts';
import { admin } from './run-admin.ts';

const judge = people.juror1;
const contact = people.anouk;

/** Milliseconds since 1970, for the store in the cloud. */
let clock = Date.now();
let folder = '';
let world: OpenWorld;

const stores = {
  folder: { open: () => openFreshStore(), data: () => folder },
  cosmos: {
    open: () => openFreshCosmos({ now: () => clock }),
    data: () => 'https://gemdelers.documents.azure.com/gemeentedelers/documents',
  },
};

describe.each(['folder', 'cosmos'] as const)('in a %s', (kind) => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'person-'));
    world = await openWorld({ opened: await stores[kind].open() });
    const { store, edition } = world;
    await makeKnown(store, judge);
    await makeKnown(store, contact);
    await submitInitiative(store, {
      ...{ submissionId: 'kees', editionId: edition.id, submitter: idOf(contact), receivedAt: now },
      fields: contactOf(contact),
    });
    await submitInitiative(store, {
      ...{ submissionId: 'aap', editionId: edition.id, submitter: 't:s', receivedAt: now },
      fields: { ...contactOf(people.mehmet), title: 'Aap' },
    });
    await scoreIt(world, 'aap', 0, 4, { remark: `Mooi, zegt ${judge.name}` });
    await scoreIt(world, 'aap', 1, 5, { remark: `Eens met ${judge.name}` });
    await abstainFrom(world, 'kees', judge);
    await sayInTalk(world, 'aap', judge, `Bel ${contact.name} eens`);
    await sayInTalk(world, 'aap', people.juror2, `Goed, ${judge.name}`);
    await ask(world, contact, 'Wanneer hoor ik iets?');
    await send(store, 'kees', contact);
    await inviteAndClaim(world, judge);
  });
  afterEach(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  const run = (...words: string[]) =>
    admin([words[0] ?? '', '--data', stores[kind].data(), ...words.slice(1)], {
      openStore: () => Promise.resolve(delegatingStore(world.store, { close: () => Promise.resolve() })),
      hasFolder: () => true,
    });
  const texts = async () => JSON.stringify(await everything(world.store));

  test('an export has all of somebody, and nothing of others', async () => {
    const to = join(folder, 'judge.json');
    const { code, lines } = await run('export-person', '--person', judge.mail, '--to', to);
    expect(code).toBe(0);
    expect(lines).toEqual([
      'Wie u bent: 1',
      'Uw rollen en uitnodigingen: 2',
      'Uw scoreformulieren en onthoudingen: 2',
      'Wat u zei in het overleg van de jury: 1',
      'Uw gesprek, uw concepten en de berichten aan u: 2',
      'Regels over u in het logboek: 8',
      'Waar u verder genoemd wordt: 5',
      `Alles wat de app van deze persoon weet staat in ${to}. Bewaar het waar alleen u erbij kunt.`,
    ]);
    const file = await readFile(to, 'utf8');
    for (const own of [judge.name, judge.mail, judge.teamsId, 'Mooi, zegt', 'Bel Anouk', 'ken de indiener'])
      expect(file).toContain(own);
    for (const other of [people.juror2, people.organiser, people.mehmet])
      for (const mark of [other.id, other.mail, other.name]) expect(file).not.toContain(mark);
    expect(file).not.toContain('Eens met');
    expect((await run('export-person', '--person', judge.mail, '--to', to)).code).toBe(1);
  });

  test('a submitter has what they handed in, with their own contact only', async () => {
    const to = join(folder, 'contact.json');
    await run('export-person', '--person', idOf(contact), '--to', to);
    const file = await readFile(to, 'utf8');
    for (const own of [contact.name, contact.mail, 'Reizende luisterpaal', 'Wanneer hoor ik iets?'])
      expect(file).toContain(own);
    for (const other of [judge, people.juror2]) expect(file).not.toContain(other.id);
  });

  test('nothing is erased without --yes, nor who has a role', async () => {
    const before = await texts();
    expect(await run('erase-person', '--person', contact.mail)).toEqual({
      code: 0,
      lines: [
        'Weg gaan het eigen deel van deze persoon (gesprek, concepten, herinneringen en berichten: 3 documenten), de contactgegevens bij 1 inzending, de tekst van 0 berichten in het juryoverleg en van 1 vraag.',
        'Onder een schuilnaam blijven 1 inzending, 0 formulieren en onthoudingen, 0 rollen en uitnodigingen, 3 regels in logboeken en 8 andere plekken.',
        'Dit blijft buiten bereik: reservekopieën, exports, en kaarten en berichten in Teams die de app niet meer kan wijzigen. Zie bot/README.md.',
        'Er is nog niets veranderd. Typ hetzelfde met --yes om het te doen. Terugdraaien kan niet.',
      ],
    });
    expect(await run('erase-person', '--person', judge.mail, '--yes')).toEqual({
      code: 1,
      lines: [expect.stringContaining('Jurylid, Scoorder')],
    });
    expect(await run('erase-person', '--person', 'niemand@hier.example', '--yes')).toEqual({
      code: 1,
      lines: ['Over niemand@hier.example staat hier niets.'],
    });
    expect(await run('erase-person')).toMatchObject({ code: 2 });
    expect(await texts()).toBe(before);
  });

  test('the last organiser of the edition that runs stays, whatever is said', async () => {
    await makeKnown(world.store, people.organiser);
    const wish = ['--person', people.organiser.mail, '--yes', '--also-roles'];
    expect(await run('erase-person', ...wish)).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('enige organisator')],
    });
    const who = { editionId: world.edition.id, who: key('chair') };
    await giveRole(world, key('organiser'), { ...who, wish: { role: 'organiser' } });
    expect((await run('erase-person', ...wish)).code).toBe(0);
    const role = world.edition.id;
    await world.catchUp();
    const places = world.readModel.roles(role).filter(({ tenantId }) => tenantId === 'erased');
    expect(places.map(({ roles }) => roles)).toEqual([[]]);
    expect((await run('verify')).code).toBe(0);
  });

  test('who has no role any more is taken out of everything, and comes back as somebody else', async () => {
    const command = { editionId: world.edition.id, who: key('juror1') };
    await takeRoles(world, key('organiser'), { ...command, roles: ['juror', 'scorer'] });
    for (const person of [judge, contact]) {
      expect((await run('erase-person', '--person', person.mail, '--yes')).code).toBe(0);
      clock += 2 * 24 * 60 * 60 * 1_000;
      expect(await whereStill(world.store, tracesOf(person))).toEqual([]);
      expect((await run('verify')).code).toBe(0);
    }
    await makeKnown(world.store, contact);
    const person = await persons.read(world.store, personPartition(idOf(contact)), personDocumentId);
    expect(person?.value.name).toBe(contact.name);
    await world.catchUp();
    expect(world.readModel.submissionsBy(idOf(contact))).toEqual([]);
  });

  test('a judge whose seat stays empty goes on counting, also where servers run meanwhile', async () => {
    await world.catchUp();
    await closeRound(world, key('organiser'), { editionId: world.edition.id, roundId: 'preselection' });
    world.setNow(new Date(Date.parse(world.now()) + 60_000).toISOString());
    await freezeClosedRounds(world);
    const running = world.readModel;
    await world.catchUp();
    const [round] = world.edition.rounds;
    const counted = () => {
      const submission = running.submission('aap');
      if (submission === undefined || round === undefined) throw new Error('there is no aap');
      const { sheets, judges } = running.counted(submission, round);
      return { sheets: sheets.length, judges, roles: running.roles(world.edition.id).length };
    };
    const before = counted();
    expect((await run('erase-person', '--person', judge.mail, '--also-roles', '--yes')).code).toBe(0);
    await world.catchUp();
    if (kind === 'cosmos') {
      expect(counted()).toEqual(before);
      expect(running.roleOf(world.edition.id, idOf(judge))).toBeUndefined();
      const left = (await everything(world.store)).filter((each) => tombstones.is(each));
      expect(left.map(({ body }) => body)).toEqual(left.map(() => ({})));
      expect(left.length).toBeGreaterThan(2);
    }
    const restarted = createReadModel();
    restarted.apply(await everything(world.store));
    expect(restarted.roles(world.edition.id).map(personId).sort()).not.toContain(idOf(judge));
    expect(restarted.roles(world.edition.id).length).toBe(before.roles);
    expect((await run('verify')).code).toBe(0);
  });
});
