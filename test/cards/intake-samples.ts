import { personalDrawing } from '../../bot/cards/personal-drawing.ts';
import { createChatLink } from '../../bot/cards/chat-link.ts';
import type { Drawing } from '../../bot/cards/drawing.ts';
import { threadNoticeDrawing } from '../../bot/cards/thread-notice-drawing.ts';
import { contextOf } from '../../bot/conversation/intake-context.ts';
import { viewIntake } from '../../bot/conversation/intake-view.ts';
import { notOpenNotice, notice } from '../../bot/conversation/notices.ts';
import type { PersonalView } from '../../bot/conversation/personal-view.ts';
import type { Answers } from '../../bot/conversation/steps/step.ts';
import type { Draft, Remark } from '../../bot/domain/draft/draft.ts';
import type { Language, Person } from '../../bot/domain/person.ts';
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
const answers: Answers = {
  whose: 'own',
  participant: { kind: 'municipality', code: 'GM0344' },
  title: 'Reizende luisterpaal *voor* elke wijk',
  description:
    'Een paal die langs de wijken reist en naar inwoners luistert.\nElke maand staat hij ergens anders; wat inwoners inspreken, ligt een week later bij het wijkteam. In een jaar kregen we 1.400 ideeën en voerden we er 60 uit.',
  categoryId: 'direct',
  finished: { from: '2025-03-01', to: '2025-03-31' },
  contact: { name: 'Sanne de Wit', mail: 'sanne.dewit@utrecht.example' },
};
const order = Object.keys(answers);

/** @param step the field whose question stands; everything before it has been answered */
export function draftAt(step: string, changes: Partial<Draft> = {}): Draft {
  const field = step === 'category' ? 'categoryId' : step;
  const until = order.includes(field) ? order.indexOf(field) : order.length;
  return {
    id: '6c4a0e6e-3f0e-4f6c-9b0e-2b7a4a1f0c11',
    editionId: edition.id,
    submitter: 'tenant:sanne',
    status: 'open',
    answers: Object.fromEntries(Object.entries(answers).slice(0, until)),
    step,
    revision: until,
    updatedAt: now,
    ...changes,
  };
}

export function intakeDrawn(draft: Draft, language: Language = 'nl', at = now): Drawing {
  const context = contextOf(draft, edition, { ...person, language }, at);
  return personalDrawing(viewIntake(draft, context, notOpenNotice(edition, at, draft, language)), language);
}

function drawn(view: PersonalView, language: Language = 'nl'): object {
  return personalDrawing(view, language).values;
}

function asked(step: string, changes: Partial<Draft> = {}, language: Language = 'nl'): object {
  return intakeDrawn(draftAt(step, changes), language).values;
}

function mend(text: string, values: Remark['values'] = {}): { remark: Remark } {
  return { remark: { tone: 'mend', text, values } };
}

const welcome: Remark = { tone: 'welcome', text: 'intake.welcome', values: {} };
const chatLink = createChatLink({ appId: 'b07a0000-5e1f-4d2c-8a3b-6c9d0e1f2a3b' });

export const intakeSamples: Record<string, Record<string, object>> = {
  intake: {
    sample: asked('whose', { remark: welcome }),
    'sample.suggested': asked('participant'),
    'sample.several': asked('participant', {
      choices: ['GM0373', 'GM0893'],
      ...mend('intake.participant.several', { typed: 'Bergen' }),
    }),
    'sample.description': asked('description'),
    'sample.too-long': asked('title', {
      attempts: { title: { answer: 'Een titel die veel te lang is '.repeat(5).trim() } },
      ...mend('intake.title.too-long', { tooMany: 29, most: 120 }),
    }),
    'sample.category': asked('category'),
    'sample.too-old': asked('finished', {
      ...mend('intake.finished.too-old', { when: 'in 2022', day: '21 januari 2024' }),
    }),
    'sample.contact': asked('contact'),
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
    'sample.closed': intakeDrawn(draftAt('title'), 'nl', '2027-06-01T12:00:00.000Z').values,
    'sample.handed-in': intakeDrawn(draftAt('review', { status: 'handed-in', number: 13 })).values,
  },
  'thread-notice': {
    sample: threadNoticeDrawing(notice('mention.jury-channel'), 'nl', chatLink)?.values ?? {},
    'sample.english': threadNoticeDrawing(notice('mention.elsewhere'), 'en', chatLink)?.values ?? {},
  },
};
