import { AdaptiveCard, HostConfig } from 'adaptivecards';
import MarkdownIt from 'markdown-it';

/** What Teams draws in a card: bold, italic, lists and links. */
const markdown = new MarkdownIt('zero', { html: false }).enable([
  'emphasis',
  'link',
  'list',
  'escape',
  'entity',
]);

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

const colour = (name: string) => `var(--${name})`;
const both = (name: string) => ({ default: colour(name), subtle: colour(name) });

const foregroundColors = {
  default: { default: colour('colorNeutralForeground1'), subtle: colour('colorNeutralForeground2') },
  dark: both('colorNeutralForeground1'),
  light: both('colorNeutralForeground2'),
  accent: both('colorBrandForeground2'),
  good: both('colorStatusSuccessForeground1'),
  warning: both('colorStatusWarningForeground1'),
  attention: both('colorStatusDangerForeground1'),
};

const on = (background: string, border = 'colorNeutralStroke2') => ({
  ...{ backgroundColor: colour(background), borderColor: colour(border), foregroundColors },
});

const fontSizes = { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 };

const font = { fontFamily: 'inherit', fontSizes, fontWeights: { lighter: 300, default: 400, bolder: 600 } };

const hostConfig = {
  supportsInteractivity: true,
  fontTypes: { default: font, monospace: font },
  spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 16 },
  separator: { lineThickness: 1, lineColor: colour('colorNeutralStroke2') },
  containerStyles: {
    default: on('colorNeutralBackground1'),
    emphasis: on('colorNeutralBackground3'),
    accent: on('colorBrandBackground2', 'colorBrandStroke2'),
    good: on('colorStatusSuccessBackground1'),
    warning: on('colorStatusWarningBackground1'),
    attention: on('colorStatusDangerBackground1'),
  },
  inputs: {
    label: {
      inputSpacing: 'Small',
      requiredInputs: { weight: 'Bolder', suffix: ' *', suffixColor: 'Attention' },
      optionalInputs: { weight: 'Bolder' },
    },
  },
  actions: { maxActions: 6, buttonSpacing: 8, actionAlignment: 'Left', allowTitleToWrap: true },
  textBlock: { headingLevel: 4 },
};

/** Draws a card as Teams would, into an element; what its buttons would do is left out. */
export function drawCard(into: HTMLElement, source: unknown, language: string): void {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig);
  card.lang = language;
  card.parse(source);
  into.replaceChildren();
  card.render(into);
}
