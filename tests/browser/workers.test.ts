/** A worker takes the policy that comes with its own file: none can ask another site, or be made of text. */
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { serve } from '../../scripts/lib/serve.ts';
import { expect, test } from './fixtures.ts';

const BUILD = join(PROJECT, 'build');
const FOLDER = '/_app/immutable/workers/';

test.use({
	serviceWorkers: 'allow',
	// What is tried here on purpose.
	expectedProblems: [/Content.Security.Policy|left the origin/]
});

/** Runs in a worker: what comes of asking the own site, and another in every way there is. */
async function tryToAsk(other: string) {
	const outcome = (promise: Promise<unknown>) =>
		promise.then(
			() => 'went',
			() => 'stopped'
		);
	const heard = (source: EventTarget | null) =>
		new Promise<void>((resolve, reject) => {
			source?.addEventListener('open', () => resolve());
			source?.addEventListener('error', () => reject(new Error('stopped')));
			if (source === null) reject(new Error('stopped'));
		});
	const made = (make: () => EventTarget) => {
		try {
			return make();
		} catch {
			return null;
		}
	};
	// Not in the call that a debugger makes, which may do what a script may not.
	await new Promise((resolve) => setTimeout(resolve));
	const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
	return {
		own: await outcome(fetch(new URL('/favicon.svg', location.href))),
		fetch: await outcome(fetch(other, { mode: 'no-cors' })),
		beacon: await outcome(fetch(other, { mode: 'no-cors', method: 'POST', keepalive: true })),
		socket: await outcome(heard(made(() => new WebSocket(other.replace('http', 'ws'))))),
		webAssembly: await outcome(WebAssembly.compile(emptyModule))
	};
}
const STOPPED = { own: 'went', fetch: 'stopped', beacon: 'stopped', socket: 'stopped' };

test('no worker can ask another origin, and the solver alone runs WebAssembly', async ({
	page,
	context
}) => {
	let asked = 0;
	const elsewhere = await serve(BUILD, { port: 0, onServed: () => (asked += 1) });
	await page.goto('/accessibility/');
	// Workers come through the service worker from then on, as on any visit but the first.
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		while (!navigator.serviceWorker.controller) await new Promise((r) => setTimeout(r, 20));
	});

	const files = readdirSync(join(BUILD, FOLDER)).filter((name) => name.endsWith('.js'));
	const names = files.map((name) => name.replace(/(?<=-worker)-.*/, '')).sort();
	expect(names).toEqual([
		'gaps-worker',
		'import-worker',
		'maplibre-gl-worker',
		'siting-worker',
		'writing-worker'
	]);
	for (const name of files) {
		const [worker] = await Promise.all([
			page.waitForEvent('worker', (started) => started.url().endsWith(name)),
			page.evaluate((address) => {
				Reflect.set(window, address, new Worker(address, { type: 'module' }));
			}, FOLDER + name)
		]);
		const webAssembly = /^(siting|writing)-worker/.test(name) ? 'went' : 'stopped';
		expect(await worker.evaluate(tryToAsk, elsewhere.url), name).toEqual({
			...STOPPED,
			webAssembly
		});
	}
	const [serviceWorker] = context.serviceWorkers();
	expect(await serviceWorker?.evaluate(tryToAsk, elsewhere.url), 'the service worker').toEqual({
		...STOPPED,
		webAssembly: 'stopped'
	});
	// A worker of text would have the page's policy, and is not started at all.
	const ofText = await page.evaluate(
		(other) =>
			new Promise((resolve) => {
				const text = new Blob([
					`fetch('${other}', { mode: 'no-cors' }).then(() => postMessage('went'))`
				]);
				const worker = new Worker(URL.createObjectURL(text));
				worker.addEventListener('message', ({ data }) => resolve(data));
				worker.addEventListener('error', () => resolve('not started'));
			}),
		elsewhere.url
	);
	expect(ofText).toBe('not started');

	expect(asked, 'requests that came to the other origin').toBe(0);

	// Where no policy comes with the file, the same worker gets through: it is the header that holds.
	const unguarded = createServer((wanted, response) => {
		const type = wanted.url === '/worker.js' ? 'text/javascript' : 'text/html';
		response.setHeader('Content-Type', type).end();
	});
	await new Promise<void>((resolve) => unguarded.listen(0, '127.0.0.1', resolve));
	await page.goto(`http://127.0.0.1:${(unguarded.address() as AddressInfo).port}/`);
	const [worker] = await Promise.all([
		page.waitForEvent('worker'),
		page.evaluate(() => Reflect.set(window, 'worker', new Worker('/worker.js')))
	]);
	expect((await worker.evaluate(tryToAsk, elsewhere.url)).fetch).toBe('went');
	await expect.poll(() => asked).toBeGreaterThan(0);
	unguarded.closeAllConnections();
	unguarded.close();
	await elsewhere.close();
});

test('what the header allows, the policy in the page still forbids', async ({ page }) => {
	await page.goto('/accessibility/');
	const outcome = await page.evaluate(async () => {
		await new Promise((resolve) => setTimeout(resolve));
		const script = document.createElement('script');
		script.textContent = 'window.ran = true';
		document.head.append(script);
		const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
		const compiled = await WebAssembly.compile(emptyModule).then(
			() => true,
			() => false
		);
		return { ran: 'ran' in window, compiled };
	});
	expect(outcome).toEqual({ ran: false, compiled: false });
});
