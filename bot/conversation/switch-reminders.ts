import { notice } from './notices.ts';
import type { Plugged } from './plugged.ts';

/** Somebody switches the reminders of what they have not handed in off and on. */
export const switchReminders: NonNullable<Plugged['requests']> = {
  'reminders-off': async (turn) => {
    turn.note({ remindersOff: true });
    turn.post(notice('reminder.off'));
    return {};
  },
  'reminders-on': async (turn) => {
    turn.note({ remindersOff: false });
    turn.post(notice('reminder.on'));
    return {};
  },
};
