import { readdir, readFile } from 'node:fs/promises';
import { readBicep, type BicepFile } from './read-bicep.ts';

export const infra = new URL('../../infra/', import.meta.url);

/** Every Bicep file of the project, by its path within infra/. */
export async function readAllBicep(): Promise<Map<string, BicepFile>> {
  const paths = await readdir(infra, { recursive: true });
  const names = paths.filter((path) => path.endsWith('.bicep')).toSorted();
  return new Map(await Promise.all(names.map(async (name) => [name, await readBicep(at(name))] as const)));
}

export function at(path: string): URL {
  return new URL(path, infra);
}

export async function readInfraJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(at(path), 'utf8'));
}

/** @throws Error when there is no such file */
export function fileOf(all: Map<string, BicepFile>, name: string): BicepFile {
  const file = all.get(name);
  if (file === undefined) throw new Error(`no ${name}`);
  return file;
}
