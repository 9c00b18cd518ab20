/** A runner that failed without naming a test still counts as one failure. */
const atLeastOne = (failed, code) => (code !== 0 && failed === 0 ? 1 : failed);

/** Passed and failed tests of a Vitest JSON report; a file that could not be loaded is one failure. */
export function countVitest(report, { code }) {
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: atLeastOne(report.numFailedTests + unloaded.length, code) };
}

/** The same of a Playwright JSON report; a test that passed at the second try has passed. */
export function countPlaywright(report, { code }) {
  if (!report) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: atLeastOne(unexpected, code) };
}
