import js from '@eslint/js';
import comments from '@eslint-community/eslint-plugin-eslint-comments';
import boundaries from 'eslint-plugin-boundaries';
import regexp from 'eslint-plugin-regexp';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { ROOMS } from './src/rooms.js';

/** Knowledge: plain TypeScript without Svelte, a browser or the map engine. */
const PURE = ROOMS.filter(({ pure }) => pure).map(({ folder }) => `${folder}/**/*.ts`);
/** Lines of a file; tests may have more. */
const LONGEST = 400;
/** How many folders deep a folder is. */
const depth = (/** @type {string} */ folder) => folder.split('/').length;
/** The folders of rooms, innermost first: a file is of the first that holds it. */
const INNERMOST_FIRST = ROOMS.map(({ folder }) => folder).sort((a, b) => depth(b) - depth(a));

/**
 * What each room may use: itself, and those listed before it. A setting a room, so that a file is
 * held against one rule: to hold each against those of all rooms took as long as all else together.
 */
const arrowsBetweenRooms = ROOMS.map(({ folder }, i) => ({ folder, usable: ROOMS.slice(0, i + 1) }))
	// The last setting that a file falls under is the one that counts: that of its own room.
	.sort((a, b) => depth(a.folder) - depth(b.folder))
	.map(
		/** @returns {import('eslint').Linter.Config} */
		({ folder, usable }) => ({
			files: [`${folder}/**/*.{ts,svelte}`],
			ignores: ['**/*.test.ts'],
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
									to: {
										element: { types: { anyOf: usable.map((room) => room.folder) } }
									}
								}
							}
						]
					}
				]
			}
		})
	);

export default ts.config(
	{
		ignores: ['build/', '.svelte-kit/', 'static/packs/', 'static/data/', 'test-results/', '.cache/']
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// TypeScript checks this itself, and knows more.
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			// It knows the framework's `resolve` alone; ours gives the slash that pages are served with.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] }
		}
	},
	{
		// No rule is set aside without a reason: `eslint-disable-next-line <rule> -- <reason>`.
		files: ['**/*.{js,ts,svelte}'],
		plugins: { '@eslint-community/eslint-comments': comments },
		rules: {
			'@eslint-community/eslint-comments/require-description': 'error',
			'@eslint-community/eslint-comments/no-unlimited-disable': 'error'
		}
	},
	{
		// The same in markup, whose comments the rule above doesn't see.
		files: ['**/*.svelte'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector: 'SvelteHTMLComment[value=/eslint-disable(?!.* -- .)/]',
					message: 'Say why: <!-- eslint-disable <rule> -- <reason> -->.'
				}
			]
		}
	},
	{
		// A longer file holds several kinds of knowledge; give each a file with its name.
		files: ['{src,scripts}/**/*.{js,ts,svelte}'],
		ignores: ['**/*.test.ts'],
		rules: { 'max-lines': ['error', { max: LONGEST, skipBlankLines: false, skipComments: false }] }
	},
	{
		// Arrows between rooms run one way; the order is that of src/rooms.js.
		files: ['{src,scripts,tests}/**/*.{ts,svelte}'],
		ignores: ['**/*.test.ts', 'src/*'],
		plugins: { boundaries },
		settings: {
			'boundaries/elements': INNERMOST_FIRST.map((folder) => ({
				type: folder,
				pattern: `${folder}/**`,
				partialMatch: false
			}))
		},
		rules: { 'boundaries/no-unknown-files': 'error' }
	},
	...arrowsBetweenRooms,
	{
		// A text of strangers may not keep an expression busy: what takes more than one pass is refused.
		// Expressions made of pieces (`new RegExp`) are not seen here; the bench times what uses them.
		files: ['{src,scripts}/**/*.{js,ts,svelte}'],
		plugins: { regexp },
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
		files: ['src/**/*.{ts,svelte}'],
		ignores: ['src/lib/map/**', 'src/lib/app/paths.ts', ...PURE],
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
);
