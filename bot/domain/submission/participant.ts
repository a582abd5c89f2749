import { municipalityOf } from '../municipality/municipality.ts';

/** Whose initiative it is. */
export type Participant =
  /** `code` is the CBS code: `GM0344`. */
  | { kind: 'municipality'; code: string }
  /** Municipalities that take part as one, by their codes. */
  | { kind: 'partnership'; name: string; members: string[] }
  /** Anybody else, by the name they go by. */
  | { kind: 'organisation'; name: string };

/** Who else worked on it. */
export type Partner = Exclude<Participant, { kind: 'partnership' }>;

/** As a reader knows them. What people typed in it is as they typed it. */
export function participantName(participant: Participant): string {
  return participant.kind === 'municipality' ? municipalityName(participant.code) : participant.name;
}

export function municipalityName(code: string): string {
  return municipalityOf(code)?.name ?? code;
}

/** Each province that one of its municipalities is in. */
export function provincesOf(participant: Participant): string[] {
  const provinces = municipalitiesOf(participant).flatMap((code) => municipalityOf(code)?.province ?? []);
  return [...new Set(provinces)];
}

/** The one province it is of; none when it is of more, or of no municipality. */
export function provinceOf(participant: Participant): string | undefined {
  return participant.kind === 'municipality' ? municipalityOf(participant.code)?.province : undefined;
}

/** The codes of the municipalities whose initiative it is: of a partnership all of them. */
export function municipalitiesOf(participant: Participant): string[] {
  return municipalitiesIn({ participant, partners: [] });
}

/** What municipalities that take part as one are called when they have no name: "Ede, Barneveld en Wageningen". */
export function partnershipNameOf(members: readonly string[]): string {
  return dutchList.format(members.map(municipalityName));
}

const dutchList = new Intl.ListFormat('nl-NL', { type: 'conjunction' });

/** The codes of all municipalities that an initiative is of, its partners among them. */
export function municipalitiesIn(involved: { participant: Participant; partners: Partner[] }): string[] {
  return [involved.participant, ...involved.partners].flatMap((each) => {
    switch (each.kind) {
      case 'municipality':
        return [each.code];
      case 'partnership':
        return each.members;
      case 'organisation':
        return [];
      default:
        return each satisfies never;
    }
  });
}
