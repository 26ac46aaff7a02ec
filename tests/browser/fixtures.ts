/**
 * The `test` of every browser test. Whatever else a test looks at, it fails when its pages log an
 * error, throw, ask anything of another origin, or break the Content-Security-Policy.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import type axe from 'axe-core';
import { areaPagesOnDemand } from '../../scripts/build/areas/on-demand.ts';
import { serve, type Served } from '../../scripts/lib/serve.ts';
import { PROJECT } from '../../scripts/lib/paths.ts';

const BUILD = join(PROJECT, 'build');
/** Axe for a page, in less than half of the letters that its module has. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Files of tests that look at the map itself, or drag it. */
const DRAWN = /map[^/]*\.test\.ts$/;
/** How many of things that are alike stand for all in a look at their accessibility. */
const FEW = 8;

interface TestFixtures {
	/** Problems that a test brings about on purpose: `test.use({ expectedProblems: [/404/] })`. */
	expectedProblems: RegExp[];
	/** The same build below a path, until the test ends: `await serveBelow('/maps/gap')`. */
	serveBelow: (basePath: string) => Promise<Served>;
	/** The origins that the test's pages may ask. */
	origins: Set<string>;
	/** The problems of the test's pages so far, one line each; checked when the test ends. */
	problems: string[];
}

interface WorkerFixtures {
	/** The built site at the top of an origin of its own. */
	site: Served;
}

/** Writes what goes wrong in any page of the context, in one line each, to `problems`. */
async function watch(
	context: BrowserContext,
	origins: ReadonlySet<string>,
	problems: string[]
): Promise<void> {
	const checkAddress = (address: string) => {
		const { protocol, origin, host } = new URL(address);
		if (/^(data|blob|about):$/.test(protocol)) return;
		const own = origins.has(/^wss?:$/.test(protocol) ? `http://${host}` : origin);
		if (!own) problems.push(`left the origin: ${address}`);
	};
	context.on('console', (message) => {
		if (message.type() !== 'error') return;
		problems.push(`console error: ${message.text()} (${message.location().url})`);
	});
	context.on('weberror', (webError) => {
		const error = webError.error();
		problems.push(`page error: ${error.stack ?? error.message}`);
	});
	context.on('request', (request) => checkAddress(request.url()));
	context.on('page', (page) => page.on('websocket', (socket) => checkAddress(socket.url())));
	await context.exposeBinding('reportPolicyViolation', (_source, violation: string) => {
		problems.push(`Content-Security-Policy: ${violation}`);
	});
	await context.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			const report = Reflect.get(window, 'reportPolicyViolation') as (text: string) => void;
			report(`${event.effectiveDirective} stopped ${event.blockedURI} (${event.sourceFile})`);
		});
	});
}

/**
 * Has the pages of a context find no WebGL. The map then gives way to a still picture, and all else
 * must work; tests that aren't about the map run so, as drawing in software takes long.
 */
const withoutWebGl = (context: BrowserContext): Promise<unknown> =>
	context.addInitScript(() => {
		for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
			const before = Reflect.get(prototype, 'getContext') as (...asked: unknown[]) => unknown;
			Reflect.set(prototype, 'getContext', function (this: object, ...asked: unknown[]) {
				return String(asked[0]).includes('webgl') ? null : before.apply(this, asked);
			});
		}
	});

export const test = base.extend<TestFixtures, WorkerFixtures>({
	site: [
		// eslint-disable-next-line no-empty-pattern -- the runner reads the fixtures from it
		async ({}, use) => {
			const site = await serve(BUILD, { port: 0, make: areaPagesOnDemand() });
			await use(site);
			await site.close();
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ site }, use) => use(site.url),
	expectedProblems: [[], { option: true }],
	problems: async ({ expectedProblems }, use) => {
		const problems: string[] = [];
		await use(problems);
		const unexpected = problems.filter((line) => !expectedProblems.some((e) => e.test(line)));
		expect(unexpected, 'what the pages of this test complained of').toEqual([]);
	},
	origins: async ({ site }, use) => use(new Set([new URL(site.url).origin])),
	context: async ({ context, origins, problems }, use, { file }) => {
		await watch(context, origins, problems);
		if (!DRAWN.test(file)) await withoutWebGl(context);
		// A proof takes as long as it takes: what is expected must not depend on a clock.
		await context.addInitScript(() => Reflect.set(globalThis, 'solverSeconds', 100_000));
		await use(context);
	},
	serveBelow: async ({ origins }, use) => {
		const open: Served[] = [];
		await use(async (basePath) => {
			const served = await serve(BUILD, { port: 0, basePath, make: areaPagesOnDemand() });
			open.push(served);
			origins.add(new URL(served.url).origin);
			return served;
		});
		await Promise.all(open.map((served) => served.close()));
	}
});

export { expect };

/** The rules of WCAG 2.0 to 2.2, A and AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

interface Look {
	/** What there may be hundreds of, all made alike: eight of one parent stand for all. */
	alike?: string;
	/** Rules by their names in axe, where the page was looked at with all of them before. */
	rules?: readonly string[];
}

/**
 * Fails with a line a finding unless axe finds the page free of WCAG 2.0 to 2.2 A and AA faults.
 * Axe runs in the page itself: its builder for Playwright, which also looks into frames (we have
 * none), takes five times as long. Rows of a table are `alike`, and hundreds take minutes; the
 * others are away while axe looks, as it goes through whatever there is, even if told to leave it
 * out.
 */
export async function expectAccessible(
	page: Page,
	{ alike = 'tbody > tr', rules = [] }: Look = {}
): Promise<void> {
	await expectNothingBelow(page);
	// Not by a <script>, which the policy of the pages forbids.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
	const findings = await page.evaluate(
		async ({ selector, most, only }) => {
			const seen = new Map<Element | null, number>();
			const away: { element: Element; parent: Element | null; before: ChildNode | null }[] = [];
			for (const element of document.querySelectorAll(selector)) {
				const parent = element.parentElement;
				const earlier = seen.get(parent) ?? 0;
				seen.set(parent, earlier + 1);
				if (earlier >= most) away.push({ element, parent, before: element.nextSibling });
			}
			for (const { element } of away) element.remove();
			const { run } = Reflect.get(window, 'axe') as typeof axe;
			const { violations } = await run(document, {
				runOnly: [...only],
				resultTypes: ['violations'],
				preload: false
			});
			// From the last one on, so that what one stood before is there again.
			for (const { element, parent, before } of away.reverse()) {
				parent?.insertBefore(element, before);
			}
			return violations.flatMap(({ id, help, nodes }) =>
				nodes.map((node) => `${id}: ${node.target.join(' ')}: ${help}`)
			);
		},
		{ selector: alike, most: FEW, only: rules.length > 0 ? rules : WCAG }
	);
	expect(findings, `accessibility of ${page.url()}`).toEqual([]);
}

/**
 * Where map and panel fill a wide screen, the page has nothing below them: what is hidden from sight
 * in a box that scrolls, and is laid out by something around that box, would let it scroll to nothing.
 */
async function expectNothingBelow(page: Page): Promise<void> {
	const below = await page.evaluate(() => {
		const fills =
			matchMedia('screen and (min-width: 60rem) and (min-height: 30rem) and (scripting: enabled)')
				.matches && document.querySelector('.region-page:not(.reading):not(:has(> .below))');
		return fills ? document.documentElement.scrollHeight - innerHeight : 0;
	});
	expect(below, 'pixels below what fills the screen').toBeLessThanOrEqual(0);
}

/** The same in the other colours: what is there did not change, so its contrast alone can be at fault. */
export async function expectContrast(
	page: Page,
	colorScheme: 'light' | 'dark',
	look: Look = {}
): Promise<void> {
	await page.emulateMedia({ colorScheme });
	await expectAccessible(page, { ...look, rules: ['color-contrast'] });
}
