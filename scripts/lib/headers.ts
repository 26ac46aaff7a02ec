/**
 * The headers that go out with every file, by its path: the only source of what our own server
 * says, of the `_headers` that the build writes, and of the examples in docs/deploy.md.
 *
 * A page holds its policy in a `<meta>` too, with the hash of its own script; where there are two
 * policies, what either forbids is forbidden. A worker has no `<meta>`: it takes the policy that
 * comes with its own file, which is why the headers matter.
 */
import { createHash } from 'node:crypto';
import { isHashed } from '../../src/lib/offline/keeping.ts';
import { AREA_PAGE_STYLE } from '../../src/lib/area-page/style.ts';
import { PAGE_POLICY, PLAIN_PAGE_STYLE } from './policy.js';

type Headers = Readonly<Record<string, string>>;
type Directives = Readonly<Record<string, readonly string[]>>;

/** The workers that run WebAssembly, which no other code does: the solver, and the writer of GeoPackages. */
const WEBASSEMBLY = '/_app/immutable/workers/(siting|writing)-worker-';
/** Where workers are, the service worker aside. */
const WORKERS = '/_app/immutable/workers/';
/** What other sites may show in a frame: a folder in that of each region. */
const EMBEDS = '/embed/';
/**
 * And the page for what is not there, so that a frame whose region went says so. Nothing can be
 * pressed on it, so framing it can trick nobody.
 */
const FRAMED = `${EMBEDS}|/404\\.html$`;
const IS_FRAMED = new RegExp(FRAMED);

/** Of the style that pages hold which are written without the framework. */
export const AREA_PAGE_STYLE_HASH = `sha256-${createHash('sha256').update(AREA_PAGE_STYLE).digest('base64')}`;

/** `'self'`, with the quotes that keywords and hashes have in a policy. */
const quoted = (value: string) =>
	/^(none|self|unsafe-[a-z]+|wasm-unsafe-eval|sha256-.*)$/.test(value) ? `'${value}'` : value;

const policy = (directives: Directives): string =>
	Object.entries(directives)
		.map(([name, values]) => [name, ...values.map(quoted)].join(' '))
		.join('; ');

/** What a file of code may do when it runs as a worker. */
const WORKER_POLICY = {
	'default-src': ['none'],
	'script-src': ['self'],
	'connect-src': ['self'],
	'worker-src': ['self'],
	'object-src': ['none'],
	'base-uri': ['none'],
	'form-action': ['none'],
	'frame-ancestors': ['none']
} as const satisfies Directives;

/** Scripts in the page: each page's `<meta>` allows its own by hash, and no other. */
const FRAMED_POLICY = {
	...PAGE_POLICY,
	'script-src': ['self', 'unsafe-inline', 'wasm-unsafe-eval'],
	'style-src': ['self', PLAIN_PAGE_STYLE, AREA_PAGE_STYLE_HASH]
} as Directives;

/**
 * The policies, by what a file is. Hosts that read `_headers` either put those of all rules that fit
 * together, so that a rule can only narrow the one for everything, or take the last: so that one
 * allows all that any file needs, and to be framed, and each other is whole.
 */
export const POLICIES = {
	/** Of embeds: anybody may frame them, as nothing says who may not. */
	embed: policy(FRAMED_POLICY),
	page: policy({ ...FRAMED_POLICY, 'frame-ancestors': ['self'] }),
	worker: policy(WORKER_POLICY),
	webAssembly: policy({ ...WORKER_POLICY, 'script-src': ['self', 'wasm-unsafe-eval'] })
} as const;

/** What every file has, beside its policy. */
export const COMMON_HEADERS: Headers = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Permissions-Policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
	'Cross-Origin-Opener-Policy': 'same-origin'
};

const FOR_GOOD = 'public, max-age=31536000, immutable';

/** How long a browser may keep a file: for good if its name holds a hash of its content. */
export const cacheControl = (path: string): string => (isHashed(path) ? FOR_GOOD : 'no-cache');

function policyOf(path: string): string {
	if (new RegExp(`^${WEBASSEMBLY}`).test(path)) return POLICIES.webAssembly;
	if (IS_FRAMED.test(path)) return POLICIES.embed;
	const isWorker = path.startsWith(WORKERS) || path === '/service-worker.js';
	return isWorker ? POLICIES.worker : POLICIES.page;
}

/** What is for programs, which pages of other sites may read too. */
const FOR_PROGRAMS = '/data/';
const ANYBODY = { 'Access-Control-Allow-Origin': '*' } as const satisfies Headers;

/** The headers of a file, by its path from the site's root ("/packs/…"), but those of caching. */
export const securityHeaders = (path: string): Headers => ({
	...COMMON_HEADERS,
	'Content-Security-Policy': policyOf(path),
	...(path.startsWith(FOR_PROGRAMS) && ANYBODY)
});

const rule = (path: string, headers: Headers): string =>
	[path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');

/**
 * The text of `_headers`, which Netlify, Cloudflare Pages and others read, for a site of these
 * files (paths from its root, without a slash at the start). No rule can take away what that for
 * everything says, so it lets files be framed, and those of pages forbid it. Each worker has a rule
 * of its own, as a rule for their folder could not leave out those that run WebAssembly. The parts of
 * packs are asked for anew there, as no rule tells them from the downloads beside them; the service
 * worker keeps them.
 */
export function headersFile(files: readonly string[]): string {
	const paths = files.map((path) => `/${path}`);
	const workers = paths.filter((path) => isWorkerEntry(path));
	return [
		rule('/*', { ...COMMON_HEADERS, 'Content-Security-Policy': POLICIES.embed }),
		...pageRules(files).map((path) => rule(path, { 'Content-Security-Policy': POLICIES.page })),
		rule('/_app/immutable/*', { 'Cache-Control': FOR_GOOD }),
		rule(`${FOR_PROGRAMS}*`, ANYBODY),
		...workers.map((path) => rule(path, { 'Content-Security-Policy': policyOf(path) }))
	].join('\n');
}

/**
 * The rules that fit every page but embeds. Those of regions are told by their folders alone,
 * whatever regions there are, as hosts read a hundred rules and no more.
 */
function pageRules(files: readonly string[]): string[] {
	const pages = files.filter((path) => path.endsWith('.html')).map((path) => path.split('/'));
	const regions = new Set(pages.filter(([, folder]) => folder === 'embed').map(([first]) => first));
	const below = pages.flatMap(([first = '', folder = '', ...rest]) => {
		if (rest.length === 0) return [];
		if (!regions.has(first)) return [`/${first}/*`];
		return `/${folder}/` === EMBEDS ? [] : [`/:page/${folder}/*`];
	});
	return ['/', '/:page', '/:page/', '/:page/index.html', ...new Set(below)];
}

const isWorkerEntry = (path: string) =>
	path === '/service-worker.js' ||
	(path.startsWith(WORKERS) && /^[^/]+\.m?js$/.test(path.slice(WORKERS.length)));

/** What is for nobody, but where a certificate is asked for: files and folders that begin with a dot. */
const HIDDEN = '/\\.(?!well-known/)';

/** What nginx needs in a `server`, for a site in the folder `root`; docs/deploy.md shows it. */
export function nginxConfig(root: string): string {
	const header = (name: string, value: string) => `add_header ${name} "${value}" always;`;
	return [
		'# Beside the "server": what a file may do, and how long it is kept, by its address.',
		'map $uri $site_policy {',
		`    default "${POLICIES.page}";`,
		`    "~${WEBASSEMBLY}" "${POLICIES.webAssembly}";`,
		`    ~${WORKERS} "${POLICIES.worker}";`,
		`    ~/service-worker\\.js$ "${POLICIES.worker}";`,
		`    "~(${FRAMED})" "${POLICIES.embed}";`,
		'}',
		'map $uri $site_readers {',
		'    default "";',
		`    ~${FOR_PROGRAMS} "*";`,
		'}',
		'map $uri $site_caching {',
		'    default "no-cache";',
		`    ~/_app/immutable/ "${FOR_GOOD}";`,
		`    "~/packs/.*[.-][0-9a-f]{8,64}\\.[0-9A-Za-z]+$" "${FOR_GOOD}";`,
		'}',
		'',
		'# Inside the "server".',
		`root ${root};`,
		'index index.html;',
		'error_page 404 /404.html;',
		'error_page 403 =404 /404.html;  # a folder without a page',
		'disable_symlinks on;',
		'absolute_redirect off;',
		'gzip_static on;  # the .gz beside each file; "brotli_static on;" where that module is there',
		'gzip_vary on;',
		'types {',
		...TYPES.map(([type, endings]) => `    ${type} ${endings};`),
		'}',
		'charset utf-8;',
		'charset_types text/css text/javascript text/csv text/plain text/xml;',
		header('Content-Security-Policy', '$site_policy'),
		header('Cache-Control', '$site_caching'),
		header('Access-Control-Allow-Origin', '$site_readers'),
		...Object.entries(COMMON_HEADERS).map(([name, value]) => header(name, value)),
		'location / { try_files $uri $uri/ $uri.html =404; }',
		`location ~ ${HIDDEN} { return 404; }`,
		''
	].join('\n');
}

/** Types by the endings of all our files: the tables of servers, ours too, lack some. */
const TYPES: readonly (readonly [string, string])[] = [
	['text/html', 'html'],
	['text/css', 'css'],
	['text/javascript', 'js mjs'],
	['text/csv', 'csv'],
	['text/plain', 'txt'],
	['text/xml', 'xml'],
	['application/json', 'json'],
	['application/geo+json', 'geojson'],
	['application/wasm', 'wasm'],
	['application/vnd.apache.parquet', 'parquet'],
	['application/zip', 'zip'],
	['application/geopackage+sqlite3', 'gpkg'],
	['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
	['image/svg+xml', 'svg'],
	['image/png', 'png'],
	['font/woff2', 'woff2']
];

/** The type of a file by its ending; undefined where we have no such file. */
export function typeOf(file: string): string | undefined {
	const ending = file.slice(file.lastIndexOf('.') + 1);
	return TYPES.find(([, endings]) => endings.split(' ').includes(ending))?.[0];
}

/** What Apache needs, in the site's `.htaccess` or `<Directory>`; docs/deploy.md shows it. */
export function apacheConfig(): string {
	const header = (name: string, value: string) => `Header always set ${name} "${value}"`;
	const when = (condition: string, lines: readonly string[]) => [
		`<If "${condition}">`,
		...lines.map((line) => `    ${line}`),
		'</If>'
	];
	const policyHeader = (value: string) => header('Content-Security-Policy', value);
	return [
		'Options -Indexes -FollowSymLinks',
		'DirectoryIndex index.html',
		'ErrorDocument 403 /404.html',
		'ErrorDocument 404 /404.html',
		`RedirectMatch 404 "${HIDDEN}"`,
		...TYPES.map(([type, endings]) => `AddType ${type} ${endings}`),
		'AddDefaultCharset utf-8',
		'AddCharset utf-8 .css .js .mjs .csv .xml',
		...Object.entries(COMMON_HEADERS).map(([name, value]) => header(name, value)),
		policyHeader(POLICIES.page),
		header('Cache-Control', 'no-cache'),
		...when(`%{REQUEST_URI} =~ m#${FRAMED}#`, [policyHeader(POLICIES.embed)]),
		...when(`%{REQUEST_URI} =~ m#${FOR_PROGRAMS}#`, [header('Access-Control-Allow-Origin', '*')]),
		...when(`%{REQUEST_URI} =~ m#/_app/immutable/|/packs/.*[.-][0-9a-f]{8,64}\\.\\w+$#`, [
			header('Cache-Control', FOR_GOOD)
		]),
		...when(`%{REQUEST_URI} =~ m#${WORKERS}|/service-worker\\.js$#`, [
			policyHeader(POLICIES.worker)
		]),
		...when(`%{REQUEST_URI} =~ m#${WEBASSEMBLY}#`, [policyHeader(POLICIES.webAssembly)]),
		'<IfModule mod_deflate.c>',
		`    AddOutputFilterByType DEFLATE ${TYPES.map(([type]) => type)
			.filter((type) => !/zip|parquet|font|sqlite|openxml|png/.test(type))
			.join(' ')}`,
		'</IfModule>',
		''
	].join('\n');
}
