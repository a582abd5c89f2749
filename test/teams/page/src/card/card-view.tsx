import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';

import type { TapAnswer, TapRequest } from '../../../page-api.ts';
import { useSession } from '../session.ts';
import { words } from '../words.ts';
import { drawCard } from './draw-card.ts';
import type { DrawnCard } from './draw-card.ts';
import { focusPlace, placeOf } from './focus.ts';
import type { Place } from './focus.ts';
import { useBusyCard } from './use-busy-card.ts';
import type { Search } from './typeahead.ts';

interface CardViewProps {
  source: unknown;
  label: string;
  draftKey: string;
  tap: (action: TapRequest['action']) => Promise<TapAnswer>;
  search: Search;
  /** Hears of the card each time it is drawn. */
  onDrawn?: (card: DrawnCard) => void;
}

/** One Adaptive Card as Teams shows it, with what came of the last tap below it. */
export function CardView({ source, label, draftKey, tap, search, onDrawn }: CardViewProps) {
  const { theme, person, notify, openUrl, openDialog } = useSession();
  const holder = useRef<HTMLDivElement>(null);
  const place = useRef<Place>(undefined);
  const [problem, setProblem] = useState<string>();
  const { start, finish, isBusy } = useBusyCard(holder);

  const onTap = useEffectEvent(async (action: TapRequest['action'], button: HTMLElement | undefined) => {
    if (isBusy()) return;
    setProblem(undefined);
    const underWay = start(button);
    const answer = await tap(action).catch((): TapAnswer => ({ kind: 'unreachable' }));
    finish(underWay);
    if (answer.kind === 'message') notify(answer.text);
    if (answer.kind === 'dialog') openDialog(answer);
    setProblem(problemOf(answer));
  });
  const onDraw = useEffectEvent((card: DrawnCard) => onDrawn?.(card));
  const onReplaced = useEffectEvent(() => finish());
  const onOpenUrl = useEffectEvent(openUrl);
  const onSearch = useEffectEvent(search);

  useLayoutEffect(() => {
    const into = holder.current;
    if (into === null) return undefined;
    try {
      const card = drawCard(into, {
        source,
        theme,
        draftKey,
        language: person.locale,
        onTap: (action, button) => void onTap(action, button),
        onOpenUrl: (url) => onOpenUrl(url),
        search: (dataset, text) => onSearch(dataset, text),
      });
      onDraw(card);
      if (place.current) focusPlace(into, place.current);
      return () => {
        place.current = placeOf(into);
        card.keep();
        onReplaced();
      };
    } catch (error) {
      console.error('card', error);
      into.replaceChildren(words.brokenCard);
      return undefined;
    }
  }, [source, theme, draftKey, person.locale]);

  return (
    <div className={isFullWidth(source) ? 'card card-full' : 'card'} role="group" aria-label={label}>
      <form className="card-face" onSubmit={(event) => event.preventDefault()} noValidate>
        <div ref={holder} className="card-holder" tabIndex={-1} />
      </form>
      {problem !== undefined && (
        <p className="card-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function problemOf(answer: TapAnswer): string | undefined {
  switch (answer.kind) {
    case 'card':
    case 'message':
    case 'dialog':
    case 'closed':
      return undefined;
    case 'error':
      return answer.text;
    case 'unreachable':
      return words.unreachable;
    default:
      return answer satisfies never;
  }
}

function isFullWidth(source: unknown): boolean {
  if (typeof source !== 'object' || source === null || !('msteams' in source)) return false;
  const { msteams } = source;
  return typeof msteams === 'object' && msteams !== null && 'width' in msteams && msteams.width === 'Full';
}
