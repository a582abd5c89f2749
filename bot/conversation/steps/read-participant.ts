import type { PlainDay } from '../../domain/instant.ts';
import { existsOn, municipalityOf } from '../../domain/municipality/municipality.ts';
import type { Participant, Partner } from '../../domain/submission/participant.ts';
import { participantName, partnershipNameOf } from '../../domain/submission/participant.ts';
import { nameLength } from '../../domain/submission/submission.ts';
import { dayText } from '../../texts/dates.ts';
import type { FoundMunicipality } from '../reading/find-municipality.ts';
import { findMunicipality } from '../reading/find-municipality.ts';
import type { FoundParticipants } from '../reading/find-participants.ts';
import { findParticipants } from '../reading/find-participants.ts';
import { namesOrganisation } from '../reading/municipality-names.ts';
import { bareWords, shortened, squeezed } from '../reading/words.ts';
import { nameList } from './name-list.ts';
import { organisationChoice, takeOrganisation } from './participant-options.ts';
import { typedParticipant } from './shown-participant.ts';
import type { Reading, StepContext } from './step.ts';
import { told, understood, unclear } from './step.ts';
import { lettersIn, writtenLine } from './written.ts';

const mostCharacters = 1_000;

/** Whom somebody means: one municipality, several as one, or another organisation. */
export function readParticipant(typed: string, context: StepContext): Reading {
  const written = writtenLine(typed.slice(0, mostCharacters));
  const { participant } = context.answers;
  if (participant !== undefined && squeezed(typedParticipant(participant)) === squeezed(written)) {
    return understood({ participant });
  }
  const { before, found } = findNamed(written, context.today);
  if (found.codes.length > 1 && found.unsure.length === 0) return takePartnership(before, found, context);
  const [code] = found.codes;
  const partners = found.rest.filter(namesOrganisation);
  if (code !== undefined && partners.length > 0 && asksPartners(context))
    return takeWithPartners(code, partners, context);
  const isOrganisation = code === undefined && found.rest.length === 1 && namesOrganisation(written);
  if (isOrganisation) return askOrganisation(found.rest[0] ?? written, context);
  return take(findMunicipality(written, context.today), written, context);
}

/** "Drechtsteden: Dordrecht en Zwijndrecht" says who, whatever else that name may stand for. */
function findNamed(written: string, day: PlainDay): { before: string; found: FoundParticipants } {
  const [, before = '', after = ''] = /^([^:]{2,}):(.+)$/.exec(written) ?? [];
  const named = findParticipants(after, day);
  return named.codes.length > 1 && lettersIn(before) >= nameLength.least
    ? { before: writtenLine(before), found: named }
    : { before: '', found: findParticipants(written, day) };
}

/** "Maassluis, Vlaardingen en Schiedam", with or without the name by which they work together. */
function takePartnership(before: string, found: FoundParticipants, context: StepContext): Reading {
  const joined = partnershipNameOf(found.codes);
  const name = before || (found.collaboration ?? joined);
  if (Array.from(name).length > nameLength.most && name !== joined)
    return unclear('intake.participant.name-too-long', { most: nameLength.most });
  const others = found.rest.filter(namesOrganisation);
  const participant: Participant = { kind: 'partnership', name, members: found.codes };
  return {
    kind: 'understood',
    answers: { participant, ...withPartners(others, context) },
    remark: told(name === joined ? 'intake.participant.together' : 'intake.participant.together.named', {
      name,
      members: joined,
    }),
  };
}

function asksPartners({ edition }: StepContext): boolean {
  return edition.steps.some(({ ask }) => ask === 'partners');
}

/** "Gemeente Utrecht en Waterschap Rijnland": the first takes part, the others worked on it. */
function takeWithPartners(code: string, partners: string[], context: StepContext): Reading {
  const participant: Participant = { kind: 'municipality', code };
  const values = { name: participantName(participant), partners: nameList(partners, context.language) };
  return {
    kind: 'understood',
    answers: { participant, ...withPartners(partners, context) },
    remark: told('intake.participant.with-partners', values),
  };
}

function withPartners(names: readonly string[], context: StepContext): { partners?: Partner[] } {
  const { partners = [] } = context.answers;
  const known = new Set(partners.map((each) => squeezed(participantName(each))));
  const added = names.filter(
    (name) => !known.has(squeezed(name)) && Array.from(name).length <= nameLength.most,
  );
  if (added.length === 0 || !asksPartners(context)) return {};
  return { partners: [...partners, ...added.map((name): Partner => ({ kind: 'organisation', name }))] };
}

const kindsOnly = new Set(
  'waterschap provincie omgevingsdienst stichting vereniging bedrijf organisatie ministerie school universiteit hogeschool ggd veiligheidsregio samenwerking woningcorporatie bibliotheek company organisation organization university province foundation'.split(
    ' ',
  ),
);

/** It is no municipality, which most are: asked before it is taken. */
function askOrganisation(typed: string, _context: StepContext): Reading {
  const name = shortened(typed, nameLength.most);
  const bare = bareWords(typed).replace(/^(?:een|een andere|andere|ander|a|an|another|other) /, '');
  if (kindsOnly.has(bare)) return unclear('intake.participant.which-organisation');
  return {
    kind: 'unclear',
    remark: told('intake.participant.is-organisation', { name }),
    choices: [organisationChoice(name)],
  };
}

function take(found: FoundMunicipality, typed: string, { language, today }: StepContext): Reading {
  const short = shortened(typed, 40);
  switch (found.kind) {
    case 'one': {
      const { municipality: only, former, guessed } = found;
      const answers = { participant: { kind: 'municipality' as const, code: only.code } };
      if (former?.validTo !== undefined) {
        const values = { former: former.name, name: only.name, day: dayText(language, former.validTo) };
        return understood(answers, told('intake.participant.merged', values));
      }
      return understood(
        answers,
        guessed ? told('intake.participant.guessed', { name: only.name }) : undefined,
      );
    }
    case 'several':
      return unclear('intake.participant.several', { typed: short }, found.codes);
    case 'none': {
      const near = found.nearest.filter((code) => {
        const municipality = municipalityOf(code);
        return municipality !== undefined && existsOn(municipality, today);
      });
      const asOrganisation = canBeName(typed) ? [organisationChoice(typed)] : [];
      const key = near.length > 0 ? 'intake.participant.nearest' : 'intake.participant.unknown';
      return unclear(key, { typed: short }, [...near, ...asOrganisation]);
    }
    default:
      return found satisfies never;
  }
}

function canBeName(typed: string): boolean {
  return lettersIn(typed) >= nameLength.least && takeOrganisation(typed).kind === 'understood';
}
