import type { EditionPeople } from '../../../../bot/http/contract/edition-people.ts';
import type { Categories } from './people-place.tsx';
import { useSay } from './texts.ts';

type Held = EditionPeople['people'][number]['roles'][number];

/** "Jurylid, in Direct, in de voorselectie". */
export function RoleText({ held: { role, limit }, categories }: { held: Held; categories: Categories }) {
  const say = useSay();
  const names = (limit?.categories ?? []).map(
    (id) => categories.find((category) => category.id === id)?.name.nl ?? id,
  );
  const rounds = (limit?.rounds ?? []).map((round) => say(`edition.kind.${round}`));
  const where = [...names, ...rounds].join(', ');
  return (
    <p>
      {where === ''
        ? say(`edition.role.${role}`)
        : say('edition.role.in', { role: say(`edition.role.${role}`), where })}
    </p>
  );
}
