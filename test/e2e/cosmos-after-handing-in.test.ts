/** The same suite as `after-handing-in.test.ts`, on the other store. */
process.env.STORE = 'cosmos';
await import('./after-handing-in.test.ts');
