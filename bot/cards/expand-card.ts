import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';

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
  // @NOTE a template that is an object expands to an object
  return template.expand({ $root: values }) as Card;
}

function readTemplate(name: string): unknown {
  const file = new URL(`../../adaptive-cards/${name}/card.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}
