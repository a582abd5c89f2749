import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useSay } from '../shared/language/speech.ts';
import type { Screen } from '../shared/navigation/route.ts';
import { useRoute } from '../shared/navigation/use-route.ts';
import styles from './screen-nav.module.css';

interface MoreScreensProps {
  /** The chosen one, when it is in here: its name stands on the outside. */
  chosen: Screen | undefined;
  children: ReactNode;
}

/** A menu of further screens; closes with Escape, by leaving it, and by going somewhere. */
export function MoreScreens({ chosen, children }: MoreScreensProps) {
  const say = useSay();
  const menu = useRef<HTMLDetailsElement>(null);
  const route = useRoute();
  const close = () => {
    if (menu.current !== null) menu.current.open = false;
  };
  useEffect(close, [route]);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || menu.current?.open !== true) return;
    close();
    menu.current.querySelector('summary')?.focus();
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null && menu.current?.contains(relatedTarget) !== true) close();
  };
  return (
    <details ref={menu} className={styles.menu} onKeyDown={onKeyDown} onBlur={onBlur}>
      <summary className={styles.link} data-chosen={chosen !== undefined}>
        {chosen === undefined ? say('app.more') : say(`screen.${chosen}`)}
        {chosen !== undefined && <span className="visually-hidden"> · {say('app.more')}</span>}
      </summary>
      <ul className={styles.further} role="list">
        {children}
      </ul>
    </details>
  );
}
