/** How many tests passed and failed, from the reports that the two test runners write. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

export interface Counts {
	passed: number;
	failed: number;
}

export const NO_TESTS: Counts = { passed: 0, failed: 0 };

const VitestReport = v.object({
	numPassedTests: v.number(),
	numFailedTests: v.number()
});

const PlaywrightReport = v.object({
	stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() })
});

/** The report in a file, or null where it is missing, cut off or of another form. */
function readReport<T>(path: string, schema: v.GenericSchema<unknown, T>): T | null {
	try {
		return v.parse(schema, JSON.parse(readFileSync(path, 'utf8')));
	} catch {
		return null;
	}
}

/** Counts from Vitest's JSON report; null when there is none. */
export function readVitest(path: string): Counts | null {
	const report = readReport(path, VitestReport);
	return report && { passed: report.numPassedTests, failed: report.numFailedTests };
}

/** Counts from Playwright's JSON report; a flaky test counts as failed. Null when there is none. */
export function readPlaywright(path: string): Counts | null {
	const stats = readReport(path, PlaywrightReport)?.stats;
	return stats ? { passed: stats.expected, failed: stats.unexpected + stats.flaky } : null;
}
