import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { FilePath } from '../../../bot/domain/edition/edition-fault.ts';
import type { Json } from '../../../bot/store/port.ts';

const folder = new URL('../../../bot/editions/', import.meta.url);

/** The edition files that come with the app. */
export const shippedFiles = readdirSync(folder).filter((name) => name.endsWith('.json'));

export function shippedText(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** One setting of a file with another value; without one it is left out. */
export type FileChange = [path: FilePath, value?: Json];

/** The template with something changed, as an organiser would have it in a file. */
export function fileWith(...changes: FileChange[]): string {
  return JSON.stringify(
    changes.reduce(
      (file, [path, value]) => put(file, path, value) ?? null,
      jsonOf(shippedText('voorbeeld.json')),
    ),
    null,
    2,
  );
}

export function jsonOf(text: string): Json {
  return z.json().parse(JSON.parse(text));
}

function put(document: Json | undefined, path: FilePath, value: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(document)) {
    const items = document.map((item, index) => (index === key ? put(item, rest, value) : item));
    const added = key === document.length ? [put(undefined, rest, value)] : [];
    return [...items, ...added].filter((item) => item !== undefined);
  }
  const members = typeof document === 'object' && document !== null ? document : {};
  return { ...members, [key]: put(members[key], rest, value) };
}
