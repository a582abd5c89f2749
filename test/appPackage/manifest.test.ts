import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { schemaFaults } from '../../appPackage/schema-faults.ts';
import packageJson from '../../package.json' with { type: 'json' };
import {
  environment,
  packageFile,
  readCommands,
  readEnglish,
  readManifest,
  textsOf,
} from './package-files.ts';

const manifest = await readManifest();
const english = await readEnglish();
const dutch = textsOf(manifest);
const commands = await readCommands();
const { $schema: _schema, ...translated } = english;

describe("Microsoft's schema", () => {
  test('takes the manifest and the English texts', async () => {
    expect(await schemaFaults(manifest)).toEqual([]);
    expect(await schemaFaults(english)).toEqual([]);
  });

  test('does not take just anything', async () => {
    expect(await schemaFaults({ ...manifest, id: 'x' })).toHaveLength(1);
    expect(await schemaFaults({ ...manifest, surprise: true })).toHaveLength(1);
    expect(await schemaFaults({ ...english, 'name.shrt': 'GemeenteDelers' })).toHaveLength(1);
  });
});

describe('languages', () => {
  test('every text is there in English, and nothing else', () => {
    expect(Object.keys(translated).toSorted()).toEqual(Object.keys(dutch).toSorted());
  });

  test('what is the same in both is a name or a word of both', () => {
    const same = Object.entries(dutch).filter(([key, text]) => translated[key] === text);
    expect([...new Set(same.map(([, text]) => text))].toSorted()).toEqual(['GemeenteDelers', 'help', 'stop']);
  });
});

describe("the store's rules", () => {
  describe.each([
    ['nl', dutch],
    ['en', translated],
  ])('%s', (_language, texts) => {
    const text = (key: string) => texts[key] ?? '';

    test("the name is short, and leaves out Microsoft's names and the word app", () => {
      expect(text('name.short').length).toBeLessThanOrEqual(30);
      expect(text('name.full').length).toBeLessThanOrEqual(100);
      expect(text('name.full').startsWith(text('name.short'))).toBe(true);
      for (const key of ['name.short', 'name.full'])
        expect(text(key)).not.toMatch(/\b(?:teams?|microsoft|office|outlook|copilot|m365|apps?)\b/i);
    });

    test('the descriptions fit, say different things and advertise nothing', () => {
      expect(text('description.short').length).toBeLessThanOrEqual(80);
      expect(text('description.full').length).toBeLessThanOrEqual(4_000);
      expect(text('description.full').length).toBeGreaterThan(200);
      expect(text('description.full')).not.toContain(text('description.short'));
      for (const key of ['description.short', 'description.full'])
        expect(text(key)).not.toMatch(/https?:|www\.|!|\b(?:beste|best|gratis|free|nummer 1|#1|beta)\b/i);
    });

    test('nothing is empty or has space around it', () => {
      for (const each of Object.values(texts)) expect(each).toBe(each.trim() || 'not empty');
    });
  });

  test('commands are few, short, of one line, and no slash commands', () => {
    for (const { title, description } of commands) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(128);
      expect(title).toMatch(/^[\p{L}\p{N}][\p{L}\p{N} ]*$/u);
      expect(description).not.toMatch(/[\n.]$/);
    }
    for (const list of manifest.bots[0].commandLists) expect(list.commands.length).toBeLessThanOrEqual(10);
  });

  test('each place where the bot is has one list, with help and nothing twice', () => {
    const { scopes, commandLists } = manifest.bots[0];
    expect(commandLists.flatMap((list) => list.scopes).toSorted()).toEqual(scopes.toSorted());
    for (const scope of scopes)
      for (const language of ['nl', 'en']) {
        const titles = commands.filter((each) => each.scope === scope && each.language === language);
        expect(titles.map(({ title }) => title)).toContain('help');
        expect(new Set(titles.map(({ title }) => title.toLowerCase())).size).toBe(titles.length);
      }
  });

  test('every address is https, and every page is on a host that the package names', () => {
    const addresses = JSON.stringify(manifest).match(/https?:\/\/[^"]+/g) ?? [];
    expect(addresses.filter((address) => !address.startsWith('https://'))).toEqual([]);
    const pages = [
      ...manifest.staticTabs.map(({ contentUrl }) => contentUrl),
      ...manifest.configurableTabs.map(({ configurationUrl }) => configurationUrl),
    ];
    const hosts = pages.map((address) => new URL(address).host);
    expect(manifest.validDomains).toEqual([...new Set(hosts)]);
    expect(manifest.validDomains.join()).not.toMatch(/[*/:]|^localhost|ngrok|azurewebsites\.net$/);
  });

  test('the version is that of the app', () => {
    expect(manifest.version).toBe(packageJson.version);
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('it promises nothing that is not there', () => {
    for (const left of ['composeExtensions', 'supportsChannelFeatures', 'activities'])
      expect(manifest).not.toHaveProperty(left);
    expect(manifest.staticTabs.map(({ scopes, context }) => ({ scopes, context }))).toEqual([
      { scopes: ['personal'], context: ['personalTab'] },
    ]);
    expect(manifest.bots[0].scopes).toEqual(['personal', 'team']);
    expect(manifest['authorization']).toEqual({
      permissions: {
        resourceSpecific: [
          { name: 'ChannelMessage.Read.Group', type: 'Application' },
          { name: 'ChannelMeetingStage.Write.Group', type: 'Delegated' },
          { name: 'MeetingStage.Write.Chat', type: 'Delegated' },
        ],
      },
    });
  });
});

describe('what the server and the manifest both name', () => {
  const source = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

  test("the tab is called what the bot's links to it call it", async () => {
    const [, tabId] = /const tabId = '([^']+)'/.exec(await source('bot/main.ts')) ?? [];
    expect(manifest.staticTabs.map(({ entityId }) => entityId)).toEqual([tabId]);
  });

  test('the tab is where the server serves it', async () => {
    expect(manifest.staticTabs[0]?.contentUrl).toBe(`${environment.PUBLIC_ADDRESS}/tab/`);
    expect(await source('bot/http/static-routes.ts')).toContain("server.get('/tab/'");
  });

  test('the page that adds it to a channel is where the server serves it, and adds the same tab', async () => {
    expect(manifest.configurableTabs).toEqual([
      {
        configurationUrl: `${environment.PUBLIC_ADDRESS}/tab/configure`,
        canUpdateConfiguration: false,
        scopes: ['team', 'groupChat'],
        context: ['channelTab', 'meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel', 'meetingStage'],
      },
    ]);
    expect(await source('bot/http/static-routes.ts')).toContain("server.get('/tab/configure'");
    const [, tabId] = /const tabId = '([^']+)'/.exec(await source('tab/src/configure/configure.ts')) ?? [];
    expect(manifest.staticTabs.map(({ entityId }) => entityId)).toEqual([tabId]);
  });

  test("the tab signs in with the tab's registration, under the host it is on", () => {
    const { host } = new URL(environment.PUBLIC_ADDRESS);
    expect(manifest.webApplicationInfo).toEqual({
      id: environment.TAB_APP_ID,
      resource: `api://${host}/${environment.TAB_APP_ID}`,
    });
    expect(manifest.bots[0].botId).toBe(environment.BOT_APP_ID);
  });

  test('what the server reads too is a setting of the server', async () => {
    const names = [...(await packageFile('manifest.json')).matchAll(/\$\{\{(\w+)\}\}/g)].map(
      ([, name]) => name,
    );
    const settings = await source('bot/settings.ts');
    const own = [...new Set(names)].filter((name = '') => !settings.includes(`  ${name}: `)).toSorted();
    expect(own).toEqual([
      'DEVELOPER_NAME',
      'DEVELOPER_PRIVACY',
      'DEVELOPER_TERMS',
      'DEVELOPER_WEBSITE',
      'PUBLIC_DOMAIN',
    ]);
  });
});
