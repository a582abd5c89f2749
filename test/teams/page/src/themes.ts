import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import type { Theme as FluentTheme } from '@fluentui/react-components';

/** The names Teams itself uses, also towards a tab. */
export type Theme = 'default' | 'dark' | 'contrast';

export const themes: readonly Theme[] = ['default', 'dark', 'contrast'];

/** Which theme a text means; `default` when it means none. */
export function themeOf(text: string | null): Theme {
  return themes.find((theme) => theme === text) ?? 'default';
}

export function fluentThemeOf(theme: Theme): FluentTheme {
  switch (theme) {
    case 'default':
      return teamsLightTheme;
    case 'dark':
      return teamsDarkTheme;
    case 'contrast':
      return teamsHighContrastTheme;
    default:
      return theme satisfies never;
  }
}
