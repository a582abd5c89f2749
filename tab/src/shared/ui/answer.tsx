import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isRefusal } from '../api/api-error.ts';
import { Trouble } from './trouble.tsx';

interface AnswerProps<T> {
  query: UseQueryResult<T>;
  /** Shown until the first answer; as large as the answer is likely to be. */
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}

/**
 * An answer of the server, or its trouble. What was answered stays when asking again fails, unless the server says
 * that this person may not see it.
 */
export function Answer<T>({ query, skeleton, children }: AnswerProps<T>) {
  const { data, error, refetch, isFetching } = query;
  if (error !== null && (data === undefined || isRefusal(error))) {
    return <Trouble error={error} retry={refetch} retrying={isFetching} />;
  }
  return data === undefined ? skeleton : children(data);
}
