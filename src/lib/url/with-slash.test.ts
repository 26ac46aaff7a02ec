import { expect, test } from 'vitest';
import { withSlash } from './with-slash.ts';

test.each([
	['/data', '/data/'],
	['../data', '../data/'],
	['/', '/'],
	['..', '../'],
	['/maps/gap/norfolk-and-waveney/gaps', '/maps/gap/norfolk-and-waveney/gaps/'],
	['/assets-template.csv', '/assets-template.csv'],
	['../packs/a.json', '../packs/a.json']
])('%s is served as %s', (path, served) => {
	expect(withSlash(path)).toBe(served);
	expect(withSlash(withSlash(path))).toBe(served);
});
