import type { StoredContainer } from './stored-container.ts';
import type { WireAnswer } from './wire-answer.ts';

/** 4 bytes for the database and 4 for the container, as Cosmos DB has them. */
export const containerRid = Buffer.from('dbdbcoll').toString('base64');

/** Source: learn.microsoft.com/rest/api/cosmos-db/get-a-database-account, get-a-collection, get-partition-key-ranges */
export function accountMetadata(endpoint: string): WireAnswer {
  const here = [{ name: 'Test', databaseAccountEndpoint: endpoint }];
  return {
    status: 200,
    body: {
      id: 'test',
      _rid: 'test',
      _self: '',
      media: '//media/',
      addresses: '//addresses/',
      _dbs: '//dbs/',
      writableLocations: here,
      readableLocations: here,
      enableMultipleWriteLocations: false,
      userConsistencyPolicy: { defaultConsistencyLevel: 'Session' },
      queryEngineConfiguration: '{}',
    },
  };
}

export function databaseMetadata(id: string): WireAnswer {
  return {
    status: 200,
    body: { id, _rid: containerRid.slice(0, 6), _self: '', _etag: '"0"', _ts: 0 },
    charge: 2,
  };
}

export interface ContainerLayout {
  partitionKeyPath: string;
  /** In seconds; -1: for ever, and each document may have its own. */
  defaultTtl: number | undefined;
}

export function containerMetadata(id: string, layout: ContainerLayout): WireAnswer {
  return {
    status: 200,
    body: {
      id,
      _rid: containerRid,
      _self: '',
      _etag: '"0"',
      _ts: 0,
      partitionKey: { paths: [layout.partitionKeyPath], kind: 'Hash', version: 2 },
      ...(layout.defaultTtl === undefined ? {} : { defaultTtl: layout.defaultTtl }),
      indexingPolicy: { indexingMode: 'consistent', automatic: true },
    },
    charge: 1,
  };
}

export function rangesMetadata(container: StoredContainer): WireAnswer {
  const ranges = container.ranges.all().map(({ id, min, max, parents }) => ({
    id,
    _rid: containerRid,
    minInclusive: min,
    maxExclusive: max,
    parents,
    status: 'online',
  }));
  return {
    status: 200,
    body: { _rid: containerRid, PartitionKeyRanges: ranges, _count: ranges.length },
    charge: 1,
  };
}
