import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createPeopleTaps, peopleVerbs } from '../../bot/cards/people-taps.ts';
import type { Tapped, TapReply } from '../../bot/conversation/inbound-event.ts';
import { personId } from '../../bot/domain/person.ts';
import { editionPartition, editionRoles, rolePrefix } from '../../bot/store/documents/edition-documents.ts';
import { claimInvitation } from '../../bot/use-cases/people/claim-invitation.ts';
import { viewPeople } from '../../bot/use-cases/people/view-people.ts';
import type { OpenWorld } from '../bot/use-cases/world.ts';
import { openWorld } from '../bot/use-cases/world.ts';
import { actionsOf, filledIn } from '../teams/card-actions.ts';
import { textOf } from '../teams/card-text.ts';
import type { Person } from '../teams/people.ts';
import { people, tenantId } from '../teams/people.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const { organiser, juror1, juror5, chair, sanne } = people;
const id = ({ id: objectId }: Person) => personId({ tenantId, objectId });

function send(person: Person, verb: string, data: Record<string, unknown> = {}): Promise<TapReply> {
  const { id: objectId, name, teamsId: teamsUserId } = person;
  const event: Tapped = {
    ...{ kind: 'tapped', key: verb, at: world.now(), verb, data, where: 'chat', automatic: false },
    person: { tenantId, objectId, name, teamsUserId, language: 'nl' },
  };
  return createPeopleTaps(world)(event);
}

/** A card, and the tap on it that has this title. */
class Shown {
  readonly #card: Record<string, unknown>;
  constructor(reply: TapReply) {
    if (reply.kind !== 'card') throw new Error(`no card but ${JSON.stringify(reply)}`);
    this.#card = reply.card;
  }

  get text(): string {
    return textOf({ cards: [this.#card] });
  }

  tap(title: string, inputs: Record<string, string> = {}, nth = 0): Promise<TapReply> {
    const action = actionsOf({ cards: [this.#card] }).filter((each) => each.title === title)[nth];
    if (action === undefined) throw new Error(`no ${title} on: ${this.text}`);
    const { verb = '', data } = filledIn(action, inputs);
    return send(organiser, verb, data);
  }
}

const show = async (reply: Promise<TapReply>) => new Shown(await reply);
const addresses = (count: number) =>
  Array.from({ length: count }, (_, index) => `a${String(index)}@b.nl`).join();
const view = (person: Person) =>
  show(send(organiser, 'people.view', { edition: world.edition.id, person: id(person) }));
const roles = async (person: Person) =>
  (await editionRoles.read(world.store, editionPartition(world.edition.id), rolePrefix + id(person)))?.value;

test('the list says who is what, and leads to everything', async () => {
  const list = await show(send(organiser, 'people.list'));
  expect(list.text).toMatch(/Organisatoren \(1\)[^]*Daan Bakker[^]*Juryleden \(5\)[^]*Jurylid 1/);
  expect((await show(list.tap('Bekijk', {}, 2))).text).toContain('Jurylid 1');
});

test.each([chair, juror1, sanne])(
  '$name, who does not organise, sees and changes nothing',
  async (person) => {
    const place = { edition: world.edition.id, person: id(juror1), revision: 0 };
    for (const [verb, data] of [
      ['people.list', {}],
      ['people.add', {}],
      ['people.invitations', {}],
      ['people.view', place],
      ['people.role', place],
      ['people.organisation', place],
      ['people.take', { ...place, role: 'juror' }],
      ['people.take-now', { ...place, role: 'juror' }],
      ['people.give', { ...place, role: 'organiser' }],
      ['people.undo', place],
      ['people.organise', { ...place, organisation: 'Utrecht' }],
      ['people.organise-as', { ...place, code: 'none' }],
      ['people.invite', { edition: world.edition.id, list: 'a', addresses: 'a@b.nl', role: 'juror' }],
      ['people.withdraw', { edition: world.edition.id, invitation: `invitation:${'x'.repeat(43)}` }],
    ] as const) {
      expect([verb, peopleVerbs.includes(verb), await send(person, verb, data)]).toEqual([
        verb,
        true,
        expect.objectContaining({ kind: 'error', code: 'not-organiser' }),
      ]);
    }
  },
);

test.each([
  ['people.view', { person: 'nobody' }],
  ['people.view', { edition: 'a/b', person: 't:x' }],
  ['people.take-now', { edition: 'x', person: 't:x', revision: -1, role: 'juror' }],
  ['people.give', { edition: 'x', person: 't:x', revision: 0, role: 'king' }],
  ['people.organise-as', { edition: 'x', person: 't:x', revision: 0, code: '../..' }],
  ['people.nothing', {}],
])('%s with %j is no tap of ours', async (verb, data) => {
  expect(await send(organiser, verb, data)).toMatchObject({ kind: 'error', code: 'malformed' });
});

describe('addresses', () => {
  test('are invited, what can’t be read stays in the field, and the same tap again has one effect', async () => {
    const form = await show(send(organiser, 'people.add'));
    const filled = {
      addresses: 'jan@x.nl\nvolgt nog, jan@x.nl',
      role: 'scorer',
      categories: 'direct',
      organisation: 'denhaag',
    };
    const sent = await show(form.tap('Nodig uit', filled));
    expect(sent.text).toContain('1 persoon is uitgenodigd');
    expect(sent.text).toContain('1 adres stond er dubbel in.');
    expect(sent.text).toContain('regel 2: volgt nog');
    expect((await show(form.tap('Nodig uit', filled))).text).toContain('1 persoon is uitgenodigd');
    const { invitations } = await viewPeople(world, { tenantId, objectId: organiser.id });
    expect(invitations.map(({ value }) => value)).toMatchObject([
      {
        ...{ mail: 'jan@x.nl', roles: ['scorer'], organisation: 'GM0518', status: 'open' },
        limits: { scorer: { categories: ['direct'] } },
      },
    ]);
  });

  test.each([
    ['nothing', { addresses: ' \n ' }, 'Vul ten minste één mailadres in'],
    ['junk', { addresses: 'volgt nog' }, 'regel 1: volgt nog'],
    ['a town that is none', { addresses: 'a@b.nl', organisation: 'Atlantis' }, 'ken ik niet'],
    ['too many', { addresses: addresses(501) }, 'ten hoogste 500'],
  ])('that can’t be dealt with invite nobody: %s', async (_name, filled, sentence) => {
    const form = await show(send(organiser, 'people.add'));
    expect((await show(form.tap('Nodig uit', { role: 'juror', ...filled }))).text).toContain(sentence);
    expect((await viewPeople(world, { tenantId, objectId: organiser.id })).invitations).toEqual([]);
  });

  test('that no card can hold stay where they were typed', async () => {
    const form = await show(send(organiser, 'people.add'));
    expect(await form.tap('Nodig uit', { addresses: addresses(6_000), role: 'juror' })).toMatchObject({
      kind: 'error',
      code: 'too-long',
    });
  });

  test('are taken back in place; one that is used is not', async () => {
    const form = await show(send(organiser, 'people.add'));
    await form.tap('Nodig uit', { addresses: 'jan@x.nl, piet@x.nl', role: 'juror' });
    const list = await show((await show(send(organiser, 'people.list'))).tap('Uitnodigingen (2)'));
    await claimInvitation(world, world.edition.id, {
      tenantId,
      objectId: 'jan',
      name: 'Jan',
      mail: 'jan@x.nl',
    });
    expect((await show(list.tap('Trek in'))).text).toContain('heeft de uitnodiging al gebruikt');
    expect((await show(list.tap('Trek in', {}, 1))).text).toMatch(/is ingetrokken[^]*geen uitnodiging open/);
  });
});

describe('one person', () => {
  test('loses a role after a question, and gets it back', async () => {
    const asked = await show((await view(juror1)).tap('Neem weg'));
    expect(asked.text).toContain('Is Jurylid 1 straks geen jurylid meer?');
    expect(await roles(juror1)).toMatchObject({ roles: ['juror'] });
    const taken = await show(asked.tap('Ja, neem weg'));
    expect(taken.text).toContain('Jurylid 1 is geen jurylid meer.');
    expect((await show(asked.tap('Ja, neem weg'))).text).toBe(taken.text);
    expect(await roles(juror1)).toMatchObject({ roles: [] });
    const back = await show(taken.tap('Geef terug'));
    expect(back.text).toContain('heeft weer de rollen');
    expect((await show(taken.tap('Geef terug'))).text).toBe(back.text);
    expect((await show(asked.tap('Ja, neem weg'))).text).toContain(
      'Iemand anders heeft dit intussen veranderd',
    );
    expect(await roles(juror1)).toMatchObject({ roles: ['juror'] });
  });

  test('gets a role for some of the categories; all of them is everywhere', async () => {
    const form = await show((await view(juror1)).tap('Geef een rol'));
    const given = await show(form.tap('Geef deze rol', { role: 'scorer', categories: 'direct' }));
    expect(given.text).toMatch(/Scoorder[^]*Direct/);
    const again = await show((await view(juror1)).tap('Wijzig', {}, 1));
    await again.tap('Geef deze rol', { role: 'scorer', categories: 'direct,indirect' });
    expect(await roles(juror1)).toMatchObject({ roles: ['juror', 'scorer'] });
    expect(await roles(juror1)).not.toHaveProperty('limits');
  });

  test('works for a municipality, or none', async () => {
    const form = await show((await view(juror5)).tap('Wijzig gemeente'));
    expect((await show(form.tap('Bewaar', { organisation: 'Atlantis' }))).text).toContain(
      '“Atlantis” ken ik niet',
    );
    expect((await show(form.tap('Bewaar', { organisation: 'Den Haag' }))).text).toContain(
      "Gemeente: 's-Gravenhage",
    );
    expect((await show(form.tap('Geen gemeente'))).text).toContain(
      'Iemand anders heeft dit intussen veranderd',
    );
    const anew = await show((await view(juror5)).tap('Wijzig gemeente'));
    expect((await show(anew.tap('Geen gemeente'))).text).toContain('werkt voor geen gemeente');
    expect(await roles(juror5)).not.toHaveProperty('organisation');
  });

  test('is offered the municipality of their mail address', async () => {
    const form = await show(send(organiser, 'people.add'));
    await form.tap('Nodig uit', { addresses: 'piet@zwolle.nl', role: 'juror' });
    const claimant = { tenantId, objectId: 'piet', name: '', mail: 'piet@zwolle.nl' };
    await claimInvitation(world, world.edition.id, claimant);
    const data = { edition: world.edition.id, person: personId(claimant) };
    const shown = await show(send(organiser, 'people.view', data));
    expect(shown.text).toContain('Naam nog niet bekend');
    expect((await show(shown.tap('Het is Zwolle'))).text).toContain('werkt voor Zwolle');
  });

  test('who organises last can’t stop; who is not there is not found', async () => {
    const asked = await show((await view(organiser)).tap('Neem weg'));
    expect(await asked.tap('Ja, neem weg')).toMatchObject({ kind: 'error', code: 'last-organiser' });
    expect(await send(organiser, 'people.view', { edition: world.edition.id, person: 't:x' })).toMatchObject({
      ...{ kind: 'error', code: 'not-found' },
      text: expect.stringContaining('Open de lijst opnieuw'),
    });
  });
});
