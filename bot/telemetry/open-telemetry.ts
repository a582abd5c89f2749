import { AzureMonitorMetricExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { diag, DiagLogLevel } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import * as names from './instruments.ts';
import { openInstruments } from './open-instruments.ts';
import type { MeasuredDelivery, Telemetry } from './telemetry.ts';
import { openTraces } from './open-traces.ts';
import { shortOutcome } from './short-outcome.ts';

interface OpenTelemetryOptions {
  connectionString: string;
  log: { warn(fields: object, message: string): void };
  everyMs?: number;
}

const name = 'gemeentedelers';

/** Measures by OpenTelemetry, and sends it to Application Insights. */
export function openTelemetry({ connectionString, log, everyMs = 60_000 }: OpenTelemetryOptions): Telemetry {
  const warn = (message: string) => log.warn({ telemetry: message.slice(0, 300) }, 'telemetry');
  const quiet = () => undefined;
  diag.setLogger(
    { error: warn, warn, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const to = { connectionString, disableOfflineStorage: true };
  const resource = resourceFromAttributes({ 'service.name': name });
  const exporter = new AzureMonitorMetricExporter(to);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: everyMs });
  const meters = new MeterProvider({ resource, readers: [reader] });
  const processor = new BatchSpanProcessor(new AzureMonitorTraceExporter(to));
  const tracers = new BasicTracerProvider({ resource, spanProcessors: [processor] });
  return measuring(meters, tracers);
}

function measuring(meters: MeterProvider, tracers: BasicTracerProvider): Telemetry {
  const { record, count, observe } = openInstruments(meters.getMeter(name));
  const traces = openTraces(tracers.getTracer(name));
  let readDelivery: (() => MeasuredDelivery) | undefined;
  return {
    turn({ kind, outcome, ms }) {
      const attributes = { kind, outcome: shortOutcome(kind, outcome) };
      record(names.turnDuration, ms, attributes);
      traces.add(attributes);
    },
    request(run) {
      const end = traces.begin(run);
      return (request) => {
        record(names.requestDuration, request.ms, { route: request.route, status: String(request.status) });
        end(request);
      };
    },
    delivery: {
      shown: (lagMs) => record(names.deliveryLag, lagMs, {}),
      refused: () => count(names.deliveryRetries, 1, {}),
      ambiguous: () => count(names.deliveryAmbiguous, 1, {}),
      undeliverable: () => count(names.deliveryUndeliverable, 1, {}),
    },
    store: {
      done(operation, ms, failure) {
        record(names.storeDuration, ms, { operation });
        if (failure !== undefined) count(names.storeErrors, 1, { operation, code: failure });
        traces.done(operation, ms, failure);
      },
      charged: (operation, units) => count(names.storeUnits, units, { operation }),
    },
    watchDelivery(read) {
      const isFirst = readDelivery === undefined;
      // A server that sends anew, after another did, is asked about what it does now.
      readDelivery = read;
      if (!isFirst) return;
      observe(names.deliveryInHand, () => (readDelivery === undefined ? [] : standings(readDelivery())));
      observe(names.deliveryOldest, () =>
        readDelivery === undefined ? [] : [[readDelivery().oldestMs, {}]],
      );
    },
    async stop() {
      await Promise.allSettled([meters.shutdown(), tracers.shutdown()]);
    },
  };
}

function standings({ oldestMs: _, ...counts }: MeasuredDelivery): [number, { standing: string }][] {
  return Object.entries(counts).map(([standing, messages]) => [messages, { standing }]);
}
