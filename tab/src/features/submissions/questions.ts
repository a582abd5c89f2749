import { queryOptions } from '@tanstack/react-query';
import type { ListPlaces, SubmissionList } from '../../../../bot/http/contract/submission-list.ts';
import type { Api } from '../../shared/api/create-api.ts';
import { questionKeys } from '../../shared/api/questions.ts';
import { pin, pinOf } from '../../shared/submission-list/list-memory.ts';

/** As many lines as the server puts in one answer. */
export const linesAPage = 100;

/** Longer than anybody reads one submission before going back to the list. */
const keptMs = 60 * 60_000;

/** @param query of the wish @param page counted from 0 */
export const askPage = (api: Api, query: string, page: number) =>
  queryOptions({
    queryKey: [...questionKeys.submissionLists, 'page', query, page],
    gcTime: keptMs,
    queryFn: async ({ signal }) => {
      const parts = new URLSearchParams(query);
      const upTo = pinOf(query);
      if (upTo !== undefined) parts.set('upTo', String(upTo));
      if (page > 0) parts.set('from', String(page * linesAPage));
      const list = await api.get<SubmissionList>(`/submissions?${parts.toString()}`, signal);
      if (upTo === undefined) pin(query, list.upTo);
      return list;
    },
  });

export const askPlaces = (api: Api) =>
  queryOptions({
    queryKey: [...questionKeys.submissionLists, 'places'],
    queryFn: ({ signal }) => api.get<ListPlaces>('/submissions/places', signal),
  });
