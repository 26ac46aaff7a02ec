import { describe, expect, it } from 'vitest';
import { chooseChromium, type Machine } from './chromium.ts';

/** A machine that has the given files and nothing else. */
function machine(files: string[], changes: Partial<Machine> = {}): Machine {
	return {
		wish: undefined,
		platform: 'linux-x64',
		exists: (path) => files.includes(path),
		playwrightPath: () => '/playwright/chrome',
		...changes
	};
}

describe('chooseChromium', () => {
	it('takes the one that was asked for', () => {
		const found = chooseChromium(machine(['/mine', '/usr/bin/chromium'], { wish: '/mine' }));
		expect(found).toEqual({ kind: 'path', path: '/mine' });
	});
	it('does not fall back from one that was asked for and is missing', () => {
		const wish = '/missing';
		expect(() => chooseChromium(machine(['/usr/bin/chromium'], { wish }))).toThrow(
			/CHROMIUM is set to \/missing, which does not exist/
		);
	});
	it("prefers the system's to Playwright's", () => {
		const found = chooseChromium(machine(['/playwright/chrome', '/usr/bin/google-chrome']));
		expect(found).toEqual({ kind: 'path', path: '/usr/bin/google-chrome' });
	});
	it("takes Playwright's where the system has none", () => {
		const found = chooseChromium(machine(['/playwright/chrome']));
		expect(found).toEqual({ kind: 'path', path: '/playwright/chrome' });
	});
	it('takes the packaged one where there is no other, or when asked', () => {
		expect(chooseChromium(machine([]))).toEqual({ kind: 'packaged' });
		const asked = chooseChromium(machine(['/usr/bin/chromium'], { wish: 'npm' }));
		expect(asked).toEqual({ kind: 'packaged' });
	});
	it.each([undefined, 'npm'])('says what to install where nothing runs (CHROMIUM %s)', (wish) => {
		expect(() => chooseChromium(machine([], { platform: 'darwin-arm64', wish }))).toThrow(
			/npx playwright install chromium/
		);
	});
});
