import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow } from './files.ts';
import { PROJECT } from './paths.ts';
import { APART } from './tests-apart.ts';

it('tests that replace modules or globals have modules of their own', () => {
	const replacing = filesBelow(PROJECT, 'src').filter(
		(path) =>
			path.endsWith('.test.ts') &&
			/vi\.(mock|doMock|stub\w+)\(/.test(readFileSync(join(PROJECT, path), 'utf8'))
	);
	expect(replacing).not.toEqual([]);
	expect(replacing.filter((path) => !path.startsWith(APART))).toEqual([]);
});
