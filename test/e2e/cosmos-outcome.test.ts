/** The same suite as `outcome.test.ts`, on the other store. */
process.env.STORE = 'cosmos';
await import('./outcome.test.ts');
