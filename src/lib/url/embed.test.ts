import { describe, expect, it } from 'vitest';
import { embedAddress, embedSnippet } from './embed-snippet.ts';
import { areaGone, readEmbed, type EmbedKnows } from './embed-query.ts';

const KNOWS: EmbedKnows = {
	name: 'A Region',
	layers: { '2025': ['deprivation', 'births'], '2019': ['deprivation'] },
	plain: { layer: 'deprivation', over: ['core20'] },
	overlays: { core20: 'Core20', 'food-banks': 'Food banks' }
};

describe('the query of an embed', () => {
	it('shows the plain page without one, and what it asks for with one', () => {
		expect(readEmbed('', KNOWS)).toEqual({
			layer: 'deprivation',
			edition: '2025',
			over: ['core20'],
			area: null,
			ownClasses: false
		});
		expect(
			readEmbed('?layer=deprivation&edition=2019&with=food-banks,gone&area=E01026594', KNOWS)
		).toMatchObject({ edition: '2019', over: ['food-banks'], area: 'E01026594' });
		expect(readEmbed('?with=none&breaks=quantile-5', KNOWS)).toMatchObject({
			over: [],
			ownClasses: true
		});
	});
	it.each([
		['?layer=gone', 'there is no layer “gone” with the Indices of Deprivation 2025.'],
		[
			'?layer=births&edition=2019',
			'there is no layer “births” with the Indices of Deprivation 2019.'
		],
		['?edition=2031', 'There is no edition “2031” on the map of A Region.'],
		['?area=<script>', '“<script>” is not the code of an area, such as E01026594.']
	])(
		'says of %s in one sentence that it is not here, and shows nothing in its place',
		(query, says) => {
			const read = readEmbed(query, KNOWS);
			expect(read).toEqual({ gone: expect.stringContaining(says) as string });
		}
	);
	it('names an area that is gone', () => {
		expect(areaGone('E01000001', KNOWS, '2019')).toBe(
			'What this frame showed is not on the map of A Region, or no longer is: there is no area E01000001 among those of the Indices of Deprivation 2019.'
		);
	});
});

describe('the snippet', () => {
	it('has the embed of what the link shows, and nothing that an embed does not read', () => {
		expect(
			embedAddress(
				'https://maps.example/gap/a-region/?layer=births&edition=2025&with=core20,food-banks&compare=births.2019&own=3&data=2026-08'
			)
		).toBe(
			'https://maps.example/gap/a-region/embed/?layer=births&edition=2025&with=core20,food-banks'
		);
		expect(embedAddress('https://maps.example/a-region/')).toBe(
			'https://maps.example/a-region/embed/'
		);
	});
	it('is one frame, whatever it is called', () => {
		const snippet = embedSnippet(
			'https://maps.example/a-region/?layer=births&area=E01026594',
			'A "map" <b>'
		);
		expect(snippet).toBe(
			'<iframe src="https://maps.example/a-region/embed/?layer=births&amp;area=E01026594" title="A &quot;map&quot; &lt;b&gt;" width="100%" height="560" loading="lazy"></iframe>'
		);
	});
});
