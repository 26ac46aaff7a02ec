/**
 * Charities, link workers, maternity and places that could host a hub: the figures of the
 * packs, worked out a second time from the tables by another way.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { charitiesPart } from '../../scripts/build/parts/charities.ts';
import { linkWorkersPart, networkAreasPart } from '../../scripts/build/parts/networks.ts';
import { gpPractices, maternityHubs, maternityUnits } from '../../scripts/build/parts/services.ts';
import type { PartBuilder } from '../../scripts/build/part.ts';
import { GEODATA } from '../../scripts/lib/paths.ts';
import type { AssetsPart } from '../../src/lib/register/parts.ts';
import { made, packs, projectFacts } from './built.ts';
import { rowsOf as rowsOfTable, type Row } from './rows.ts';

const geodata = projectFacts();
const region = packs();

const NORFOLK = 'norfolk-and-waveney';
const BATH = 'bath-swindon-and-wiltshire';

const assets = (builder: PartBuilder, slug: string) => made(region(slug), builder) as AssetsPart;

const rowsOf = async (id: string): Promise<Row[]> => rowsOfTable(await geodata.table(id));

describe('charities', () => {
	it('are those printed, for districts that have them, and none is derived', async () => {
		const part = made(region(NORFOLK), charitiesPart);
		const lines = parse(
			readFileSync(join(GEODATA, 'tables/published-charities-by-district.csv'), 'utf8'),
			{ from: 2 }
		) as string[][];
		const printed = new Map(lines.map(([code = '', , count]) => [code, Number(count)]));
		part.codes?.forEach((code, i) => {
			expect(part.columns['registered_charities']?.values[i]).toBe(printed.get(code) ?? null);
		});
		const at = part.codes?.indexOf('E07000206') ?? -1; // Waveney
		expect(part.columns['registered_charities']?.values[at]).toBeNull();
		expect(part.columns['total_income_gbp']?.values[at]).toBeNull();
	});

	it('per resident of mid-2020 come out as the method says', async () => {
		const people = new Map<string, number>();
		const district = new Map(
			(await rowsOf('areas-lsoa11')).map(({ lsoa11, lad18 }) => [lsoa11, String(lad18)])
		);
		for (const { lsoa11, total } of await rowsOf('residents-2020-lsoa11')) {
			const code = district.get(lsoa11) ?? '';
			people.set(code, (people.get(code) ?? 0) + Number(total));
		}
		const yarmouth = people.get('E07000145') ?? NaN;
		expect((161 / yarmouth) * 1e4).toBeCloseTo(16.2, 1);
		expect(Math.round(14_463_973 / yarmouth)).toBe(146);
		expect(Math.round(15_484_126 / (people.get('E07000146') ?? NaN))).toBe(102);

		const part = made(region(NORFOLK), charitiesPart);
		part.codes?.forEach((code, i) => {
			expect(part.columns['residents_2020']?.values[i]).toBe(people.get(code));
		});
	});

	it('are unknown where no document at hand counts them', async () => {
		const part = made(region(BATH), charitiesPart);
		expect(part.columns['registered_charities']?.values).toEqual([null, null, null, null]);
	});
});

describe('link workers', () => {
	it.each([
		[NORFOLK, 'E54000022', 17, 13],
		[BATH, 'E54000040', 27, 21]
	])('of %s add up to the board’s figure', async (slug, board, networks, reporting) => {
		const part = assets(linkWorkersPart, slug);
		expect(part.collected).toBe('2022-09');
		expect(part.ids).toHaveLength(networks);
		const fte = part.figures?.['fte'] ?? [];
		expect(fte.filter((value) => value !== null)).toHaveLength(reporting);
		const [official] = (await rowsOf('link-workers-icb')).filter(
			({ census, icb24 }) => census === '2022-09' && icb24 === board
		);
		expect(fte.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBeCloseTo(
			Number(official?.['fte']),
			2
		);
		expect(part.ids).not.toContain('U00000');
	});

	it('stand among the practices of their network, with all its patients', async () => {
		const part = assets(linkWorkersPart, NORFOLK);
		const practices = (await rowsOf('pcn-practices-2022-23')).filter(({ pcn }) => pcn !== null);
		part.ids.forEach((id, i) => {
			const members = practices.filter(({ pcn, patients }) => pcn === id && Number(patients) > 0);
			const patients = members.reduce((sum, { patients }) => sum + Number(patients), 0);
			expect(part.figures?.['patients']?.[i]).toBe(Math.round(patients));
			const latitudes = members.map(({ latitude }) => Number(latitude));
			expect(part.latitude[i]).toBeGreaterThanOrEqual(Math.min(...latitudes) - 1e-5);
			expect(part.latitude[i]).toBeLessThanOrEqual(Math.max(...latitudes) + 1e-5);
			expect(part.members21?.[i]).toHaveLength(members.length);
		});
	});

	it('have approximate areas of 2020 in both regions', async () => {
		expect(made(region(NORFOLK), networkAreasPart).ids).toHaveLength(17);
		expect(made(region(BATH), networkAreasPart).ids).toHaveLength(24);
	});
});

describe('maternity units', () => {
	it('have the printed births, at the hospital and town of that name', async () => {
		const part = assets(maternityUnits, NORFOLK);
		const births = part.ids.flatMap((_, i) => part.figures?.['births']?.[i] ?? []);
		expect(births.sort((a, b) => a - b)).toEqual([2070, 2300, 5813]);
		const bath = assets(maternityUnits, BATH);
		expect(bath.figures?.['births']?.every((value) => value === null)).toBe(true);
	});

	it('reach across the border to the next hospitals, confirmed by the compiled list alone', async () => {
		const beyond = async (slug: string) => {
			const part = assets(maternityUnits, slug);
			return part.names.filter((_, i) => {
				if (part.lsoa21[i] !== null) return false;
				if (part.confirmed?.[i]) expect(part.ids[i]).not.toMatch(/^maternity-named-/);
				return true;
			});
		};
		expect((await beyond(NORFOLK)).join()).toMatch(/(?=.*West Suffolk)(?=.*Peterborough)/);
		expect((await beyond(BATH)).join()).toMatch(
			/(?=.*Southmead)(?=.*St Michael's)(?=.*Princess Anne)/
		);
	});

	it('stand inside a region only where the compiled list has them', async () => {
		for (const slug of [NORFOLK, BATH]) {
			for (const builder of [maternityUnits, maternityHubs]) {
				const part = assets(builder, slug);
				part.ids.forEach((id, i) => {
					if (part.lsoa21[i] !== null) expect(id).not.toMatch(/^maternity-named-/);
				});
			}
		}
	});
});

describe('GP practices', () => {
	it('have the list sizes of the practices of their board', async () => {
		const part = assets(gpPractices, NORFOLK);
		const inside = part.ids.filter((_, i) => part.lsoa21[i] !== null);
		const board = (await rowsOf('gp-practices')).filter(({ icb24 }) => icb24 === 'E54000022');
		expect(inside.sort()).toEqual(
			board.map(({ practice_code }) => `gp-${String(practice_code)}`).sort()
		);
		const listed = part.ids.reduce(
			(sum, _, i) => (part.lsoa21[i] === null ? sum : sum + (part.figures?.['patients']?.[i] ?? 0)),
			0
		);
		expect(listed).toBe(board.reduce((sum, { patients }) => sum + Number(patients ?? 0), 0));
	});
});
