import type { UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SubmissionList, SubmissionListLine } from '../../../../bot/http/contract/submission-list.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { questionKeys } from '../../shared/api/questions.ts';
import { unpin } from '../../shared/submission-list/list-memory.ts';
import { askPage, linesAPage } from './questions.ts';

interface ShownList {
  /** The first page, which tells how long the list is; while another is being asked the one before it stays. */
  first: UseQueryResult<SubmissionList>;
  /** `undefined` for what has not come yet. */
  lineAt: (index: number) => SubmissionListLine | undefined;
  /** Takes in what came since. */
  showNewer: () => Promise<void>;
}

/** @param rows which lines are in view, counted from 0; the last one not included */
export function useList(query: string, rows: { from: number; to: number }): ShownList {
  const api = useApi();
  const client = useQueryClient();
  const first = useQuery({ ...askPage(api, query, 0), placeholderData: keepPreviousData });
  const total = first.isPlaceholderData ? 0 : (first.data?.total ?? 0);
  const further = pagesIn(rows, total).filter((page) => page > 0);
  const answers = useQueries({ queries: further.map((page) => askPage(api, query, page)) });
  const pages = new Map([[0, first.data], ...further.map((page, at) => [page, answers[at]?.data] as const)]);
  return {
    first,
    lineAt: (index) => pages.get(Math.floor(index / linesAPage))?.lines[index % linesAPage],
    showNewer: async () => {
      unpin(query);
      // The first page says up to where the others go.
      await client.refetchQueries(askPage(api, query, 0));
      const pagesOfList = [...questionKeys.submissionLists, 'page', query];
      await client.invalidateQueries({
        queryKey: pagesOfList,
        predicate: ({ queryKey }) => queryKey.at(-1) !== 0,
      });
    },
  };
}

function pagesIn({ from, to }: { from: number; to: number }, total: number): number[] {
  const [low, high] = [from, Math.min(to, total) - 1].map((index) => Math.floor(index / linesAPage));
  const pages: number[] = [];
  for (let page = low ?? 0; page <= (high ?? -1); page += 1) pages.push(page);
  return pages;
}
