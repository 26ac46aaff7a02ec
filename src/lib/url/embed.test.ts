import { describe, expect, it } from 'vitest';
import { embedAddress, embedSnippet } from './embed-snippet.ts';
import { areaGone, readEmbed, type EmbedKnows } from './embed-query.ts';
import { QUESTION_OF_GAPS, readGapsEmbed } from './embed-gaps-query.ts';
import { GAPS_CODEC, plainQuestion } from './gaps-state.ts';
import { ASSETS_CODEC } from './assets-state.ts';
import { readPlacesEmbed } from './embed-places-query.ts';
import { allPlaces } from './places-chosen.ts';
import { QUESTION_OF_PLANS, showsExample } from './embed-plan-query.ts';
import { plainPlanQuestion, SITING_CODEC } from './siting-state.ts';

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

describe('the query of an embed of gaps', () => {
	const knows = { name: 'A Region', plain: plainQuestion() };
	it('knows every parameter of the question, as the page of gaps writes it', () => {
		expect(Object.keys(knows.plain).sort()).toEqual([...QUESTION_OF_GAPS].sort());
		// What says everything that the plain page asks is the plain page.
		const said = `?${new URLSearchParams(knows.plain).toString()}`;
		expect(GAPS_CODEC.query(GAPS_CODEC.read(said).state)).toBe('');
		expect(GAPS_CODEC.read(said).notes).toEqual([]);
	});
	it('tells the plain question from others, and colours and areas from questions', () => {
		const plain = { isPlain: true, grid: false, area: null };
		expect(readGapsEmbed('', knows)).toEqual(plain);
		expect(
			readGapsEmbed(
				'?need=imd&provision=community-venue&measure=count&level=msoa&bar=core20&reach=15&edition=2025&area=E02005553&cell=7',
				knows
			)
		).toEqual({ isPlain: true, grid: true, area: 'E02005553' });
		for (const query of ['?need=births', '?k=2', '?verified=yes', '?edition=2019', '?reach=2km'])
			expect(readGapsEmbed(query, knows), query).toEqual({ ...plain, isPlain: false });
		expect(readGapsEmbed('?area=<b>', knows)).toEqual({
			gone: expect.stringContaining('“<b>” is not the code of an area') as string
		});
	});
});

describe('the query of an embed of a plan', () => {
	const plain = plainPlanQuestion();
	it('knows every parameter of the question, as the page of hubs writes it', () => {
		expect(Object.keys(plain).sort()).toEqual([...QUESTION_OF_PLANS].sort());
		// What says everything that the plain page asks is the plain page.
		const { plan, ...asked } = plain;
		expect(plan).toBe('');
		expect(SITING_CODEC.query(SITING_CODEC.read(`?${new URLSearchParams(asked)}`).state)).toBe('');
	});
	it('tells the worked example from other questions and plans', () => {
		for (const query of ['', '?hubs=5&who=aged-0', '?view=52.6,1.3,9'])
			expect(showsExample(query, plain), query).toBe(true);
		for (const query of ['?hubs=6', '?plan=none', '?plan=a,b', '?must=a', '?mode=car'])
			expect(showsExample(query, plain), query).toBe(false);
	});
});

describe('the query of an embed of places', () => {
	it('reads what the page of places reads, and names what is not there', () => {
		const query = '?kinds=food-bank,library&place=E07000145&status=unverified&late=yes&sort=kind';
		const { state } = ASSETS_CODEC.read(query);
		const read = readPlacesEmbed(query);
		expect(state).toMatchObject(read ?? {});
		expect(read).toMatchObject({ kinds: ['food-bank', 'library'], sort: 'kind' });
		expect(ASSETS_CODEC.defaults()).toMatchObject(allPlaces());
		expect(readPlacesEmbed('?data=2026-08')).toBeNull();
		expect(readPlacesEmbed('?kinds=castle')).toEqual({
			gone: expect.stringContaining('there is no kind of place “castle”') as string
		});
	});
});

describe('the snippet', () => {
	it('has no places of the reader’s own, and lies beside the others', () => {
		const address = (page: string) => `https://maps.example/a-region/${page}`;
		expect(
			embedAddress(
				address('assets/?kinds=food-bank&place=E07000145&yours=only&part=check'),
				'assets'
			)
		).toBe(address('embed/assets/?kinds=food-bank&place=E07000145'));
		expect(embedAddress(address('compare/?with=E07000145,town-3&data=2026-08'), 'compare')).toBe(
			address('embed/compare/?with=E07000145,town-3')
		);
		expect(embedAddress(address('siting/?hubs=6&plan=a,b'), 'siting')).toBe(
			address('embed/siting/?hubs=6&plan=a,b')
		);
	});
	it('of gaps has the question, and lies beside that of the map', () => {
		expect(
			embedAddress(
				'https://maps.example/gap/a-region/gaps/?need=births&provision=food-bank&k=2&show=areas&order=people&area=E02005553&data=2026-08',
				'gaps'
			)
		).toBe(
			'https://maps.example/gap/a-region/embed/gaps/?need=births&provision=food-bank&k=2&area=E02005553'
		);
	});
	it('has the embed of what the link shows, and nothing that an embed does not read', () => {
		expect(
			embedAddress(
				'https://maps.example/gap/a-region/?layer=births&edition=2025&with=core20,food-banks&compare=births.2019&own=3&data=2026-08',
				'map'
			)
		).toBe(
			'https://maps.example/gap/a-region/embed/?layer=births&edition=2025&with=core20,food-banks'
		);
		expect(embedAddress('https://maps.example/a-region/', 'map')).toBe(
			'https://maps.example/a-region/embed/'
		);
	});
	it('is one frame, whatever it is called', () => {
		const snippet = embedSnippet(
			'https://maps.example/a-region/?layer=births&area=E01026594',
			'A "map" <b>',
			'map'
		);
		expect(snippet).toBe(
			'<iframe src="https://maps.example/a-region/embed/?layer=births&amp;area=E01026594" title="A &quot;map&quot; &lt;b&gt;" width="100%" height="560" loading="lazy"></iframe>'
		);
	});
});
