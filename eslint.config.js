/** Rules of what Svelte compiles; `oxlint.config.js` has those of all other files. */
import js from '@eslint/js';
import comments from '@eslint-community/eslint-plugin-eslint-comments';
import boundaries from 'eslint-plugin-boundaries';
import regexp from 'eslint-plugin-regexp';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { ELEMENTS, heldRules, MADE } from './scripts/lib/lint-rules.js';

export default ts.config(
	{ ignores: [...MADE, '**/*.js', '**/*.ts', '!**/*.svelte.ts'] },
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		plugins: { boundaries, regexp, '@eslint-community/eslint-comments': comments },
		settings: { 'boundaries/elements': ELEMENTS },
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
		// Reasons are given in markup, too, whose comments the rule for scripts doesn't see.
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
	...heldRules('{svelte,svelte.ts}').map(({ files, except = [], rules }) => ({
		files,
		ignores: except,
		rules
	}))
);
