import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating/lib/template-engine.js';

/** An Adaptive Card as it goes to Teams. */
export type Card = Record<string, unknown>;

const templates = new Map<string, Template>();

/**
 * The card of that name with these values in its places. Compiled once. Every value that a person typed must have
 * gone through `plain` (or be an input's value, which Teams draws as it is).
 * @param name a folder of `adaptive-cards/`
 */
export function expandCard(name: string, values: object): Card {
  let template = templates.get(name);
  if (template === undefined) {
    template = new Template(readTemplate(name));
    templates.set(name, template);
  }
  return expandTemplate(template, values);
}

/** As {@link expandCard}, for a template that is not kept. */
export function expandTemplate(template: Template, values: object): Card {
  // @NOTE a template that is an object expands to an object
  return withoutNulls(template.expand({ $root: values })) as Card;
}

function readTemplate(name: string): unknown {
  const file = new URL(`../../adaptive-cards/${name}/card.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** A `$when` that is false leaves null in the place of an object; Teams wants the member gone. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => [key, withoutNulls(member)]),
  );
}
