import { AdaptiveCard, ExecuteAction, OpenUrlAction, Strings, SubmitAction } from 'adaptivecards';
import type { Action } from 'adaptivecards';

import type { TapRequest } from '../../../page-api.ts';
import type { Theme } from '../themes.ts';
import { words } from '../words.ts';
import { hasDraft, keepDraft, restoreDraft } from './drafts.ts';
import { hostConfigOf } from './host-config.ts';
import { cardMarkdown } from './markdown.ts';
import { searchWhileTyping, withFoundValues } from './typeahead.ts';
import type { Search } from './typeahead.ts';

export interface Drawing {
  source: unknown;
  theme: Theme;
  language: string;
  /** Names this card of this message in this version: what was typed into it is kept under this name. */
  draftKey: string;
  onTap: (action: TapRequest['action'], button: HTMLElement | undefined) => void;
  onOpenUrl: (url: string) => void;
  search: Search;
}

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text);
  result.didProcess = true;
};
Strings.defaults.overflowButtonTooltip = () => words.moreActions;
Strings.defaults.overflowButtonText = () => '···';

/** A card that stands on the page. */
export interface DrawnCard {
  /** To call before its element is emptied: keeps what was filled in. */
  keep: () => void;
  /** Whether something was filled in that was not sent. */
  isFilledIn: () => boolean;
}

/**
 * Draws a card with Microsoft's renderer into an element.
 * @throws whatever the renderer throws on a card that it can't parse.
 */
export function drawCard(into: HTMLElement, drawing: Drawing): DrawnCard {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfigOf(drawing.theme);
  card.lang = drawing.language;
  card.parse(drawing.source);
  restoreDraft(drawing.draftKey, card);
  card.onExecuteAction = (action) => perform(action, card, drawing);
  card.onAnchorClicked = (_element, anchor) => {
    drawing.onOpenUrl(anchor.href);
    return true;
  };
  into.replaceChildren();
  card.render(into);
  searchWhileTyping(card, drawing.search);
  return {
    keep: () => keepDraft(drawing.draftKey, card),
    isFilledIn: () => hasDraft(drawing.draftKey, card),
  };
}

function perform(action: Action, card: AdaptiveCard, drawing: Drawing): void {
  if (action instanceof OpenUrlAction) {
    if (action.url !== undefined) drawing.onOpenUrl(action.url);
  } else if (action instanceof ExecuteAction || action instanceof SubmitAction) {
    drawing.onTap(tapOf(action, card), action.renderedElement ?? focused());
  }
}

function tapOf(action: ExecuteAction | SubmitAction, card: AdaptiveCard): TapRequest['action'] {
  const given: unknown = action.data;
  const data = typeof given === 'object' && given !== null ? { ...given } : {};
  return {
    type: action instanceof ExecuteAction ? 'Action.Execute' : 'Action.Submit',
    id: action.id,
    title: action.title,
    verb: action instanceof ExecuteAction ? action.verb : undefined,
    data: withFoundValues(card, data),
  };
}

/** A `selectAction` has no button of its own: what was tapped has the focus. */
function focused(): HTMLElement | undefined {
  return document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
}
