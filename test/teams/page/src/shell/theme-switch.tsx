import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';

import { icons } from '../icons.tsx';
import { themeOf, themes } from '../themes.ts';
import type { Theme } from '../themes.ts';
import { words } from '../words.ts';

/** Light, dark or high contrast: for this page, its cards and the tab. */
export function ThemeSwitch({ theme, choose }: { theme: Theme; choose: (theme: Theme) => void }) {
  return (
    <Menu
      checkedValues={{ theme: [theme] }}
      onCheckedValueChange={(_event, { checkedItems }) => choose(themeOf(checkedItems[0] ?? null))}
      positioning="below-end"
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<>{icons.theme}</>}
          aria-label={words.switchTheme(words.themes[theme])}
          title={words.switchTheme(words.themes[theme])}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {themes.map((each) => (
            <MenuItemRadio key={each} name="theme" value={each} className="capital">
              {words.themes[each]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
