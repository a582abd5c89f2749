import type { EditionFile } from './edition-file-schema.ts';
import type { Finding } from './edition-fault.ts';
import { checkIntake } from './intake-check.ts';
import { checkRounds } from './rounds-check.ts';
import { checkDates } from './dates-check.ts';
import { sameIds, sameNames } from './same-check.ts';

/** What does not make sense though it is written as it should be. */
export function checkEdition(file: EditionFile): Finding[] {
  return [
    ...checkDates(file),
    ...sameIds(['categories'], file.categories),
    ...sameNames(['categories'], file.categories),
    ...checkIntake(file),
    ...checkRounds(file),
    ...missingEnglish(file),
  ];
}

/** One warning for all of them, at the first. */
function missingEnglish(file: EditionFile): Finding[] {
  const paths = textsWithoutEnglish(file, []);
  const [first] = paths;
  if (first === undefined) return [];
  return [{ code: 'english-missing', path: first, severity: 'warning', values: { count: paths.length } }];
}

function textsWithoutEnglish(value: unknown, path: (string | number)[]): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('nl' in value && !('en' in value && value.en !== undefined)) return [path];
  if (Array.isArray(value))
    return value.flatMap((item, index) => textsWithoutEnglish(item, [...path, index]));
  return Object.entries(value).flatMap(([key, item]) => textsWithoutEnglish(item, [...path, key]));
}
