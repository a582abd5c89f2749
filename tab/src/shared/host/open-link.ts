import { app } from '@microsoft/teams-js';

/** Has Teams go where an address leads: a page in a frame can not. */
export function openLink(address: string): void {
  app.openLink(address).catch((error: unknown) => console.warn('Teams did not open the link', error));
}
