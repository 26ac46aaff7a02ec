import { describe, expect, it } from 'vitest';
import type { AssetsPart } from '../register/parts.ts';
import type { Missing } from '../facts/missing.ts';
import type { FactsPart } from '../facts/parts.ts';
import { documentsStory } from './documents-story.ts';
import { perHeadRow } from './story-rows.ts';
import { storySentences } from './story-sentences.ts';
import { fixtureParts, venuesPart } from './fixture.ts';
import { Workbench } from './workbench.ts';

const networks: AssetsPart = {
	...venuesPart(['n1', 'n2', 'n3'].map((id, at) => ({ id, at, lists: [0] }))),
	kind: 'assets',
	part: 'link-workers',
	names: ['East network', 'West network', 'Silent network'],
	members21: [['E01000001', 'E01000002'], ['E01000008'], ['E01000003']],
	figures: {
		fte: [1, 3, null],
		patients: [20_000, 20_000, 20_000],
		practices: [2, 1, 1],
		imd_score: [40, 10, 35]
	}
};

function story(printedAbout: string[], foodBanks = 1, collected = '2022-09') {
	const parts = fixtureParts();
	const charities = parts.get('charities') as FactsPart;
	parts.set('charities', {
		...charities,
		printed: printedAbout.map((area) => ({ document: 'Plan', text: `${area}: few`, area }))
	});
	// All at one end of the region: far from every Core20 community.
	const food = venuesPart(
		Array.from({ length: foodBanks }, (_, at) => ({ id: `f${at}`, at: 3, lists: [0] }))
	);
	parts.set('food-banks', {
		...food,
		kind: 'assets',
		part: 'food-banks',
		kinds: [{ id: 'food-bank', label: 'Food bank' }]
	});
	const bench = new Workbench('Testshire', (part) => parts.get(part));
	return documentsStory(bench, { ...networks, collected });
}

describe('what the local documents say, and what the data give', () => {
	it('is about the district that a document names, wherever it stands', () => {
		const found = story(['Testshire', 'West']);
		expect(found).toMatchObject({ code: 'E07000002', name: 'West', named: true });
		expect(found.printed).toHaveLength(2);
		const score = found.deprivation.find(({ id }) => id === 'average-score-2025');
		expect(score).toMatchObject({ place: 2, of: 2, leader: 'East' });
		expect(found.speaksAgainst.join(' ')).toContain('Average IMD score, IoD 2025');
		// It has no figure of charities, so no place among those that have one.
		expect(found.charities).toEqual([]);
		expect(found.unknown).toEqual(['West']);
	});

	it('is about the most deprived district where none is named', () => {
		const found = story([]);
		expect(found).toMatchObject({ name: 'East', named: false });
		expect(found.deprivation.every(({ place }) => place === 1)).toBe(true);
		expect(found.charities.map(({ own }) => own)).toEqual(['10', '21.7', '£0.1 million', '£11']);
		expect(storySentences(found, 'Testshire', []).join(' ')).toContain(
			'We do not know how many charities West has, and other figures do not tell.'
		);
	});

	it('says what is not held of the region, and why, in place of what would be said', () => {
		const missing = ['published-documents', 'published-charities-by-district'].map(
			(dataset, at): Missing => ({
				dataset,
				covers: 'none',
				sentence: `We hold no ${dataset} for Testshire: they were collected for X.`,
				parts: [],
				empties: at === 1 ? ['charities'] : []
			})
		);
		const said = storySentences({ ...story([]), charities: [] }, 'Testshire', missing).join(' ');
		for (const { sentence } of missing) expect(said).toContain(sentence);
		expect(said).not.toMatch(/read here/);
	});

	it('looks inside, and says what bears it out and what speaks against it', () => {
		const { communities, networks: inside, bearsOut, speaksAgainst } = story(['East'], 3);
		expect(communities.map(({ name }) => name).sort()).toEqual(['Alder', 'Birch']);
		expect(communities[0]).toMatchObject({
			verdict: 'gap',
			foodBankName: 'Hall F0, or two others at one address'
		});
		expect(inside.map(({ name }) => name)).toEqual(['East network', 'Silent network']);
		const said = bearsOut.join(' ');
		expect(said).toContain('Two Core20 communities of East have fewer than 3 community venues');
		expect(said).toContain(
			'the nearest food bank on a list is on average more than 30 minutes away on foot'
		);
		expect(said).toContain('East network reported 0.5 link workers');
		expect([...bearsOut, ...speaksAgainst].join(' ')).not.toContain('Silent network');
	});

	it('gives venues a place only where the same directories look in every district', () => {
		const rowOf = (west: 'listed' | 'not-surveyed') => {
			const parts = fixtureParts({ west });
			const bench = new Workbench('Testshire', (part) => parts.get(part));
			const [district] = bench.edition('2025').areas.groups.district;
			return district ? perHeadRow(bench, district) : null;
		};
		expect(rowOf('listed')).toMatchObject({ id: 'venues-rate', of: 2 });
		expect(rowOf('not-surveyed')).toBeNull();
	});

	it('says nothing of food banks by a list that names two in the district', () => {
		const { communities, bearsOut, speaksAgainst } = story(['East'], 2);
		expect(communities.map(({ foodBank }) => foodBank)).toEqual(communities.map(() => null));
		expect([...bearsOut, ...speaksAgainst].join(' ')).not.toMatch(/food bank/);
	});

	it('rests nothing on what networks reported more than three years ago', () => {
		const {
			networks: inside,
			olderFigures,
			bearsOut,
			speaksAgainst
		} = story(['East'], 3, '2021-04');
		expect(olderFigures).toBe('2021-04');
		expect(inside).toHaveLength(2);
		expect([...bearsOut, ...speaksAgainst].join(' ')).not.toMatch(/link workers/);
	});
});
