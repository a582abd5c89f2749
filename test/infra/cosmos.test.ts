import { describe, expect, test } from '@jest/globals';
import type { Container } from '@azure/cosmos';
import { readFile } from 'node:fs/promises';
import { checkContainer } from '../../bot/store/cosmos/check-container.ts';
import { toItem } from '../../bot/store/cosmos/stored-item.ts';
import { fileOf, readAllBicep } from './bicep-files.ts';
import { entriesOf, Expression, type Value } from './read-bicep.ts';

const { resources, outputs, text } = fileOf(await readAllBicep(), 'data/cosmos.bicep');
const propertiesOf = (symbol: string) =>
  entriesOf(entriesOf(resources.find((each) => each.symbol === symbol)?.body)['properties']);
const declared = entriesOf(propertiesOf('container')['resource']);

/** The container as Azure has it after the Bicep was deployed. */
function containerOf(resource: Value): Container {
  const answer = { resource: { ...entriesOf(resource), _rid: 'rid' }, requestCharge: 1 };
  const container = { id: 'documents', database: { id: 'gemeentedelers' }, read: async () => answer };
  // @NOTE the check reads no more of it
  return container as unknown as Container;
}

describe('the container that Bicep makes', () => {
  test('is one that the server takes', async () => {
    await expect(checkContainer(containerOf(declared), () => undefined)).resolves.toEqual({ rid: 'rid' });
  });

  test.each([
    ['another partition key', { partitionKey: { paths: ['/id'] } }],
    ['no expiry', { defaultTtl: null }],
  ])('would be refused with %s', async (_what, change) => {
    const other = containerOf({ ...declared, ...change });
    await expect(checkContainer(other, () => undefined)).rejects.toThrow('gemeentedelers/documents');
  });

  test('indexes what queries ask for and nothing else', async () => {
    const source = await readFile(
      new URL('../../bot/store/cosmos/list-documents.ts', import.meta.url),
      'utf8',
    );
    const asked = new Set([...source.matchAll(/\bc\.(\w+)/g)].map(([, field]) => field));
    // Cosmos DB always indexes the id; the partition key it does not.
    expect(asked).toEqual(new Set(['id']));
    expect(declared['indexingPolicy']).toEqual({
      indexingMode: 'consistent',
      automatic: true,
      includedPaths: [{ path: '/partition/?' }],
      excludedPaths: [{ path: '/*' }],
    });
  });

  test('has its partition key in every document that the server writes', () => {
    const [path = ''] = (declared['partitionKey'] as { paths: string[] }).paths;
    const write = { kind: 'create', id: 'a', type: 't', body: '{}' } as const;
    expect(toItem('person:1', write, 'commit')[path.slice(1)]).toBe('person:1');
  });

  test('is the only one, and the server is told its name', () => {
    expect(resources.filter(({ type }) => type.endsWith('/containers'))).toHaveLength(1);
    expect(outputs).toEqual(['endpoint', 'databaseName', 'containerName']);
  });
});

describe('the account', () => {
  const account = propertiesOf('account');

  test('has no keys, and is backed up to the second', () => {
    expect(account).toMatchObject({
      disableLocalAuth: true,
      consistencyPolicy: { defaultConsistencyLevel: 'Session' },
      backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: new Expression('backupTier') } },
    });
  });

  test('lets in whom it is told, to read and write and no more', () => {
    expect(propertiesOf('access')).toMatchObject({ principalId: new Expression('principalId') });
    expect(text).toContain("'00000000-0000-0000-0000-000000000002'");
  });
});
