/** The address that opens a submission in the tab. */
export type TabLink = (submissionId: string) => string;

/**
 * Teams' deep link to the app's tab, with what the tab should show.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function createTabLink({ appId, tabId }: { appId: string; tabId: string }): TabLink {
  const tab = `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${encodeURIComponent(tabId)}`;
  return (submissionId) => {
    const context = JSON.stringify({ subEntityId: `submission:${submissionId}` });
    return `${tab}?context=${encodeURIComponent(context)}`;
  };
}
