import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { EditionRole } from '../../../../bot/domain/edition/edition-role.ts';
import type { Person } from '../../../../bot/domain/person.ts';
import { personId } from '../../../../bot/domain/person.ts';
import {
  editionPartition,
  editionRoles,
  rolePrefix,
} from '../../../../bot/store/documents/edition-documents.ts';
import { roleInvitationId, roleInvitations } from '../../../../bot/store/documents/invitation-documents.ts';
import {
  people as persons,
  personDocumentId,
  personPartition,
} from '../../../../bot/store/documents/person-documents.ts';
import {
  auditEntries,
  auditPrefix,
  submissionPartition,
} from '../../../../bot/store/documents/submission-documents.ts';
import { outgoingMessages } from '../../../../bot/store/documents/message-documents.ts';
import { claimInvitation } from '../../../../bot/use-cases/people/claim-invitation.ts';
import { startFollowingInvitations } from '../../../../bot/use-cases/people/follow-invitations.ts';
import { giveRoleToMembers } from '../../../../bot/use-cases/people/give-role-to-members.ts';
import { giveRole } from '../../../../bot/use-cases/people/give-role.ts';
import { invitePeople } from '../../../../bot/use-cases/people/invite-people.ts';
import { redrawOnRoundPassing } from '../../../../bot/use-cases/rounds/open-round-redraw.ts';
import { RefusedError } from '../../../../bot/use-cases/refusal.ts';
import { setOrganisation } from '../../../../bot/use-cases/people/set-organisation.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { giveRolesBack, takeRoles } from '../../../../bot/use-cases/people/take-role.ts';
import { verifyLog } from '../../../../bot/use-cases/log/verify-log.ts';
import { viewJuryPost } from '../../../../bot/use-cases/judging/view-jury-post.ts';
import { viewPeople } from '../../../../bot/use-cases/people/view-people.ts';
import { withdrawInvitation } from '../../../../bot/use-cases/people/withdraw-invitation.ts';
import type { Person as SimulatedPerson } from '../../../teams/people.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { waitFor } from '../../../wait-for.ts';
import { fields, now } from '../../domain/examples.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => {
  expect((await verifyLog(world.store)).faults).toEqual([]);
  await world.close();
});

const key = ({ id }: Pick<SimulatedPerson, 'id'>) => ({ tenantId, objectId: id });
const daan = key(people.organiser);
const newcomer = { tenantId, objectId: 'newcomer' };
const juror = { role: 'juror' } as const;
const partition = () => editionPartition(world.edition.id);
const about = (who: { tenantId: string; objectId: string }, name = 'Nieuw') => ({
  ...{ editionId: world.edition.id, who, name },
});

async function place(who: { tenantId: string; objectId: string }): Promise<EditionRole | undefined> {
  return (await editionRoles.read(world.store, partition(), rolePrefix + personId(who)))?.value;
}

async function acts(): Promise<string[]> {
  const entries = await auditEntries.list(world.store, partition(), { prefix: auditPrefix });
  return entries.map(({ value }) => value.act);
}

describe('a role', () => {
  test('is given once, however often that comes, and the log says who did it', async () => {
    const give = () => giveRole(world, daan, { ...about(newcomer), wish: juror });
    expect(await Promise.all([give(), give()])).toMatchObject([{ kind: 'changed' }, { kind: 'unchanged' }]);
    expect(await place(newcomer)).toEqual({ ...newcomer, name: 'Nieuw', roles: ['juror'], revision: 1 });
    const [entry, ...more] = await auditEntries.list(world.store, partition(), { prefix: auditPrefix });
    expect(more).toEqual([]);
    expect(entry?.value).toMatchObject({ act: 'give-role', by: personId(daan) });
    expect(JSON.stringify(entry?.value)).not.toContain('Nieuw');
  });

  test('holds where it was last said to hold', async () => {
    const limit = { categories: ['direct'], rounds: [] };
    await giveRole(world, daan, { ...about(newcomer), wish: { ...juror, limit } });
    expect((await place(newcomer))?.limits).toEqual({ juror: { categories: ['direct'] } });
    await giveRole(world, daan, { ...about(newcomer), wish: juror });
    expect(await place(newcomer)).not.toHaveProperty('limits');
  });

  test('is taken away, and given back as it was', async () => {
    const { juror1 } = people;
    await giveRole(world, daan, {
      ...about(key(juror1)),
      wish: { ...juror, limit: { categories: ['direct'] } },
    });
    const before = await place(key(juror1));
    await takeRoles(world, daan, { ...about(key(juror1)), roles: ['juror'] });
    expect(await place(key(juror1))).toMatchObject({ roles: [], formerly: { roles: ['juror'] } });
    const undo = () => giveRolesBack(world, daan, { ...about(key(juror1)), basedOn: 2 });
    expect(await undo()).toMatchObject({ kind: 'changed' });
    expect(await undo()).toMatchObject({ kind: 'unchanged' });
    expect(await place(key(juror1))).toEqual({ ...before, revision: 3 });
  });

  test('stays as a colleague left it when it was looked at before that', async () => {
    await giveRole(world, daan, { ...about(newcomer), wish: juror });
    await giveRole(world, daan, { ...about(newcomer), wish: { role: 'chair' } });
    const late = { ...about(newcomer), basedOn: 1, roles: ['juror' as const] };
    expect(await takeRoles(world, daan, late)).toMatchObject({ kind: 'changed-elsewhere' });
    expect((await place(newcomer))?.roles).toEqual(['chair', 'juror']);
  });

  test.each([people.chair, people.juror1, people.sanne])('is not given by $name', async (person) => {
    const by = key(person);
    const editionId = world.edition.id;
    const tries = [
      giveRole(world, by, { ...about(newcomer), wish: juror }),
      takeRoles(world, by, { ...about(daan), roles: ['organiser'] }),
      giveRolesBack(world, by, about(daan)),
      setOrganisation(world, by, { ...about(by), organisation: 'GM0344' }),
      invitePeople(world, by, { editionId, listId: 'a', addressees: [{ mail: 'a@b.nl' }], wish: juror }),
      withdrawInvitation(world, by, { editionId, invitationId: 'invitation:x' }),
      giveRoleToMembers(world, by, { editionId, members: [], wish: juror }),
      viewPeople(world, by),
    ];
    for (const outcome of await Promise.allSettled(tries))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'not-organiser' } });
    expect(await acts()).toEqual([]);
  });
});

describe('the last organiser', () => {
  const leave = (who = daan, by = who) =>
    takeRoles(world, by, { ...about(who), roles: ['organiser'] }).then(
      ({ kind }) => kind,
      (error: unknown) => (error instanceof RefusedError ? error.code : error),
    );

  test('can’t leave, unless a setting says that there are others', async () => {
    expect(await leave()).toBe('last-organiser');
    world.firstOrganisers = new Set(['t:admin']);
    expect(await leave()).toBe('changed');
  });

  test('is never one of two who leave, or send each other away, at once', async () => {
    await giveRole(world, daan, { ...about(newcomer), wish: { role: 'organiser' } });
    expect(await Promise.all([leave(), leave(newcomer)])).toEqual(['changed', 'last-organiser']);
    await giveRole(world, newcomer, { ...about(daan), wish: { role: 'organiser' } });
    expect(await Promise.all([leave(daan, newcomer), leave(newcomer, daan)])).toEqual([
      'changed',
      'not-organiser',
    ]);
  });
});

describe('a list of addresses', () => {
  const list = (mails: string[], listId = 'list', wish: { role: 'juror' | 'scorer' } = juror) => ({
    ...{ editionId: world.edition.id, listId, wish },
    addressees: mails.map((mail) => ({ mail })),
  });
  const invitation = async (mail: string) =>
    (await roleInvitations.read(world.store, partition(), roleInvitationId(mail)))?.value;
  const claimant = (objectId: string, mail = 'Jan@X.nl') => ({ tenantId, objectId, name: objectId, mail });
  const claim = (objectId: string, mail?: string) =>
    claimInvitation(world, world.edition.id, claimant(objectId, mail));

  test('invites each once, has one effect when it comes again, and can be long', async () => {
    const mails = Array.from({ length: 95 }, (_, index) => `jan${String(index)}@x.nl`);
    const [one, other] = await Promise.all([
      invitePeople(world, daan, list(mails)),
      invitePeople(world, daan, list(mails)),
    ]);
    expect(one).toEqual({ invited: 95, given: 0, already: 0 });
    expect(other).toEqual(one);
    expect((await acts()).filter((act) => act === 'invite-person')).toHaveLength(95);
    expect(await invitePeople(world, daan, list(mails, 'another'))).toEqual({
      invited: 0,
      given: 0,
      already: 95,
    });
  });

  test('goes on where it was broken off', async () => {
    const mails = Array.from({ length: 60 }, (_, index) => `jan${String(index)}@x.nl`);
    const { store } = world;
    let commits = 0;
    const dying = {
      ...world,
      store: {
        ...store,
        read: store.read.bind(store),
        list: store.list.bind(store),
        commit: (...commit: Parameters<typeof store.commit>) => {
          commits += 1;
          if (commits > 1) throw new Error('the power is cut');
          return store.commit(...commit);
        },
      },
    };
    await expect(invitePeople(dying, daan, list(mails))).rejects.toThrow('the power is cut');
    expect(await invitePeople(world, daan, list(mails))).toEqual({ invited: 60, given: 0, already: 0 });
  });

  test('another list on the same form is another deed', async () => {
    await invitePeople(world, daan, list(['jan@x.nl']));
    expect(await invitePeople(world, daan, list(['piet@x.nl']))).toMatchObject({ invited: 1 });
    expect(await invitation('piet@x.nl')).toMatchObject({ status: 'open' });
  });

  test('gives who has the address the role, once, and the log has no address', async () => {
    await invitePeople(world, daan, { ...list(['jan@x.nl']), organisation: 'GM0344' });
    expect(await Promise.all([claim('jan'), claim('jan'), claim('else', 'else@x.nl')])).toEqual([
      'claimed',
      'none',
      'none',
    ]);
    expect(await place(claimant('jan'))).toMatchObject({
      roles: ['juror'],
      organisation: 'GM0344',
      revision: 1,
    });
    expect(await acts()).toEqual(['invite-person', 'claim-invitation', 'claim-invitation']);
    const log = await auditEntries.list(world.store, partition(), { prefix: auditPrefix });
    expect(JSON.stringify(log)).not.toContain('jan@x.nl');
  });

  test('is for the first who has the address; the next is noted once', async () => {
    await invitePeople(world, daan, list(['jan@x.nl']));
    expect(await Promise.all([claim('one'), claim('two'), claim('two')])).toEqual([
      'claimed',
      'taken',
      'taken',
    ]);
    expect(await place(claimant('two'))).toBeUndefined();
    expect(await invitation('jan@x.nl')).toMatchObject({ alsoClaimedBy: [`${tenantId}:two`] });
    expect(await acts()).toHaveLength(4);
  });

  test('gives who came in by invitation another role at once', async () => {
    await invitePeople(world, daan, list(['jan@x.nl']));
    await claim('jan');
    const more = list(['jan@x.nl'], 'more', { role: 'scorer' });
    expect(await invitePeople(world, daan, more)).toEqual({ invited: 0, given: 1, already: 0 });
    expect((await place(claimant('jan')))?.roles).toEqual(['juror', 'scorer']);
  });

  test('can be taken back per address, and asked again', async () => {
    await invitePeople(world, daan, list(['jan@x.nl']));
    const command = { editionId: world.edition.id, invitationId: roleInvitationId('jan@x.nl') };
    expect(await withdrawInvitation(world, daan, command)).toBe('withdrawn');
    expect(await withdrawInvitation(world, daan, command)).toBe('withdrawn');
    expect(await claim('jan')).toBe('none');
    await invitePeople(world, daan, list(['jan@x.nl'], 'again', { role: 'scorer' }));
    expect(await claim('jan')).toBe('claimed');
    expect((await place(claimant('jan')))?.roles).toEqual(['scorer']);
    expect(await withdrawInvitation(world, daan, command)).toBe('claimed');
  });

  test('does not change a role that an organiser gave meanwhile', async () => {
    await invitePeople(world, daan, list(['jan@x.nl']));
    const limit = { categories: ['direct'] };
    await giveRole(world, daan, { ...about(claimant('jan'), 'Jan'), wish: { ...juror, limit } });
    await claim('jan');
    expect((await place(claimant('jan')))?.limits).toEqual({ juror: limit });
  });

  test('is filled in for who is known, whichever came first', async () => {
    const following = startFollowingInvitations(world);
    const known = (objectId: string, mail: string): Person => ({
      ...{ tenantId, objectId, name: objectId, mail, language: 'nl' },
    });
    const meet = (person: Person) =>
      world.store.commit(personPartition(personId(person)), [persons.create(personDocumentId, person)]);
    await meet(known('before', 'Before@x.nl'));
    await invitePeople(world, daan, list(['before@x.nl', 'after@x.nl']));
    await meet(known('after', 'after@x.nl'));
    await waitFor('both have a role', async () => {
      const both = await Promise.all([place(claimant('before')), place(claimant('after'))]);
      return both.every((each) => each?.roles.includes('juror'));
    });
    await following.stop();
  });
});

describe('everybody in a channel', () => {
  const member = (objectId: string) => ({
    tenantId,
    objectId,
    name: objectId,
    teamsUserId: `29:${objectId}`,
  });
  const known = (person: SimulatedPerson) => member(person.id);

  test('gets a role, but for who judges already, leads, or is there twice', async () => {
    await giveRole(world, daan, { ...about(member('scorer')), wish: { role: 'scorer' } });
    world.firstOrganisers = new Set([personId(member('first'))]);
    const members = [
      ...Array.from({ length: 90 }, (_, index) => member(`new${String(index)}`)),
      ...[member('new0'), member('scorer'), member('first')],
      ...[people.juror1, people.chair, people.organiser].map(known),
    ];
    const give = () => giveRoleToMembers(world, daan, { editionId: world.edition.id, members, wish: juror });
    expect(await give()).toEqual({ given: 90, already: 1, others: 4 });
    expect(await give()).toEqual({ given: 0, already: 91, others: 4 });
    expect((await place(key(people.chair)))?.roles).toEqual(['chair']);
    expect(await place(member('new7'))).toMatchObject({ roles: ['juror'], teamsUserId: '29:new7' });
  });
});

describe('posts', () => {
  const post = submissionPartition('luisterpaal');
  const wanted = async () =>
    (await outgoingMessages.list(world.store, post, { prefix: 'message:post:' }))[0]?.value.wanted;
  const judges = async () => (await viewJuryPost(world, 'luisterpaal', 'preselection'))?.judges;

  test('follow who judges, once for all that changed meanwhile', async () => {
    await submitInitiative(world.store, {
      ...{ submissionId: 'luisterpaal', editionId: world.edition.id, submitter: 't:s', fields },
      receivedAt: now,
    });
    await redrawOnRoundPassing(world);
    const [before, count = 0] = [await wanted(), await judges()];
    await redrawOnRoundPassing(world);
    expect(await wanted()).toBe(before);
    await giveRole(world, daan, { ...about(newcomer), wish: juror });
    await giveRole(world, daan, { ...about({ tenantId, objectId: 'another' }), wish: juror });
    expect(await judges()).toBe(count + 2);
    await redrawOnRoundPassing(world);
    await redrawOnRoundPassing(world);
    expect(await wanted()).toBe((before ?? 0) + 1);
    await setOrganisation(world, daan, { ...about(newcomer), organisation: 'GM0344' });
    expect(await judges()).toBe(count + 1);
    await redrawOnRoundPassing(world);
    expect(await wanted()).toBe((before ?? 0) + 2);
    await giveRole(world, daan, { ...about(newcomer), wish: { role: 'chair' } });
    await redrawOnRoundPassing(world);
    expect(await wanted()).toBe((before ?? 0) + 2);
  });
});

describe('what was done past the log is found', () => {
  test.each([
    ['another role', { roles: ['juror', 'organiser'] }],
    ['another municipality', { organisation: 'GM0363' }],
    ['a wider role', { limits: undefined }],
  ])('%s', async (_name, change) => {
    const limit = { categories: ['direct'] };
    await giveRole(world, daan, { ...about(newcomer), wish: { ...juror, limit } });
    const id = rolePrefix + personId(newcomer);
    const before = await editionRoles.read(world.store, partition(), id);
    if (before === undefined) throw new Error('there is no role');
    const { store } = world;
    // @NOTE somebody who writes past the app keeps to no type
    const after = { ...before.value, ...change } as EditionRole;
    const { etag } = before;
    const etags = await store.commit(partition(), [editionRoles.replace(id, after, etag)]);
    expect((await verifyLog(store)).faults).toEqual([{ code: 'not-as-logged', partition: partition(), id }]);
    await store.commit(partition(), [editionRoles.replace(id, before.value, etags.get(id) ?? '')]);
  });
});
