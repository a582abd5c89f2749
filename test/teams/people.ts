import { createHash } from 'node:crypto';
import type { PersonView } from './page-api.ts';

export interface Person extends PersonView {
  /** What a bot knows a person by: `29:…`. */
  teamsId: string;
  mail: string;
  /** Teams' word for the person's account in this tenant. */
  userRole: 'user' | 'guest';
  /** CBS code, for who works for a municipality. */
  municipality?: string;
  /** Entra has no address for them: only the account's own name has it. */
  withoutEmail?: boolean;
}

/** The one tenant of the simulator. */
export const tenantId = '5d0a7c1e-94b2-4f3a-8c6d-2e1f7b9a3c40';

/** Everybody in the simulator. The civil servants are in no team. */
export const people = {
  sanne: person(1, 'Sanne de Wit', 'sanne.dewit@utrecht.example', 'submitter', {
    description: 'Indiener, gemeente Utrecht',
    municipality: 'GM0344',
  }),
  mehmet: person(2, 'Mehmet Yıldız', 'm.yildiz@zwolle.example', 'submitter', {
    description: 'Indiener, gemeente Zwolle',
    municipality: 'GM0193',
  }),
  anouk: person(3, 'Anouk Jansen', 'anouk.jansen@denhaag.example', 'submitter', {
    description: 'Indiener, gemeente Den Haag (Engels)',
    municipality: 'GM0518',
    locale: 'en-GB',
  }),
  juror1: person(4, 'Jurylid 1', 'jurylid1@hogeschool.example', 'judge', {
    description: 'Jurylid, werkt bij een hogeschool',
    userRole: 'guest',
  }),
  juror2: person(5, 'Jurylid 2', 'jurylid2@adviesbureau.example', 'judge', {
    description: 'Jurylid, werkt bij een adviesbureau',
    userRole: 'guest',
  }),
  juror3: person(6, 'Jurylid 3', 'jurylid3@vng.example', 'judge', {
    description: 'Jurylid, werkt bij de VNG',
  }),
  juror4: person(7, 'Jurylid 4', 'jurylid4@gouda.example', 'judge', {
    description: 'Jurylid, gemeente Gouda',
    municipality: 'GM0513',
    userRole: 'guest',
  }),
  juror5: person(8, 'Jurylid 5', 'jurylid5@zwolle.example', 'judge', {
    description: 'Jurylid, gemeente Zwolle',
    municipality: 'GM0193',
    userRole: 'guest',
  }),
  chair: person(9, 'Petra Vermeulen', 'petra.vermeulen@universiteit.example', 'chair', {
    description: 'Juryvoorzitter',
    userRole: 'guest',
  }),
  organiser: person(10, 'Daan Bakker', 'daan.bakker@vng.example', 'organiser', {
    description: 'Organisator, VNG',
  }),
} as const satisfies Record<string, Person>;

const all: Person[] = Object.values(people);
export const everybody: readonly Person[] = all;

/** So many more civil servants of Utrecht, for whoever wants to see many at work. */
export function addCrowd(count: number): Person[] {
  return Array.from({ length: count }, () => {
    const number = all.length + 1;
    return addPerson({
      name: `Indiener ${number}`,
      mail: `indiener${number}@utrecht.example`,
      ...{ description: 'Indiener, gemeente Utrecht', municipality: 'GM0344' },
    });
  });
}

/** Somebody who comes in later: a civil servant in no team, unless told. */
export function addPerson({
  name,
  mail,
  kind = 'submitter',
  ...about
}: Pick<Person, 'name' | 'mail'> & Partial<Omit<Person, 'id' | 'teamsId'>>): Person {
  const newcomer = person(all.length + 1, name, mail, kind, { description: 'Nieuw', ...about });
  all.push(newcomer);
  return newcomer;
}

function person(
  number: number,
  name: string,
  mail: string,
  kind: Person['kind'],
  rest: Partial<Person> & { description: string },
): Person {
  const id = `0b5e0000-7a11-4c0d-9e00-${String(number).padStart(12, '0')}`;
  const teamsId = `29:1${createHash('sha256').update(id).digest('base64url')}`;
  return { locale: 'nl-NL', userRole: 'user', ...rest, id, teamsId, name, mail, kind };
}
