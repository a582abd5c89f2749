import type { Instant } from '../domain/instant.ts';
import type { DocumentStore } from '../store/port.ts';
import type { SimilarFinder } from './submitting/find-similar.ts';
import type { ReadModel } from './read-model.ts';

/** What a use case needs of the world around it. */
export interface World {
  store: DocumentStore;
  /** Kept by the change feed: a moment behind the store, so for showing, never for deciding a write. */
  readModel: ReadModel;
  /** What resembles an initiative; kept as the read model is. */
  similar: SimilarFinder;
  now(): Instant;
  /** A new id: unguessable, usable in a document id. */
  newId(): string;
  /** People who are organiser of every edition, by setting. */
  firstOrganisers: ReadonlySet<string>;
}
