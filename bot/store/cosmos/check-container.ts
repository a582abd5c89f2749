import type { Container } from '@azure/cosmos';
import { charged, type CosmosAccess } from './cosmos-access.ts';

/** The container is not there, or not made as this store needs it. */
export class CosmosContainerError extends Error {
  readonly code = 'cosmos-container';
}

/** A start may wait for a first token. In milliseconds. */
const openLimits = { attemptMs: 10_000, totalMs: 30_000 };
const partitionKeyPath = '/partition';

/** @throws CosmosContainerError */
export async function checkContainer(
  container: Container,
  onCharge: CosmosAccess['onCharge'],
): Promise<{ rid: string }> {
  const name = `${container.database.id}/${container.id}`;
  const { resource } = await charged({ onCharge }, 'open', openLimits, ({ signal }) =>
    container.read({ abortSignal: signal }),
  ).catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 404;
    throw isMissing ? new CosmosContainerError(`there is no container ${name}`) : error;
  });
  const paths = resource?.partitionKey?.paths ?? [];
  if (paths.length !== 1 || paths[0] !== partitionKeyPath) {
    throw new CosmosContainerError(
      `${name} has the partition key ${paths.join(', ')}, not ${partitionKeyPath}`,
    );
  }
  if (resource?.defaultTtl !== -1) {
    throw new CosmosContainerError(
      `the default time to live of ${name} is not -1: nothing would expire, or all`,
    );
  }
  return { rid: resource._rid };
}
