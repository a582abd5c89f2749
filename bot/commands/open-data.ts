import { existsSync } from 'node:fs';
import { openStore, type StoreSettings } from '../store/open-store.ts';
import type { DocumentStore } from '../store/port.ts';

/**
 * What `--data` names: a folder, or a container in Cosmos DB as `https://<account>.documents.azure.com/<database>/<container>`.
 */
export function placeOf(data: string): StoreSettings {
  const url = data.startsWith('https://') ? URL.parse(data) : null;
  const [databaseId = '', containerId = '', ...rest] = url?.pathname.split('/').slice(1) ?? [];
  const isContainer = url !== null && databaseId !== '' && containerId !== '' && rest.join('') === '';
  return isContainer
    ? { kind: 'cosmos', endpoint: url.origin, databaseId, containerId }
    : { kind: 'sqlite', folder: data };
}

/** Whether there is such a place; one in the cloud is asked when it is opened. */
export function hasData(data: string): boolean {
  return placeOf(data).kind === 'cosmos' || existsSync(data);
}

/** Opens it as whoever runs the command: in the cloud with the sign-in that they have on this machine (`az login`). */
export function openData(data: string): Promise<DocumentStore> {
  return openStore(placeOf(data), { production: false });
}
