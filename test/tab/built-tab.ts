import { fileURLToPath } from 'node:url';
import { builtPages } from '../built-pages.ts';

/** The folder of the built tab; builds it first when its sources are newer. */
export async function builtTab(): Promise<string> {
  await builtPages();
  return fileURLToPath(new URL('../../dist/tab', import.meta.url));
}
