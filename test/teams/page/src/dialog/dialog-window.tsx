import { Button, Dialog as Modal, DialogSurface } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';

import type { Dialog, TapAnswer, TapRequest } from '../../../page-api.ts';
import { api } from '../api.ts';
import { CardView } from '../card/card-view.tsx';
import type { DrawnCard } from '../card/draw-card.ts';
import { icons } from '../icons.tsx';
import { useSession } from '../session.ts';
import { Face } from '../shell/face.tsx';
import { words } from '../words.ts';
import { sizeOf } from './dialog-size.ts';
import { DiscardQuestion } from './discard-question.tsx';
import { useFocusBack } from './use-focus-back.ts';

/** What stands in the window: a card, or the sentence that ended it. */
type Shown = { kind: 'card'; dialog: Dialog; step: number } | { kind: 'message'; text: string };

/** A dialog over everything else. What was filled in is not thrown away without a question. */
export function DialogWindow({ dialog, close }: { dialog: Dialog; close: () => void }) {
  const title = useId();
  const [shown, setShown] = useState<Shown>({ kind: 'card', dialog, step: 1 });
  const [asking, setAsking] = useState(false);
  const card = useRef<DrawnCard>(undefined);
  const { remember, giveBack } = useFocusBack();
  const current = shown.kind === 'card' ? shown.dialog : dialog;
  const onDrawn = (drawn: DrawnCard) => {
    card.current = drawn;
  };
  const leave = () => {
    const isFilledIn = shown.kind === 'card' && card.current?.isFilledIn() === true;
    if (!isFilledIn) {
      close();
      return;
    }
    remember();
    setAsking(true);
  };
  const stay = () => {
    setAsking(false);
    giveBack();
  };
  return (
    <Modal
      open
      onOpenChange={(event, { type }) => {
        event.preventDefault();
        if (type === 'escapeKeyDown') leave();
      }}
    >
      <DialogSurface className="dialog" style={sizeOf(current.size)} aria-labelledby={title}>
        <div className="dialog-head">
          <Face name={words.app} color="brand" size={32} />
          <h1 id={title}>
            <span className="dialog-app">{words.app}</span>
            {current.title !== '' && <span className="dialog-title">{current.title}</span>}
          </h1>
          <Button appearance="subtle" icon={<>{icons.close}</>} aria-label={words.close} onClick={leave} />
        </div>
        {shown.kind === 'card' ? (
          <DialogCard key={shown.step} {...shown} onDrawn={onDrawn} show={setShown} close={close} />
        ) : (
          <Sentence text={shown.text} close={close} />
        )}
        {asking && <DiscardQuestion keep={stay} throwAway={close} />}
      </DialogSurface>
    </Modal>
  );
}

interface DialogCardProps {
  dialog: Dialog;
  step: number;
  onDrawn: (card: DrawnCard) => void;
  show: (shown: Shown) => void;
  close: () => void;
}

function DialogCard({ dialog, step, onDrawn, show, close }: DialogCardProps) {
  const { person, theme } = useSession();
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The window itself takes the focus first, for its first button.
    const timer = setTimeout(() => focusFirst(body.current));
    return () => clearTimeout(timer);
  }, []);
  const where = { person: person.id, ...dialog.on };
  const tap = async (action: TapRequest['action']): Promise<TapAnswer> => {
    const answer = await api.tapInDialog({ ...where, action, theme });
    switch (answer.kind) {
      case 'dialog':
        show({ kind: 'card', dialog: answer, step: step + 1 });
        return { kind: 'card' };
      case 'message':
        show(answer);
        return { kind: 'card' };
      case 'closed':
        close();
        return answer;
      case 'unreachable':
        return answer;
      default:
        return answer satisfies never;
    }
  };
  const search = (dataset: string, text: string) =>
    api.search({ ...where, dataset, text }).then(({ results }) => results);
  return (
    <div className="dialog-body" ref={body}>
      <CardView
        source={dialog.card}
        label={words.dialogCard}
        draftKey={`dialog ${id} ${step}`}
        tap={tap}
        search={search}
        onDrawn={onDrawn}
      />
    </div>
  );
}

function Sentence({ text, close }: { text: string; close: () => void }) {
  return (
    <div className="dialog-body dialog-sentence">
      <p role="status">{text}</p>
      <Button appearance="primary" autoFocus onClick={close}>
        {words.close}
      </Button>
    </div>
  );
}

/** Where a person begins: the first field, or the card where it has none. */
function focusFirst(body: HTMLElement | null): void {
  const field = body?.querySelector<HTMLElement>('input, textarea, select');
  (field ?? body?.querySelector<HTMLElement>('.card-holder'))?.focus();
}
