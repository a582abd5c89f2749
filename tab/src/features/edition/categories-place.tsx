import { FindingsAt } from './field.tsx';
import { LocalInput } from './inputs.tsx';
import { ItemList } from './item-list.tsx';
import { newId } from './new-id.ts';
import { Section } from './section.tsx';
import { useSay } from './texts.ts';
import type { Writing } from './use-draft.ts';

/** What submissions compete in. One with submissions in it stays. */
export function CategoriesPlace({ writing: { parts, change, draft } }: { writing: Writing }) {
  const say = useSay();
  const { categories } = parts.categories;
  return (
    <Section title={say('edition.categories')} hint={say('edition.categories.hint')}>
      <FindingsAt at="categories" />
      <ItemList
        items={categories}
        keyOf={({ id }) => id}
        nameOf={({ name }, index) => name.nl || say('edition.category', { number: index + 1 })}
        least={1}
        staysBecause={({ id }) => {
          const count = draft.use.byCategory[id] ?? 0;
          return count === 0 ? undefined : say('edition.category.stays', { count });
        }}
        onChange={(changed) => change('categories', { categories: changed })}
        add={{
          text: say('edition.category.add'),
          make: () => ({
            id: newId(
              'categorie',
              categories.map(({ id }) => id),
            ),
            ...{ name: { nl: '' }, explanation: { nl: '' } },
          }),
        }}
      >
        {(category, set, index) => (
          <>
            <LocalInput
              label={say('edition.label.name')}
              at={`categories.${index}.name`}
              value={category.name}
              onChange={(name) => set({ ...category, name })}
            />
            <LocalInput
              long
              label={say('edition.label.explanation')}
              at={`categories.${index}.explanation`}
              value={category.explanation}
              onChange={(explanation) => set({ ...category, explanation })}
            />
          </>
        )}
      </ItemList>
    </Section>
  );
}
