/** Rules of plain TypeScript and JavaScript; `eslint.config.js` has those of what Svelte compiles. */
import { ELEMENTS, heldRules, MADE } from './scripts/lib/lint-rules.js';

export default {
	plugins: ['typescript', 'oxc'],
	jsPlugins: [
		'@eslint-community/eslint-plugin-eslint-comments',
		'eslint-plugin-boundaries',
		'eslint-plugin-regexp'
	],
	settings: { 'boundaries/elements': ELEMENTS },
	ignorePatterns: [...MADE, '**/*.svelte', '**/*.svelte.ts'],
	options: { reportUnusedDisableDirectives: 'error' },
	// What is surely a mistake, and what ESLint and TypeScript's rules for it recommend besides.
	categories: { correctness: 'error' },
	rules: {
		'no-array-constructor': 'error',
		'no-case-declarations': 'error',
		'no-empty': 'error',
		'no-fallthrough': 'error',
		'no-prototype-builtins': 'error',
		'no-regex-spaces': 'error',
		'no-useless-assignment': 'error',
		'no-useless-constructor': 'error',
		'no-var': 'error',
		'prefer-const': 'error',
		'prefer-rest-params': 'error',
		'prefer-spread': 'error',
		'preserve-caught-error': 'error',
		'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
		'typescript/consistent-type-imports': 'error',
		'typescript/no-dynamic-delete': 'error',
		'typescript/no-empty-object-type': 'error',
		'typescript/no-explicit-any': 'error',
		'typescript/no-extraneous-class': 'error',
		'typescript/no-invalid-void-type': 'error',
		'typescript/no-namespace': 'error',
		'typescript/no-non-null-asserted-nullish-coalescing': 'error',
		'typescript/no-non-null-assertion': 'error',
		'typescript/no-require-imports': 'error',
		'typescript/no-unnecessary-type-constraint': 'error',
		'typescript/no-unsafe-function-type': 'error',
		'typescript/prefer-literal-enum-member': 'error',
		'typescript/unified-signatures': 'error'
	},
	overrides: heldRules('{ts,js}').map(({ files, except = [], rules }) => ({
		files,
		excludeFiles: except,
		rules
	}))
};
