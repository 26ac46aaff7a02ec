import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Knowledge: plain TypeScript without Svelte, a browser or the map engine (docs/decisions/0002). */
const PURE =
	'src/lib/{catalogue,region,indicators,assets,access,gaps,siting,stats,checks,offline,url,report,view,layers,postcodes,search}/**/*.ts';

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
			'@typescript-eslint/consistent-type-imports': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		}
	},
	{
		// The catalogue's links all lead to other sites.
		files: ['src/routes/data/+page.svelte'],
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		files: [PURE],
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
		ignores: ['src/lib/map/**', PURE],
		rules: {
			'no-restricted-imports': [
				'error',
				{
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
