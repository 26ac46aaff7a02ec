/** The analysis of gaps on the facts as they are, through the command line. */
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../scripts/analyse/analyse.ts';
import { openRegion } from '../../scripts/analyse/region-parts.ts';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { analyseGaps } from '../../src/lib/gaps/analysis.ts';
import { DEFAULT_REQUEST } from '../../src/lib/gaps/request.ts';
import { findings } from '../../src/lib/gaps/sentences.ts';
import { PARTS_WELCOME, partsNeeded, Workbench } from '../../src/lib/gaps/workbench.ts';
import { GAP_COLOURS } from '../../src/lib/layers/palettes.ts';
import { gapsView } from '../../src/lib/view/gaps-view.ts';
import { packs, projectFacts } from './built.ts';

interface Answer {
	gaps: string[];
	strengths: string[];
	areas: {
		code: string;
		name: string;
		districts: string;
		verdict: string;
		provision: number | null;
		provision_status: string;
		provision_of: string;
		provision_all_residents?: number;
		published_number?: number | null;
		published_income_gbp?: number | null;
		published_residents?: number | null;
		in_reach: number | null;
		core20_residents: number;
		above_bar: boolean;
		sentence: string;
		variations_found?: number;
		variations_asked?: number;
	}[];
	caveats: string[];
}

async function ask(...options: string[]): Promise<Answer> {
	const { code, output, error } = await analyse(['gaps', ...options]);
	expect(error).toBe('');
	expect(code).toBe(0);
	return JSON.parse(output) as Answer;
}

describe('Norfolk and Waveney', () => {
	const region = ['--region', 'norfolk-and-waveney'];
	let charities: Answer;
	let venues: Answer;
	beforeAll(async () => {
		charities = await ask(...region, '--level', 'district', '--provision', 'charities');
		venues = await ask(...region, '--variations');
	});

	it('puts Great Yarmouth first for charities per head, and says nothing of Waveney', () => {
		const [first] = charities.areas;
		expect(first).toMatchObject({ name: 'Great Yarmouth', verdict: 'gap', published_number: 161 });
		expect(first?.provision).toBeCloseTo(16.2, 1);
		expect(charities.gaps[0]).toBe('E07000145');
		const waveney = charities.areas.find(({ name }) => name === 'Waveney');
		expect(waveney).toMatchObject({
			provision: null,
			provision_status: 'missing',
			published_number: null
		});
		expect(charities.gaps).not.toContain(waveney?.code);
	});

	it('does not put it first for income per resident', async () => {
		const income = await ask(
			...region,
			...['--level', 'district', '--provision', 'charities', '--edition', '2019'],
			...['--measure', 'published-income-per-resident']
		);
		const of = (name: string) => income.areas.find((area) => area.name === name)?.provision;
		expect(of('Great Yarmouth')).toBeCloseTo(146, 0);
		expect(of("King's Lynn and West Norfolk")).toBeCloseTo(102, 0);
	});

	it('has its gaps among the 39 Core20 communities', () => {
		const above = venues.areas.filter(
			({ verdict }) => verdict !== 'below what counts as high need'
		);
		expect(above).toHaveLength(39);
		expect(venues.areas.slice(0, venues.gaps.length).map(({ code }) => code)).toEqual(venues.gaps);
		const counts = venues.areas
			.filter(({ verdict }) => verdict === 'gap')
			.map(({ in_reach }) => in_reach ?? NaN);
		expect(counts).toEqual([...counts].sort((a, b) => a - b));
		expect(Math.max(...counts)).toBeLessThan(3);
		for (const area of venues.areas.slice(0, 5)) {
			expect(area.variations_found).toBeGreaterThan((area.variations_asked ?? 0) / 2);
		}
	});

	it('has the provision of the Core20 residents, and the whole community’s beside', () => {
		const of = (name: string) => {
			const area = venues.areas.find((one) => one.name === name);
			if (!area) throw new Error(`there is no ${name}`);
			return area;
		};
		const figures = (name: string) => {
			const { verdict, provision, provision_all_residents, provision_of } = of(name);
			return [verdict, provision?.toFixed(1), provision_all_residents?.toFixed(1), provision_of];
		};
		const some = 'Core20 residents';
		expect(figures('Thetford South')).toEqual(['gap', '2.6', '3.1', some]);
		expect(figures('Gaywood Chase & Old Gaywood')).toEqual(['gap', '1.8', '4.4', some]);
		expect(figures('Swaffham')).toEqual(['some provision', '3.0', '1.7', some]);
		expect(figures('Watton')).toEqual(['some provision', '3.0', '2.1', some]);
		expect(figures('Pakefield South & Kessingland')).toEqual([
			'some provision',
			'3.8',
			'2.3',
			some
		]);
		expect(of('Thetford Central & East').provision_of).toBe('all residents');
		expect(of('Thetford South').sentence).toContain(
			'On average a Core20 resident has 2.6 community venues within 15 minutes on foot'
		);
		expect(of('Thetford South').sentence).toContain('The average for all its residents is 3.1');
	});

	it('counts each kind by its own bar: a pharmacy is no food bank', async () => {
		const kinds = ['food-bank', 'library', 'pharmacy'];
		const of = (provision: string) => ask(...region, '--provision', provision, '--k', '1');
		const [together, ...alone] = await Promise.all([of(kinds.join()), ...kinds.map(of)]);
		expect(alone.map(({ gaps }) => gaps.length)).toEqual([36, 29, 9]);
		expect(together?.gaps.length).toBe(36);
		expect(new Set(together?.gaps)).toEqual(new Set(alone.flatMap(({ gaps }) => gaps)));
		expect(together?.areas[0]).toMatchObject({
			name: 'Thetford South',
			little_of: 'food banks, libraries and pharmacies',
			in_reach_food_bank: 0,
			in_reach_library: 0.22,
			in_reach_pharmacy: 0.514
		});
	});

	it('finds gaps at the edges of Great Yarmouth and good provision in its middle: a total hides both', () => {
		const within = venues.areas.filter(({ districts }) => districts === 'Great Yarmouth');
		const named = (wanted: string) =>
			within.filter(({ verdict }) => verdict === wanted).map(({ name }) => name);
		expect(named('gap')).toEqual(['Yarmouth North', 'Gorleston West']);
		expect(named('good provision')).toEqual([
			'Yarmouth Central & Northgate',
			'Gorleston South & Beach',
			'Southtown & Cobholm',
			'Yarmouth Parade'
		]);
	});
});

const SLUGS = publishedRegions();
const region = packs();

describe.each(SLUGS)('what is shown of %s', (slug) => {
	it('is the same in the list, on the map, in the table and on the command line', async () => {
		const answer = await ask('--region', slug);
		const region = await openRegion(slug);
		const parts = new Map<string, object>();
		for (const name of [...partsNeeded(DEFAULT_REQUEST), ...PARTS_WELCOME]) {
			if (region.has(name)) parts.set(name, await region.part(name));
		}
		const bench = new Workbench(region.name, (part) => parts.get(part));
		const analysis = analyseGaps(DEFAULT_REQUEST, bench);
		// A reader counts five, whatever commas are in a name.
		const [first = ''] = findings(analysis);
		const five =
			/The first five in the list are (.+?)\.(?: Different directories .+)?$/.exec(first)?.[1] ??
			'';
		const names = answer.areas.slice(0, 5).map(({ name }) => name);
		expect(five.split(five.includes(';') ? /; (?:and )?/ : /, | and /)).toEqual(names);

		const { layers, columns, units } = gapsView(analysis, {
			cell: null,
			grid: false,
			answer: null,
			sites: null
		});
		const codeOf = (unit: number) => units.codes[unit] ?? '';
		const { gaps } = answer;
		expect(gaps.length).toBeGreaterThan(0);

		// The list.
		expect(analysis.gaps.map(codeOf)).toEqual(gaps);
		expect(analysis.strengths.map(codeOf)).toEqual(answer.strengths);

		// The table: gaps first in their order, each called by its place.
		const verdict = columns.find(({ id }) => id === 'verdict');
		const inTable = [...units.codes.keys()].sort(
			(a, b) => Number(verdict?.values[a]) - Number(verdict?.values[b]) || a - b
		);
		expect(inTable.slice(0, gaps.length).map(codeOf)).toEqual(gaps);
		expect(
			inTable.slice(0, gaps.length).map((at) => verdict?.format(verdict.values[at] ?? null))
		).toEqual(gaps.map((_, at) => (analysis.ranked ? `Gap ${at + 1}` : 'Gap')));

		// The map: the gaps and no other area have their colour.
		const [fill] = layers.map(({ contribution }) => contribution.drawing);
		if (fill?.kind !== 'fill') throw new Error('the first layer fills');
		const colour = GAP_COLOURS.gap;
		const inColour = [...units.codes.keys()].filter((unit) => fill.colours[unit] === colour);
		expect(new Set(inColour.map(codeOf))).toEqual(new Set(gaps));

		// Every area, in figures.
		const provision = columns.find(({ id }) => id === 'provision');
		for (const area of answer.areas) {
			const unit = units.index.get(area.code) ?? -1;
			expect(analysis.areas[unit]?.above).toBe(area.above_bar);
			const shown = provision?.values[unit];
			if (area.provision === null) expect(typeof shown).not.toBe('number');
			else expect(shown).toBeCloseTo(area.provision, 2);
		}
	});
});

/** Kilometres between two points in degrees, on a sphere of the earth's mean radius. */
function kilometres([aLongitude, aLatitude]: Point, [bLongitude, bLatitude]: Point): number {
	const rad = Math.PI / 180;
	const [a, b] = [aLatitude * rad, bLatitude * rad];
	const half = (x: number) => Math.sin(x / 2) ** 2;
	const chord = half(b - a) + Math.cos(a) * Math.cos(b) * half((bLongitude - aLongitude) * rad);
	return 2 * 6371.0088 * Math.asin(Math.sqrt(chord));
}
type Point = readonly [longitude: number, latitude: number];

describe.each(SLUGS)('%s by another route', (slug) => {
	it('has the gaps that plain loops over the tables give', async () => {
		const geodata = projectFacts();
		const columns = async (id: string) => (await geodata.table(id)).columns;
		const decile = new Map<unknown, number>();
		const deprivation = await columns('deprivation-2025');
		deprivation['lsoa21']?.values.forEach((code, row) =>
			decile.set(code, Number(deprivation['imd_decile']?.values[row]))
		);
		const { lsoa, msoa } = region(slug).part('areas-2021');
		const residents = new Map(lsoa.codes.map((code, i) => [code, lsoa.residents[i] ?? NaN]));
		const community = new Map(lsoa.codes.map((code, i) => [code, msoa.codes[msoa.of[i] ?? -1]]));
		const core20 = new Set(lsoa.codes.filter((code) => (decile.get(code) ?? NaN) <= 2));
		const points = await columns('centroids-oa21');
		const homes = new Map<string, Point[]>();
		points['lsoa21']?.values.forEach((code, row) => {
			if (!residents.has(String(code))) return;
			const point = ['longitude', 'latitude'].map((name) => Number(points[name]?.values[row]));
			homes.set(String(code), [...(homes.get(String(code)) ?? []), point as unknown as Point]);
		});
		const venues = region(slug).part('community-venues');
		const places = venues.ids.map((_, i): Point => [
			venues.longitude[i] ?? NaN,
			venues.latitude[i] ?? NaN
		]);

		// Fifteen minutes on foot at 4.8 km an hour, on ways 1.3 times the straight line.
		const straight = (4.8 * 15) / 60 / 1.3;
		const found = new Map<string, { people: number; reached: number }>();
		for (const [code, own] of homes) {
			const each = (residents.get(code) ?? NaN) / own.length;
			const name = community.get(code) ?? '';
			// Provision of a Core20 community is that of its Core20 residents.
			if (!core20.has(code)) continue;
			const sum = found.get(name) ?? { people: 0, reached: 0 };
			for (const home of own) {
				sum.people += each;
				sum.reached += each * places.filter((place) => kilometres(home, place) <= straight).length;
			}
			found.set(name, sum);
		}
		const counts = new Map([...found].map(([code, sum]) => [code, sum.reached / sum.people]));
		const few = [...counts].filter(([, count]) => count < 3).map(([code]) => code);

		const answer = await ask('--region', slug);
		const above = answer.areas.filter((area) => area.above_bar);
		expect(new Set(above.map(({ code }) => code))).toEqual(new Set(counts.keys()));
		for (const { code, provision } of above) {
			expect(provision, code).toBeCloseTo(counts.get(code) ?? NaN, 2);
		}
		expect(new Set(answer.gaps)).toEqual(new Set(few));
		expect(few.length).toBeGreaterThan(0);
	});
});

describe('the command line', () => {
	it('answers for the other region, and gives CSV', async () => {
		const { output, code } = await analyse([
			'gaps',
			...['--region', 'bath-swindon-and-wiltshire', '--level', 'neighbourhood', '--format', 'csv']
		]);
		expect(code).toBe(0);
		const [header, first] = output.split('\n');
		expect(header).toMatch(/^code,name,districts,verdict,/);
		expect(first).toContain(',gap,');
		expect(output.trim().split('\n').length).toBeGreaterThan(500);
	});

	it.each([
		[['--region', 'nowhere'], 'there is no region "nowhere"'],
		[[], '--region is missing'],
		[['--region', 'norfolk-and-waveney', '--need', 'luck'], '--need: there is no "luck"'],
		[['--region', 'norfolk-and-waveney', '--provision', 'pubs'], '--provision: there is no "pubs"'],
		[['--region', 'norfolk-and-waveney', '--provision', 'charities'], 'whole districts'],
		[['--region', 'norfolk-and-waveney', '--reach', 'far'], '--reach takes minutes'],
		[['--region', 'norfolk-and-waveney', '--matrix', 'none.csv'], 'none.csv: there is no such file']
	])('refuses %j in one line', async (options, message) => {
		const { code, output, error } = await analyse(['gaps', ...options]);
		expect(code).toBe(2);
		expect(output).toBe('');
		expect(error.trimEnd().split('\n')).toHaveLength(1);
		expect(error).toContain(message);
	});
});
