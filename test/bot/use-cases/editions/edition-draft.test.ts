import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createEditionDesk } from '../../../../bot/commands/edition-desk.ts';
import type { EditionRole } from '../../../../bot/domain/edition/edition-role.ts';
import type { PersonKey } from '../../../../bot/domain/person.ts';
import { personId } from '../../../../bot/domain/person.ts';
import {
  editionDocumentId,
  editionPartition,
  editionRoles,
  editions,
  rolePrefix,
} from '../../../../bot/store/documents/edition-documents.ts';
import { auditEntries, auditPrefix } from '../../../../bot/store/documents/submission-documents.ts';
import { findCurrentEdition } from '../../../../bot/use-cases/edition-context.ts';
import {
  discardEditionDraft,
  loadWritten,
  saveEditionPart,
} from '../../../../bot/use-cases/editions/edition-draft.ts';
import { viewEditionPlan } from '../../../../bot/use-cases/editions/edition-plan.ts';
import {
  putEditionDraft,
  runWrittenEdition,
  undoPutEdition,
} from '../../../../bot/use-cases/editions/put-edition-draft.ts';
import type { EditionChange } from '../../../../bot/use-cases/read-model.ts';
import { startEdition } from '../../../../bot/use-cases/editions/start-edition.ts';
import { editionNews } from '../../../../bot/use-cases/overview/tab-news.ts';
import { viewEditions } from '../../../../bot/use-cases/editions/view-editions.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

const { templates } = createEditionDesk();

let world: OpenWorld;
let daan: PersonKey;
beforeEach(async () => {
  world = await openWorld({ withSubmissions: true });
  const organiser = world.readModel.roles(world.edition.id).find(({ roles }) => roles.includes('organiser'));
  if (organiser === undefined) throw new Error('nobody organises the example');
  daan = { tenantId: organiser.tenantId, objectId: organiser.objectId };
});
afterEach(() => world.close());

const start = (key = 'k', from = world.edition.id) =>
  startEdition(world, daan, {
    command: { key, name: 'Volgend jaar', numberPrefix: 'GD40', from },
    ...{ templates, name: 'Daan Bakker' },
  });

const general = (name: string) => ({
  part: 'general' as const,
  value: { name, numberPrefix: world.edition.numberPrefix, example: world.edition.example },
});

const save = (name: string, basedOn: number, editionId = world.edition.id) =>
  saveEditionPart(world, daan, { editionId, change: general(name), basedOn });

async function put(editionId = world.edition.id) {
  const { hash, written } = await viewEditionPlan(world, daan, editionId);
  return putEditionDraft(world, daan, { editionId, revision: written.draft?.value.revision ?? 0, hash });
}

const kept = async (id = world.edition.id) =>
  (await editions.read(world.store, editionPartition(id), editionDocumentId))?.value;

const actsIn = async (id: string) =>
  (await auditEntries.list(world.store, editionPartition(id), { prefix: auditPrefix })).map(
    ({ value }) => value.act,
  );

describe('open tabs hear', () => {
  const chair: EditionRole = { tenantId: 't', objectId: 'c', name: 'C', roles: ['chair'] };
  const newsOf = async (doing: () => Promise<unknown>) => {
    const heard: EditionChange[] = [];
    const stop = world.readModel.onEdition((change) => heard.push(change));
    await doing();
    await world.catchUp();
    stop();
    const organiser = world.readModel.roleOf(world.edition.id, personId(daan));
    const kinds = (who: string, role?: EditionRole) =>
      [...new Set(heard.flatMap((change) => editionNews(who, role, change).map(({ kind }) => kind)))].sort();
    return { daan: kinds(personId(daan), organiser), chair: kinds('t:c', chair), anybody: kinds('t:x') };
  };

  test('of a draft only who writes it, of what is put live everybody', async () => {
    expect(await newsOf(() => save('Een andere naam', 0))).toEqual({
      ...{ daan: ['edition'], chair: [], anybody: [] },
    });
    expect(await newsOf(() => put())).toEqual({
      ...{ daan: ['edition', 'me'], chair: ['me'], anybody: ['me'] },
    });
  });

  test('of their own place, and organisers of everybody’s', async () => {
    const partition = editionPartition(world.edition.id);
    const giveChair = () =>
      world.store.commit(partition, [editionRoles.create(`${rolePrefix}${personId(chair)}`, chair)]);
    expect(await newsOf(giveChair)).toEqual({ daan: ['edition'], chair: ['me'], anybody: [] });
  });

  test('of the edition that runs now', async () => {
    const next = await start();
    await put(next);
    await world.catchUp();
    const run = () => runWrittenEdition(world, daan, { editionId: next, seen: world.edition.id });
    expect(await newsOf(run)).toEqual({ daan: ['edition', 'me'], chair: ['me'], anybody: ['me'] });
  });
});

describe('a new edition', () => {
  test('is begun once, however often it is asked, with its organisers and nobody else', async () => {
    expect(await start()).toBe('volgend-jaar');
    expect(await start()).toBe('volgend-jaar');
    expect(await start('another')).toBe('volgend-jaar-2');
    await world.catchUp();
    const { lines } = await viewEditions(world, daan);
    expect(lines.map(({ id, state, hasDraft, mayOpen }) => [id, state, hasDraft, mayOpen]).sort()).toEqual([
      [world.edition.id, 'running', false, true],
      ['volgend-jaar', 'preparing', true, true],
      ['volgend-jaar-2', 'preparing', true, true],
    ]);
    const roles = world.readModel.roles('volgend-jaar');
    expect(roles.every((role) => role.roles.join() === 'organiser')).toBe(true);
    expect(await actsIn('volgend-jaar')).toEqual(roles.map(() => 'give-role'));
  });

  test('of a template or a copy is in order, lies ahead, is put live and runs; and back again', async () => {
    for (const from of [world.edition.id, ...templates.map(({ id }) => id)]) {
      const id = await start(from, from);
      const plan = await viewEditionPlan(world, daan, id);
      expect([from, plan.faults]).toEqual([from, []]);
      expect(plan.edition && plan.edition.opensAt > world.now()).toBe(true);
    }
    const id = await start();
    expect(await put(id)).toEqual({ kind: 'done' });
    expect(await put(id)).toEqual({ kind: 'done' });
    expect((await kept(id))?.name).toBe('Volgend jaar');
    await runWrittenEdition(world, daan, { editionId: id, seen: world.edition.id });
    await runWrittenEdition(world, daan, { editionId: id, seen: world.edition.id });
    expect((await findCurrentEdition(world.store))?.id).toBe(id);
    await runWrittenEdition(world, daan, { editionId: world.edition.id, seen: id });
    expect((await findCurrentEdition(world.store))?.id).toBe(world.edition.id);
  });

  test('that was never put live does not run', async () => {
    const id = await start();
    await expect(runWrittenEdition(world, daan, { editionId: id, seen: world.edition.id })).rejects.toThrow(
      'not-found',
    );
  });

  test('is let go and taken up again with all that was written', async () => {
    const id = await start();
    await save('Anders', 0, id);
    const { draft } = await loadWritten(world, daan, id);
    const basedOn = draft?.value.revision ?? 0;
    const gone = await discardEditionDraft(world, daan, { editionId: id, basedOn, isDiscarded: true });
    expect(gone.draft?.value.status).toBe('discarded');
    await expect(save('Weer anders', 1, id)).rejects.toThrow('changed-meanwhile');
    const back = await discardEditionDraft(world, daan, {
      ...{ editionId: id, basedOn: basedOn + 1, isDiscarded: false },
    });
    expect(back.parts.general.name).toBe('Anders');
  });
});

describe('saving a part', () => {
  test('the same twice is once; of two at once the second is told; other parts stand beside it', async () => {
    await save('Eerste', 0);
    const again = await save('Eerste', 0);
    expect(again.draft?.value.revisions).toEqual({ general: 1 });
    await expect(save('Tweede', 0)).rejects.toThrow('changed-meanwhile');
    const dates = { ...again.parts.dates, maximumAgeYears: 5 };
    const both = await saveEditionPart(world, daan, {
      ...{ editionId: world.edition.id, basedOn: 0, change: { part: 'dates', value: dates } },
    });
    expect([both.parts.general.name, both.parts.dates.maximumAgeYears]).toEqual(['Eerste', 5]);
    expect((await kept())?.name).toBe(world.edition.name);
  });

  test('two at the same moment: one holds', async () => {
    const outcomes = await Promise.allSettled([save('Een', 0), save('Twee', 0)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('what can’t be an edition is kept, and not put live', async () => {
    await save('', 0);
    expect((await viewEditionPlan(world, daan, world.edition.id)).faults.map(({ code }) => code)).toEqual([
      'empty',
    ]);
    await expect(put()).rejects.toThrow('malformed');
  });
});

describe('putting live', () => {
  test('what was seen, and nothing that was written since', async () => {
    await save('Nieuwe naam', 0);
    const plan = await viewEditionPlan(world, daan, world.edition.id);
    expect(plan.difference.changes.map(({ field, to }) => [field, to])).toEqual([['name', 'Nieuwe naam']]);
    await save('Nog nieuwer', 1);
    const seen = { editionId: world.edition.id, revision: plan.written.draft?.value.revision ?? 0 };
    await expect(putEditionDraft(world, daan, { ...seen, hash: plan.hash })).rejects.toThrow(
      'changed-meanwhile',
    );
    expect(await put()).toEqual({ kind: 'done' });
    expect((await kept())?.name).toBe('Nog nieuwer');
    expect((await loadWritten(world, daan, world.edition.id)).draft?.value.status).toBe('put');
  });

  test('is undone and redone, each once', async () => {
    const before = await kept();
    await save('Nieuwe naam', 0);
    await put();
    const { hash = '', undo } = await viewEditionPlan(world, daan, world.edition.id);
    const undoing = { editionId: world.edition.id, hash, to: undo?.hash ?? '' };
    expect(await undoPutEdition(world, daan, undoing)).toEqual({ kind: 'done' });
    expect(await undoPutEdition(world, daan, undoing)).toEqual({ kind: 'done' });
    expect(await kept()).toEqual(before);
    expect((await actsIn(world.edition.id)).filter((act) => act === 'put-edition').length).toBe(2);
    const redo = await viewEditionPlan(world, daan, world.edition.id);
    await undoPutEdition(world, daan, {
      ...{ editionId: world.edition.id, hash: redo.hash ?? '', to: redo.undo?.hash ?? '' },
    });
    expect((await kept())?.name).toBe('Nieuwe naam');
  });

  test('a category with submissions stays, and the draft with it', async () => {
    const { parts } = await loadWritten(world, daan, world.edition.id);
    const [, ...others] = parts.categories.categories;
    await saveEditionPart(world, daan, {
      ...{ editionId: world.edition.id, basedOn: 0 },
      change: { part: 'categories', value: { categories: others } },
    });
    const outcome = await put();
    expect(outcome.kind === 'refused' && outcome.refusals.map(({ code }) => code)).toEqual([
      'category-in-use',
    ]);
    expect((await loadWritten(world, daan, world.edition.id)).draft?.value.status).toBe('open');
  });

  test('dying in between leaves all of it or nothing', async () => {
    await save('Nieuwe naam', 0);
    const before = await kept();
    const { store } = world;
    const dying = {
      ...world,
      store: delegatingStore(store, { commit: () => Promise.reject(new Error('died')) }),
    };
    const { hash, written } = await viewEditionPlan(world, daan, world.edition.id);
    const seen = { editionId: world.edition.id, revision: written.draft?.value.revision ?? 0, hash };
    await expect(putEditionDraft(dying, daan, seen)).rejects.toThrow('died');
    expect([await kept(), (await loadWritten(world, daan, world.edition.id)).draft?.value.status]).toEqual([
      before,
      'open',
    ]);
    await putEditionDraft(world, daan, seen);
    expect((await kept())?.name).toBe('Nieuwe naam');
  });

  test('says what a new deadline does to people', async () => {
    const { parts } = await loadWritten(world, daan, world.edition.id);
    await saveEditionPart(world, daan, {
      ...{ editionId: world.edition.id, basedOn: 0 },
      change: { part: 'dates', value: { ...parts.dates, closes: '2026-11-23' } },
    });
    const { difference } = await viewEditionPlan(world, daan, world.edition.id);
    expect(difference.cautions.map(({ code }) => code)).toEqual(['intake-ends-earlier']);
  });
});
