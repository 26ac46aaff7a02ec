import { describe, expect, it } from 'vitest';
import { barOf, isEasy } from './bars.ts';
import { runningSentences } from './running-text.ts';
import { scoreOf } from './score.ts';

const page = (main: string) =>
	`<!doctype html><body><nav>Go to the map now.</nav><main>${main}</main>`;

describe('the running sentences of a page', () => {
	it('are those of its main part, without headings, tables, labels and menus', () => {
		const html = page(
			'<h1>What the figures mean here today.</h1><p>There are people <b>behind</b> each number. Ask them what they need.</p><table><tr><td>We looked at this twice already.</td></tr></table><ul><li>Too short.</li><li>No full stop at the end of it</li></ul>'
		);
		expect(runningSentences(html, [])).toEqual([
			'There are people behind each number.',
			'Ask them what they need.'
		]);
	});

	it('read a name of a place as one short word, the longest first', () => {
		const html = page('<p>We found few places near Upwell, Delph &amp; Emneth or Upwell.</p>');
		expect(runningSentences(html, ['Upwell, Delph & Emneth', 'Upwell'])).toEqual([
			'We found few places near Town or Town.'
		]);
	});

	it('count a sentence that stands beside every area of a list once', () => {
		const html = page(
			'<p>On average it is 12 minutes away.</p><p>On average it is 7.5 minutes away.</p>'
		);
		expect(runningSentences(html, [])).toHaveLength(1);
	});
});

describe('the score of sentences', () => {
	it('is the Flesch reading ease, and words a sentence', () => {
		// 206.835 − 1.015 · 6 − 84.6 · 6/6.
		const found = scoreOf(['The cat sat on the mat.']);
		expect(found.ease).toBeCloseTo(116.145, 6);
		expect(found.words).toBe(6);
	});

	it('falls with long words and long sentences', () => {
		const easy = scoreOf(['We have few lists here.']);
		const hard = scoreOf([
			'Availability of comprehensive directories is geographically heterogeneous.'
		]);
		expect(hard.ease).toBeLessThan(easy.ease);
	});
});

describe('the bar of a page', () => {
	it('is higher for pages that residents read', () => {
		expect(barOf('/privacy/').ease).toBeGreaterThan(barOf('/data/').ease);
		expect(isEasy('/data/', { sentences: 9, ease: 61, words: 14 })).toBe(true);
		expect(isEasy('/privacy/', { sentences: 9, ease: 61, words: 14 })).toBe(false);
		expect(isEasy('/data/', { sentences: 9, ease: 61, words: 19 })).toBe(false);
	});
});
