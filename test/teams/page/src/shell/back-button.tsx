import { Button } from '@fluentui/react-components';

import { icons } from '../icons.tsx';
import { words } from '../words.ts';
import { useNavigation } from './navigation.ts';

/** On a phone: back to the list of conversations. */
export function BackButton() {
  const open = useNavigation();
  return (
    <Button
      className="only-narrow"
      appearance="subtle"
      icon={<>{icons.back}</>}
      aria-label={words.back}
      onClick={() => open(undefined)}
    />
  );
}
