/**
 * Drives a map page, the site's or the bare one, and reads its own marks and measures
 * (`map:first-areas`, `map:repaint`, `map:hover`). Both are treated alike in every way.
 */
import type { Browser, Page } from '@playwright/test';
import { COMPILED_NAMES } from '../lib/chromium.ts';
import { median } from './figures.ts';

/** The longest wait for a mark or a measure, in milliseconds; a slow machine has time. */
const PATIENCE = 30_000;
/** A rest between two repeats, for what a page does after it painted. */
const REST = 150;

/** Where the page keeps the times of its marks and measures, by name, for the bench. */
type BenchWindow = Window & { benchTimes: Record<string, number[]> };

/**
 * Runs in the page before its own code. A frame is drawn when its commands are carried out, not
 * when they are queued, so each `map:` mark and measure first waits for the map's canvas.
 */
function recordTimes(): void {
	const times: Record<string, number[]> = {};
	(window as unknown as BenchWindow).benchTimes = times;
	const finishDrawing = () => {
		const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
		const gl = canvas?.getContext('webgl2');
		gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
	};
	const record = (name: string, time: number) => (times[name] ??= []).push(time);
	const { mark, measure } = performance;
	performance.mark = (name, options) => {
		if (!name.startsWith('map:')) return mark.call(performance, name, options);
		finishDrawing();
		const entry = mark.call(performance, name);
		record(name, entry.startTime);
		return entry;
	};
	performance.measure = (name, from, to) => {
		if (!name.startsWith('map:')) return measure.call(performance, name, from, to);
		finishDrawing();
		const start = typeof from === 'object' ? from.start : from;
		const end = performance.now();
		const entry = measure.call(performance, name, start === undefined ? { end } : { start, end });
		record(name, entry.duration);
		return entry;
	};
}

/**
 * Runs in the page before its own code, where frames are measured: keeps as `frame` the time from
 * the first move of the pointer since the last frame, or from the start of the frame where nothing
 * moved, to the task after the frame, with its drawing carried out and the page laid out. Only
 * frames in which something was drawn with WebGL count.
 */
function recordFrames(): void {
	const { benchTimes } = window as unknown as BenchWindow;
	const frames = (benchTimes['frame'] ??= []);
	/** Whatever drew in this frame, once for each drawing. */
	let drawn: WebGL2RenderingContext[] = [];
	let moved: number | null = null;
	const { drawElements } = WebGL2RenderingContext.prototype;
	WebGL2RenderingContext.prototype.drawElements = function (...args) {
		drawn.push(this);
		drawElements.apply(this, args);
	};
	window.addEventListener('mousemove', () => (moved ??= performance.now()), { capture: true });
	const { requestAnimationFrame } = window;
	window.requestAnimationFrame = (callback) =>
		requestAnimationFrame.call(window, (time) => {
			const start = moved ?? performance.now();
			drawn = [];
			callback(time);
			const [gl] = drawn;
			if (!gl) return;
			moved = null;
			gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => frames.push(performance.now() - start);
			port2.postMessage(null);
		});
}

/** Waits for the time after the first `known` of a name; null when it doesn't come. */
async function timeAfter(page: Page, name: string, known: number, patience: number) {
	return await page.evaluate(
		async ({ name, known, patience }) => {
			const end = performance.now() + patience;
			const times = () => (window as unknown as BenchWindow).benchTimes[name] ?? [];
			while (times().length <= known && performance.now() < end) {
				await new Promise((resolve) => setTimeout(resolve, 20));
			}
			return times()[known] ?? null;
		},
		{ name, known, patience }
	);
}

async function countTimes(page: Page, name: string): Promise<number> {
	return await page.evaluate(
		(name) => (window as unknown as BenchWindow).benchTimes[name]?.length ?? 0,
		name
	);
}

export interface OpenedPage {
	page: Page;
	/** From the start of the navigation to the neighbourhoods painted, in milliseconds. */
	firstPaint: number;
	close(): Promise<void>;
}

/**
 * Opens a map page as a first visit, with its frames measured where asked. Throws one line when it
 * isn't there or doesn't paint.
 */
export async function openMap(
	browser: Browser,
	url: string,
	{ frames = false } = {}
): Promise<OpenedPage> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	try {
		const page = await context.newPage();
		await page.addInitScript(COMPILED_NAMES);
		await page.addInitScript(recordTimes);
		if (frames) await page.addInitScript(recordFrames);
		const response = await page.goto(url, { waitUntil: 'commit' });
		const path = new URL(url).pathname;
		if (!response?.ok()) throw new Error(`${path} answered ${response?.status() ?? 'nothing'}`);
		const firstPaint = await timeAfter(page, 'map:first-areas', 0, PATIENCE);
		if (firstPaint === null) throw new Error(`${path} gave no map:first-areas mark`);
		await page.waitForLoadState('networkidle');
		return { page, firstPaint, close: () => context.close() };
	} catch (error) {
		await context.close();
		throw error;
	}
}

/** Goes to another region by the site's own link, until its areas are painted and all is loaded. */
export async function followLink(page: Page, region: string): Promise<void> {
	const known = await countTimes(page, 'map:first-areas');
	await page.locator(`header a:is([href$="/${region}"], [href$="/${region}/"])`).click();
	if ((await timeAfter(page, 'map:first-areas', known, PATIENCE)) === null) {
		throw new Error(`the link to ${region} gave no map:first-areas mark`);
	}
	await page.waitForLoadState('networkidle');
	await page.waitForTimeout(10 * REST);
}

/** The map's canvas as laid out, in CSS pixels. Throws when it has no size. */
export async function canvasBox(page: Page) {
	const box = await page.locator('.maplibregl-canvas').boundingBox();
	if (!box) throw new Error('the page shows no map');
	return box;
}

/** One repeat on a page: the time it took, or null where this repeat gives none. */
export type Repeat = (page: Page, turn: number) => Promise<number | null>;

/** The time of the next `name` after `act`. */
async function timeOf(page: Page, name: string, patience: number, act: () => Promise<void>) {
	const known = await countTimes(page, name);
	await act();
	const time = await timeAfter(page, name, known, patience);
	await page.waitForTimeout(REST);
	return time;
}

/** `map:repaint` on switching between the two editions, in turns. */
export const switchEdition: Repeat = async (page, turn) => {
	const name = turn % 2 === 0 ? '2019' : '2025';
	const radio = page.getByRole('radio', { name }).first();
	const time = await timeOf(page, 'map:repaint', PATIENCE, () =>
		radio.evaluate((element: HTMLElement) => element.click(), undefined, { timeout: 5000 })
	);
	if (time === null) throw new Error(`no map:repaint measure after switching to ${name}`);
	return time;
};

/**
 * `map:hover` on moving the mouse far across the map; not every move meets another area. It stays
 * above what covers the map's foot, and clear of the buttons.
 */
export const hover: Repeat = async (page, turn) => {
	const box = await canvasBox(page);
	const angle = turn * 2.4;
	const reach = 0.4 + 0.6 * ((turn * 0.618) % 1);
	return await timeOf(page, 'map:hover', 1000, () =>
		page.mouse.move(
			box.x + box.width * (0.5 + 0.25 * reach * Math.cos(angle)),
			box.y + box.height * (0.32 + 0.2 * reach * Math.sin(angle))
		)
	);
};

/** Steps of a drag, and pixels of each. */
const DRAG = { steps: 4, pixels: 36 };

/**
 * The median frame of one drag of the map by the mouse, to the left and back to the right in
 * turns, so that both pages draw the same places again and again.
 */
export const pan: Repeat = async (page, turn) => {
	const box = await canvasBox(page);
	const reach = DRAG.steps * DRAG.pixels;
	const towards = turn % 2 === 0 ? -1 : 1;
	const y = box.y + box.height * 0.35;
	const from = box.x + box.width / 2 - (towards * reach) / 2;
	await page.mouse.move(from, y);
	await page.mouse.down();
	await page.waitForTimeout(REST);
	const known = await countTimes(page, 'frame');
	for (let step = 1; step <= DRAG.steps; step++) {
		await page.mouse.move(from + towards * step * DRAG.pixels, y);
	}
	// Held still before it is let go, so that the map doesn't glide on.
	await page.waitForTimeout(2 * REST);
	const frames = await page.evaluate(
		(known) => (window as unknown as BenchWindow).benchTimes['frame']?.slice(known) ?? [],
		known
	);
	await page.mouse.up();
	await page.waitForTimeout(REST);
	return frames.length === 0 ? null : median(frames);
};

/**
 * Repeats on several pages in turns, so that a busy moment of the machine meets them all. The first
 * two turns warm up (an edition may load its data) and aren't counted. Throws one line when a page
 * gives too few times.
 */
export async function repeatInTurns(
	pages: readonly Page[],
	repeat: Repeat,
	times: number
): Promise<number[][]> {
	const taken = pages.map((): number[] => []);
	const enough = () => taken.every((durations) => durations.length >= times);
	for (let turn = 0; turn < times * 4 + 2 && !enough(); turn++) {
		for (const [i, page] of pages.entries()) {
			const duration = await repeat(page, turn);
			if (duration !== null && turn >= 2) taken[i]?.push(duration);
		}
		if (turn === 10 && taken.some((durations) => durations.length === 0)) break;
	}
	if (!enough()) {
		const counts = taken.map((durations) => durations.length).join(' and ');
		throw new Error(`${times} times were wanted of each page; there came ${counts}`);
	}
	return taken;
}
