import { PreconditionFailedError } from '../store/port.ts';

/** Other processes may be first a few times; more than this is not a jury. */
const attempts = 50;

/** The last in line, per partition: within this process people wait for each other rather than try and fail. */
const lines = new Map<string, Promise<unknown>>();

/**
 * Loads, decides and commits again when somebody else was first. `attempt` must load anew each time.
 * @throws PreconditionFailedError when it never comes through
 */
export async function retryWhenChanged<T>(partition: string, attempt: () => Promise<T>): Promise<T> {
  const turn = (lines.get(partition) ?? Promise.resolve()).then(() => retry(attempt));
  const settled = turn.catch(() => undefined);
  lines.set(partition, settled);
  try {
    return await turn;
  } finally {
    if (lines.get(partition) === settled) lines.delete(partition);
  }
}

async function retry<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof PreconditionFailedError) || left <= 1) throw error;
    }
  }
}
