import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'pino';
import type { Next, Request, Response } from 'restify';
import type { OpenStoreOptions } from '../store/open-store.ts';

type OnCharge = NonNullable<OpenStoreOptions['onCharge']>;
type Operation = Parameters<OnCharge>[0];

/** What one request cost in the store. */
interface Charges {
  requestUnits: number;
  operations: Partial<Record<Operation, number>>;
}

export interface ChargedRequests {
  onCharge: OnCharge;
  /** In front of every route: counts what is done for this request, and logs it when it is over. */
  perRequest: (request: Request, response: Response, next: Next) => void;
}

/** Counts by request what the store says that each operation cost; what readers of the feed do is nobody's request. */
export function chargeRequests(log: Pick<Logger, 'debug' | 'info'>): ChargedRequests {
  const underWay = new AsyncLocalStorage<Charges>();
  return {
    onCharge: (operation, requestUnits) => {
      log.debug({ operation, requestUnits }, 'charged');
      const charges = underWay.getStore();
      if (charges === undefined) return;
      charges.requestUnits += requestUnits;
      charges.operations[operation] = (charges.operations[operation] ?? 0) + 1;
    },
    perRequest: (request, response, next) => {
      const charges: Charges = { requestUnits: 0, operations: {} };
      response.once('close', () => {
        if (charges.requestUnits === 0) return;
        const requestUnits = Math.round(charges.requestUnits * 100) / 100;
        log.info(
          { route: routeOf(request), requestUnits, operations: charges.operations },
          'request charged',
        );
      });
      underWay.run(charges, next);
    },
  };
}

/** Without what stands in the path for somebody or something. */
function routeOf(request: Request): string {
  // @NOTE none when no route was found, which its type does not say
  const route = request.getRoute() as ReturnType<Request['getRoute']> | undefined;
  return String(route?.path ?? '');
}
