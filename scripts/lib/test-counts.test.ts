import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPlaywright, readVitest } from './test-counts.ts';

const directory = mkdtempSync(join(tmpdir(), 'counts-test-'));
afterAll(() => rmSync(directory, { recursive: true }));

function report(content: unknown): string {
	const path = join(directory, 'report.json');
	writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
	return path;
}

describe('test counts', () => {
	it("reads Vitest's", () => {
		const path = report({ numPassedTests: 12, numFailedTests: 1, numTotalTests: 13 });
		expect(readVitest(path)).toEqual({ passed: 12, failed: 1 });
	});
	it("reads Playwright's, a flaky test as failed", () => {
		const path = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } });
		expect(readPlaywright(path)).toEqual({ passed: 5, failed: 2 });
	});
	it.each(['', '{"stats":', '[]', '{"stats": {}}'])('has none from %j', (text) => {
		expect(readVitest(report(text))).toBeNull();
		expect(readPlaywright(report(text))).toBeNull();
	});
	it('has none from a missing file', () => {
		expect(readVitest(join(directory, 'missing.json'))).toBeNull();
	});
});
