import type { Cut, CutHistory, CutPreview, CutRule, Cuts } from '../../../../bot/http/contract/cut.ts';
import type { Feedback, FeedbackList } from '../../../../bot/http/contract/feedback.ts';
import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../../shared/api/create-api.ts';
import { questionKeys } from '../../shared/api/questions.ts';

/** Which cut. */
export interface CutPlace {
  roundId: Cut['roundId'];
  categoryId: string;
}

export const askCuts = (api: Api) =>
  queryOptions({ queryKey: questionKeys.cuts, queryFn: ({ signal }) => api.get<Cuts>('/cuts', signal) });

export const cutKey = ({ roundId, categoryId }: CutPlace) =>
  [...questionKeys.cut(roundId, categoryId), 'now'] as const;

export const askCut = (api: Api, place: CutPlace) =>
  queryOptions({
    queryKey: cutKey(place),
    queryFn: ({ signal }) => api.get<Cut>(`/cut?${query(place)}`, signal),
  });

/** @param seen of the cut that it is beside: at another one it is another question */
export const askPreview = (api: Api, place: CutPlace, rule: CutRule, seen: string) =>
  queryOptions({
    queryKey: [...questionKeys.cut(place.roundId, place.categoryId), 'preview', seen, rule],
    queryFn: ({ signal }) => {
      const wish = new URLSearchParams(query(place));
      if (rule.size !== undefined) wish.set('size', String(rule.size));
      if (rule.threshold !== undefined) wish.set('threshold', String(rule.threshold));
      return api.get<CutPreview>(`/cut/preview?${wish.toString()}`, signal);
    },
  });

export const askHistory = (api: Api, place: CutPlace, revision: number) =>
  queryOptions({
    queryKey: [...questionKeys.cut(place.roundId, place.categoryId), 'history', revision],
    queryFn: ({ signal }) => api.get<CutHistory>(`/cut/history?${query(place)}`, signal),
  });

export const askFeedbackList = (api: Api, roundId: string) =>
  queryOptions({
    queryKey: questionKeys.feedback(roundId),
    queryFn: ({ signal }) => api.get<FeedbackList>(`/feedback?round=${roundId}`, signal),
  });

export const askFeedback = (api: Api, roundId: string, submissionId: string) =>
  queryOptions({
    queryKey: [...questionKeys.feedback(roundId), submissionId],
    queryFn: ({ signal }) =>
      api.get<Feedback>(`/feedback/${encodeURIComponent(submissionId)}?round=${roundId}`, signal),
  });

function query({ roundId, categoryId }: CutPlace): string {
  return new URLSearchParams({ round: roundId, category: categoryId }).toString();
}
