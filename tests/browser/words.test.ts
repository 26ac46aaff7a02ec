/** How easily each page is read: an alarm for sentences that grow long or hard (docs/words.md). */
import { join } from 'node:path';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { barOf, isEasy } from '../../scripts/words/bars.ts';
import { pageScores } from '../../scripts/words/pages.ts';
import { expect, test } from './fixtures.ts';

test('every page is easy enough to read', () => {
	const scores = pageScores(join(PROJECT, 'build'));
	expect(scores.length).toBeGreaterThan(10);
	const hard = scores
		.filter((score) => !isEasy(score.page, score))
		.map(({ page, ease, words }) => ({ page, ease, words, bar: barOf(page) }));
	expect(hard).toEqual([]);
});
