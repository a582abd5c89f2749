import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: false },
          target: 'es2024',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // For what hangs: how long something takes is for benchmarks.
  testTimeout: 180_000,
  // Much of a test is waiting for servers and browsers: four at a time keep two cores at work.
  maxWorkers: Math.min(8, availableParallelism() * 2),
  reporters: ['default', '<rootDir>/test/tally-reporter.js'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};
