import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Span, type Tracer } from '@opentelemetry/api';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { MeasuredRequest } from './telemetry.ts';

interface Traces {
  /** Runs a request: what is done within it, however late, belongs to it. */
  begin(run: () => void): (end: MeasuredRequest) => void;
  /** Says more of the request that is under way. */
  add(attributes: Record<string, string>): void;
  /** Something the store did that ends now. Outside a request it is left out: readers of the feed ask all day. */
  done(operation: string, ms: number, failure: string | undefined): void;
}

export function openTraces(tracer: Tracer): Traces {
  const underWay = new AsyncLocalStorage<Span>();
  return {
    begin(run) {
      const span = tracer.startSpan('request', { kind: SpanKind.SERVER, root: true }, ROOT_CONTEXT);
      underWay.run(span, run);
      return (request) => endRequest(span, request);
    },
    add(attributes) {
      underWay.getStore()?.setAttributes(attributes);
    },
    done(operation, ms, failure) {
      const parent = underWay.getStore();
      if (parent === undefined) return;
      const options = {
        kind: SpanKind.CLIENT,
        startTime: Date.now() - ms,
        attributes: { 'db.system.name': 'azure.cosmosdb', 'db.operation.name': operation },
      };
      const span = tracer.startSpan(`store ${operation}`, options, trace.setSpan(ROOT_CONTEXT, parent));
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
      span.end();
    },
  };
}

function endRequest(span: Span, { method, route, status }: MeasuredRequest): void {
  span.updateName(`${method} ${route}`);
  span.setAttributes({
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': status,
  });
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
