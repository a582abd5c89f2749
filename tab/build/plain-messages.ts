import { createLiteralElement } from '@formatjs/icu-messageformat-parser/no-parser.js';

export {
  isArgumentElement,
  isDateElement,
  isDateTimeSkeleton,
  isLiteralElement,
  isNumberElement,
  isNumberSkeleton,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  isTimeElement,
} from '@formatjs/icu-messageformat-parser/no-parser.js';

/** What is not compiled in the built page is a text without values. */
export function parse(message: string): ReturnType<typeof createLiteralElement>[] {
  return [createLiteralElement(message)];
}
