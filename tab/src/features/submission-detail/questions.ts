import { queryOptions } from '@tanstack/react-query';
import type { PlaceInList } from '../../../../bot/http/contract/submission-list.ts';
import type { SubmissionHistory } from '../../../../bot/http/contract/submissions.ts';
import type { Api } from '../../shared/api/create-api.ts';
import { questionKeys } from '../../shared/api/questions.ts';
import { pinOf } from '../../shared/submission-list/list-memory.ts';

export const askHistory = (api: Api, id: string) =>
  queryOptions({
    queryKey: [...questionKeys.submission(id), 'history'],
    queryFn: ({ signal }) =>
      api.get<SubmissionHistory>(`/submissions/${encodeURIComponent(id)}/history`, signal),
  });

/** @param query what of the list was wished */
export const askPlaceInList = (api: Api, id: string, query: string) =>
  queryOptions({
    queryKey: [...questionKeys.submissionLists, 'place', id, query],
    queryFn: ({ signal }) => {
      const parts = new URLSearchParams(query);
      const upTo = pinOf(query);
      if (upTo !== undefined) parts.set('upTo', String(upTo));
      const path = `/submissions/${encodeURIComponent(id)}/place?${parts.toString()}`;
      return api.get<PlaceInList>(path, signal);
    },
  });
