import type { ChargedOperation } from './cosmos/cosmos-access.ts';
import type { DocumentStore } from './port.ts';

export type StoreSettings =
  | { kind: 'sqlite'; folder: string }
  | { kind: 'cosmos'; endpoint: string; databaseId: string; containerId: string };

export interface OpenStoreOptions {
  /** In production only the managed identity has a say; elsewhere a developer's own sign-in does as well. */
  production: boolean;
  /** Of the managed identity, where there is one. */
  clientId?: string;
  /** Told of each answer of Cosmos DB what it cost, in request units. */
  onCharge?: (operation: ChargedOperation, requestUnits: number) => void;
}

/** Opens the store that the settings choose. What the other one needs is not even loaded. */
export async function openStore(settings: StoreSettings, options: OpenStoreOptions): Promise<DocumentStore> {
  switch (settings.kind) {
    case 'sqlite': {
      const { openSqliteStore } = await import('./sqlite/open-sqlite-store.ts');
      return openSqliteStore(settings);
    }
    case 'cosmos': {
      const { openCosmosStore } = await import('./cosmos/open-cosmos-store.ts');
      const { endpoint, databaseId, containerId } = settings;
      const credential = await credentialOf(options);
      return openCosmosStore({ endpoint, databaseId, containerId, credential, onCharge: options.onCharge });
    }
    default:
      return settings satisfies never;
  }
}

async function credentialOf({ production, clientId }: OpenStoreOptions) {
  const { DefaultAzureCredential, ManagedIdentityCredential } = await import('@azure/identity');
  return production
    ? new ManagedIdentityCredential(clientId === undefined ? {} : { clientId })
    : new DefaultAzureCredential({ managedIdentityClientId: clientId });
}
