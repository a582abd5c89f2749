import type { Participant } from '../../domain/submission/participant.ts';
import { municipalityName, participantName, partnershipNameOf } from '../../domain/submission/participant.ts';

/** A participant with, when they go by a name, the municipalities behind it. */
export function shownParticipant(participant: Participant): string {
  if (participant.kind !== 'partnership') return participantName(participant);
  const members = partnershipNameOf(participant.members);
  return participant.name === members ? members : `${participant.name} (${members})`;
}

/** As somebody would type them. */
export function typedParticipant(participant: Participant): string {
  return participant.kind === 'partnership'
    ? participant.members.map(municipalityName).join(', ')
    : participantName(participant);
}
