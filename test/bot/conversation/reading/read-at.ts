import { findMunicipality } from '../../../../bot/conversation/reading/find-municipality.ts';
import { findParticipants, isNobody } from '../../../../bot/conversation/reading/find-participants.ts';
import { namesOrganisation } from '../../../../bot/conversation/reading/municipality-names.ts';
import type { AnswerKind } from '../../../../bot/conversation/reading/phrasebook.ts';
import { readChange } from '../../../../bot/conversation/reading/read-command.ts';
import { readFullContact } from '../../../../bot/conversation/reading/read-full-contact.ts';
import { readInterjection } from '../../../../bot/conversation/reading/read-interjection.ts';
import type { Nameable } from '../../../../bot/conversation/reading/read-option.ts';
import { readOption } from '../../../../bot/conversation/reading/read-option.ts';
import { readPeriod, saysNotFinished } from '../../../../bot/conversation/reading/read-period.ts';
import { isNo, isUnsure, isYes } from '../../../../bot/conversation/reading/read-yes-no.ts';
import meant from '../../../../bot/conversation/reading/words-meant.json' with { type: 'json' };
import { municipalityOf } from '../../../../bot/domain/municipality/municipality.ts';

/** What is asked where something is said. */
export type Asked =
  | 'whose' | 'participant' | 'partners' | 'title' | 'description' | 'category' | 'finished' | 'proof' | 'admission'
  | 'contact' | 'consent' | 'review'; // prettier-ignore

/** What was understood, as the table writes it down. */
export type Understood = Record<string, unknown>;

const today = '2026-11-22';

const kinds: Record<Asked, AnswerKind> = {
  whose: 'choice',
  participant: 'choice',
  partners: 'choice',
  title: 'free-text',
  description: 'free-text',
  category: 'choice',
  finished: 'choice',
  proof: 'free-text',
  admission: 'choice',
  contact: 'choice',
  consent: 'choice',
  review: 'choice',
};

export const allAsked = Object.keys(kinds).filter((key): key is Asked => key in kinds);

const whose: Nameable[] = [
  { value: 'own', names: [...meant.own, 'Eigen initiatief'] },
  { value: 'nominated', names: [...meant.nominated, 'Een andere gemeente voordragen'] },
];

const categories: Nameable[] = [
  { value: 'direct', names: ['Direct'] },
  { value: 'indirect', names: ['Indirect'] },
  { value: 'living', names: ['Fysieke leefomgeving'] },
];

/** Reads as the intake does: the answer of a closed question first, then what is said instead of one, then the rest. */
export function readAt(asked: Asked, said: string): Understood {
  return closedAnswer(asked, said) ?? interjected(asked, said) ?? openAnswer(asked, said);
}

function closedAnswer(asked: Asked, said: string): Understood | undefined {
  switch (asked) {
    case 'admission':
      return isUnsure(said) ? { answer: 'unsure' } : yesOrNo(said);
    case 'consent':
    case 'review':
      return yesOrNo(said);
    case 'contact':
      return isYes(said) ? { answer: 'yes' } : undefined;
    case 'partners':
      return isNobody(said) ? { nobody: true } : undefined;
    default:
      return undefined;
  }
}

function yesOrNo(said: string): Understood | undefined {
  if (isYes(said)) return { answer: 'yes' };
  return isNo(said) ? { answer: 'no' } : undefined;
}

function interjected(asked: Asked, said: string): Understood | undefined {
  const found = readInterjection(said, kinds[asked]);
  switch (found?.kind) {
    case undefined:
      return undefined;
    case 'command':
      return { command: found.command };
    case 'request':
      return { request: found.request };
    case 'aside':
      return { aside: found.aside };
  }
}

function openAnswer(asked: Asked, said: string): Understood {
  switch (asked) {
    case 'whose':
      return optionOf(readOption(said, whose));
    case 'category':
      return optionOf(readOption(said, categories));
    case 'participant':
      return participantIn(said);
    case 'partners':
      return partnersIn(said);
    case 'finished':
      return finishedIn(said);
    case 'contact':
      return contactIn(said);
    case 'review':
      return readChange(said) === undefined ? { unclear: true } : { change: readChange(said) };
    case 'title':
    case 'description':
    case 'proof':
      return { text: true };
    case 'admission':
    case 'consent':
      return { unclear: true };
    default:
      return asked satisfies never;
  }
}

function optionOf([only, another]: readonly string[]): Understood {
  return only === undefined || another !== undefined ? { unclear: true } : { option: only };
}

function participantIn(said: string): Understood {
  const list = findParticipants(said, today);
  if (list.codes.length > 1) return { partnership: list.codes.map(nameOf) };
  const found = findMunicipality(said, today);
  switch (found.kind) {
    case 'one':
      return {
        municipality: found.municipality.name,
        ...(found.former && { former: found.former.name }),
        ...(found.guessed && { guessed: true }),
      };
    case 'several':
      return { several: found.codes.map(nameOf) };
    case 'none':
      return namesOrganisation(said) ? { organisation: true } : { unknown: true };
    default:
      return found satisfies never;
  }
}

function partnersIn(said: string): Understood {
  const { codes, rest } = findParticipants(said, today);
  return { municipalities: codes.map(nameOf), others: rest };
}

function finishedIn(said: string): Understood {
  const period = readPeriod(said, today);
  if (period !== undefined) return { from: period.from, to: period.to };
  return saysNotFinished(said) ? { notFinished: true } : { unclear: true };
}

function contactIn(said: string): Understood {
  const { phone, ...found } = readFullContact(said);
  if (phone === undefined) return { contact: found };
  return { contact: { ...found, phone: phone.kind === 'valid' ? phone.e164 : phone.reason } };
}

function nameOf(code: string): string {
  return municipalityOf(code)?.name ?? code;
}
