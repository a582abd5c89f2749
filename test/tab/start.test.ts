import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenTab, TabTheatre } from './open-tab.ts';
import { openTheatre } from './open-tab.ts';

let theatre: TabTheatre;

beforeAll(async () => {
  theatre = await openTheatre();
});
afterEach(async () => theatre.clear());
afterAll(async () => theatre.close());

const inTab = ({ page }: OpenTab, script: string) => page.frames()[1]?.evaluate(script);

describe('the start', () => {
  test('asks one question, together with who this is', async () => {
    const { tab } = await theatre.open({ actor: 'organiser' });
    await tab.getByRole('heading', { name: '3 juryleden hebben nog iets te doen' }).waitFor();
    expect(theatre.server.asked.slice(0, 2).sort()).toEqual(['GET /me', 'GET /start']);
    await tab.getByText('Voorselectie, tot en met 18 december 2026. Er ontbreken nog 17').waitFor();
    await tab.getByText('Zonder kanaal voor de jury: Indirect.').waitFor();
  });

  test('shows where the edition stands, and which step is now', async () => {
    const { tab } = await theatre.open({ actor: 'chair' });
    const steps = tab.getByRole('region', { name: 'Waar de editie staat' }).getByRole('listitem');
    await steps.first().waitFor();
    expect(await steps.count()).toBe(4);
    const now = tab.locator('[aria-current=step]');
    expect((await now.innerText()).replaceAll(/\s+/g, ' ')).toContain('Nu · nog 15 dagen');
    expect(await now.innerText()).toContain('Voorselectie');
  });

  test('marks today between two steps', async () => {
    theatre.server.stage.start = {
      steps: [
        { opensAt: '2026-10-01T07:00:00.000Z', closesAt: '2026-11-30T23:00:00.000Z', phase: 'closed' },
        {
          round: { id: 'preselection', name: 'Voorselectie' },
          ...{ opensAt: '2026-12-10T07:00:00.000Z', closesAt: '2026-12-18T23:00:00.000Z', phase: 'before' },
        },
      ],
    };
    const { tab } = await theatre.open({ actor: 'chair' });
    await tab.getByText('Vandaag, 3 december 2026').waitFor();
    const steps = await tab.getByRole('region', { name: 'Waar de editie staat' }).innerText();
    expect(steps.replaceAll(/\s+/g, ' ')).toMatch(/Inzenden .* Vandaag, 3 december 2026 Voorselectie/);
  });

  test('leads a judge to the next one, and to the list', async () => {
    const { tab } = await theatre.open({ actor: 'juror' });
    await tab.getByRole('heading', { name: 'Nog 5 inzendingen te beoordelen' }).waitFor();
    const next = tab.getByRole('link', { name: 'Volgende: Eén loket voor jonge mantelzorgers' });
    expect(await next.getAttribute('href')).toBe('#screen=score&submission=a3');
    expect(await tab.getByRole('link', { name: 'Uw lijst' }).getAttribute('href')).toBe('#screen=score');
  });

  test('follows what happens', async () => {
    const { tab } = await theatre.open({ actor: 'juror' });
    await tab.getByText('Live', { exact: true }).waitFor();
    theatre.server.stage.start = { tasks: [] };
    theatre.server.tell({ kind: 'progress' });
    await tab.getByText('U hoeft nu niets te doen').waitFor();
  });

  test('tells a civil servant what they handed in and what happens next, and leads to the chat', async () => {
    const { page, tab } = await theatre.open({ actor: 'civilServant' });
    const own = tab.getByRole('region', { name: 'Mijn inzendingen' }).getByRole('listitem');
    const judged = own.filter({ hasText: 'GD27-0006' });
    await judged.getByText('De jury beoordeelt, tot en met 18 december 2026.').waitFor();
    await judged.getByText('Er is feedback van de jury, van 2 december 2026.').waitFor();
    await own.filter({ hasText: 'GD27-0007' }).getByText('Teruggetrokken.', { exact: true }).waitFor();
    await tab.getByRole('link', { name: 'Ga verder in de chat' }).click();
    await page.locator('body[data-opened*="/l/chat/"]').waitFor();
  });

  test('welcomes who is new', async () => {
    const { tab } = await theatre.open({ actor: 'newcomer' });
    await tab.getByRole('heading', { name: 'Waar is uw gemeente trots op?' }).waitFor();
    await tab.getByRole('link', { name: 'Open de chat' }).waitFor();
    expect(await tab.getByRole('navigation').count()).toBe(0);
  });

  test('says so without an edition', async () => {
    theatre.server.stage.hasEdition = false;
    const { tab } = await theatre.open({ actor: 'newcomer' });
    await tab.getByRole('heading', { name: 'Er is nu geen editie' }).waitFor();
  });

  test('lets nothing jump while it comes', async () => {
    const open = await theatre.open({ actor: 'organiser' });
    await open.tab.getByRole('heading', { name: 'Nu te doen' }).waitFor();
    await theatre.server.quiet();
    const shift = `new Promise((resolve) => {
      let shift = 0;
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; })
        .observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve(shift), 100);
    })`;
    expect(await inTab(open, shift)).toBe(0);
  });
});

describe('the way to the screens', () => {
  test('keeps the further ones behind "more" on a phone, for the keyboard too', async () => {
    const { page, tab } = await theatre.open({ actor: 'organiser' }, 320);
    const nav = tab.getByRole('navigation', { name: 'Onderdelen' });
    await nav.getByRole('link', { name: 'Stand' }).waitFor();
    expect(await nav.getByRole('link', { name: 'Voortgang' }).isVisible()).toBe(false);
    await nav.getByText('Meer', { exact: true }).press('Enter');
    await nav.getByRole('link', { name: 'Voortgang' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await nav.getByRole('link', { name: 'Voortgang' }).isVisible()).toBe(false);
    await nav.getByText('Meer', { exact: true }).press('Enter');
    await nav.getByRole('link', { name: 'Voortgang' }).press('Enter');
    await tab.getByRole('link', { name: 'Per inzending' }).waitFor();
    await nav.locator('summary').filter({ hasText: 'Voortgang' }).waitFor();
    expect(await nav.locator('details[open]').count()).toBe(0);
  });

  test('follows a deep link to a screen', async () => {
    const { tab } = await theatre.open({ actor: 'chair', subPage: 'screen:shortlist' });
    const nav = tab.getByRole('navigation', { name: 'Onderdelen' });
    await tab.getByRole('link', { name: 'Wie gaat door' }).waitFor();
    expect(await nav.locator('[aria-current=page]').first().innerText()).toBe('Shortlist');
  });
});

describe('when something is missing', () => {
  test('a part that does not come says so, and the rest of the page works', async () => {
    const { page, tab } = await theatre.open({ actor: 'chair' });
    await tab.getByRole('heading', { name: 'Nu te doen' }).waitFor();
    const gone = /shortlist-screen.*\.js/;
    await page.route(gone, (route) => route.fulfill({ status: 404, body: '' }));
    await tab.getByRole('navigation').getByRole('link', { name: 'Shortlist' }).click();
    await tab.getByRole('heading', { name: 'Dit onderdeel kan nu niet worden geladen' }).waitFor();
    await tab.getByRole('link', { name: 'Start' }).click();
    await tab.getByRole('heading', { name: 'Nu te doen' }).waitFor();
    await page.unroute(gone);
    await tab.getByRole('navigation').getByRole('link', { name: 'Shortlist' }).click();
    await tab.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await tab.getByRole('region', { name: 'Direct', exact: true }).waitFor();
  });

  test('without a network what was loaded stays, and a bar says what works', async () => {
    const { page, tab } = await theatre.open({ actor: 'chair' });
    await tab.getByRole('heading', { name: 'Nu te doen' }).waitFor();
    await theatre.server.quiet();
    await page.context().setOffline(true);
    await tab.getByText('U bent offline.').waitFor();
    expect(await tab.getByRole('heading', { name: 'Nu te doen' }).count()).toBe(1);
    await page.context().setOffline(false);
    await tab.getByText('U bent offline.').waitFor({ state: 'detached' });
  });

  test('who is of another organisation is told so', async () => {
    theatre.server.fault = { status: 403, code: 'tenant' };
    const { tab } = await theatre.open({ actor: 'newcomer' });
    await tab.getByRole('heading', { name: 'Deze app is niet voor uw organisatie' }).waitFor();
  });
});
