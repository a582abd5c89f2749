import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { SubmissionListLine } from '../../../../bot/http/contract/submission-list.ts';
import styles from './submission-list.module.css';
import { SubmissionRow } from './submission-row.tsx';
import { useComeBack } from './use-come-back.ts';
import type { Rows } from './use-window-rows.ts';

interface SubmissionRowsProps {
  query: string;
  total: number;
  /** Which are in view. */
  rows: Rows;
  rowHeight: number;
  lineAt: (index: number) => SubmissionListLine | undefined;
  /** It is another list, of which the answer is awaited. */
  isOld: boolean;
}

/** A list of links as long as all hits, of which only those in view are drawn. Arrows go from one to the next. */
export function SubmissionRows({ query, total, rows, rowHeight, lineAt, isOld }: SubmissionRowsProps) {
  const [focused, setFocused] = useState<number>();
  const { list, goTo } = useComeBack({ query, rowHeight, isReady: !isOld });

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const to = by === undefined || focused === undefined ? -1 : focused + by;
    if (to < 0 || to >= total) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <ol
      ref={list}
      className={styles.list}
      role="list"
      aria-busy={isOld}
      style={{ height: total * rowHeight }}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => setFocused(indexOf(target))}
      onBlur={() => setFocused(undefined)}
    >
      {indicesOf(rows, total, focused).map((index) => (
        <SubmissionRow
          key={index}
          {...{ index, total, query }}
          top={index * rowHeight}
          line={lineAt(index)}
        />
      ))}
    </ol>
  );
}

/** What has focus stays, also when it is scrolled out of view. */
function indicesOf({ from, to }: Rows, total: number, focused: number | undefined): number[] {
  const last = Math.min(to, total);
  const begin = Math.min(from, last);
  const inView = Array.from({ length: last - begin }, (_, at) => begin + at);
  if (focused === undefined || focused >= total || (focused >= begin && focused < last)) return inView;
  return [...inView, focused].sort((a, b) => a - b);
}

function indexOf(target: Element): number | undefined {
  const at = target.closest('li')?.getAttribute('aria-posinset');
  return at === null || at === undefined ? undefined : Number(at) - 1;
}
