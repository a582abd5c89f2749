/** Somebody whose Teams token was verified. */
export interface TabVisitor {
  tenantId: string;
  objectId: string;
  name: string;
  /** When the token ends, in seconds since 1970. */
  expiresAt: number;
}

export type TabEntry =
  | { kind: 'visitor'; visitor: TabVisitor }
  | { kind: 'refused'; status: 401 | 403 | 429; code: string; retryAfterSeconds?: number };

/** In front of every question of the tab; takes the Authorization header as it came. */
export type TabGate = (authorization: string | undefined) => Promise<TabEntry>;
