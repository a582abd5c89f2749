import type { RoleLimit } from '../../domain/edition/edition-role.ts';
import type { Edition, RoundId } from '../../domain/edition/edition.ts';
import said from './role-words.json' with { type: 'json' };
import { bareWords } from './words.ts';

type Part = { category: string } | { round: RoundId };

/**
 * Which categories and rounds of an edition somebody names: "Direct en de voorselectie", "ronde 1".
 * `undefined` when there is a word in it that is none.
 */
export function readRolePlace(
  text: string,
  edition: Pick<Edition, 'categories' | 'rounds'>,
): RoleLimit | undefined {
  const parts = partsIn(bareWords(text), namesIn(edition));
  if (parts === undefined || parts.length === 0) return undefined;
  const categories = parts.flatMap((part) => ('category' in part ? [part.category] : []));
  const rounds = parts.flatMap((part) => ('round' in part ? [part.round] : []));
  return { ...(categories.length > 0 && { categories }), ...(rounds.length > 0 && { rounds }) };
}

function partsIn(words: string, names: readonly (readonly [string, Part])[]): Part[] | undefined {
  if (words === '') return [];
  for (const [name, part] of names) {
    if (words !== name && !words.startsWith(`${name} `)) continue;
    const rest = partsIn(words.slice(name.length).trim(), names);
    if (rest !== undefined) return [part, ...rest];
  }
  const [first = '', ...others] = words.split(' ');
  return said.beforePlace.includes(first) ? partsIn(others.join(' '), names) : undefined;
}

/** The longest first: "Gezond leven en ouder worden" is one category. */
function namesIn({ categories, rounds }: Pick<Edition, 'categories' | 'rounds'>) {
  const ofCategories = categories.flatMap(({ id, name }) =>
    [id, name.nl, name.en].map((each): [string, Part] => [bareWords(each ?? ''), { category: id }]),
  );
  const ofRounds = rounds.flatMap(({ id, name }, index) =>
    [id, name.nl, name.en, `ronde ${index + 1}`, `round ${index + 1}`].map((each): [string, Part] => [
      bareWords(each ?? ''),
      { round: id },
    ]),
  );
  return [...ofCategories, ...ofRounds]
    .filter(([name]) => name !== '')
    .toSorted(([one], [other]) => other.length - one.length);
}
