import type { Input } from '../conversation/steps/step.ts';
import { lengthOf } from '../conversation/reading/words.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import { wordsLine, wordsSafely } from './intake-words.ts';

/** What can be typed or ticked on a card of the intake, as `adaptive-cards/intake` draws it. */
export function inputValues(input: Input, language: Language) {
  return { ...blank, ...shared(input, language), ...own(input, language) };
}

/** A template has a place for each of these, whatever kind of input it is. */
const blank = {
  placeholder: '',
  isText: false,
  isMultiline: false,
  isChoice: false,
  isToggle: false,
  choices: [] as { title: string; value: string }[],
  title: '',
  style: 'Text',
  count: '',
  note: '',
};

const mostLabel = 300;

function shared({ id, label, value, required }: Input, language: Language) {
  const said = wordsLine(language, label, mostLabel);
  return { id, value, label: required ? said : text(language, 'intake.optional', { label: said }) };
}

const styles = { line: 'Text', lines: 'Text', mail: 'Email', phone: 'Tel' } as const;

function own(input: Input, language: Language) {
  switch (input.kind) {
    case 'line':
    case 'lines':
    case 'mail':
    case 'phone': {
      const isMultiline = input.kind === 'lines';
      return {
        isText: true,
        isMultiline,
        style: styles[input.kind],
        placeholder: wordsLine(language, input.placeholder),
        count:
          input.isCounted === true && input.value !== '' ? countText(input.value, input.most, language) : '',
      };
    }
    case 'choice':
      return {
        isChoice: true,
        choices: input.choices.map(({ value, title }) => ({ value, title: wordsLine(language, title) })),
        note: input.note === undefined ? '' : wordsSafely(language, input.note),
      };
    case 'toggle':
      return { isToggle: true, title: wordsLine(language, input.title, mostLabel) };
    default:
      return input satisfies never;
  }
}

/** Teams can't count while somebody types; this counts what stands there. */
function countText(value: string, most: number, language: Language): string {
  return text(language, 'intake.count', { length: lengthOf(value), most });
}
