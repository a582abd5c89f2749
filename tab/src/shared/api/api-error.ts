/** The server's refusal: its HTTP status, and the code that says why. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** How long the server asks to wait. */
  readonly retryAfterMs: number | undefined;
  constructor(status: number, code: string, retryAfterMs?: number) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The server could not be reached. */
export class NoConnectionError extends Error {
  readonly code = 'no-connection';
}

/** A script of the page could not be fetched. */
export class PartMissingError extends Error {
  readonly code = 'part-missing';
}

/** Whether asking again in a moment may help. */
export function isTemporary(error: unknown): boolean {
  if (error instanceof ApiError) return error.status === 429 || error.status >= 500;
  return error instanceof NoConnectionError;
}

/** Whether what was shown before must go: this person may not, or no longer, see it. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && [401, 403, 404].includes(error.status);
}

/** How long to wait before attempt `attempt` (0 is the first repeat), in ms. */
export function retryDelay(attempt: number, error: unknown): number {
  const asked = error instanceof ApiError ? error.retryAfterMs : undefined;
  return asked ?? Math.min(1_000 * 2 ** attempt, 30_000);
}
