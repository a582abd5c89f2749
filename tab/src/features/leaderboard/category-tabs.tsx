import { Tab, TabList } from '@fluentui/react-components';
import { useSay } from '../../shared/language/speech.ts';
import { go, useRoute } from '../../shared/navigation/use-route.ts';
import styles from './category-tabs.module.css';

interface CategoryTabsProps {
  categories: readonly { id: string; name: string }[];
  chosen: string;
}

export function CategoryTabs({ categories, chosen }: CategoryTabsProps) {
  const say = useSay();
  const route = useRoute();
  return (
    <TabList
      className={styles.tabs}
      appearance="subtle-circular"
      aria-label={say('category.choose')}
      selectedValue={chosen}
      onTabSelect={(_event, { value }) => go({ ...route, screen: 'leaderboard', categoryId: String(value) })}
    >
      {categories.map(({ id, name }) => (
        <Tab key={id} value={id}>
          {name}
        </Tab>
      ))}
    </TabList>
  );
}
