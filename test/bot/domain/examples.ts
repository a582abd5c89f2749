import type { EditionRole, Role } from '../../../bot/domain/edition/edition-role.ts';
import type { Edition, Round } from '../../../bot/domain/edition/edition.ts';
import type { SheetContent } from '../../../bot/domain/judging/score-sheet.ts';
import { personId } from '../../../bot/domain/person.ts';
import type { Submission, SubmissionFields } from '../../../bot/domain/submission/submission.ts';
import { exampleEdition } from '../../teams/example/edition.ts';
import { exampleConditions, exampleConsent } from '../../teams/example/intake.ts';

/** Values for tests of the rules: valid ones, to change what a test is about. */

export const now = '2026-11-22T10:00:00.000Z';
const tenantId = '5d0a7c1e-94b2-4f3a-8c6d-2e1f7b9a3c40';

export function edition(changes: Partial<Edition> = {}): Edition {
  return { ...exampleEdition(new Date(now)), ...changes };
}

export function round(changes: Partial<Round> = {}): Round {
  const [first] = edition().rounds;
  if (first === undefined) throw new Error('the example edition has no round');
  return { ...first, ...changes };
}

export function role(name: string, roles: Role[], organisation?: string): EditionRole {
  return { tenantId, objectId: name, name, roles, organisation };
}

export const fields: SubmissionFields = {
  whose: 'own',
  participant: { kind: 'municipality', code: 'GM0344' },
  partners: [],
  title: 'Reizende luisterpaal',
  description: 'Een paal die langs de wijken reist en naar inwoners luistert.',
  categoryId: 'direct',
  finished: { from: '2025-03-01', to: '2025-03-31' },
  proof: 'In een jaar kwamen er 1.400 ideeën binnen; 60 zijn er uitgevoerd.',
  conditions: Object.fromEntries(exampleConditions.map(({ id }) => [id, 'yes'])),
  own: { 'own-website': 'https://www.utrecht.example/luisterpaal' },
  contact: { name: 'Sanne de Wit', mail: 'sanne.dewit@utrecht.example' },
  consent: { givenAt: now, statement: exampleConsent.nl },
};

export function submission(changes: Partial<Submission> = {}): Submission {
  return {
    ...fields,
    id: 'initiatief',
    editionId: edition().id,
    number: 1,
    submitter: personId({ tenantId, objectId: 'sanne' }),
    submittedAt: now,
    status: 'submitted',
    revision: 1,
    example: false,
    ...changes,
  };
}

export function content(scores: SheetContent['scores'], remark = ''): SheetContent {
  return { scores, remarks: {}, overallRemark: remark };
}

export const full = content({ success: 4, value: 5, reuse: 3, inclusion: 'not-assessable' });
