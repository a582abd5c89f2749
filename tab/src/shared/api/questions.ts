import type { Discussion } from '../../../../bot/http/contract/discussion.ts';
import type { Me } from '../../../../bot/http/contract/me.ts';
import type { Progress } from '../../../../bot/http/contract/progress.ts';
import type { Judges, Leaderboard } from '../../../../bot/http/contract/ranking.ts';
import type { Start } from '../../../../bot/http/contract/start.ts';
import type { SubmissionDetail } from '../../../../bot/http/contract/submissions.ts';
import { queryOptions } from '@tanstack/react-query';
import type { Api } from './create-api.ts';

/** What each question is kept under, so that news of a change finds what to ask again. */
export const questionKeys = {
  me: ['me'],
  start: ['start'],
  leaderboards: ['leaderboard'],
  leaderboard: (categoryId: string) => ['leaderboard', categoryId],

  juryRoom: (categoryId: string) => ['jury-room', categoryId],
  sheets: (submissionId: string) => ['sheets', submissionId],
  allSheets: ['sheets'],
  judges: (categoryId: string) => ['judges', categoryId],
  cuts: ['cuts'],
  cutsOf: (categoryId: string) => ['cut', categoryId],
  cut: (roundId: string, categoryId: string) => ['cut', categoryId, roundId],
  feedback: (roundId: string) => ['feedback', roundId],
  progress: ['progress'],
  /** The list in all its parts, and where something stands in it. */
  submissionLists: ['submission-list'],
  submissions: ['submission'],
  submission: (id: string) => ['submission', id],
  judgeList: ['judging'],
  sheet: (submissionId: string) => ['sheet', submissionId],
  /** What organisers write at. */
  editions: ['edition'],
  discussions: ['discussion'],
  discussion: (submissionId: string) => ['discussion', submissionId],
} as const;

export const askMe = (api: Api) =>
  queryOptions({ queryKey: questionKeys.me, queryFn: ({ signal }) => api.get<Me>('/me', signal) });

export const askStart = (api: Api) =>
  queryOptions({ queryKey: questionKeys.start, queryFn: ({ signal }) => api.get<Start>('/start', signal) });

export const askLeaderboard = (api: Api, categoryId: string) =>
  queryOptions({
    queryKey: questionKeys.leaderboard(categoryId),
    queryFn: ({ signal }) =>
      api.get<Leaderboard>(`/leaderboard?category=${encodeURIComponent(categoryId)}`, signal),
  });

export const askJudges = (api: Api, categoryId: string) =>
  queryOptions({
    queryKey: questionKeys.judges(categoryId),
    queryFn: ({ signal }) => api.get<Judges>(`/judges?category=${encodeURIComponent(categoryId)}`, signal),
  });

export const askProgress = (api: Api) =>
  queryOptions({
    queryKey: questionKeys.progress,
    queryFn: ({ signal }) => api.get<Progress>('/progress', signal),
  });

export const askSubmission = (api: Api, id: string) =>
  queryOptions({
    queryKey: questionKeys.submission(id),
    queryFn: ({ signal }) => api.get<SubmissionDetail>(`/submissions/${encodeURIComponent(id)}`, signal),
  });

export const askDiscussion = (api: Api, submissionId: string) =>
  queryOptions({
    queryKey: questionKeys.discussion(submissionId),
    queryFn: ({ signal }) =>
      api.get<Discussion>(`/submissions/${encodeURIComponent(submissionId)}/discussion`, signal),
  });
