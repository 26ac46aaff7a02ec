/** The site in a process of its own, which says where it is, and its memory whenever it is asked. */
import { setTimeout } from 'node:timers/promises';
import { serve } from '../lib/serve.ts';

const [folder = ''] = process.argv.slice(2);
const { url } = await serve(folder, { port: 0 });
process.send?.({ url });
process.on('message', () => void tell());
process.once('disconnect', () => process.exit(0));

/** Megabytes that stay once garbage was collected and connections have ended. */
async function tell(): Promise<void> {
	for (let i = 0; i < 3; i++) {
		globalThis.gc?.();
		await setTimeout(200);
	}
	const { rss, heapUsed } = process.memoryUsage();
	process.send?.({ resident: rss / 1e6, heap: heapUsed / 1e6 });
}
