/** What the server tells of itself to whoever watches it: how much, how long, how often; never who or what. */
export interface Telemetry {
  turn: (turn: MeasuredTurn) => void;
  /** Runs what answers a request; what is told on the way belongs to it. @returns what ends it */
  request: (run: () => void) => (end: MeasuredRequest) => void;
  delivery: {
    shown: (lagMs: number) => void;
    refused: () => void;
    ambiguous: () => void;
    undeliverable: () => void;
  };
  store: {
    done: (operation: string, ms: number, failure?: string) => void;
    charged: (operation: string, requestUnits: number) => void;
  };
  /** Asks now and again how delivery stands. */
  watchDelivery: (read: () => MeasuredDelivery) => void;
  /** Sends what was not sent yet. */
  stop: () => Promise<void>;
}

interface MeasuredTurn {
  kind: string;
  outcome: string;
  ms: number;
}

export interface MeasuredRequest {
  method: string;
  /** As it was declared, without what stands in its place: `/api/tab/submissions/:id`. */
  route: string;
  status: number;
  ms: number;
}

/** How many messages are in hand, by what they wait for. */
export interface MeasuredDelivery {
  waiting: number;
  ambiguous: number;
  parked: number;
  retrying: number;
  /** How long the oldest is in hand that could be sent, in milliseconds. */
  oldestMs: number;
}

interface Log {
  warn(fields: object, message: string): void;
}

const nothing = () => undefined;

/** Measures nothing. */
export const noTelemetry: Telemetry = {
  turn: nothing,
  request: (run) => {
    run();
    return nothing;
  },
  delivery: { shown: nothing, refused: nothing, ambiguous: nothing, undeliverable: nothing },
  store: { done: nothing, charged: nothing },
  watchDelivery: nothing,
  stop: async () => undefined,
};

/** Measures to Application Insights. Without a place to measure to nothing is even loaded. */
export async function startTelemetry(connectionString: string | undefined, log: Log): Promise<Telemetry> {
  if (connectionString === undefined) return noTelemetry;
  const { openTelemetry } = await import('./open-telemetry.ts');
  return openTelemetry({ connectionString, log });
}
