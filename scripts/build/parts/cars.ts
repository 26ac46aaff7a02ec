/** Households without a car on the areas of 2011, for the figures by car of the edition that has those. */
import { CARS_BEFORE_PART } from '../../../src/lib/access/cars.ts';
import { crosswalk } from '../../../src/lib/areas/crosswalk.ts';
import { EDITIONS } from '../../../src/lib/facts/editions.ts';
import type { FactsColumn, FactsPart } from '../../../src/lib/facts/parts.ts';
import { LINKS, linksIn } from '../../../src/lib/facts/links.ts';
import { numbersBy } from '../../../src/lib/facts/table.ts';
import { percentOf } from '../../../src/lib/indicators/stored-measures.ts';
import { PLUS_DATASET } from '../../../src/lib/indicators/plus-groups.ts';
import type { Geodata } from '../../../src/lib/server/geodata.ts';
import type { PartBuilder } from '../part.ts';

const BEFORE = EDITIONS['2019'];
const COLUMNS = ['no_car', 'households_cars'] as const;

/**
 * The census of 2021 counts on the areas of 2021. Where one of 2011 was split, its parts are added
 * up; where several were merged, they share the count by their residents of mid-2020 (estimate).
 */
export const carsBeforePart: PartBuilder<FactsPart> = {
	part: CARS_BEFORE_PART,
	async build({ geodata, selection }): Promise<FactsPart> {
		const { codes } = selection[BEFORE.vintage];
		const counts = await geodata.once(onAreasBefore);
		const column = (name: (typeof COLUMNS)[number]): FactsColumn => {
			const own = codes.map((code) => counts[name].get(code));
			const estimates = own.flatMap((one, at) =>
				one?.status === 'estimate' ? [[at, 'estimate'] as const] : []
			);
			return {
				values: own.map((one) => one?.value ?? null),
				...(estimates.length > 0 && { status: Object.fromEntries(estimates) })
			};
		};
		const all = (name: (typeof COLUMNS)[number]) =>
			[...counts[name].values()].reduce((sum, { value }) => sum + value, 0);
		return {
			kind: 'facts',
			part: CARS_BEFORE_PART,
			vintage: BEFORE.vintage,
			level: 'lsoa',
			datasets: [PLUS_DATASET, LINKS, BEFORE.residentsDataset],
			columns: Object.fromEntries(COLUMNS.map((name) => [name, column(name)])),
			england: { no_car_percent_mean: percentOf(all('no_car'), all('households_cars')) ?? NaN }
		};
	}
};

/** Both counts by area of 2011, of all England. */
async function onAreasBefore(geodata: Geodata) {
	const [links, now, residents] = await Promise.all(
		[LINKS, PLUS_DATASET, BEFORE.residentsDataset].map((id) => geodata.table(id))
	);
	if (!links || !now || !residents) throw new Error('a table of households is not there');
	const back = linksIn(links).map(({ from, to, change }) => ({ from: to, to: from, change }));
	const weights = numbersBy(residents, 'lsoa11', 'total');
	const crossed = (name: string) => crosswalk(back, numbersBy(now, 'lsoa21', name), weights);
	return { no_car: crossed('no_car'), households_cars: crossed('households_cars') };
}
