import adapter from '@sveltejs/adapter-static';
import { PAGE_POLICY } from './scripts/lib/policy.js';

/** Where the site is written: scripts/build/site.ts names a folder that takes the place of the old one. */
const folder = process.env['SITE_FOLDER'] ?? 'build';
/** Where the framework generates what it makes pages from. A build has a folder of its own. */
const outDir = process.env['KIT_FOLDER'] ?? '.svelte-kit';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		outDir,
		// Compressed copies are made by scripts/build/compress.ts.
		adapter: adapter({ pages: folder, assets: folder, strict: true }),
		// Relative addresses: the same build works at the top of a site or below any path.
		paths: { relative: true },
		prerender: {
			// Pages of areas are written after these (scripts/build/areas); the crawl of their own tests
			// finds a link to one that is not there. Slides are written beside them (scripts/build/slides.ts).
			// A region without the figures of a layer has no view of it to embed.
			handleHttpError: ({ path, status, message }) => {
				if (status === 404 && path.includes('/embed/views/')) return;
				if (!/\/(areas|postcodes)\/|\/slides\.pptx$/.test(path)) throw new Error(message);
			},
			handleMissingId: 'fail',
			entries: ['*']
		},
		// The layout registers it (src/lib/app/offline.ts): a browser that refuses is no error.
		serviceWorker: { register: false },
		csp: {
			mode: 'hash',
			directives: PAGE_POLICY
		}
	}
};
