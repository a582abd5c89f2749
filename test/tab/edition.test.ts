import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator } from 'playwright-core';
import { waitFor } from '../wait-for.ts';
import { deskOf, saveElsewhere } from './edition-answers.ts';
import type { OpenTab, TabTheatre } from './open-tab.ts';
import { openTheatre } from './open-tab.ts';

let theatre: TabTheatre;

beforeAll(async () => {
  theatre = await openTheatre();
});
afterEach(async () => theatre.clear());
afterAll(async () => theatre.close());

const keptOf = (id: string) => deskOf(theatre.server.stage).all.get(id);

async function openEditions(width?: number): Promise<OpenTab> {
  const open = await theatre.open({ actor: 'organiser' }, width);
  await open.tab.getByRole('navigation').first().waitFor();
  await open.page.frames()[1]?.evaluate(`location.hash = '#screen=edition'`);
  await open.tab.getByRole('heading', { name: 'Loopt nu' }).waitFor();
  return open;
}

async function openRunning(width?: number): Promise<OpenTab> {
  const open = await openEditions(width);
  await open.tab.getByRole('link', { name: 'GemeenteDelers 2027', exact: true }).click();
  await open.tab.getByLabel('Naam van de editie').waitFor();
  return open;
}

const place = (tab: FrameLocator, name: string) => tab.getByRole('link', { name }).click();

describe('a new edition', () => {
  test('is made, filled in, checked, put live and run, from a phone', async () => {
    const { tab, complaints } = await openEditions(390);
    await tab.getByLabel('Naam van de editie').fill('GemeenteDelers 2028');
    await tab.getByLabel('Begin van de nummers').fill('gd28');
    await tab.getByLabel('Naar het voorbeeld van').selectOption('voorbeeld');
    await tab.getByRole('button', { name: 'Maak deze editie' }).click();
    await tab.getByText('Deze editie is in voorbereiding.').waitFor();
    await tab.getByLabel('Inzenden sluit', { exact: true }).fill('2028-12-04');
    await tab.getByText('Tot en met 4 december 2028, middernacht.').waitFor();
    await tab.getByText('Bewaard', { exact: true }).waitFor();
    await place(tab, 'Nakijken');
    await tab.getByRole('button', { name: 'Zet live' }).click();
    await tab.getByRole('button', { name: 'Ja: Zet live' }).click();
    await tab.getByText('Gelukt: dit staat nu live.').waitFor();
    await tab.getByRole('button', { name: 'Maak dit de lopende editie' }).click();
    await tab.getByText('in plaats van GemeenteDelers 2027').waitFor();
    await tab.getByRole('button', { name: 'Ja: Maak dit de lopende editie' }).click();
    await tab.getByText('Gelukt: dit is nu de lopende editie.').waitFor();
    expect(keptOf('gemeentedelers-2028')?.live?.closesAt).toBe('2028-12-04T23:00:00.000Z');
    expect(complaints.filter((text) => !text.includes('net::ERR_FAILED'))).toEqual([]);
  });
});

describe('writing', () => {
  test('what is not right yet is said beside its field, and counted at its place', async () => {
    const { tab } = await openRunning();
    await tab.getByLabel('Naam van de editie').fill('');
    await tab.getByText('Klopt nog niet: De naam is nog leeg.').waitFor();
    await tab.getByRole('link', { name: 'Datums en rondes (1)' }).waitFor();
    await place(tab, 'Nakijken');
    await tab.getByText('Live zetten kan als het punt hierboven is opgelost.').waitFor();
    await tab.getByRole('link', { name: 'Ga erheen' }).first().click();
    await tab.getByLabel('Naam van de editie').fill('Nieuwe naam');
    await tab.getByText('De naam is nog leeg.').waitFor({ state: 'detached' });
  });

  test('a category with submissions stays; a new one can go and come back', async () => {
    const { tab } = await openRunning();
    await place(tab, 'Categorieën');
    await tab.getByText('Kan niet weg: er zijn 4 inzendingen in.').waitFor();
    expect(await tab.getByRole('button', { name: 'Haal weg: Direct' }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Haal weg: Indirect' }).click();
    await tab.getByText('Weg: Indirect.').waitFor();
    await tab.getByRole('button', { name: 'Zet terug' }).click();
    await tab.getByRole('heading', { name: 'Indirect', exact: true }).waitFor();
  });

  test('weights read as shares of the whole', async () => {
    const { tab } = await openRunning();
    await place(tab, 'Criteria en wegingen');
    const first = tab.getByLabel('Weging').first();
    await first.fill('');
    await tab.getByText('Vul een getal in.').first().waitFor();
    await first.fill('9');
    await tab.getByText('Telt voor 75% mee.').first().waitFor();
  });

  test('who sees the ranking and when the jury is asked to talk are chosen, and kept', async () => {
    const { tab } = await openRunning();
    await place(tab, 'Criteria en wegingen');
    await tab.locator('main summary').first().click();
    await tab.getByLabel('Wie de stand ziet').first().selectOption('Na de ronde ook de jury');
    await tab
      .getByLabel('Wanneer de jury hoort dat oordelen uiteenlopen')
      .first()
      .selectOption('Bij een groot verschil tussen hoogste en laagste');
    await tab.getByLabel('Vanaf welk verschil').fill('2');
    await tab.getByLabel('Ook als nog niet iedereen heeft beoordeeld').check();
    await waitFor('it is kept', () => {
      const { ranking, divergence } = keptOf('gd27')?.parts.preselection ?? {};
      return ranking?.shownTo === 'jury' && divergence?.atLeast === 2 && divergence.early === true;
    });
  });

  test('two organisers at once: nobody’s words go by themselves', async () => {
    const { tab } = await openRunning();
    saveElsewhere(theatre.server.stage, 'gd27', {
      general: { name: 'Van de ander', numberPrefix: 'GD27', example: true },
    });
    await tab.getByLabel('Naam van de editie').fill('Van mij');
    await tab.getByText('heeft dit onderdeel ook veranderd: naam en nummers').waitFor();
    expect(await tab.getByLabel('Naam van de editie').inputValue()).toBe('Van mij');
    await tab.getByRole('button', { name: 'Bewaar wat ik typte' }).click();
    await waitFor('that it is kept', () => keptOf('gd27')?.parts.general.name === 'Van mij');
  });

  test('what another organiser saves is there by itself, and never below what is being typed', async () => {
    const { tab } = await openRunning();
    const name = tab.getByLabel('Naam van de editie');
    const elsewhere = (by: string) => {
      saveElsewhere(theatre.server.stage, 'gd27', {
        general: { name: by, numberPrefix: 'GD27', example: true },
      });
      theatre.server.tell({ kind: 'edition' });
    };
    elsewhere('Van de ander');
    await waitFor('their name', async () => (await name.inputValue()) === 'Van de ander');
    await name.fill('Van mij');
    elsewhere('Weer van de ander');
    await tab.getByText('heeft dit onderdeel ook veranderd: naam en nummers').waitFor();
    expect(await name.inputValue()).toBe('Van mij');
    expect(keptOf('gd27')?.parts.general.name).toBe('Weer van de ander');
    await tab.getByRole('button', { name: 'Bewaar wat ik typte' }).click();
    await waitFor('that it is kept', () => keptOf('gd27')?.parts.general.name === 'Van mij');
  });

  test('without connection nothing typed is lost, and it is kept once there is', async () => {
    const { tab, page } = await openRunning();
    theatre.server.fault = { path: '/editions/gd27/save', status: 503, code: 'unexpected' };
    await tab.getByLabel('Naam van de editie').fill('Onderweg');
    await tab.getByText('Nog niet bewaard: er is geen verbinding.').waitFor();
    theatre.server.fault = undefined;
    await page.frames()[1]?.evaluate('window.dispatchEvent(new Event("online"))');
    await waitFor('that it is kept', () => keptOf('gd27')?.parts.general.name === 'Onderweg');
  });

  test('what would change is told with what it does to people, and can be turned back', async () => {
    const { tab } = await openRunning();
    await tab.getByLabel('Inzenden sluit', { exact: true }).fill('2026-11-24');
    await place(tab, 'Nakijken');
    await tab.getByText('Inzenden sluit eerder:').waitFor();
    await tab.getByRole('button', { name: 'Zet live' }).click();
    await tab.getByText('Dit is de lopende editie: iedereen merkt het meteen.').waitFor();
    await tab.getByRole('button', { name: 'Ja: Zet live' }).click();
    await tab.getByText('Gelukt: dit staat nu live.').waitFor();
    await tab.getByRole('button', { name: 'Draai terug' }).click();
    await tab.getByRole('button', { name: 'Ja: Draai terug' }).click();
    await tab.getByText('Gelukt: de editie is weer zoals zij was.').waitFor();
  });

  test('goes by keyboard alone', async () => {
    const { tab, page } = await openRunning();
    await tab.getByRole('link', { name: 'Categorieën' }).focus();
    await page.keyboard.press('Enter');
    const down = tab.getByRole('button', { name: 'Zet lager: Direct' });
    await down.focus();
    await page.keyboard.press('Enter');
    const order = () =>
      keptOf('gd27')
        ?.parts.categories.categories.map(({ id }) => id)
        .join();
    await waitFor('the other order', () => order() === 'indirect,direct');
  });
});

test('shows the conversation and the cards as people get them', async () => {
  const { tab, complaints } = await openRunning();
  await place(tab, 'Voorbeeld');
  await tab.getByText('Van wie is het initiatief?').first().waitFor();
  await tab.getByRole('button', { name: 'Volgende' }).click();
  await tab.getByLabel('Welke kaart').selectOption('sheet-preselection');
  await tab.getByText('Het werkt aantoonbaar in de praktijk.').waitFor();
  await tab.getByLabel('Taal').selectOption('en');
  await tab.getByText('It demonstrably works in practice.').waitFor();
  expect(complaints.filter((text) => !text.includes('net::ERR_FAILED'))).toEqual([]);
});

test('people lose a role and get it back, and are invited by address', async () => {
  const { tab } = await openRunning(390);
  await place(tab, 'Mensen');
  await tab.getByText('Petra Vermeulen').click();
  await tab.getByRole('button', { name: 'Niet meer: Voorzitter' }).click();
  await tab.getByRole('button', { name: 'Geef terug wat is weggehaald' }).click();
  await tab.getByText('Gedaan.').waitFor();
  await tab.getByLabel('Adressen').fill('Jan <jan@x.example>, geen adres');
  await tab.getByRole('button', { name: 'Nodig uit', exact: true }).click();
  await tab.getByText('1 uitgenodigd. Niet als adres te lezen: geen adres.').waitFor();
  await tab.getByRole('button', { name: 'Trek in: nieuw@bureau.example' }).click();
  await tab.getByText('nieuw@bureau.example').waitFor({ state: 'detached' });
});

test('says which channel is bound, and how to bind one', async () => {
  const { tab } = await openRunning();
  await place(tab, 'Kanalen');
  await tab.getByText('@GemeenteDelers dit is het jurykanaal voor Direct').waitFor();
});

test('is not there for who does not organise', async () => {
  const { tab } = await theatre.open({ actor: 'chair' });
  await tab.getByRole('navigation').first().waitFor();
  expect(await tab.getByRole('link', { name: 'Editie', exact: true }).count()).toBe(0);
});
