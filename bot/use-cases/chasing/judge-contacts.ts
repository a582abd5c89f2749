import type { Instant } from '../../domain/instant.ts';
import type { JudgeReminders } from '../../domain/judging/judge-reminder.ts';
import type { PersonId } from '../../domain/person.ts';

/** Whether and when people can be reminded, kept by the change feed: for showing and for where to look. */
export interface JudgeContacts {
  of(person: PersonId, editionId: string): JudgeContact;
}

export interface JudgeContact {
  /** The bot has a personal chat with them. */
  hasChat: boolean;
  remindersOff: boolean;
  reminders: JudgeReminders;
  /** When they last wrote a sheet, abstained or undid that. */
  lastJudgedAt?: Instant;
}
