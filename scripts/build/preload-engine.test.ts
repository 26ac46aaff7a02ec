import { describe, expect, test } from 'vitest';
import { withEngine, type Manifest } from './preload-engine.ts';

const manifest: Manifest = {
	'_pane.js': { file: '_app/pane.js', dynamicImports: ['src/lib/map/area-map.ts'] },
	'_shared.js': { file: '_app/shared.js' },
	'_maths.js': { file: '_app/maths.js' },
	'src/lib/map/area-map.ts': { file: '_app/engine.js', imports: ['_shared.js', '_maths.js'] }
};
const page = (...files: string[]) =>
	`<head>${files.map((file) => `<link href="../${file}" rel="modulepreload">`).join('')}</head>`;

describe('preloading the map engine', () => {
	test('a page with a map names the engine and what it needs, each once', () => {
		expect(withEngine(page('_app/pane.js', '_app/shared.js'), manifest)).toBe(
			page('_app/pane.js', '_app/shared.js', '_app/engine.js', '_app/maths.js')
		);
	});

	test('a page without a map stays as it is', () => {
		expect(withEngine(page('_app/shared.js'), manifest)).toBe(page('_app/shared.js'));
	});

	test('a build without the engine is an error', () => {
		expect(() => withEngine(page(), {})).toThrow('src/lib/map/area-map.ts');
	});
});
