import type { Theme } from '@fluentui/tokens';
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/tokens';
import type { Plugin } from 'vite';

const source = 'virtual:teams-themes.css';
const resolved = `\0${source}`;

/**
 * `virtual:teams-themes.css`: Fluent's tokens for each of Teams' themes, as CSS variables that follow `data-theme` on
 * the page. A style sheet, because Fluent's own provider makes the same from 10 KB of script on every start.
 */
export function teamsThemes(): Plugin {
  return {
    name: 'teams-themes',
    resolveId: (id) => (id === source ? resolved : undefined),
    load: (id) => (id === resolved ? styleSheet() : undefined),
  };
}

function styleSheet(): string {
  return [
    rule(':root', teamsLightTheme, 'light'),
    // Paper is light.
    '@media screen {',
    rule(":root[data-theme='dark']", differing(teamsDarkTheme), 'dark'),
    rule(":root[data-theme='contrast']", differing(teamsHighContrastTheme), 'dark'),
    '}',
  ].join('\n');
}

/** What a theme has otherwise than the default one. */
function differing(theme: Theme): Partial<Theme> {
  const usual = new Map<string, unknown>(Object.entries(teamsLightTheme));
  return Object.fromEntries(Object.entries(theme).filter(([name, value]) => usual.get(name) !== value));
}

function rule(selector: string, tokens: Partial<Theme>, scheme: 'light' | 'dark'): string {
  const lines = Object.entries(tokens).map(([name, value]) => `--${name}: ${String(value)};`);
  return `${selector} {\ncolor-scheme: ${scheme};\n${lines.join('\n')}\n}`;
}
