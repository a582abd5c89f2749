import { useSay } from '../language/speech.ts';
import type { Screen } from '../navigation/route.ts';
import { hrefOf } from '../navigation/route.ts';
import { ChoiceLinks } from './choice-links.tsx';

interface CategoryLinksProps {
  screen: Screen;
  categories: readonly { id: string; name: string }[];
  chosen: string;
}

/** The choice of category of a screen. */
export function CategoryLinks({ screen, categories, chosen }: CategoryLinksProps) {
  const say = useSay();
  return (
    <ChoiceLinks
      label={say('category.choose')}
      look="pills"
      chosen={chosen}
      choices={categories.map(({ id, name }) => ({
        key: id,
        text: name,
        href: hrefOf({ screen, categoryId: id }),
      }))}
    />
  );
}
