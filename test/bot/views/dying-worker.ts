import { parentPort } from 'node:worker_threads';

/** A thread that is gone as soon as there is something to do, as one that the system kills. */
parentPort?.once('message', () => process.exit(7));
