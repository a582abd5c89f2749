import { describeDocumentStore } from '../document-store-contract.ts';
import { openFreshCosmos } from './open-fresh-cosmos.ts';

describeDocumentStore('the Cosmos DB store', openFreshCosmos);
describeDocumentStore('the Cosmos DB store in three physical partitions', () =>
  openFreshCosmos({ ranges: 3 }),
);
