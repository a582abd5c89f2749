import { queryOptions } from '@tanstack/react-query';
import type { Entries, JudgesProgress } from '../../../../bot/http/contract/progress.ts';
import type { Api } from '../../shared/api/create-api.ts';
import { questionKeys } from '../../shared/api/questions.ts';

/** Below progress, so that news of that asks these again: it comes with a sheet as well as with a submission. */
const judgesKey = [...questionKeys.progress, 'judges'] as const;

export const askJudgesProgress = (api: Api) =>
  queryOptions({
    queryKey: judgesKey,
    queryFn: ({ signal }) => api.get<JudgesProgress>('/progress/judges', signal),
  });

export const askEntries = (api: Api) =>
  queryOptions({
    queryKey: [...questionKeys.progress, 'entries'] as const,
    queryFn: ({ signal }) => api.get<Entries>('/progress/entries', signal),
  });
