import type { Caution } from '../../domain/edition/edition-cautions.ts';
import type { EditionChange } from '../../domain/edition/edition-changes.ts';
import type { EditionFault } from '../../domain/edition/edition-fault.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ChangeRefusal } from '../../domain/edition/refuse-changes.ts';
import type { Language } from '../../domain/person.ts';
import type { EditionTemplate } from '../../use-cases/editions/start-edition.ts';

/** What there is to say about an edition that is being written, in somebody's language. */
export interface EditionSpeech {
  /** By itself, and beside the field that it is about. */
  fault(fault: EditionFault): { sentence: string; beside: string };
  change(change: EditionChange, zone: string): string;
  caution(caution: Caution, zone: string): string;
  refusal(refusal: ChangeRefusal): string;
}

/** A card as people will get it. */
interface PreviewCard {
  id: string;
  group: 'question' | 'jury';
  title: string;
  card: Record<string, unknown>;
}

/** What the edition screen needs besides use cases. */
export interface EditionDesk {
  speech: (language: Language) => EditionSpeech;
  /** To begin a new edition from. */
  templates: readonly EditionTemplate[];
  /** The addresses in a list as people paste it. */
  readAddresses: (text: string) => {
    addresses: { mail: string; name?: string }[];
    unread: { text: string }[];
  };
  /** The conversation and the cards of an edition. */
  preview: (edition: Edition, language: Language, now: Instant) => PreviewCard[];
}
