/** Why the gate lets somebody not in: for the log, never for the caller. */
export type RefusalCode =
  | 'no-token'
  | 'token-malformed'
  | 'token-algorithm'
  | 'token-key'
  | 'token-signature'
  | 'token-issuer'
  | 'token-audience'
  | 'token-time'
  | 'token-claims'
  | 'token-scope'
  | 'token-client'
  | 'keys-unavailable'
  | 'key-endorsement'
  | 'service-url'
  | 'service-host'
  | 'channel'
  | 'tenant'
  | 'body-malformed'
  | 'body-too-large'
  | 'too-many';

const statuses = {
  'no-token': 401,
  'token-malformed': 401,
  'token-algorithm': 401,
  'token-key': 401,
  'token-signature': 401,
  'token-issuer': 401,
  'token-audience': 401,
  'token-time': 401,
  'token-claims': 401,
  'token-scope': 403,
  'token-client': 403,
  'keys-unavailable': 503,
  'key-endorsement': 403,
  'service-url': 403,
  'service-host': 403,
  channel: 403,
  tenant: 403,
  'body-malformed': 400,
  'body-too-large': 413,
  'too-many': 429,
} as const satisfies Record<RefusalCode, number>;

export type RefusalStatus = (typeof statuses)[RefusalCode];

/** The gate turned a request down. The code is for the log; outward goes the status and nothing more. */
export class RefusedError extends Error {
  readonly code: RefusalCode;
  readonly status: RefusalStatus;
  /** When it makes sense to come back. */
  readonly retryAfterSeconds: number | undefined;
  constructor(code: RefusalCode, options: { retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(`refused: ${code}`, { cause: options.cause });
    this.name = 'RefusedError';
    this.code = code;
    this.status = statuses[code];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
