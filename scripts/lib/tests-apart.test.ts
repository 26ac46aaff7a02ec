import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow } from './files.ts';
import { PROJECT } from './paths.ts';
import { APART, FACTS_APART } from './tests-apart.ts';

it('tests that replace modules or globals have modules of their own', () => {
	const replacing = (folder: string) =>
		filesBelow(PROJECT, folder).filter(
			(path) =>
				path.endsWith('.test.ts') &&
				/vi\.(mock|doMock|stub\w+)\(/.test(readFileSync(join(PROJECT, path), 'utf8'))
		);
	const inSource = replacing('src');
	expect(inSource).not.toEqual([]);
	expect(inSource.filter((path) => !path.startsWith(APART))).toEqual([]);
	expect([...replacing('tests/data'), ...replacing('scripts')]).toEqual(FACTS_APART);
});
