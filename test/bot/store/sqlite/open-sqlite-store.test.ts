import { describeDocumentStore } from '../document-store-contract.ts';
import { openFreshStore } from './open-fresh-store.ts';

describeDocumentStore('the SQLite store', openFreshStore);
