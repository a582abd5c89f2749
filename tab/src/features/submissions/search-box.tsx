import { useEffect, useState } from 'react';
import { replaceWith } from '../../shared/navigation/use-route.ts';
import type { ListWish } from '../../shared/submission-list/list-wish.ts';
import { routeOfWish } from '../../shared/submission-list/list-wish.ts';
import styles from './submissions-screen.module.css';
import { useSay } from './texts.ts';

/** Short enough to follow somebody who types, long enough not to ask at every letter. */
const pauseMs = 200;

/** What is typed stands here at once, and in the address after a pause: typing draws nothing but itself. */
export function SearchBox({ wish }: { wish: ListWish }) {
  const say = useSay();
  const asked = wish.q ?? '';
  const [typed, setTyped] = useState(asked);
  const [before, setBefore] = useState(asked);
  if (asked !== before) {
    setBefore(asked);
    // Somebody went back, or to another address.
    if (typed.trim() === before) setTyped(asked);
  }

  useEffect(() => {
    if (typed.trim() === asked) return undefined;
    const timer = window.setTimeout(() => search(wish, typed), pauseMs);
    return () => window.clearTimeout(timer);
  }, [typed, asked, wish]);

  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        search(wish, typed);
      }}
    >
      <label className="visually-hidden" htmlFor="search-submissions">
        {say('list.search')}
      </label>
      <input
        id="search-submissions"
        className={styles.input}
        type="search"
        maxLength={300}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        placeholder={say('list.searchHint')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </form>
  );
}

/** What was sorted otherwise stays so; what was not, is by how well it fits. */
function search(wish: ListWish, typed: string): void {
  replaceWith(routeOfWish({ ...wish, q: typed.trim() }));
}
