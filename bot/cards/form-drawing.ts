import type { FormSection, Trouble } from '../conversation/form-section.ts';
import type { FormView } from '../conversation/form-view.ts';
import { namesText } from '../conversation/names-text.ts';
import { wordsText } from '../conversation/wording.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { plain, plainLine } from './escape.ts';
import { formFieldValues, isEither } from './form-field.ts';
import { wordsSafely } from './intake-words.ts';
import { storedSaid } from './said-safely.ts';

/** The form with every question, for a dialog. */
export function formDrawing(view: FormView, language: Language): Drawing {
  const { draft, revision, seen, sections } = view;
  const title = formTitle(view, language);
  const summary = summaryOf(view, language);
  const values = {
    lang: language,
    fallbackText: text(language, 'form.fallback', { title }),
    summary: summary.map((line) => ({ text: line })),
    summaryStyle: sections.some(({ trouble }) => trouble !== undefined) ? 'attention' : 'accent',
    intro: summary.length > 0 ? '' : text(language, 'form.intro'),
    sections: sections.map((section) => sectionValues(section, language)),
    saveLabel: text(language, 'form.save'),
    laterLabel: text(language, 'form.later'),
    drawn: sections.flatMap(marksOf).join(' '),
    ...{ draft, revision, seen },
  };
  return { template: 'form', values, summary: title };
}

/** What stands above the dialog. */
function formTitle({ numberPrefix, changing }: FormView, language: Language): string {
  return changing === undefined
    ? text(language, 'form.title', { prefix: numberPrefix })
    : text(language, 'form.title.change', { number: changing });
}

function marksOf({ step, fields }: FormSection): string[] {
  return fields.map(({ id, drawn }) => `${step}.${id}=${drawn}`);
}

/** First what has to be done, then what happened elsewhere. */
function summaryOf({ sections, meanwhile }: FormView, language: Language): string[] {
  const wrong = troubled(sections, 'wrong');
  const open = troubled(sections, 'open');
  const named = (some: readonly FormSection[]) => ({
    count: some.length,
    labels: namesText(
      language,
      some.map(({ label }) => plainLine(wordsText(language, label).toLocaleLowerCase(language), 60)),
    ),
  });
  return [
    ...(wrong.length > 0 ? [text(language, 'form.wrong', named(wrong))] : []),
    ...(open.length > 0 ? [text(language, 'form.unanswered', named(open))] : []),
    ...(wrong.length + open.length > 0 ? [text(language, 'form.kept')] : []),
    ...meanwhile.map((remark) => storedSaid(language, remark)),
  ];
}

function troubled(sections: readonly FormSection[], kind: Trouble['kind']): FormSection[] {
  return sections.filter(({ trouble }) => trouble?.kind === kind);
}

/**
 * With one field, the question is its label; with more, it stands above them. What somebody agrees to is no hint: it
 * is drawn as all text is.
 */
function sectionValues(section: FormSection, language: Language) {
  const { fields, question, explanation, values, trouble, told } = section;
  const [only, another] = fields;
  const isBox = only?.kind === 'toggle';
  const isSingle = another === undefined && !isBox;
  const asked = wordsText(language, question, values);
  const said = explanation === undefined ? '' : wordsSafely(language, explanation, values);
  const drawn = fields.map((field) =>
    formFieldValues(section, isSingle ? asked : undefined, field, language),
  );
  const isCut = drawn.some((field) => field.isCut);
  const fault = trouble === undefined ? '' : storedSaid(language, trouble.remark);
  return {
    heading: isSingle
      ? ''
      : plain(isEither(section) ? text(language, 'form.required', { label: asked }) : asked),
    statement: isBox ? said : '',
    headHint: isSingle || isBox ? '' : said,
    hint: isSingle ? said : '',
    fault: isCut ? `${fault} ${text(language, 'form.cut')}` : fault,
    told: told === undefined ? '' : storedSaid(language, told),
    fields: drawn.map(({ isCut: _isCut, ...field }) => field),
  };
}
