import { Temporal } from 'temporal-polyfill';
import { dayInZone } from '../../bot/domain/day-in-zone.ts';
import type { Edition } from '../../bot/domain/edition/edition.ts';
import { workingMorning } from '../../bot/domain/working-hours.ts';
import type { DocumentStore } from '../../bot/store/port.ts';
import { remindJudges } from '../../bot/use-cases/chasing/remind-judges.ts';
import { createJudgeContacts } from '../../bot/views/judge-contacts.ts';
import { createReadModel } from '../../bot/views/kept-read-model.ts';
import { allDocuments } from './stored.ts';

/** Reminds the judges as a server does that runs in the morning of the first reminder, whatever day it is here. */
export async function remindAll(store: DocumentStore, { rounds, zone }: Edition): Promise<void> {
  const readModel = createReadModel();
  const contacts = createJudgeContacts();
  const documents = await allDocuments(store);
  readModel.apply(documents);
  contacts.apply(documents);
  const morning = firstMorning(rounds[0]?.closesAt ?? '', zone);
  const world = {
    ...{ store, readModel, now: () => morning, newId: () => crypto.randomUUID() },
    ...{ similar: { find: () => [] }, firstOrganisers: new Set<string>() },
  };
  await remindJudges(world, contacts);
}

/** A week before the closing. */
function firstMorning(closesAt: string, zone: string): string {
  const day = Temporal.PlainDate.from(dayInZone(closesAt, zone)).subtract({ days: 7 });
  return workingMorning(day.toString(), zone);
}
