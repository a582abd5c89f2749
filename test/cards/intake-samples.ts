import { personalDrawing } from '../../bot/cards/personal-drawing.ts';
import { createChatLink } from '../../bot/cards/chat-link.ts';
import type { Drawing } from '../../bot/cards/drawing.ts';
import { threadNoticeDrawing } from '../../bot/cards/thread-notice-drawing.ts';
import { contextOf } from '../../bot/conversation/intake-context.ts';
import { viewIntake } from '../../bot/conversation/intake-view.ts';
import { notOpenNotice, notice } from '../../bot/conversation/notices.ts';
import type { PersonalView } from '../../bot/conversation/personal-view.ts';
import type { Answers } from '../../bot/conversation/steps/step.ts';
import { told } from '../../bot/conversation/steps/step.ts';
import type { Draft, Remark } from '../../bot/domain/draft/draft.ts';
import type { Edition } from '../../bot/domain/edition/edition.ts';
import type { Language, Person } from '../../bot/domain/person.ts';
import type { SimilarFinder } from '../../bot/use-cases/submitting/find-similar.ts';
import { exampleEdition } from '../teams/example/edition.ts';

/** The cards of the personal chat as people meet them, to look at and to test. */

const now = '2026-11-22T12:00:00.000Z';
const edition = exampleEdition(new Date(now));
const person: Person = {
  tenantId: 'tenant',
  objectId: 'sanne',
  name: 'Sanne de Wit',
  mail: 'sanne.dewit@utrecht.example',
  language: 'nl',
};
/** What is answered at each question, in their order. */
const answered: [step: string, answers: Answers][] = [
  ['whose', { whose: 'own' }],
  ['participant', { participant: { kind: 'municipality', code: 'GM0344' } }],
  [
    'partners',
    {
      partners: [
        { kind: 'organisation', name: 'Waterschap De Stichtse Rijnlanden' },
        { kind: 'municipality', code: 'GM0356' },
      ],
    },
  ],
  ['title', { title: 'Reizende luisterpaal *voor* elke wijk' }],
  [
    'description',
    {
      description:
        'Een paal die langs de wijken reist en naar inwoners luistert.\nElke maand staat hij ergens anders; wat inwoners inspreken, ligt een week later bij het wijkteam. In een jaar kregen we 1.400 ideeën en voerden we er 60 uit.',
    },
  ],
  [
    'similar',
    { novelty: 'sequel', follows: { kind: 'practice', id: 'luisterpaal', title: 'Luisterpaal Zwolle' } },
  ],
  ['category', { categoryId: 'direct' }],
  ['finished', { finished: { from: '2025-03-01', to: '2025-03-31' } }],
  ['proof', { proof: 'In een jaar kwamen er 1.400 ideeën binnen. Bewoners geven de paal een 8,1.' }],
  [
    'conditions',
    {
      conditions: {
        finished: 'yes',
        successful: 'yes',
        relevant: 'yes',
        valuable: 'yes',
        scalable: 'unsure',
      },
    },
  ],
  ['own-website', {}],
  [
    'contact',
    {
      contact: {
        name: 'Sanne de Wit',
        mail: 'sanne.dewit@utrecht.example',
        role: 'projectleider',
        phone: '+31612345678',
      },
    },
  ],
  ['consent', { consent: { givenAt: now, statement: edition.consent.nl } }],
];

/** @param step whose question stands; everything before it has been answered, or was left open */
export function draftAt(step: string, changes: Partial<Draft> = {}): Draft {
  const place = answered.findIndex(([id]) => id === step);
  const before = place === -1 ? answered : answered.slice(0, place);
  const answers = before.reduce<Answers>((all, [, each]) => ({ ...all, ...each }), {});
  return {
    id: '6c4a0e6e-3f0e-4f6c-9b0e-2b7a4a1f0c11',
    editionId: edition.id,
    submitter: 'tenant:sanne',
    status: 'open',
    answers: step === 'review' ? answers : omitted(answers, ['novelty', 'follows']),
    step,
    revision: before.length,
    updatedAt: now,
    ...(before.some(([id]) => id === 'own-website') && { skipped: ['own-website'] }),
    ...changes,
  };
}

function omitted(answers: Answers, fields: readonly (keyof Answers)[]): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([name]) => !fields.some((each) => each === name)),
  );
}

const resembling: SimilarFinder = {
  find: () => [
    { kind: 'practice', id: 'luisterpaal', title: 'Luisterpaal Zwolle', municipality: 'Zwolle', editionName: 'GemeenteDelers 2022/23', score: 0.8, why: ['luisterpaal'] },
    { kind: 'submission', id: 's-7', title: 'Luisteren in de *wijk*', municipality: 'Ede', editionName: 'GemeenteDelers 2027', number: 'GD27-0007', score: 0.6, why: ['wijk'] },
  ],
}; // prettier-ignore

export interface DrawnOptions {
  language?: Language;
  at?: string;
  /** What is different in the edition. */
  changes?: Partial<Edition>;
  similar?: SimilarFinder;
}

export function intakeDrawn(draft: Draft, options: DrawnOptions = {}): Drawing {
  const { language = 'nl', at = now, changes, similar } = options;
  const asks = { ...edition, ...changes };
  const context = contextOf(draft, asks, { ...person, language }, at, similar);
  return personalDrawing(viewIntake(draft, context, notOpenNotice(asks, at, draft, language)), language);
}

function drawn(view: PersonalView, language: Language = 'nl'): object {
  return personalDrawing(view, language).values;
}

function asked(step: string, changes: Partial<Draft> = {}, language: Language = 'nl'): object {
  return intakeDrawn(draftAt(step, changes), { language }).values;
}

function mend(text: string, values: Remark['values'] = {}): { remark: Remark } {
  return { remark: { tone: 'mend', text, values } };
}

const welcome: Remark = { tone: 'welcome', text: 'intake.welcome', values: {} };
const refused: Answers = {
  conditions: { finished: 'no', successful: 'no', relevant: 'yes', valuable: 'yes', scalable: 'unsure' },
};
const chatLink = createChatLink({ appId: 'b07a0000-5e1f-4d2c-8a3b-6c9d0e1f2a3b' });

export const intakeSamples: Record<string, Record<string, object>> = {
  intake: {
    sample: asked('whose', { remark: welcome }),
    'sample.suggested': asked('participant'),
    'sample.several': asked('participant', {
      choices: ['GM0373', 'GM0893'],
      ...mend('intake.participant.several', { typed: 'Bergen' }),
    }),
    'sample.organisation': asked('participant', {
      choices: ['organisation:Waterschap Rijnland'],
      remark: told('intake.participant.is-organisation', { name: 'Waterschap Rijnland' }),
    }),
    'sample.partners': asked('partners', {
      answers: { ...draftAt('title').answers },
      remark: told('intake.partners.added', { added: 'Waterschap De Stichtse Rijnlanden en Nieuwegein' }),
    }),
    'sample.description': asked('description'),
    'sample.similar': intakeDrawn(draftAt('similar'), { similar: resembling }).values,
    'sample.too-long': asked('title', {
      attempts: { title: { answer: 'Een titel die veel te lang is '.repeat(5).trim() } },
      ...mend('intake.title.too-long', { tooMany: 29, most: 120 }),
    }),
    'sample.category': asked('category'),
    'sample.too-old': asked('finished', {
      ...mend('intake.finished.too-old', { when: 'in 2022', day: '21 januari 2024' }),
    }),
    'sample.proof': asked('proof', {
      attempts: { proof: { answer: 'Werkt!' } },
      ...mend('intake.proof.too-short', { least: 10 }),
    }),
    'sample.conditions': asked('conditions'),
    'sample.refused': asked('conditions', {
      answers: { ...draftAt('own-website').answers, ...refused },
      ...mend('intake.conditions.refused', { count: 2, numbers: '1 en 2' }),
    }),
    'sample.own': asked('own-website'),
    'sample.contact': asked('contact'),
    'sample.contact-there': asked('contact-there', {
      answers: {
        ...draftAt('consent').answers,
        whose: 'nominated',
        participant: { kind: 'partnership', name: 'Drechtsteden', members: ['GM0505', 'GM0642'] },
      },
    }),
    'sample.consent': asked('consent'),
    'sample.consent-english': asked('consent', {}, 'en'),
    'sample.english': asked(
      'participant',
      {
        ...mend('intake.participant.nearest', { typed: 'Narnia <b>' }),
        choices: ['GM1970', 'GM0072', 'GM0202'],
      },
      'en',
    ),
  },
  'intake-review': {
    sample: asked('review'),
    'sample.unclear': asked('review', mend('intake.review.unclear')),
  },
  'intake-pause': {
    sample: asked('category', { paused: true }),
    'sample.starting-over': asked('category', { startingOver: true }),
    'sample.deleting': asked('category', { deleting: true }),
    'sample.reminders': asked('category', {
      paused: true,
      remark: { tone: 'info', text: 'intake.paused.reminders', values: { days: '7 dagen en 1 dag' } },
    }),
  },
  'answered-line': {
    sample: drawn({ kind: 'answered-line', label: 'intake.title.label', answer: 'Reizende luisterpaal' }),
    'sample.asked': drawn({ kind: 'asked-line', text: 'intake.participant.question.own', values: {} }),
  },
  notice: {
    sample: drawn({ ...notice('notice.handed-in'), next: 'start' }),
    'sample.before': drawn({
      ...notice('notice.before', { edition: edition.name, opens: '1 december 2026, 09.00 uur' }),
      next: 'nothing',
    }),
    'sample.closed': intakeDrawn(draftAt('title'), { at: '2027-06-01T12:00:00.000Z' }).values,
    'sample.handed-in': intakeDrawn(draftAt('review', { status: 'handed-in', number: 13 })).values,
  },
  'thread-notice': {
    sample: threadNoticeDrawing(notice('mention.jury-channel'), 'nl', chatLink)?.values ?? {},
    'sample.english': threadNoticeDrawing(notice('mention.elsewhere'), 'en', chatLink)?.values ?? {},
  },
};
