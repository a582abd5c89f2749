import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { routeOf } from '../../tab/src/shared/navigation/route.ts';
import { stageAddress, stageCategoryOf } from '../../tab/src/shared/navigation/stage-address.ts';
import type { HostChoice } from './host-page.ts';
import { openTheatre, type OpenTab, type TabTheatre } from './open-tab.ts';

let theatre: TabTheatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 120_000);
afterEach(() => theatre.clear());
afterAll(() => theatre.close());

const panelWidth = 320;
const notYours = 'Deze stand is niet voor u bedoeld';

const beside = (more: Partial<HostChoice> = {}) =>
  theatre.open({ actor: 'chair', frameContext: 'sidePanel', presents: true, ...more }, panelWidth);

const onStage = (actor: HostChoice['actor'], query = '?category=indirect') =>
  theatre.open({ actor, frameContext: 'meetingStage', query }, 1280);

/** By the menu of screens that a narrow panel has. */
async function toStandings({ tab }: OpenTab): Promise<void> {
  await tab.getByText('Meer', { exact: true }).click();
  await tab.getByRole('link', { name: 'Stand', exact: true }).last().click();
  await tab.getByRole('heading', { name: 'Stand' }).waitFor();
}

const shared = async ({ page }: OpenTab) => page.locator('body').getAttribute('data-shared');

/** Without the list of hosts that teams-js asks for on the internet, which is not there. */
const complaintsOf = ({ complaints }: OpenTab) => complaints.filter((each) => !each.includes('ERR_FAILED'));

test('the address of a stage says its category, and leads to the tab', () => {
  const address = stageAddress('https://delers.example/tab/?x=1#screen=start', 'in & direct');
  expect(address.href).toBe('https://delers.example/tab/?category=in+%26+direct');
  expect(stageCategoryOf(address.search)).toBe('in & direct');
  expect(stageCategoryOf('')).toBeUndefined();
  expect(routeOf(address.hash)).toEqual({});
});

describe('beside a meeting', () => {
  test('the chair shares the category that they look at; everybody loads that as themselves', async () => {
    const open = await beside();
    await toStandings(open);
    await open.tab.getByRole('link', { name: 'Indirect' }).click();
    await open.tab.getByRole('button', { name: 'Toon in vergadering' }).click();
    await open.tab.getByText('Dit staat nu groot in de vergadering').waitFor();
    expect(complaintsOf(open)).toEqual([]);
    const { origin, pathname, search } = new URL((await shared(open)) ?? '');
    expect(origin + pathname).toBe(`${theatre.server.address}/tab/`);
    const chairs = await onStage('chair', search);
    await chairs.tab.getByRole('heading', { name: 'Indirect' }).waitFor();
    const submitters = await onStage('civilServant', search);
    await submitters.tab.getByText(notYours).waitFor();
  });

  test('who may not present is told so, and nothing is shared', async () => {
    const open = await beside({ presents: false });
    await toStandings(open);
    await open.tab.getByRole('button', { name: 'Toon in vergadering' }).click();
    await open.tab.getByText('Tonen lukte niet').waitFor();
    expect(await shared(open)).toBeNull();
  });

  test.each([280, 320])('nothing is wider than a panel of %i pixels', async (width) => {
    const open = await theatre.open({ actor: 'chair', frameContext: 'sidePanel', presents: true }, width);
    await toStandings(open);
    await open.tab.getByRole('button', { name: 'Toon in vergadering' }).waitFor();
    const wide = await open.page.frames()[1]?.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(width);
  });

  test('outside a meeting there is nothing to share to', async () => {
    const { tab } = await theatre.open({ actor: 'chair' });
    await tab.getByRole('link', { name: 'Stand', exact: true }).first().click();
    await tab.getByRole('button', { name: 'Volledig scherm' }).waitFor();
    expect(await tab.getByRole('button', { name: 'Toon in vergadering' }).count()).toBe(0);
  });
});

describe("on a meeting's stage", () => {
  test('who may see the standings sees those of the category, and nothing around them', async () => {
    theatre.server.stage.roundPhase = 'closed';
    const open = await onStage('chair');
    const { tab, page } = open;
    await tab.getByRole('heading', { name: 'Indirect' }).waitFor();
    expect(await tab.getByRole('navigation').count()).toBe(0);
    expect(await tab.getByRole('button', { name: 'Sluiten' }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Toon de volgende' }).click();
    await tab.getByText('Inkoopboek', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    expect(await tab.getByText('Inkoopboek', { exact: true }).isVisible()).toBe(true);
    expect(complaintsOf(open)).toEqual([]);
  });

  test('while judges still score it shows no places', async () => {
    const { tab } = await onStage('chair');
    await tab.getByText('Deze ronde loopt nog.').waitFor();
    expect(await tab.getByText('Inkoopboek', { exact: true }).count()).toBe(0);
  });

  test.each(['civilServant', 'juror', 'newcomer'] as const)(
    'a %s reads that it is not for them, and the standings are not even asked for',
    async (actor) => {
      theatre.server.stage.roundPhase = 'closed';
      const { tab } = await onStage(actor);
      await tab.getByText(notYours).waitFor();
      await theatre.server.quiet();
      expect(theatre.server.asked.filter((each) => each.includes('leaderboard'))).toEqual([]);
      expect(await tab.getByText('Inkoopboek', { exact: true }).count()).toBe(0);
    },
  );

  test('without a category it is the first, and an unknown one is no way around', async () => {
    const { tab } = await onStage('chair', '');
    await tab.getByRole('heading', { name: 'Direct' }).waitFor();
    const other = await onStage('juror', '?category=x');
    await other.tab.getByText(notYours).waitFor();
  });
});
