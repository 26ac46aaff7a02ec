import type { FactsColumn, FactsPart } from '../../../src/lib/facts/parts.ts';
import { numbersBy } from '../../../src/lib/facts/table.ts';
import type { PartBuilder } from '../part.ts';
import { PRINTED_DATASETS, printedStatements } from '../printed.ts';
import { assetsPart } from './assets.ts';

const CHARITIES = 'published-charities-by-district';
const RESIDENTS = 'residents-2020-lsoa11';

/** Statements on charities and other organisations that are neither public nor private. */
const ABOUT_CHARITIES = /VCSE|voluntary|charit|community interest|societies|below-the-radar/;

/**
 * Registered charities and their income by district, as printed, and the district's
 * residents at mid-2020. A district without a row has no figure, nor has a part of one:
 * charities have an office, not an area that could be divided.
 */
export const charitiesPart: PartBuilder<FactsPart> = {
	part: 'charities',
	async build(context): Promise<FactsPart> {
		const { geodata, region, selection } = context;
		const table = await geodata.table(CHARITIES);
		const printed = (column: string): FactsColumn => {
			const values = numbersBy(table, 'lad24', column);
			return {
				values: items.map(({ code, partOf }) =>
					partOf === undefined ? (values.get(code) ?? null) : null
				)
			};
		};
		const { items, vintage } = region.districts;
		const selected = selection['2011'];
		const residents = await geodata.table(RESIDENTS);
		const districts = selected.listed(vintage);
		const byDistrict = new Map<string, number>();
		selected.numbers(residents, 'total').forEach((total, i) => {
			const code = districts[i] ?? '';
			byDistrict.set(code, (byDistrict.get(code) ?? 0) + total);
		});
		return {
			kind: 'facts',
			part: 'charities',
			vintage: null,
			level: 'district',
			codes: items.map(({ code }) => code),
			datasets: [CHARITIES, RESIDENTS, ...PRINTED_DATASETS],
			columns: {
				registered_charities: printed('registered_charities'),
				total_income_gbp: printed('total_income_gbp'),
				residents_2020: { values: items.map(({ code }) => byDistrict.get(code) ?? null) }
			},
			england: {},
			printed: await printedStatements(context, ({ what }) => ABOUT_CHARITIES.test(what))
		};
	}
};

const OFFICES = ['charities', 'community-interest-companies', 'community-societies'] as const;

/**
 * Charities, community interest companies and societies at their registered office, a part for
 * each of the registers that was imported (docs/import-assets.md); none of them otherwise.
 */
export const officeParts: readonly PartBuilder[] = OFFICES.map((dataset) => ({
	...assetsPart({ part: `${dataset}-offices`, datasets: [dataset], capitals: true }),
	when: ({ catalogue }) => catalogue.datasets.some(({ id, table }) => id === dataset && table)
}));
