import { ENGLISH, ENGLISH_DATASET, ENGLISH_PART } from '../../../src/lib/indicators/english.ts';
import type { FactsPart } from '../../../src/lib/facts/parts.ts';
import { numbersBy, numbers, stringsBy } from '../../../src/lib/facts/table.ts';
import type { PartBuilder } from '../part.ts';

/** Who cannot speak English well, by the communities that a region's neighbourhoods lie in. */
export const englishPart: PartBuilder<FactsPart> = {
	part: ENGLISH_PART,
	async build({ geodata, selection }): Promise<FactsPart> {
		const table = await geodata.table(ENGLISH_DATASET);
		const community = stringsBy(await geodata.table('areas-lsoa21'), 'lsoa21', 'msoa21');
		const codes = [
			...new Set(selection['2021'].codes.flatMap((code) => community.get(code) ?? []))
		].sort();
		const columns = [ENGLISH.column, ENGLISH.all].map((name) => {
			const values = numbersBy(table, 'msoa21', name);
			return [name, { values: codes.map((code) => values.get(code) ?? null) }] as const;
		});
		const sum = (name: string) => numbers(table, name).reduce((total, value) => total + value, 0);
		return {
			kind: 'facts',
			part: ENGLISH_PART,
			vintage: '2021',
			level: 'msoa',
			codes,
			datasets: [ENGLISH_DATASET],
			columns: Object.fromEntries(columns),
			england: { [ENGLISH.column]: sum(ENGLISH.column), [ENGLISH.all]: sum(ENGLISH.all) }
		};
	}
};
