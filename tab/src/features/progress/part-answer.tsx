import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenHead } from '../../shared/ui/screen-head.tsx';
import { useSay } from './texts.ts';

/** A part of this screen: its head and a list to be while it is asked, then the answer. */
export function PartAnswer<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (answer: T) => ReactNode;
}) {
  const say = useSay();
  const skeleton = (
    <>
      <ScreenHead title={say('progress.title')} />
      <ListSkeleton />
    </>
  );
  return (
    <Answer query={query} skeleton={skeleton}>
      {children}
    </Answer>
  );
}

/** A part in which there is nothing yet. */
export function EmptyPart({ title, hint }: { title: string; hint: string }) {
  const say = useSay();
  return (
    <>
      <ScreenHead title={say('progress.title')} />
      <Notice title={title} hint={hint} />
    </>
  );
}
