import { zipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fillPlaceholders } from './fill-placeholders.ts';
import { PackageValuesError, type PackageValues } from './package-values.ts';
import { schemaFaults } from './schema-faults.ts';

/** The app package, as Teams takes it. */
export interface AppPackage {
  zip: Uint8Array;
  /** What is in it, sorted. */
  names: readonly string[];
}

/** The part of a manifest that names the other files of the package. */
const manifestSchema = z.object({
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
});

/** The first moment that a zip file can name, in local time as it has no other: so each build gives the same bytes. */
const fixedTime = new Date(1980, 0, 1);

/**
 * Makes the package from the manifest beside this file and what it refers to.
 * @throws PackageValuesError for placeholders without a value and for what Microsoft's schema does not take
 */
export async function createAppPackage(values: PackageValues): Promise<AppPackage> {
  const manifest = await filled('manifest.json', values);
  const { icons, localizationInfo } = manifestSchema.parse(manifest);
  const files = new Map<string, Uint8Array>();
  files.set('manifest.json', await checked('manifest.json', manifest));
  for (const { file: name } of localizationInfo.additionalLanguages)
    files.set(name, await checked(name, await filled(name, values)));
  for (const name of Object.values(icons)) files.set(name, await readFile(here(name)));
  const names = [...files.keys()].toSorted();
  const entries = names.map((name) => [name, files.get(name) ?? new Uint8Array()] as const);
  return {
    zip: zipSync(Object.fromEntries(entries), { level: 9, mtime: fixedTime, os: 3, attrs: 0 }),
    names,
  };
}

function here(name: string): URL {
  return new URL(name, import.meta.url);
}

async function filled(name: string, values: PackageValues): Promise<unknown> {
  return fillPlaceholders(await readFile(here(name), 'utf8'), values);
}

/** Its bytes, once Microsoft's schema for it is content. */
async function checked(name: string, content: unknown): Promise<Uint8Array> {
  const faults = await schemaFaults(content);
  if (faults.length > 0) throw new PackageValuesError(faults.map((fault) => `${name} ${fault}`));
  return new TextEncoder().encode(`${JSON.stringify(content, undefined, 2)}\n`);
}
