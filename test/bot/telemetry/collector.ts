import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { testCertificate } from '../../cosmos/test-certificate.ts';

const envelopeSchema = z.object({
  name: z.string(),
  iKey: z.string(),
  tags: z.record(z.string(), z.string()),
  data: z.object({ baseType: z.string(), baseData: z.looseObject({}) }),
});
/** One piece of telemetry as it goes over the wire. */
type Envelope = z.infer<typeof envelopeSchema>;

const metricSchema = z.object({
  metrics: z.array(
    z.object({
      name: z.string(),
      value: z.number(),
      count: z.number().optional(),
      min: z.number().optional(),
      max: z.number().optional(),
    }),
  ),
  properties: z.record(z.string(), z.string()).default({}),
});

interface ReceivedMetric {
  name: string;
  value: number;
  count?: number;
  properties: Record<string, string>;
}

export interface Collector {
  connectionString: string;
  /** What a client must trust, PEM. */
  certificate: string;
  envelopes: Envelope[];
  metrics(): ReceivedMetric[];
  stop(): Promise<void>;
}

/** What takes telemetry for Application Insights, by the `track` request of its ingestion endpoint. */
export async function startCollector(): Promise<Collector> {
  const { key, certificate } = testCertificate();
  const envelopes: Envelope[] = [];
  const server = createServer({ key, cert: certificate }, (request, response) => {
    void receive(request).then((received) => {
      envelopes.push(...received);
      const count = received.length;
      const answer = { itemsReceived: count, itemsAccepted: count, errors: [] };
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // @NOTE what a server on a port has
  const { port } = server.address() as AddressInfo;
  const instrumentation = '3f0c2d4e-1a5b-4c6d-8e7f-9a0b1c2d3e4f';
  return {
    connectionString: `InstrumentationKey=${instrumentation};IngestionEndpoint=https://127.0.0.1:${port}/`,
    certificate,
    envelopes,
    metrics: () => envelopes.flatMap(metricsOf),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function receive(request: IncomingMessage): Promise<Envelope[]> {
  const chunks: Buffer[] = [];
  // @NOTE without an encoding, a request gives buffers
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8');
  return z.array(envelopeSchema).parse(JSON.parse(text));
}

function metricsOf({ data }: Envelope): ReceivedMetric[] {
  if (data.baseType !== 'MetricData') return [];
  const { metrics, properties } = metricSchema.parse(data.baseData);
  return metrics.map(({ name, value, count }) => ({ name, value, count, properties }));
}
