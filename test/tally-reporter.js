/** Prints, as the very last line, how the whole run went: "N passed, N failed". */
export default class TallyReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    process.on('exit', () => {
      process.stdout.write(`${results.numPassedTests} passed, ${failed} failed${tail}\n`);
    });
  }
}
