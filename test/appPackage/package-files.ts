import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fillPlaceholders } from '../../appPackage/fill-placeholders.ts';
import { readPackageValues } from '../../appPackage/package-values.ts';

/** What an administrator fills in, for tests. */
export const environment = {
  BOT_APP_ID: '0b0ab1d5-3c61-4a53-9d0a-9a6f7f0c7b01',
  TAB_APP_ID: '7ab0ab1d-3c61-4a53-9d0a-9a6f7f0c7b02',
  PUBLIC_ADDRESS: 'https://gemeentedelers.example.nl',
  DEVELOPER_NAME: 'Vereniging "De Delers"',
  DEVELOPER_WEBSITE: 'https://www.example.nl/gemeentedelers',
  DEVELOPER_PRIVACY: 'https://www.example.nl/privacy',
  DEVELOPER_TERMS: 'https://www.example.nl/voorwaarden',
};

const manifestSchema = z.looseObject({
  version: z.string(),
  id: z.string(),
  name: z.object({ short: z.string(), full: z.string() }),
  description: z.object({ short: z.string(), full: z.string() }),
  accentColor: z.string(),
  bots: z.tuple([
    z.looseObject({
      botId: z.string(),
      scopes: z.array(z.string()),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(z.object({ title: z.string(), description: z.string() })),
        }),
      ),
    }),
  ]),
  staticTabs: z.array(z.looseObject({ entityId: z.string(), name: z.string(), contentUrl: z.string() })),
  configurableTabs: z.array(z.looseObject({ configurationUrl: z.string() })),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
});

const englishSchema = z.record(z.string(), z.string());

export type Manifest = z.infer<typeof manifestSchema>;

export interface Command {
  scope: string;
  language: 'nl' | 'en';
  title: string;
  description: string;
}

export async function packageFile(name: string): Promise<string> {
  return readFile(new URL(`../../appPackage/${name}`, import.meta.url), 'utf8');
}

/** The manifest as it goes into the package. */
export async function readManifest(): Promise<Manifest> {
  const text = await packageFile('manifest.json');
  return manifestSchema.parse(fillPlaceholders(text, readPackageValues(environment)));
}

export async function readEnglish(): Promise<Record<string, string>> {
  return englishSchema.parse(JSON.parse(await packageFile('en.json')));
}

type Entry = [key: string, text: string];

/** Every text that the manifest shows to people, by the name that a file for a language has for it. */
export function textsOf({ name, description, staticTabs, bots }: Manifest): Record<string, string> {
  const tabs = staticTabs.map((tab, index): Entry => [`staticTabs[${index}].name`, tab.name]);
  const commands = bots[0].commandLists.flatMap((list, at) =>
    list.commands.flatMap((command, index): Entry[] => {
      const key = `bots[0].commandLists[${at}].commands[${index}]`;
      return [
        [`${key}.title`, command.title],
        [`${key}.description`, command.description],
      ];
    }),
  );
  return {
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
    ...Object.fromEntries<string>([...tabs, ...commands]),
  };
}

/** What Teams suggests to type, in each language. */
export async function readCommands(): Promise<Command[]> {
  const [manifest, english] = [await readManifest(), await readEnglish()];
  return manifest.bots[0].commandLists.flatMap(({ scopes, commands }, at) =>
    commands.flatMap(({ title, description }, index) => {
      const key = `bots[0].commandLists[${at}].commands[${index}]`;
      const translated = {
        title: english[`${key}.title`] ?? '',
        description: english[`${key}.description`] ?? '',
      };
      return scopes.flatMap((scope): Command[] => [
        { scope, language: 'nl', title, description },
        { scope, language: 'en', ...translated },
      ]);
    }),
  );
}
