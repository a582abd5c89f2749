import type { Categories } from './people-place.tsx';
import { Choice } from './inputs.tsx';
import { roundIds } from './rounds.ts';
import { useSay } from './texts.ts';

const roles = ['juror', 'assessor', 'scorer', 'chair', 'organiser'] as const;

/** A role and where it holds, as it is chosen. */
export interface RoleWish {
  role: (typeof roles)[number];
  /** `all`, or one category, or one round. */
  category: string;
  round: (typeof roundIds)[number] | 'all';
}

export const usualWish: RoleWish = { role: 'juror', category: 'all', round: 'all' };

/** The same as the server takes it. An organiser is one of the whole edition. */
export function wishBody({ role, category, round }: RoleWish) {
  const limit = {
    ...(category !== 'all' && { categories: [category] }),
    ...(round !== 'all' && { rounds: [round] }),
  };
  return role === 'organiser' || Object.keys(limit).length === 0 ? { role } : { role, limit };
}

interface RoleChoiceProps {
  wish: RoleWish;
  onChange: (wish: RoleWish) => void;
  categories: Categories;
}

export function RoleChoice({ wish, onChange, categories }: RoleChoiceProps) {
  const say = useSay();
  const everywhere = { value: 'all' as const, text: say('edition.everywhere') };
  return (
    <>
      <Choice
        label={say('edition.role')}
        value={wish.role}
        options={roles.map((value) => ({ value, text: say(`edition.role.${value}`) }))}
        onChange={(role) => onChange({ ...wish, role })}
      />
      {wish.role !== 'organiser' && (
        <>
          <Choice<string>
            label={say('edition.role.category')}
            value={wish.category}
            options={[everywhere, ...categories.map(({ id, name }) => ({ value: id, text: name.nl }))]}
            onChange={(category) => onChange({ ...wish, category })}
          />
          <Choice
            label={say('edition.role.round')}
            value={wish.round}
            options={[
              everywhere,
              ...roundIds.map((value) => ({ value, text: say(`edition.kind.${value}`) })),
            ]}
            onChange={(round) => onChange({ ...wish, round })}
          />
        </>
      )}
    </>
  );
}
