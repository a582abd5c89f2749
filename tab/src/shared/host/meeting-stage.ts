import { meeting } from '@microsoft/teams-js';

/** Whether Teams lets the app bring something before everybody in this meeting; asked in the panel beside it only. */
export async function canShareToStage(): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  meeting.getAppContentStageSharingCapabilities((error, capabilities) => {
    if (error !== null) console.info('Teams does not say whether this can be shared', error);
    resolve(capabilities?.doesAppHaveSharePermission === true);
  });
  return promise;
}

/**
 * Everybody in the meeting loads the address for themselves, with their own sign-in.
 * @returns whether Teams did it: it does not for who may not present
 */
export async function shareToStage(address: URL): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  meeting.shareAppContentToStage((error, isShared) => {
    if (error !== null) console.warn('Teams did not share', error);
    resolve(isShared === true);
  }, address.href);
  return promise;
}
