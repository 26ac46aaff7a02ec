/**
 * What pages and their scripts may ask and run: the one place that says it. `svelte.config.js` puts
 * it into every page, with the hashes of the page's own script, and `headers.ts` makes the headers
 * of it. JavaScript, as the configuration of SvelteKit reads it.
 */

/** The only style attribute there is: the framework sets it on its route announcer. */
const ANNOUNCER_STYLE = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/**
 * The policy of a page, by directive.
 *
 * @satisfies {NonNullable<NonNullable<import('@sveltejs/kit').KitConfig['csp']>['directives']>}
 */
export const PAGE_POLICY = {
	'default-src': ['none'],
	'script-src': ['self'],
	'style-src': ['self'],
	'style-src-attr': ['unsafe-hashes', ANNOUNCER_STYLE],
	'img-src': ['self', 'data:', 'blob:'],
	'connect-src': ['self'],
	'font-src': ['self'],
	'worker-src': ['self'],
	'manifest-src': ['self'],
	'object-src': ['none'],
	'base-uri': ['self'],
	'form-action': ['none']
};

/** The style that `static/404.html` and `static/offline.html` hold in themselves. */
export const PLAIN_PAGE_STYLE = 'sha256-QrvpODhnqmvR+submQsIIm1Jjo/PyRqtc2UB4fN499Y=';
