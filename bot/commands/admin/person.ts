import type { ErasedWords, Marks } from '../../domain/erasure/marks.ts';
import type { DocumentStore } from '../../store/port.ts';
import type { Speak } from '../../texts/texts.ts';
import { findPerson } from '../../use-cases/personal-data/find-person.ts';
import type { AdminContext } from './subcommand.ts';

/** What stands where somebody was. */
export function erasedWords(say: Speak): ErasedWords {
  return {
    name: say('erased.name'),
    contact: say('erased.contact'),
    detail: say('erased.detail'),
    said: say('erased.said'),
  };
}

/** Whom `--person` means; says so when that is nobody, or not one. */
export async function personOrTell(
  store: DocumentStore,
  person: string,
  { print, say }: Pick<AdminContext, 'print' | 'say'>,
): Promise<Marks | undefined> {
  const found = await findPerson(store, person);
  switch (found.kind) {
    case 'found':
      return found.marks;
    case 'unknown':
      print(say('admin.person.unknown', { person }));
      return undefined;
    case 'several':
      print(say('admin.person.several', { ids: found.ids.join(', ') }));
      return undefined;
    default:
      return found satisfies never;
  }
}
