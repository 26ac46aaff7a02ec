import { EDITIONS, type EditionId } from '../../../src/lib/facts/editions.ts';
import { RURAL_URBAN } from '../../../src/lib/indicators/place.ts';
import type { FactsPart } from '../../../src/lib/facts/parts.ts';
import { strings } from '../../../src/lib/facts/table.ts';
import { coastalLsoas } from '../coast.ts';
import type { PartBuilder } from '../part.ts';
import { residentsAlong } from '../residents.ts';

/** The rural-urban class of each LSOA, and England's residents by class. */
export function ruralUrbanPart(id: EditionId): PartBuilder {
	const { vintage } = EDITIONS[id];
	const { classes } = RURAL_URBAN[id];
	const year = vintage.slice(2);
	return {
		part: `rural-urban-${id}`,
		async build({ geodata, selection }): Promise<FactsPart> {
			const selected = selection[vintage];
			const { areas, spine } = selected;
			const codes = strings(areas, `ruc${year}`);
			const names = strings(areas, `ruc${year}_name`);
			const position = new Map<string, number>(classes.map(({ code }, i) => [code, i]));
			const of = codes.map((code, row) => {
				const found = position.get(code);
				if (found === undefined || classes[found]?.label !== names[row]) {
					throw new Error(`rural-urban class ${code} “${names[row]}” is not one we know`);
				}
				return found;
			});
			const residents = await residentsAlong(geodata, spine, id);
			const england: Record<string, number> = {};
			of.forEach((found, row) => {
				const column = `residents_${classes[found]?.code}`;
				england[column] = (england[column] ?? 0) + (residents[row] ?? NaN);
			});
			return {
				kind: 'facts',
				part: `rural-urban-${id}`,
				vintage,
				level: 'lsoa',
				datasets: [`areas-lsoa${year}`],
				columns: { class: { values: selected.cut(of) } },
				england
			};
		}
	};
}

/** Which LSOAs are at the sea (1) or not (0): derived from the outline of the land. */
export function coastPart(id: EditionId): PartBuilder {
	const { vintage } = EDITIONS[id];
	return {
		part: `coast-${id}`,
		async build(context): Promise<FactsPart> {
			const coastal = coastalLsoas(context, vintage);
			return {
				kind: 'facts',
				part: `coast-${id}`,
				vintage,
				level: 'lsoa',
				datasets: [`boundaries-lsoa${vintage.slice(2)}`, 'boundaries-basemap'],
				columns: {
					coastal: {
						values: context.selection[vintage].codes.map((code) => (coastal.has(code) ? 1 : 0))
					}
				},
				england: {}
			};
		}
	};
}
