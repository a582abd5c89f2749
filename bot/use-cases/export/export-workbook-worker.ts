import { parentPort, workerData } from 'node:worker_threads';
import type { WorkbookWish } from './export-workbook.ts';
import { workbook } from './export-workbook.ts';

/** A thread that makes one workbook, and ends. */

// @NOTE given by export-xlsx.ts, which starts this
parentPort?.postMessage(await workbook(workerData as WorkbookWish));
