import { PreconditionFailedError } from '../store/port.ts';

/** More than this many people at one document at the same moment is not a jury. */
const attempts = 50;

/**
 * Loads, decides and commits again when somebody else was first. `attempt` must load anew each time.
 * @throws PreconditionFailedError when it never comes through
 */
export async function retryWhenChanged<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof PreconditionFailedError) || left <= 1) throw error;
    }
  }
}
