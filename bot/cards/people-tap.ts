import { z } from 'zod';
import type { Tapped, TapReply } from '../conversation/inbound-event.ts';
import { findMunicipality, municipalityOfMail } from '../conversation/reading/find-municipality.ts';
import { dayInZone } from '../domain/day-in-zone.ts';
import { allRoles } from '../domain/edition/change-roles.ts';
import type { RoleWish } from '../domain/edition/change-roles.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { Language, PersonKey } from '../domain/person.ts';
import { personKeyOf } from '../domain/person.ts';
import { speak } from '../texts/texts.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import type { PersonView } from '../use-cases/people/view-people.ts';
import type { World } from '../use-cases/world.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plainLine } from './escape.ts';
import { expandCard } from './expand-card.ts';
import { municipalityName } from './people-words.ts';

/** A tap on one of the cards with which an organiser manages people. */
export interface PeopleTap {
  world: World;
  event: Tapped;
  language: Language;
}

const anything = z.string().max(100_000);
const whole = z.coerce.number().int().min(0).max(1_000_000);
const listed = z
  .string()
  .max(10_000)
  .default('')
  .transform((chosen) => chosen.split(',').filter((each) => each !== ''));

export const edition = z.string().regex(/^[\w.-]{1,100}$/);
export const role = z.enum(allRoles);
export const page = whole.default(0);
export const revision = whole;
export const typed = anything.default('');
export const chosenRole = { role, categories: listed, rounds: listed };
/** Tenant and object, as Entra calls them. */
export const person = z
  .string()
  .max(200)
  .regex(/^[\w.-]+:[\w.-]+$/);

/** @throws RefusedError `malformed` when it is not what a card of ours sends */
export function readTapData<T>(schema: z.ZodType<T>, { data }: Tapped): T {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new RefusedError('malformed');
  return parsed.data;
}

/** Whom and where a tap is about. */
export function placeCommand(data: { edition: string; person: string; revision: number }): {
  editionId: string;
  who: PersonKey;
  basedOn: number;
} {
  return { editionId: data.edition, who: personKeyOf(data.person), basedOn: data.revision };
}

/** The role as it was chosen; all of the categories or rounds is everywhere. */
export function wishOf(
  { role: chosen, categories, rounds }: { role: RoleWish['role']; categories: string[]; rounds: string[] },
  { categories: allCategories, rounds: allRounds }: Edition,
): RoleWish {
  const some = <T extends { id: string }>(all: readonly T[], picked: readonly string[]): T['id'][] => {
    const known = all.map(({ id }) => id).filter((id) => picked.includes(id));
    return known.length === all.length ? [] : known;
  };
  return {
    role: chosen,
    limit: { categories: some(allCategories, categories), rounds: some(allRounds, rounds) },
  };
}

export function drawn({ template, values }: Drawing): TapReply {
  return { kind: 'card', card: expandCard(template, values) };
}

/** What somebody typed for a municipality: its code, nothing for nothing, or what is wrong with it. */
export function readOrganisation(
  tap: PeopleTap,
  { zone }: Edition,
  written: string,
): { code?: string } | { fault: string } {
  const say = speak(tap.language);
  const name = written.trim();
  if (name === '') return {};
  const found = findMunicipality(name, dayInZone(tap.world.now(), zone));
  switch (found.kind) {
    case 'one':
      return { code: found.municipality.code };
    case 'several':
      return {
        fault: say('people.organisation.several', { names: found.codes.map(municipalityName).join(', ') }),
      };
    case 'none':
      return { fault: say('people.organisation.unknown', { typed: plainLine(bareLine(name, 60), 60) }) };
    default:
      return found satisfies never;
  }
}

/** The municipality that somebody's mail address is of: a guess, for the organiser to say yes to. */
export function suggestionFor(
  { world }: PeopleTap,
  { mail, edition: { zone } }: PersonView,
): { suggestion?: string } {
  const code = municipalityOfMail(mail, dayInZone(world.now(), zone))?.code;
  return code === undefined ? {} : { suggestion: code };
}
