import { availableParallelism } from 'node:os';
import { defineConfig, devices } from '@playwright/test';
import { chromiumLaunch } from './scripts/lib/chromium.ts';
import { isWholeMatrix } from './scripts/lib/test-matrix.ts';

const launch = chromiumLaunch();

/** What only `npm run test:all` runs (tests/browser/matrix). */
const leftOut = isWholeMatrix ? [] : [/@all/];

/**
 * One more than there are cores, as none keeps a core busy all the time, and no more than a
 * usual machine has memory for.
 */
const WORKERS = Math.min(availableParallelism() + 1, 6);

const DESKTOP = {
	grepInvert: [/@phone-only/, ...leftOut],
	use: { viewport: { width: 1280, height: 800 } }
};

const PHONE = {
	grep: /@phone/,
	grepInvert: leftOut,
	use: {
		...devices['Pixel 7'],
		viewport: { width: 390, height: 844 },
		deviceScaleFactor: 1,
		hasTouch: true
	}
};

/**
 * The browser tests read the built site, served by each worker for itself (tests/browser/fixtures).
 * A test runs at desktop size; tagged `@phone` at phone size with touch as well, and tagged
 * `@phone-only` there alone. The limits are guards against a test that hangs, far above what a
 * machine eight times slower than ours needs: no test may depend on them, or set its own.
 */
export default defineConfig({
	testDir: 'tests/browser',
	globalSetup: './tests/browser/ensure-built.ts',
	outputDir: 'test-results',
	reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
	fullyParallel: true,
	workers: WORKERS,
	retries: 0,
	forbidOnly: Boolean(process.env['CI']),
	timeout: 15 * 60_000,
	expect: { timeout: 60_000, toPass: { timeout: 180_000 } },
	use: {
		browserName: 'chromium',
		// The map is drawn by the software's graphics card, but what lies around it need not be: that is
		// a fifth of the work of a test with a map.
		launchOptions: { ...launch, args: [...(launch.args ?? []), '--disable-gpu-compositing'] },
		// What a service worker answers no test can hold up or spoil: offline.test.ts alone has one.
		serviceWorkers: 'block',
		// A press or an event that never comes ends one test, and not the patience of whoever waits.
		actionTimeout: 180_000,
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		// To record every step of every test, and throw it away, took a fifteenth of their time; pictures
		// of the page at each step would take most of it. Ask for both with --trace on.
		trace: 'off',
		screenshot: 'only-on-failure'
	},
	// As few as there are sizes: each is as many browsers as workers, and to start one takes as long as
	// many a test. A file that asks for another browser for itself costs the same.
	projects: [
		{ ...DESKTOP, name: 'desktop' },
		{ ...PHONE, name: 'phone' }
	]
});
