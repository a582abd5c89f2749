import type { Drawing } from '../../bot/cards/drawing.ts';
import { formDrawing } from '../../bot/cards/form-drawing.ts';
import type { OnForm } from '../../bot/conversation/form-section.ts';
import { takeForm } from '../../bot/conversation/form-take.ts';
import { viewForm } from '../../bot/conversation/form-view.ts';
import { contextOf } from '../../bot/conversation/intake-context.ts';
import type { Draft, Remark } from '../../bot/domain/draft/draft.ts';
import type { Edition } from '../../bot/domain/edition/edition.ts';
import type { Language, Person } from '../../bot/domain/person.ts';
import type { SimilarFinder } from '../../bot/use-cases/submitting/find-similar.ts';
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

/** Sent as it was drawn, and what comes back. */
function sent(draft: Draft, language: Language = 'nl'): FormSample {
  const context = contextOf(draft, edition, { ...person, language }, now);
  const { sections } = viewForm(draft, context);
  const by = (part: 'value' | 'drawn') =>
    Object.fromEntries(
      sections.map(({ step, fields }) => [
        step,
        Object.fromEntries(fields.map((each) => [each.id, each[part]])),
      ]),
    );
  const filled = { draft: draft.id, seen: '', wish: 'save' as const, typed: by('value'), drawn: by('drawn') };
  const taken = takeForm(draft, filled, context);
  return { draft: taken.draft, on: { filled, said: taken.said }, meanwhile: taken.meanwhile, language };
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
    'sample.to-mend': formDrawn(sent(halfway)).values,
    'sample.whole': formDrawn({ draft: whole, meanwhile: [overruled] }).values,
    'sample.english': formDrawn(sent(begun, 'en')).values,
  },
};
