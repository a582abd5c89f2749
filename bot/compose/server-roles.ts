import type { Logger } from 'pino';
import type { PacerLimits } from '../delivery/pacer-limits.ts';
import { teamsLimits } from '../delivery/pacer-limits.ts';
import type { Settings } from '../settings.ts';
import type { FeedLeaseOptions } from '../store/leased-keeper.ts';
import type { DocumentStore } from '../store/port.ts';
import { startLeading } from '../store/start-leading.ts';
import type { Running } from './stop-all.ts';

/** Whether what only one of all servers does may still be done by this one. */
type MayGoOn = () => boolean;

/** How the work is divided among the servers that share a store. */
export interface ServerRoles {
  /** For what is shared by ranges of the feed; none when there is nobody to share it with. */
  lease: FeedLeaseOptions | undefined;
  /** Does what one server does for all, whenever that is this one. */
  lead(start: (mayGoOn: MayGoOn) => Running): Running;
  /** Whether others write as well. */
  others: boolean;
  /** This server's share of what Teams allows the app. */
  limits: { sending: PacerLimits; asking: PacerLimits };
}

/**
 * The embedded store is locked by the one server that uses it, which does everything; a store in the cloud may have
 * several, and their number is nobody's business but that of who starts them.
 */
export function rolesOf(
  { store: { kind }, leaseMs }: Pick<Settings, 'store' | 'leaseMs'>,
  { store, log }: { store: DocumentStore; log: Logger },
): ServerRoles {
  switch (kind) {
    case 'sqlite':
      return { lease: undefined, lead: (start) => start(() => true), others: false, limits: shares(39) };
    case 'cosmos':
      return {
        lease: { owner: crypto.randomUUID(), termMs: leaseMs },
        lead: (start) =>
          startLeading({
            store,
            name: 'work',
            termMs: leaseMs,
            start: (lead) => start(() => lead.held()),
            log,
          }),
        others: true,
        limits: shares(29),
      };
    default:
      return kind satisfies never;
  }
}

const askingPerSecond = 10;

/**
 * Of the 49 requests a second that Teams allows in a tenant: what delivery sends, which one server does, and what two
 * servers ask about people. A third one may go over it for a moment, and Teams then asks for patience.
 */
function shares(sendingPerSecond: number): ServerRoles['limits'] {
  const share = (count: number): PacerLimits => ({
    ...teamsLimits,
    tenant: [{ count, withinMs: 1_000 }],
  });
  return { sending: share(sendingPerSecond), asking: share(askingPerSecond) };
}
