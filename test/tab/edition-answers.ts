import { previewEdition } from '../../bot/cards/edition-preview.ts';
import { createEditionDesk } from '../../bot/commands/edition-desk.ts';
import { cautionsOf } from '../../bot/domain/edition/edition-cautions.ts';
import { changesOf } from '../../bot/domain/edition/edition-changes.ts';
import { copyEdition, editionIdFor } from '../../bot/domain/edition/copy-edition.ts';
import { partsOfEdition } from '../../bot/domain/edition/draft-of-edition.ts';
import type { DraftPart, DraftParts } from '../../bot/domain/edition/edition-draft-schema.ts';
import { readDraft } from '../../bot/domain/edition/edition-draft.ts';
import type { Edition } from '../../bot/domain/edition/edition.ts';
import { refuseChanges } from '../../bot/domain/edition/refuse-changes.ts';
import {
  editionDraft,
  editionOutcome,
  editionPlan,
  editionPreview,
  editions,
  saveEditionBody,
  startEditionBody,
  startedEdition,
} from '../../bot/http/contract/edition.ts';
import { RefusedError } from '../../bot/use-cases/refusal.ts';
import { draftPartNames } from '../../bot/store/documents/edition-draft-documents.ts';
import type { ChangePeopleBody, EditionPeople } from '../../bot/http/contract/edition-people.ts';
import {
  changedPeople,
  changePeopleBody,
  editionChannels,
  editionPeople,
} from '../../bot/http/contract/edition-people.ts';
import { edition } from '../bot/domain/examples.ts';
import type { Asked } from './fake-answers.ts';
import type { FakeRoute } from './fake-routes.ts';
import type { Stage } from './stage.ts';

/** The edition screen's calls, answered by the rules themselves over what is kept here. */

const { templates, speech } = createEditionDesk();
const now = '2026-11-22T10:00:00.000Z';

interface Kept {
  parts: DraftParts;
  live?: Edition;
  former?: Edition;
  isDraft: boolean;
  revision: number;
  revisions: Partial<Record<DraftPart, number>>;
}

/** What is written, by edition; anew for each stage. */
const written = new WeakMap<Stage, { all: Map<string, Kept>; running: string }>();

export function deskOf(stage: Stage) {
  const there = written.get(stage);
  if (there !== undefined) return there;
  const live = { ...edition(), id: 'gd27', name: 'GemeenteDelers 2027', example: true };
  const kept: Kept = { ...{ parts: partsOfEdition(live), live, isDraft: false, revision: 0 }, revisions: {} };
  const desk = { all: new Map([['gd27', kept]]), running: 'gd27' };
  written.set(stage, desk);
  return desk;
}

/** As if another organiser did it. */
export function saveElsewhere(stage: Stage, id: string, change: Partial<DraftParts>): void {
  const kept = deskOf(stage).all.get(id);
  if (kept === undefined) return;
  for (const part of draftPartNames) if (change[part] !== undefined) save(kept, part, change[part]);
}

function save(kept: Kept, part: DraftPart, value: unknown): void {
  Object.assign(kept, { parts: { ...kept.parts, [part]: value }, isDraft: true });
  kept.revisions[part] = (kept.revisions[part] ?? 0) + 1;
  kept.revision += 1;
}

const use = {
  submissions: 4,
  byCategory: new Map([['direct', 4]]),
  sheetsByRound: new Map<string, number>(),
};

function findingsOf(id: string, { parts }: Kept, language: 'nl' | 'en') {
  const reading = readDraft(id, parts);
  const faults = 'faults' in reading ? reading.faults : [];
  return [...faults, ...reading.warnings].map((fault) => ({
    ...{ severity: fault.severity, at: fault.path.join('.') },
    ...speech(language).fault(fault),
  }));
}

function draftAnswer(stage: Stage, id: string, language: 'nl' | 'en') {
  const kept = deskOf(stage).all.get(id);
  if (kept === undefined) return undefined;
  return editionDraft.parse({
    ...{ id, parts: kept.parts, revision: kept.revision, revisions: kept.revisions },
    status: kept.isDraft ? 'draft' : 'kept',
    isKept: kept.live !== undefined,
    isRunning: deskOf(stage).running === id,
    findings: findingsOf(id, kept, language),
    use: { submissions: 4, byCategory: kept.live ? { direct: 4 } : {}, sheetsByRound: {} },
    turnedRounds: [],
  });
}

function planAnswer(stage: Stage, id: string, language: 'nl' | 'en') {
  const kept = deskOf(stage).all.get(id);
  if (kept === undefined) return undefined;
  const reading = readDraft(id, kept.parts);
  const after = 'edition' in reading ? reading.edition : undefined;
  const differ = (to: Edition | undefined) => differenceOf(kept.live, to, language);
  const running = deskOf(stage).running;
  const difference = differ(after);
  return editionPlan.parse({
    revision: kept.revision,
    ...(kept.live && { hash: kept.live.name }),
    findings: findingsOf(id, kept, language),
    mayPut:
      kept.isDraft &&
      after !== undefined &&
      (kept.live === undefined || difference.changes.length > 0) &&
      difference.refusals.length === 0,
    ...difference,
    ...(kept.former && { undo: { to: kept.former.name, ...differ(kept.former) } }),
    isRunning: running === id,
    ...(running !== id && { running: { id: running, name: 'GemeenteDelers 2027' } }),
  });
}

function differenceOf(before: Edition | undefined, after: Edition | undefined, language: 'nl' | 'en') {
  if (before === undefined || after === undefined) return { changes: [], cautions: [], refusals: [] };
  const { change, caution, refusal } = speech(language);
  return {
    changes: changesOf(before, after).map((each) => ({
      kind: each.kind,
      sentence: change(each, after.zone),
    })),
    cautions: cautionsOf(before, after, { use, turns: { turns: {} }, now }).map((each) =>
      caution(each, after.zone),
    ),
    refusals: refuseChanges(before, after, use, now).map(refusal),
  };
}

/** Who is what, by stage. */
const peopleByStage = new WeakMap<Stage, EditionPeople>();

function peopleOf(stage: Stage): EditionPeople {
  const there = peopleByStage.get(stage);
  if (there !== undefined) return there;
  const person = (id: string, name: string, role: 'organiser' | 'chair' | 'juror') => ({
    ...{ id: `t:${id}`, name, roles: [{ role }], revision: 1, isSelf: id === 'daan', mayGiveBack: false },
  });
  const people: EditionPeople = {
    people: [
      person('daan', 'Daan Bakker', 'organiser'),
      person('petra', 'Petra Vermeulen', 'chair'),
      { ...person('jury5', 'Jurylid 5', 'juror'), organisation: 'GM0193' },
    ],
    invitations: [
      {
        id: 'invitation:abcdefghijklmnopqrstuvwx',
        mail: 'nieuw@bureau.example',
        roles: [{ role: 'scorer' }],
      },
    ],
    municipalities: [
      { code: 'GM0344', name: 'Utrecht' },
      { code: 'GM0193', name: 'Zwolle' },
    ],
  };
  peopleByStage.set(stage, people);
  return people;
}

function changePeople(stage: Stage, body: ChangePeopleBody) {
  const people = peopleOf(stage);
  if (body.act === 'withdraw')
    people.invitations = people.invitations.filter(({ id }) => id !== body.invitation);
  if (body.act === 'take' || body.act === 'give-back') {
    const place = people.people.find(({ id }) => id === body.person);
    if (place !== undefined)
      Object.assign(place, {
        roles: body.act === 'take' ? [] : [{ role: 'chair' }],
        mayGiveBack: body.act === 'take',
        revision: place.revision + 1,
      });
  }
  const invited = body.act === 'invite' && {
    invited: { invited: 1, given: 0, already: 0, unread: ['geen adres'] },
  };
  return changedPeople.parse({ outcome: 'done', ...invited, people });
}

function forOrganiser(answer: FakeRoute['answer']): FakeRoute['answer'] {
  return (stage, asked, found) => (asked.actor === 'organiser' ? answer(stage, asked, found) : undefined);
}

function act(stage: Stage, { language }: Asked, id: string, what: string) {
  const desk = deskOf(stage);
  const kept = desk.all.get(id);
  const reading = kept && readDraft(id, kept.parts);
  if (kept === undefined || reading === undefined) return undefined;
  if (what === 'put' && 'edition' in reading)
    Object.assign(kept, { former: kept.live, live: reading.edition, isDraft: false });
  if (what === 'undo' && kept.former !== undefined)
    Object.assign(kept, {
      ...{ former: kept.live, live: kept.former, parts: partsOfEdition(kept.former), isDraft: false },
    });
  if (what === 'run') desk.running = id;
  return editionOutcome.parse({ refusals: [], plan: planAnswer(stage, id, language) });
}

export const editionRoutes: readonly FakeRoute[] = [
  {
    ...{ method: 'GET', path: /^\/editions\/[\w-]+\/people$/ },
    answer: forOrganiser((stage) => editionPeople.parse(peopleOf(stage))),
  },
  {
    ...{ method: 'POST', path: /^\/editions\/[\w-]+\/people$/ },
    answer: forOrganiser((stage, { body }) => changePeople(stage, changePeopleBody.parse(body))),
  },
  {
    ...{ method: 'GET', path: /^\/channels$/ },
    answer: forOrganiser(() =>
      editionChannels.parse({
        channels: [
          { id: 'channel:all', use: 'jury', state: 'bound' },
          { id: 'channel:direct', use: 'jury', category: 'Direct', state: 'none' },
          { id: 'organisers-channel', use: 'organisers', state: 'lost' },
        ],
      }),
    ),
  },
  {
    ...{ method: 'GET', path: /^\/editions\/([\w-]+)\/preview$/ },
    answer: forOrganiser((stage, { query }, [, id = '']) => {
      const kept = deskOf(stage).all.get(id);
      const reading = kept && readDraft(id, kept.parts);
      if (reading === undefined) return undefined;
      const language = query.get('language') === 'en' ? 'en' : 'nl';
      return editionPreview.parse({
        cards: 'edition' in reading ? previewEdition(reading.edition, language, now) : [],
      });
    }),
  },
  {
    ...{ method: 'GET', path: /^\/editions$/ },
    answer: forOrganiser((stage) => {
      const { all, running } = deskOf(stage);
      return editions.parse({
        editions: [...all].map(([id, { live, parts, isDraft }]) => ({
          ...{ id, name: parts.general.name, state: id === running ? 'running' : 'preparing' },
          ...(live && { opensAt: live.opensAt, closesAt: live.closesAt }),
          ...{ isKept: live !== undefined, hasDraft: isDraft, mayOpen: true },
        })),
        templates: templates.map(({ id, edition: { name } }) => ({ id, name })),
      });
    }),
  },
  {
    ...{ method: 'POST', path: /^\/editions\/start$/ },
    answer: forOrganiser((stage, { body }) => {
      const { name, numberPrefix, from } = startEditionBody.parse(body);
      const { all } = deskOf(stage);
      const source = all.get(from)?.live ?? templates.find(({ id }) => id === from)?.edition ?? edition();
      const parts = copyEdition(source, { name, numberPrefix, years: 1 });
      all.set(editionIdFor(name), { parts, isDraft: true, revision: 1, revisions: {} });
      return startedEdition.parse({ id: editionIdFor(name) });
    }),
  },
  {
    ...{ method: 'POST', path: /^\/editions\/([\w-]+)\/save$/ },
    answer: forOrganiser((stage, { body, language }, [, id = '']) => {
      const { part, value, basedOn } = saveEditionBody.parse(body);
      const kept = deskOf(stage).all.get(id);
      if (kept === undefined) return undefined;
      if ((kept.revisions[part] ?? 0) !== basedOn) throw new RefusedError('changed-meanwhile');
      save(kept, part, value);
      return draftAnswer(stage, id, language);
    }),
  },
  {
    ...{ method: 'GET', path: /^\/editions\/([\w-]+)\/plan$/ },
    answer: forOrganiser((stage, { language }, [, id = '']) => planAnswer(stage, id, language)),
  },
  {
    ...{ method: 'POST', path: /^\/editions\/([\w-]+)\/(put|undo|run)$/ },
    answer: forOrganiser((stage, asked, [, id = '', what = '']) => act(stage, asked, id, what)),
  },
  {
    ...{ method: 'GET', path: /^\/editions\/([\w-]+)$/ },
    answer: forOrganiser((stage, { language }, [, id = '']) => draftAnswer(stage, id, language)),
  },
];
