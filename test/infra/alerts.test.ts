import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { instruments } from '../../bot/telemetry/instruments.ts';
import { at, readInfraJson } from './bicep-files.ts';

const rule = z.strictObject({
  name: z.string().regex(/^[a-z-]+$/),
  description: z.string(),
  severity: z.int().min(0).max(4),
  every: z.enum(['PT1M', 'PT5M', 'PT15M']),
  over: z.enum(['PT5M', 'PT15M', 'PT1H']),
  operator: z.enum(['GreaterThan', 'LessThan']),
  threshold: z.number(),
});
const alertsSchema = z.strictObject({
  measured: z.array(rule.extend({ query: z.string() })),
  watched: z.array(rule.extend({ metric: z.string(), aggregation: z.enum(['Average', 'Total']) })),
});
const workbookSchema = z.object({
  version: z.literal('Notebook/1.0'),
  items: z.array(
    z.looseObject({ name: z.string(), content: z.looseObject({ query: z.string().optional() }) }),
  ),
});

const alerts = alertsSchema.parse(await readInfraJson('monitoring/alerts.json'));
const workbook = workbookSchema.parse(await readInfraJson('monitoring/workbook.json'));
const queries = [
  ...alerts.measured.map(({ name, query }) => ({ of: `alert ${name}`, query })),
  ...workbook.items.flatMap(({ name, content: { query } }) =>
    query === undefined ? [] : [{ of: `chart "${name}"`, query }],
  ),
];
const measured = new Map(instruments.map((each) => [each.name, each]));

const namesIn = (query: string) =>
  [...query.matchAll(/'(gemeentedelers\.[\w.]+)'/g)].map(([, name = '']) => name);
const attributesIn = (query: string) =>
  [...query.matchAll(/customDimensions\['(\w+)'\]/g)].map(([, name = '']) => name);

describe('what is asked of Application Insights', () => {
  test.each(queries)('$of is about what the server measures', ({ query }) => {
    const names = namesIn(query);
    if (query.startsWith('customMetrics')) expect(names).not.toEqual([]);
    for (const name of names) expect([...measured.keys()]).toContain(name);
    const known = names.flatMap((name) => [...(measured.get(name)?.attributes ?? [])]);
    for (const attribute of attributesIn(query)) expect(known).toContain(attribute);
  });

  test('everything that is measured is shown', () => {
    const shown = new Set(workbook.items.flatMap(({ content }) => namesIn(content.query ?? '')));
    expect([...measured.keys()].filter((name) => !shown.has(name))).toEqual([]);
  });

  test('its brackets are closed', () => {
    for (const { query } of queries) {
      expect(query.split('(').length).toBe(query.split(')').length);
      expect(query.split('[').length).toBe(query.split(']').length);
      expect(query.split("'").length % 2).toBe(1);
    }
  });
});

describe('the alerts', () => {
  const all = [...alerts.measured, ...alerts.watched];

  test('have a name each, and the runbook says of each what to do', async () => {
    const readme = await readFile(at('README.md'), 'utf8');
    const [, section = ''] = /## Alerts\n([^]*?)\n## /.exec(readme) ?? [];
    const rows = [...section.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, name]) => name);
    expect(rows.toSorted()).toEqual(all.map(({ name }) => name).toSorted());
  });

  test('look over at least the time between two looks', () => {
    const minutes = { PT1M: 1, PT5M: 5, PT15M: 15, PT1H: 60 };
    for (const { every, over } of all) expect(minutes[over]).toBeGreaterThanOrEqual(minutes[every]);
  });
});
