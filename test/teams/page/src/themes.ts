import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import type { Theme as FluentTheme } from '@fluentui/react-components';

/** The names Teams itself uses, also towards a tab. */
export type Theme = 'default' | 'dark' | 'contrast';

export const themes: readonly Theme[] = ['default', 'dark', 'contrast'];

/** Which theme a text means; `default` when it means none. */
export function themeOf(text: string | null): Theme {
  return themes.find((theme) => theme === text) ?? 'default';
}

/** Teams' own first; the rest looks alike where it is not installed. */
export const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', Helvetica, Arial, sans-serif";

export function fluentThemeOf(theme: Theme): FluentTheme {
  return { ...teamsThemeOf(theme), fontFamilyBase };
}

function teamsThemeOf(theme: Theme): FluentTheme {
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
