import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	apacheConfig,
	cacheControl,
	headersFile,
	nginxConfig,
	POLICIES,
	securityHeaders
} from './headers.ts';
import { PROJECT } from './paths.ts';
import { PAGE_POLICY, PLAIN_PAGE_STYLE } from './policy.js';

const policyOf = (path: string) => securityHeaders(path)['Content-Security-Policy'];

describe('cacheControl', () => {
	it.each(['/_app/immutable/chunks/abc.js', '/packs/a-region/lsoa21.0a1b2c3d4e.json'])(
		'keeps %s for good',
		(path) => expect(cacheControl(path)).toContain('immutable')
	);
	it.each(['/', '/packs/manifest.json', '/_app/version.json', '/favicon.svg'])(
		'asks again for %s',
		(path) => expect(cacheControl(path)).toBe('no-cache')
	);
});

describe('policies', () => {
	it.each(Object.entries(POLICIES))(
		'of a %s let nothing out, and run nothing from outside',
		(_, text) => {
			expect(text).toContain("default-src 'none'");
			expect(text).toContain("connect-src 'self'");
			expect(text).toContain("object-src 'none'");
			expect(text).toContain("form-action 'none'");
			expect(text).toMatch(/worker-src 'self'/);
			expect(text).not.toMatch(/'unsafe-eval'|https?:|\*/);
		}
	);
	it('let other sites frame embeds and the page for what is not there, and nothing else', () => {
		expect(policyOf('/a-region/embed/')).not.toContain('frame-ancestors');
		for (const path of ['2025.svg', 'gaps/'])
			expect(policyOf(`/a-region/embed/${path}`)).toBe(policyOf('/a-region/embed/'));
		expect(policyOf('/404.html')).toBe(POLICIES.embed);
		for (const path of ['/', '/a-region/', '/a-region/gaps/', '/a-region/embedded/'])
			expect(policyOf(path)).toContain("frame-ancestors 'self'");
		expect(policyOf('/service-worker.js')).toContain("frame-ancestors 'none'");
	});
	it('let the solver alone run WebAssembly among workers', () => {
		expect(policyOf('/_app/immutable/workers/siting-worker-abc.js')).toContain('wasm-unsafe-eval');
		for (const path of ['/_app/immutable/workers/gaps-worker-abc.js', '/service-worker.js'])
			expect(policyOf(path)).not.toMatch(/unsafe/);
	});
	it('of pages in their <meta> run neither scripts in the page nor WebAssembly', () => {
		expect(PAGE_POLICY['script-src']).toEqual(['self']);
	});
	it.each(['404.html', 'offline.html'])('know the style in %s', (page) => {
		const html = readFileSync(join(PROJECT, 'static', page), 'utf8');
		const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
		const hash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
		expect(hash).toBe(PLAIN_PAGE_STYLE);
		expect(html).toContain(hash);
	});
});

describe('headersFile', () => {
	const text = headersFile([
		'index.html',
		'404.html',
		'method/index.html',
		'postcodes/NR30/index.html',
		'a-region/index.html',
		'a-region/gaps/index.html',
		'a-region/assets/import/index.html',
		'a-region/areas/E01026594/index.html',
		'a-region/embed/index.html',
		'a-region/embed/2025.svg',
		'a-region/embed/gaps/index.html',
		'another-region/index.html',
		'another-region/gaps/index.html',
		'another-region/embed/index.html',
		'packs/a-region/lsoa21.0a1b2c3d4e.json',
		'packs/a-region/downloads/places.csv',
		'service-worker.js',
		'_app/immutable/workers/gaps-worker-abc.js',
		'_app/immutable/workers/siting-worker-abc.js'
	]);
	const rules = new Map(
		text.split('\n\n').map((rule) => {
			const [path = '', ...lines] = rule.trim().split('\n');
			return [path, lines.map((line) => line.trim())];
		})
	);

	it('has a policy for everything, and a narrower one for each worker', () => {
		expect(rules.get('/*')).toContain(`Content-Security-Policy: ${POLICIES.embed}`);
		expect(rules.get('/_app/immutable/workers/gaps-worker-abc.js')).toEqual([
			`Content-Security-Policy: ${POLICIES.worker}`
		]);
		expect(rules.get('/_app/immutable/workers/siting-worker-abc.js')).toEqual([
			`Content-Security-Policy: ${POLICIES.webAssembly}`
		]);
		expect(rules.get('/service-worker.js')).toEqual([
			`Content-Security-Policy: ${POLICIES.worker}`
		]);
	});
	/** What a host sends of the policy of a path: hosts read a rule as an expression, and `:name` as one folder. */
	const policiesOf = (path: string) =>
		[...rules].flatMap(([rulePath, lines]) => {
			const fits = rulePath
				.replaceAll(/[.]/g, '\\.')
				.replaceAll('*', '.*')
				.replaceAll(/:\w+/g, '[^/]+');
			return new RegExp(`^${fits}$`).test(path)
				? lines.filter((line) => line.startsWith('Content-Security-Policy'))
				: [];
		});
	it.each([
		'/',
		'/index.html',
		'/method/',
		'/postcodes/NR30/',
		'/a-region/',
		'/a-region/index.html',
		'/a-region/gaps/',
		'/a-region/gaps/index.html',
		'/a-region/assets/import/',
		'/a-region/areas/E01026594/',
		'/another-region/gaps/'
	])('keeps other sites from framing %s, whether a host sends all rules or the last', (path) => {
		const sent = policiesOf(path);
		expect(sent.at(-1)).toBe(`Content-Security-Policy: ${POLICIES.page}`);
	});
	it.each([
		'/a-region/embed/',
		'/a-region/embed/2025.svg',
		'/a-region/embed/gaps/',
		'/another-region/embed/',
		'/gone/embed/'
	])('lets other sites frame %s, whatever its host does with rules', (path) => {
		expect(policiesOf(path)).toEqual([`Content-Security-Policy: ${POLICIES.embed}`]);
	});
	it('has no more rules for more regions, and no more than hosts read', () => {
		expect([...rules.keys()].filter((path) => path.includes('region'))).toEqual([]);
		expect(rules.size).toBeLessThan(100);
	});
	it('keeps for good what has a hash in its name, and nothing else', () => {
		const kept = [...rules].filter(([, lines]) => lines.some((line) => line.includes('immutable')));
		expect(kept.map(([path]) => path)).toEqual(['/_app/immutable/*']);
	});
	it('has no line that a host would cut', () => {
		for (const line of text.split('\n')) expect(line.length).toBeLessThan(2000);
	});
});

describe('docs/deploy.md', () => {
	const guide = readFileSync(join(PROJECT, 'docs/deploy.md'), 'utf8');
	it.each([
		['nginx', nginxConfig('/srv/asset-gap-map')],
		['Apache', apacheConfig()]
	])('shows the settings of %s as they are made', (_, settings) => {
		expect(guide).toContain(`\`\`\`\n${settings}\`\`\``);
	});
});
