/**
 * What our files keep to besides what linters hold to be mistakes. Two linters read it: oxlint the
 * plain TypeScript and JavaScript, in a sixth of the time that ESLint takes, and ESLint what Svelte
 * compiles, which only ESLint reads whole.
 */
import { ROOMS } from '../../src/rooms.js';

/** Lines of a file; tests may have more. */
const LONGEST = 400;
/** What is made, and not written. */
export const MADE = [
	'build/',
	'.svelte-kit/',
	'static/packs/',
	'static/data/',
	'test-results/',
	'.cache/'
];

/** How many folders deep a folder is. */
const depth = (/** @type {string} */ folder) => folder.split('/').length;

/** The folders of rooms, innermost first: a file is of the first that holds it. */
export const ELEMENTS = ROOMS.map(({ folder }) => folder)
	.sort((a, b) => depth(b) - depth(a))
	.map((folder) => ({ type: folder, pattern: `${folder}/**`, partialMatch: false }));

/**
 * Rules of some files, but not of others among them.
 *
 * @typedef {{ files: string[]; except?: string[]; rules: Record<string, any> }} Held
 */

/**
 * What each room may use: itself, and those listed before it. A rule a room, so that a file is held
 * against one: to hold each against those of all rooms took as long as all else together.
 *
 * @param {string} kinds - endings of the names of files, as `{ts,js}`
 * @returns {Held[]} of which the last that a file falls under counts: that of its own room
 */
const arrowsBetweenRooms = (kinds) =>
	ROOMS.map(({ folder }, i) => ({ folder, usable: ROOMS.slice(0, i + 1) }))
		.sort((a, b) => depth(a.folder) - depth(b.folder))
		.map(({ folder, usable }) => ({
			files: [`${folder}/**/*.${kinds}`],
			except: ['**/*.test.ts'],
			rules: {
				'boundaries/dependencies': [
					'error',
					{
						default: 'disallow',
						message:
							'{{from.element.type}} may not use {{to.element.type}}, which stands above it (src/rooms.js).',
						policies: [
							{
								from: { element: { type: folder } },
								allow: {
									to: { element: { types: { anyOf: usable.map((room) => room.folder) } } }
								}
							}
						]
					}
				]
			}
		}));

/** Knowledge: plain TypeScript without Svelte, a browser or the map engine. */
const PURE = ROOMS.filter(({ pure }) => pure).map(({ folder }) => `${folder}/**/*.ts`);

/**
 * @param {string} kinds - endings of the names of files, as `{ts,js}`
 * @returns {Held[]} in order: a later one replaces the same rule of an earlier one
 */
export const heldRules = (kinds) => [
	{
		// No rule is set aside without a reason: `eslint-disable-next-line <rule> -- <reason>`.
		files: [`**/*.${kinds}`],
		rules: {
			'@eslint-community/eslint-comments/require-description': 'error',
			'@eslint-community/eslint-comments/no-unlimited-disable': 'error'
		}
	},
	{
		// A longer file holds several kinds of knowledge; give each a file with its name.
		files: [`{src,scripts}/**/*.${kinds}`],
		except: ['**/*.test.ts'],
		rules: { 'max-lines': ['error', { max: LONGEST, skipBlankLines: false, skipComments: false }] }
	},
	{
		// Arrows between rooms run one way; the order is that of src/rooms.js.
		files: [`{src,scripts,tests}/**/*.${kinds}`],
		except: ['**/*.test.ts', 'src/*'],
		rules: { 'boundaries/no-unknown-files': 'error' }
	},
	...arrowsBetweenRooms(kinds),
	{
		// A text of strangers may not keep an expression busy: what takes more than one pass is refused.
		// Expressions made of pieces (`new RegExp`) are not seen here; the bench times what uses them.
		files: [`{src,scripts}/**/*.${kinds}`],
		rules: {
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }]
		}
	},
	{
		files: PURE,
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: ['svelte', 'svelte/*', '$app/*', 'maplibre-gl', 'maplibre-gl/*', '@deck.gl/*'] }
			],
			'no-restricted-globals': [
				'error',
				'window',
				'document',
				'location',
				'history',
				'localStorage',
				'navigator',
				'fetch',
				'matchMedia'
			]
		}
	},
	{
		files: [`src/**/*.${kinds}`],
		except: ['src/lib/map/**', 'src/lib/app/paths.ts', ...PURE],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					paths: [
						{
							name: '$app/paths',
							importNames: ['resolve'],
							message: 'Take `resolve` of $lib/app/paths.ts: its links cost no redirect.'
						}
					],
					patterns: [
						{
							group: ['maplibre-gl', 'maplibre-gl/*', '@deck.gl/*'],
							message: 'Only src/lib/map talks to the map engine.'
						}
					]
				}
			]
		}
	}
];
