import { PackageValuesError, type PackageValues } from './package-values.ts';

const placeholder = /\$\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;

/**
 * The JSON with `${{NAME}}` replaced by the value of that name, as the Microsoft 365 Agents Toolkit does it.
 * @throws PackageValuesError that names every placeholder without a value, and what only looks like one
 */
export function fillPlaceholders(json: string, values: PackageValues): unknown {
  const unfilled = new Set<string>();
  const filled: unknown = JSON.parse(json, (_key, value: unknown) => {
    if (typeof value !== 'string') return value;
    const text = value.replace(placeholder, (whole, name: string) => values[name] ?? whole);
    for (const [left] of text.matchAll(/\$\{\{[^}]*(?:\}\})?/g)) unfilled.add(left);
    return text;
  });
  if (unfilled.size > 0) throw new PackageValuesError([...unfilled].map((left) => `${left} has no value`));
  return filled;
}
