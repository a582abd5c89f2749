import type { Drawing } from '../../bot/cards/drawing.ts';
import { formDrawing } from '../../bot/cards/form-drawing.ts';
import { markOf } from '../../bot/conversation/form-fingerprint.ts';
import type { OnForm } from '../../bot/conversation/form-section.ts';
import { viewForm } from '../../bot/conversation/form-view.ts';
import { contextOf } from '../../bot/conversation/intake-context.ts';
import type { Draft, Remark } from '../../bot/domain/draft/draft.ts';
import type { Edition } from '../../bot/domain/edition/edition.ts';
import type { Language, Person } from '../../bot/domain/person.ts';
import type { SimilarFinder } from '../../bot/use-cases/find-similar.ts';
import { exampleEdition } from '../teams/example/edition.ts';
import { draftAt } from './intake-samples.ts';

/** The form as people meet it, to look at and to test. */

const now = '2026-11-22T12:00:00.000Z';
const edition = exampleEdition(new Date(now));
const person: Person = {
  tenantId: 'tenant',
  objectId: 'sanne',
  name: 'Sanne de Wit',
  mail: 'sanne.dewit@utrecht.example',
  language: 'nl',
};

interface FormSample {
  draft: Draft;
  on?: OnForm;
  meanwhile?: Remark[];
  language?: Language;
  changes?: Partial<Edition>;
  similar?: SimilarFinder;
}

export function formDrawn({ draft, on, meanwhile, language = 'nl', changes, similar }: FormSample): Drawing {
  const context = contextOf(draft, { ...edition, ...changes }, { ...person, language }, now, similar);
  return formDrawing(viewForm(draft, context, on, meanwhile), language);
}

/** Sent as it was drawn, but for these fields. */
function sent(draft: Draft, changes: Record<string, string> = {}): OnForm {
  const { sections } = viewForm(draft, contextOf(draft, edition, person, now));
  const fields = sections.flatMap(({ step, fields: all }) => all.map((field) => ({ step, field })));
  const by = (valueOf: (each: (typeof fields)[number]) => string) => {
    const all: Record<string, Record<string, string>> = {};
    for (const each of fields) all[each.step] = { ...all[each.step], [each.field.id]: valueOf(each) };
    return all;
  };
  const typed = by(({ step, field }) => changes[`${step}.${field.id}`] ?? field.value);
  return { filled: { typed, drawn: by(({ field }) => markOf(field.kind, field.value)) } };
}

const begun = draftAt('whose');
const halfway = draftAt('category', {
  attempts: {
    participant: { answer: 'Bergen' },
    title: { answer: 'ab' },
    finished: { answer: 'maart 2019' },
  },
});
const whole = draftAt('review');
const overruled: Remark = {
  tone: 'info',
  text: 'form.overruled',
  values: { label: 'Titel', answer: 'Luisterpaal *op reis*' },
};

export const formSamples: Record<string, Record<string, object>> = {
  form: {
    sample: formDrawn({ draft: begun }).values,
    'sample.to-mend': formDrawn({ draft: halfway, on: sent(halfway) }).values,
    'sample.whole': formDrawn({ draft: whole, meanwhile: [overruled] }).values,
    'sample.english': formDrawn({ draft: begun, on: sent(begun), language: 'en' }).values,
  },
};
