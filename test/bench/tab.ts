import type { HostChoice } from '../tab/host-page.ts';
import type { TabTheatre } from '../tab/open-tab.ts';
import { openTheatre } from '../tab/open-tab.ts';

/**
 * How soon the tab shows what it is about (largest contentful paint), and how much of it jumps (cumulative layout
 * shift), in a headless Chromium on this machine: each time in a new context, so with nothing in its cache.
 */

const times = 15;

const screens: { name: string; choice: HostChoice; shown: string }[] = [
  { name: 'start', choice: { actor: 'organiser' }, shown: 'h3' },
  { name: 'leaderboard', choice: { actor: 'organiser', subPage: 'screen:leaderboard' }, shown: 'tbody th' },
];

interface Painted {
  largestMs: number;
  shift: number;
  scriptKb: number;
}

/** Evaluated in the tab's own frame. */
const observed = `new Promise((resolve) => {
  let largestMs = 0;
  let shift = 0;
  new PerformanceObserver((list) => { for (const { startTime } of list.getEntries()) largestMs = startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; })
    .observe({ type: 'layout-shift', buffered: true });
  const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
  const scriptKb = scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000;
  setTimeout(() => resolve({ largestMs, shift, scriptKb }), 200);
})`;

const theatre = await openTheatre();
for (const screen of screens) {
  const painted: Painted[] = [];
  // The first time warms up.
  for (let time = 0; time <= times; time += 1) {
    const one = await paint(theatre, screen);
    if (time > 0) painted.push(one);
  }
  print(screen.name, painted);
}
await theatre.close();

async function paint(stage: TabTheatre, screen: (typeof screens)[number]): Promise<Painted> {
  const { page, tab } = await stage.open(screen.choice, 1440);
  await tab.locator(screen.shown).first().waitFor();
  // @NOTE what the script above resolves to
  const painted = (await page.frames()[1]?.evaluate(observed)) as Painted;
  await stage.clear();
  return painted;
}

function print(name: string, painted: readonly Painted[]): void {
  const largest = painted.map(({ largestMs }) => largestMs).sort((a, b) => a - b);
  const middle = largest[Math.floor(largest.length / 2)] ?? 0;
  const shift = Math.max(...painted.map((each) => each.shift));
  console.log(
    `${name}: largest contentful paint p50 ${middle.toFixed(0)} ms, worst ${(largest.at(-1) ?? 0).toFixed(0)} ms; ` +
      `layout shift at most ${shift.toFixed(3)}; ${(painted[0]?.scriptKb ?? 0).toFixed(0)} KB of script`,
  );
}
