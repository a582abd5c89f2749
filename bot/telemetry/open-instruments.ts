import type { Counter, Histogram, Meter } from '@opentelemetry/api';
import { instruments, type Instrument } from './instruments.ts';

/** Exactly the attributes that the instrument names. */
type AttributesOf<I extends Instrument> = Record<I['attributes'][number], string>;
type OfKind<Kind extends Instrument['kind']> = Instrument & { kind: Kind };

interface Instruments {
  record: <I extends OfKind<'histogram'>>(instrument: I, value: number, attributes: AttributesOf<I>) => void;
  count: <I extends OfKind<'counter'>>(instrument: I, more: number, attributes: AttributesOf<I>) => void;
  observe: <I extends OfKind<'gauge'>>(instrument: I, read: () => [number, AttributesOf<I>][]) => void;
}

/** Makes every instrument of the list. */
export function openInstruments(meter: Meter): Instruments {
  const histograms = new Map<string, Histogram>();
  const counters = new Map<string, Counter>();
  for (const { name, kind, ...options } of instruments) {
    if (kind === 'histogram') histograms.set(name, meter.createHistogram(name, options));
    if (kind === 'counter') counters.set(name, meter.createCounter(name, options));
  }
  return {
    record: ({ name }, value, attributes) => histograms.get(name)?.record(value, attributes),
    count: ({ name }, more, attributes) => counters.get(name)?.add(more, attributes),
    observe({ name, kind: _, ...options }, read) {
      meter.createObservableGauge(name, options).addCallback((result) => {
        for (const [value, attributes] of read()) result.observe(value, attributes);
      });
    },
  };
}
