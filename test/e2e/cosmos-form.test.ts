/** The same suite as `form.test.ts`, on the other store. */
process.env.STORE = 'cosmos';
await import('./form.test.ts');
