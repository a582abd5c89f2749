import { choiceField } from '../conversation/form-fields.ts';
import type { FormField, FormSection } from '../conversation/form-section.ts';
import { wordsText } from '../conversation/wording.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import { bareLine } from './escape.ts';
import { inputValues } from './intake-input.ts';

/**
 * One field of the form, as `adaptive-cards/form` draws it.
 * @param question its label, when it is the only field of the question
 */
export function formFieldValues(
  section: FormSection,
  question: string | undefined,
  field: FormField,
  language: Language,
) {
  const { value, isCut } = fitted(field.value);
  const shared = inputValues({ ...field, value }, language);
  const label = bareLine(question ?? wordsText(language, field.label), mostLabel);
  return {
    ...shared,
    ...choiceValues(field, language),
    id: `${section.step}.${field.id}`,
    label: marked(label, section, field, language),
    isCut,
  };
}

/** Whether choosing is enough, or typing: then the question is marked, not its fields. */
export function isEither({ isRequired, fields }: FormSection): boolean {
  return isRequired && fields.length > 1 && fields.some(({ id }) => id === choiceField);
}

function marked(label: string, section: FormSection, field: FormField, language: Language): string {
  if (!field.required || !section.isRequired) return text(language, 'intake.optional', { label });
  return isEither(section) ? label : text(language, 'form.required', { label });
}

const mostLabel = 300;
/** More than this is chosen from a list that folds out. */
const mostShown = 7;
const mostTitle = { expanded: 400, compact: 100 };

function choiceValues(field: FormField, language: Language) {
  if (field.kind !== 'choice') return { choiceStyle: 'expanded' };
  const choiceStyle = field.choices.length > mostShown ? 'compact' : 'expanded';
  return {
    choiceStyle,
    placeholder: text(language, 'form.choose.placeholder'),
    choices: field.choices.map(({ value, title }) => ({
      value,
      title: bareLine(wordsText(language, title), mostTitle[choiceStyle]),
    })),
  };
}

/** Bytes; with every field as full as this, the card still fits in what Teams takes. */
const mostBytes = 8_000;
const encoder = new TextEncoder();

/** Much more than fits in an answer would make the card too large for Teams. */
function fitted(value: string): { value: string; isCut: boolean } {
  if (encoder.encode(value).length <= mostBytes) return { value, isCut: false };
  let room = mostBytes;
  const kept = Array.from(value).findIndex((character) => {
    room -= encoder.encode(character).length;
    return room < 0;
  });
  return { value: Array.from(value).slice(0, kept).join(''), isCut: true };
}
