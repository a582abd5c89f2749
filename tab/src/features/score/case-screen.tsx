import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { JudgeList } from '../../../../bot/http/contract/judging.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { ApiError, isRefusal } from '../../shared/api/api-error.ts';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Trouble } from '../../shared/ui/trouble.tsx';
import { CaseBar } from './case-bar.tsx';
import { CasePanes } from './case-panes.tsx';
import { isChanged } from './desk/desk-sheet.ts';
import type { SheetDesk } from './desk/sheet-desk.ts';
import { askJudging } from './questions.ts';
import { refusalText } from './refusal-text.ts';
import { useSay } from './texts.ts';

interface CaseScreenProps {
  id: string;
  list: JudgeList;
  desk: SheetDesk;
}

/** One submission to judge. What was typed stays on screen, also when the server no longer takes it. */
export function CaseScreen({ id, list, desk }: CaseScreenProps) {
  const query = useQuery(askJudging(useApi(), id));
  const sheet = useSyncExternalStore(desk.subscribe, () => desk.read(id));
  const { data, error } = query;
  useLayoutEffect(() => {
    if (data !== undefined) desk.hear(id, data);
  }, [data, desk, id]);
  const hasUnsent = sheet !== undefined && isChanged(sheet);
  const trouble = (isRefusal(error) && !hasUnsent) || sheet === undefined ? error : null;
  return (
    <>
      <CaseBar id={id} tasks={list.tasks} />
      {trouble !== null ? (
        <Refused error={trouble} retry={query.refetch} retrying={query.isFetching} />
      ) : sheet === undefined ? (
        <ListSkeleton />
      ) : (
        <CasePanes id={id} sheet={sheet} list={list} desk={desk} />
      )}
    </>
  );
}

function Refused({ error, retry, retrying }: { error: Error; retry: () => unknown; retrying: boolean }) {
  const say = useSay();
  const key = error instanceof ApiError && error.status !== 401 ? refusalText(error.code) : undefined;
  if (key === undefined) return <Trouble error={error} retry={retry} retrying={retrying} />;
  return <Notice urgent title={say('refused.title')} hint={say(key)} />;
}
