import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { expandCard } from '../../bot/cards/expand-card.ts';
import type { Card } from '../../bot/cards/expand-card.ts';

/** The cards in `adaptive-cards/`, their samples, and every object in them. */

const folder = new URL('../../adaptive-cards/', import.meta.url);
const anObject = z.record(z.string(), z.unknown());

export type CardObject = z.infer<typeof anObject>;

export const cardNames: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

export function template(card: string): CardObject {
  return readJson(`${card}/card.json`);
}

/** The values of a sample, by file name without `.json`. */
export function samplesOf(card: string): [name: string, values: CardObject][] {
  return readdirSync(new URL(card, folder))
    .filter((file) => /^sample(\..+)?\.json$/.test(file))
    .map((file) => [file.replace(/\.json$/, ''), readJson(`${card}/${file}`)]);
}

/** Every card, filled with each of its samples. */
export const filledCards: [name: string, filled: Card][] = cardNames.flatMap((card) =>
  samplesOf(card).map(([sample, values]): [string, Card] => [
    `${card} / ${sample}`,
    expandCard(card, values),
  ]),
);

/** Every object in a card, itself included. */
export function objectsIn(value: unknown): CardObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [anObject.parse(value), ...Object.values(value).flatMap(objectsIn)];
}

/** Those of one type, or of a family: `Input.`, `Action.`. */
export function ofType(card: unknown, type: string): CardObject[] {
  return objectsIn(card).filter((each) =>
    type.endsWith('.') ? String(each.type).startsWith(type) : each.type === type,
  );
}

export function bytesOf(card: Card): number {
  return Buffer.byteLength(JSON.stringify(card));
}

export function readJson(path: string): CardObject {
  return anObject.parse(JSON.parse(readFileSync(new URL(path, folder), 'utf8')));
}
