import { verifyAndTell } from '../verify-and-tell.ts';
import { exitCodes, type Subcommand } from './subcommand.ts';

/** The same as `npm run verify -- --data folder`. */
export const verify: Subcommand = {
  name: 'verify',
  usage: 'admin.usage.verify',
  run: async (store, _wish, { print, language }) =>
    (await verifyAndTell(store, print, language)) ? exitCodes.fine : exitCodes.notFine,
};
