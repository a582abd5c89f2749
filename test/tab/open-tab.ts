import type { Browser, FrameLocator, Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import type { FakeTabServer } from './fake-tab-server.ts';
import { startFakeTabServer } from './fake-tab-server.ts';
import type { HostChoice, HostPage } from './host-page.ts';
import { startHostPage } from './host-page.ts';

/** A browser, a host and a server, to look at the tab as somebody. */
export interface TabTheatre {
  server: FakeTabServer;
  open(choice: HostChoice, width?: number): Promise<OpenTab>;
  /** The tab's address in a window of its own, without Teams around it. */
  openOutside(): Promise<Page>;
  /** Closes what was opened, and sets the server back. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenTab {
  page: Page;
  tab: FrameLocator;
  /** What the browser complained about. */
  complaints: string[];
}

export async function openTheatre(): Promise<TabTheatre> {
  const host: HostPage = await startHostPage();
  const server = await startFakeTabServer(host.origin);
  const browser: Browser = await openBrowser();
  const newPage = async (width: number) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'nl-NL' });
    // teams-js asks there which hosts it may trust, and goes by its own list when nobody answers
    await context.route(/^https:/, (route) => route.abort());
    return context.newPage();
  };
  return {
    server,
    open: async (choice, width = 1024) => {
      const page = await newPage(width);
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(host.show(`${server.address}/tab/${choice.query ?? ''}`, choice));
      return { page, tab: page.frameLocator('iframe'), complaints };
    },
    openOutside: async () => {
      const page = await newPage(1024);
      await page.goto(`${server.address}/tab/`);
      return page;
    },
    clear: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      server.reset();
    },
    close: async () => {
      await browser.close();
      await Promise.all([server.close(), host.close()]);
    },
  };
}
