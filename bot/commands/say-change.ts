import type { EditionChange } from '../domain/edition/edition-changes.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { dayText, momentText } from '../texts/dates.ts';
import type { TextLanguage } from '../texts/texts.ts';
import { speak } from '../texts/texts.ts';
import { sayField, sayPlace } from './say-fault.ts';

/** A kept edition calls these by another name than its file. */
const namesInFile: Readonly<Record<string, string>> = {
  opensAt: 'opens',
  closesAt: 'closes',
  assignment: 'judgesPerSubmission',
  perSubmission: 'judgesPerSubmission',
  range: 'atLeast',
  standardDeviation: 'atLeast',
  // Of an anchor: which score it is about is in its place.
  value: 'text',
};

/** A change as a line: what it is about, what it was and what it becomes. */
export function sayChange(
  language: TextLanguage,
  change: EditionChange,
  { zone }: Pick<Edition, 'zone'>,
): string {
  const say = speak(language);
  const { place, field } = change;
  const named = { ...change, ...(field && { field: namesInFile[field] ?? field }) };
  const what = [
    ...(place.length > 0 ? [sayPlace(say, place)] : []),
    ...(field === undefined && place.length > 0 ? [] : [sayField(say, named)]),
  ].join(', ');
  if (change.kind !== 'changed') return say(`edition-command.change.${change.kind}`, { what });
  return say('edition-command.change.changed', {
    what,
    from: sayValue(language, change.from, zone),
    to: sayValue(language, change.to, zone),
  });
}

function sayValue(language: TextLanguage, value: unknown, zone: string): string {
  const say = speak(language);
  if (value === undefined) return say('edition-command.value.none');
  if (typeof value === 'boolean')
    return say(value ? 'edition-command.value.yes' : 'edition-command.value.no');
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
  if (typeof value !== 'string') return listed(language, value, zone);
  if (/^\d{4}-\d{2}-\d{2}T.*Z$/.test(value)) return momentText(language, value, zone);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayText(language, value);
  return say('edition-command.value.quoted', { value });
}

function listed(language: TextLanguage, value: unknown, zone: string): string {
  const items: unknown[] = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  if (items.length === 0) return speak(language)('edition-command.value.none');
  return items.map((item) => sayValue(language, item, zone)).join(', ');
}
