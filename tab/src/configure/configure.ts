import { pages } from '@microsoft/teams-js';
import { openHost } from '../shared/host/open-host.ts';
import './configure.css';
import texts from './texts.json' with { type: 'json' };

/** The page that Teams shows when somebody adds the tab to a channel. There is nothing to choose but to confirm. */

/** The tab's name in the app package. */
const tabId = 'gemeentedelers';

const place = document.getElementById('configure');
if (place === null) throw new Error('configure.html has no #configure');

openHost().then(
  (host) => {
    const { locale } = host;
    const words = locale.toLowerCase().startsWith('en') ? texts.en : texts.nl;
    say(words.choose, locale);
    pages.config.registerOnSaveHandler((saving) => void save(saving, words.name));
    pages.config.setValidityState(true);
    host.shown();
  },
  () => say(texts.nl.outside, 'nl'),
);

function say(sentence: string, locale: string): void {
  document.documentElement.lang = locale;
  const paragraph = document.createElement('p');
  paragraph.textContent = sentence;
  place?.replaceChildren(paragraph);
}

async function save(saving: pages.config.SaveEvent, name: string): Promise<void> {
  const contentUrl = new URL('.', document.baseURI).href;
  try {
    await pages.config.setConfig({ entityId: tabId, contentUrl, suggestedDisplayName: name });
    saving.notifySuccess();
  } catch (error) {
    saving.notifyFailure(String(error));
  }
}
