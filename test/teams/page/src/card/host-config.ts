import { HostConfig } from 'adaptivecards';

import { fontFamilyBase } from '../themes.ts';
import type { Theme } from '../themes.ts';
import { cardColours } from './host-config-colours.ts';
import type { CardColours } from './host-config-colours.ts';

const fontSizes = { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 };
const fontWeights = { lighter: 300, default: 400, bolder: 600 };

/** How a card is drawn in one of the themes of Teams: sizes, spaces, colours. */
export function hostConfigOf(theme: Theme): HostConfig {
  const colours = cardColours[theme];
  return new HostConfig({
    supportsInteractivity: true,
    fontTypes: {
      default: { fontFamily: fontFamilyBase, fontSizes, fontWeights },
      monospace: { fontFamily: "Consolas, 'Courier New', monospace", fontSizes, fontWeights },
    },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: containerStylesOf(colours),
    inputs: inputsOf(),
    actions: actions(),
    factSet: { title: { weight: 'Bolder', wrap: true, maxWidth: 160 }, value: { wrap: true }, spacing: 12 },
    textStyles: { heading: { size: 'Large', weight: 'Bolder' }, columnHeader: { weight: 'Bolder' } },
    textBlock: { headingLevel: 2 },
  });
}

function containerStylesOf(colours: CardColours): Record<string, unknown> {
  const foregroundColors = foregroundColorsOf(colours);
  const on = (backgroundColor: string, borderColor = colours.line) => ({
    backgroundColor,
    borderColor,
    foregroundColors,
  });
  return {
    default: on(colours.page),
    emphasis: on(colours.emphasis),
    accent: on(colours.accentBack, colours.accent),
    good: on(colours.goodBack, colours.good),
    warning: on(colours.warningBack, colours.warning),
    attention: on(colours.attentionBack, colours.attention),
  };
}

function foregroundColorsOf({ text, subtle, accent, good, warning, attention }: CardColours) {
  const both = (colour: string) => ({ default: colour, subtle: colour });
  return {
    default: { default: text, subtle },
    dark: { default: text, subtle },
    light: { default: subtle, subtle },
    accent: both(accent),
    good: both(good),
    warning: both(warning),
    attention: both(attention),
  };
}

function inputsOf() {
  return {
    label: {
      inputSpacing: 'Small',
      requiredInputs: { weight: 'Bolder', suffix: ' *', suffixColor: 'Attention' },
      optionalInputs: { weight: 'Bolder' },
    },
    errorMessage: { color: 'Attention', size: 'Small' },
    debounceTimeInMilliSeconds: 200,
  };
}

function actions() {
  return {
    maxActions: 6,
    spacing: 'Medium',
    buttonSpacing: 8,
    actionsOrientation: 'Horizontal',
    actionAlignment: 'Left',
    allowTitleToWrap: true,
    showCard: { actionMode: 'Inline', inlineTopMargin: 16, style: 'emphasis' },
  };
}
