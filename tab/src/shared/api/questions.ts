import { queryOptions } from '@tanstack/react-query';
import type { Api } from './create-api.ts';

/** What each question is kept under, so that news of a change finds what to ask again. */
export const questionKeys = {
  me: ['me'],
  leaderboards: ['leaderboard'],
  leaderboard: (categoryId: string) => ['leaderboard', categoryId],
  judges: (categoryId: string) => ['judges', categoryId],
  shortlist: ['shortlist'],
  progress: ['progress'],
  ownSubmissions: ['own-submissions'],
  submissions: ['submission'],
  submission: (id: string) => ['submission', id],
  discussions: ['discussion'],
  discussion: (submissionId: string) => ['discussion', submissionId],
} as const;

export const askMe = (api: Api) =>
  queryOptions({ queryKey: questionKeys.me, queryFn: ({ signal }) => api.me(signal) });

export const askLeaderboard = (api: Api, categoryId: string) =>
  queryOptions({
    queryKey: questionKeys.leaderboard(categoryId),
    queryFn: ({ signal }) => api.leaderboard(categoryId, signal),
  });

export const askJudges = (api: Api, categoryId: string) =>
  queryOptions({
    queryKey: questionKeys.judges(categoryId),
    queryFn: ({ signal }) => api.judges(categoryId, signal),
  });

export const askShortlist = (api: Api) =>
  queryOptions({ queryKey: questionKeys.shortlist, queryFn: ({ signal }) => api.shortlist(signal) });

export const askProgress = (api: Api) =>
  queryOptions({ queryKey: questionKeys.progress, queryFn: ({ signal }) => api.progress(signal) });

export const askOwnSubmissions = (api: Api) =>
  queryOptions({
    queryKey: questionKeys.ownSubmissions,
    queryFn: ({ signal }) => api.ownSubmissions(signal),
  });

export const askSubmission = (api: Api, id: string) =>
  queryOptions({
    queryKey: questionKeys.submission(id),
    queryFn: ({ signal }) => api.submission(id, signal),
  });

export const askDiscussion = (api: Api, submissionId: string) =>
  queryOptions({
    queryKey: questionKeys.discussion(submissionId),
    queryFn: ({ signal }) => api.discussion(submissionId, signal),
  });
