import { queryOptions } from '@tanstack/react-query';
import type { AbstentionBody, JudgeList, Judging, SheetBody } from '../../../../bot/http/contract/judging.ts';
import type { Api } from '../../shared/api/create-api.ts';
import { questionKeys } from '../../shared/api/questions.ts';

export const askJudgeList = (api: Api) =>
  queryOptions({
    queryKey: questionKeys.judgeList,
    queryFn: ({ signal }) => api.get<JudgeList>('/judging', signal),
  });

export const askJudging = (api: Api, submissionId: string) =>
  queryOptions({
    queryKey: questionKeys.sheet(submissionId),
    queryFn: ({ signal }) => api.get<Judging>(`${pathOf(submissionId)}/sheet`, signal),
    // Seen again, it may have been changed on the card.
    staleTime: 0,
  });

export const sendSheet = (api: Api, submissionId: string, body: SheetBody) =>
  api.post<Judging>(`${pathOf(submissionId)}/sheet`, body);

export const sendAbstention = (api: Api, submissionId: string, body: AbstentionBody) =>
  api.post<Judging>(`${pathOf(submissionId)}/abstention`, body);

function pathOf(submissionId: string): string {
  return `/submissions/${encodeURIComponent(submissionId)}`;
}
