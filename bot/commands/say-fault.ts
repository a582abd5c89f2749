import type { EditionFault, FaultValues, Place } from '../domain/edition/edition-fault.ts';
import { partsOf } from '../domain/edition/local-moment.ts';
import { dayText, momentText } from '../texts/dates.ts';
import type { Speak, TextKey, TextLanguage, TextValues } from '../texts/texts.ts';
import { isTextKey, speak } from '../texts/texts.ts';

/**
 * A fault as a sentence: "Categorie 2 (‘Indirect’): de uitleg ontbreekt."
 * @param words what to say it in; without them as is said of a file
 */
export function sayFault(
  language: TextLanguage,
  fault: EditionFault,
  words: TextKey = `edition-file.fault.${fault.code}`,
): string {
  const said = sentenceOf(language, fault, words);
  const { place } = fault;
  return capitalised(place.length === 0 ? said : `${sayPlace(speak(language), place)}: ${said}`);
}

/** The same without where it is. */
export function sayFaultHere(language: TextLanguage, fault: EditionFault, words: TextKey): string {
  return capitalised(sentenceOf(language, fault, words));
}

function sentenceOf(language: TextLanguage, fault: EditionFault, words: TextKey): string {
  const say = speak(language);
  return say(words, {
    ...readable(language, fault.values),
    ...aboutStep(say, fault.values),
    field: sayField(say, fault),
  });
}

/** "ronde 1 (‘Voorselectie’), criterium 2 (‘Waardevol’)". */
export function sayPlace(say: Speak, place: readonly Place[]): string {
  return place
    .map(({ kind, number, name }) => {
      const numbered = say(`edition-file.place.${kind}`, { number });
      return name === undefined ? numbered : say('edition-file.place.named', { place: numbered, name });
    })
    .join(', ');
}

/** "de uitleg in het Engels". */
export function sayField(
  say: Speak,
  { field, language, place }: Pick<EditionFault, 'field' | 'language' | 'place'>,
): string {
  const key = `edition-file.field.${field ?? (place.length === 0 ? 'file' : 'this')}`;
  const named = isTextKey(key) ? say(key) : `“${field ?? ''}”`;
  return language === undefined ? named : say('edition-file.in-language', { field: named, language });
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const moments: readonly string[] = ['opens', 'closes', 'intakeCloses', 'moment', 'day'];

function readable(language: TextLanguage, values: FaultValues): TextValues {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (key === 'near' && value === '') return [key, 'none'];
      return [key, moments.includes(key) ? sayLocal(language, String(value)) : value];
    }),
  );
}

/** A moment as the file has it, as a reader writes it. */
function sayLocal(language: TextLanguage, written: string): string {
  const parts = partsOf(written);
  if (parts === undefined) return written;
  return parts.time === undefined
    ? dayText(language, parts.day)
    : momentText(language, `${parts.day}T${parts.time}:00Z`, 'UTC');
}

function aboutStep(say: Speak, { step }: FaultValues): TextValues {
  const key = `edition-file.step.${String(step)}`;
  return isTextKey(key) ? { about: say(key) } : {};
}
