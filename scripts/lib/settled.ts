/** When a page has come to rest, and how all of it is brought to sight. */
import type { Page, Request } from '@playwright/test';

/** A hang ends here; no page needs it. */
const LONGEST = 180_000;
const PAUSE = 150;

/** So long a script counts as awaited: of a worker's own script the browser may never tell the end. */
const SCRIPT = 5000;

/** Follows what a page still waits for from the server; tells how much that is. */
export function watchRequests(page: Page): () => number {
	const open = new Map<Request, number>();
	page.on('request', (request) => open.set(request, Date.now()));
	page.on('requestfinished', (request) => open.delete(request));
	page.on('requestfailed', (request) => open.delete(request));
	return () => {
		const awaited = [...open].filter(
			([request, since]) => request.resourceType() !== 'script' || Date.now() - since < SCRIPT
		);
		return awaited.length;
	};
}

/**
 * What the page says it is doing, and a mark of all it says. A page that works tells its reader so,
 * in a status that ends in an ellipsis or with a bar of progress.
 */
function lookAt(): { busy: string; mark: string } {
	const shown = (element: Element) => element.checkVisibility();
	const status = [...document.querySelectorAll('[role=status]:not([aria-live])')]
		.filter(shown)
		.map((element) => (element.textContent ?? '').trim())
		.find((text) => text.endsWith('…'));
	const bar = [...document.querySelectorAll('progress')].some(shown) ? 'a bar of progress' : '';
	const loading = document.readyState === 'complete' ? '' : 'the page itself';
	const text = document.body.textContent ?? '';
	let sum = 0;
	for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) | 0;
	return { busy: status ?? (bar || loading), mark: `${text.length} ${sum}` };
}

/** Lets the page do what it has put off until it has nothing more urgent to do. */
const letItWork = (): Promise<void> =>
	new Promise((resolve) => {
		requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 1000 }));
	});

/** Waits until the page asks for nothing, says it does nothing and goes on saying the same. */
export async function settle(page: Page, openRequests: () => number): Promise<void> {
	const until = Date.now() + LONGEST;
	let before = '';
	let same = 0;
	for (;;) {
		await page.evaluate(letItWork);
		const { busy, mark } = await page.evaluate(lookAt);
		const rests = busy === '' && openRequests() === 0 && mark === before;
		same = rests ? same + 1 : 0;
		if (same >= 2) return;
		if (Date.now() > until) {
			throw new Error(
				`${page.url()} did not come to rest: ${busy || `${openRequests()} requests`}`
			);
		}
		before = mark;
		await page.waitForTimeout(PAUSE);
	}
}

/** Opens what is closed: details, the rest of lists, the drawer of the table. True if anything was. */
function openAll(): boolean {
	let opened = false;
	for (const details of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) {
		if (!details.parentElement?.checkVisibility()) continue;
		details.open = true;
		opened = true;
	}
	for (const button of document.querySelectorAll<HTMLButtonElement>('main button')) {
		if (!/^\s*Show all\b/.test(button.textContent ?? '') || !button.checkVisibility()) continue;
		button.click();
		opened = true;
	}
	for (const radio of document.querySelectorAll<HTMLInputElement>('main input[type=radio]')) {
		if (radio.value !== 'tall' || radio.checked) continue;
		radio.click();
		opened = true;
	}
	return opened;
}

const MOST_ROUNDS = 6;

/** Brings all of a settled page to sight. */
export async function showAll(page: Page, openRequests: () => number): Promise<void> {
	for (let round = 0; round < MOST_ROUNDS; round++) {
		if (!(await page.evaluate(openAll))) return;
		await settle(page, openRequests);
	}
}
