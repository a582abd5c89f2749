import { Button } from '@fluentui/react-components';
import { use, useEffect, useRef } from 'react';
import type { Leaderboard } from '../../../../bot/http/contract/ranking.ts';
import { PlaceContext } from '../../shared/host/place-context.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import styles from './stage.module.css';
import { StageList } from './stage-list.tsx';
import { stageLines } from './stage-lines.ts';
import { useSay } from './texts.ts';
import { useReveal } from './use-reveal.ts';

interface StageProps {
  category: { id: string; name: string };
  leaderboard: Leaderboard;
}

/**
 * The standings for a screen that a whole meeting sees: who stands where and nothing else, shown one by one from the
 * last place to the first. While judges still score it shows no place at all: they are blind for each other.
 */
export function Stage({ category, leaderboard }: StageProps) {
  const say = useSay();
  const { edition, round } = useMe();
  const dialog = useRef<HTMLDialogElement>(null);
  const lines = stageLines(leaderboard);
  const reveal = useReveal(lines.length);
  const isClosed = round?.phase === 'closed';
  // On a meeting's stage there is nothing beneath it: Teams takes it away, and Escape must not.
  const isOnStage = use(PlaceContext) === 'meeting-stage';
  useEffect(() => {
    if (isOnStage) dialog.current?.show();
    else dialog.current?.showModal();
    return leaveFullScreen;
  }, [isOnStage]);
  const leave = () => {
    window.location.hash = hrefOf({ screen: 'leaderboard', categoryId: category.id });
  };
  return (
    <dialog
      ref={dialog}
      className={styles.stage}
      aria-label={say('stage.label', { category: category.name })}
      onClose={leave}
      onKeyDown={(event) => reveal.press(event)}
    >
      <header className={styles.head}>
        <p className={styles.edition}>
          {edition?.name} · {round?.name}
        </p>
        <h2 className={styles.title}>{category.name}</h2>
      </header>
      {isClosed ? (
        <StageList lines={lines} shown={reveal.shown} withScores={reveal.withScores} />
      ) : (
        <p className={styles.open}>{say('stage.open', { sheets: leaderboard.sheets })}</p>
      )}
      <footer className={styles.foot}>
        {isClosed && (
          <>
            <Button appearance="primary" disabledFocusable={reveal.isAll} onClick={reveal.next}>
              {say('stage.next')}
            </Button>
            <Button disabledFocusable={reveal.shown === 0} onClick={reveal.back}>
              {say('stage.back')}
            </Button>
            <Button onClick={reveal.toggleScores} aria-pressed={reveal.withScores}>
              {say('stage.scores')}
            </Button>
            <span className={styles.keys}>{say('stage.keys')}</span>
          </>
        )}
        {!isOnStage && (
          <Button className={styles.leave} appearance="subtle" onClick={() => dialog.current?.close()}>
            {say('stage.leave')}
          </Button>
        )}
      </footer>
    </dialog>
  );
}

/** Opens the stage; on the whole screen where the browser lets a tab in Teams do that. */
export function StageLink({ categoryId }: { categoryId: string }) {
  const say = useSay();
  const open = () => {
    // A phone, and Teams on a desktop, may not let a tab have the screen: then the stage fills the tab.
    if (document.fullscreenEnabled) {
      document.documentElement.requestFullscreen().catch((reason: unknown) => {
        console.info('the stage fills the tab only', reason);
      });
    }
    window.location.hash = hrefOf({ screen: 'leaderboard', categoryId, at: 'stage' });
  };
  return (
    <Button appearance="subtle" onClick={open}>
      {say('stage.show')}
    </Button>
  );
}

function leaveFullScreen(): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen();
}
