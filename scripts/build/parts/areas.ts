import type { Vintage } from '../../../src/lib/areas/vintage.ts';
import type { AreasPart, DistrictPart, ParentColumn } from '../../../src/lib/areas/parts.ts';
import type { PartBuilder, PartContext } from '../part.ts';
import { namesOfAreas } from '../names-of-areas.ts';
import { held, type Selected } from '../selection.ts';
import { lsoaPoints } from '../points.ts';

const RESIDENTS: Record<Vintage, string> = {
	'2021': 'residents-2021-age',
	'2011': 'residents-2020-lsoa11'
};
const AREAS: Record<Vintage, string> = { '2021': 'areas-lsoa21', '2011': 'areas-lsoa11' };

/** The areas of a region in one vintage, with residents and the groups they belong to. */
export function areasPart(vintage: Vintage): PartBuilder<AreasPart> {
	return {
		part: `areas-${vintage}`,
		async build(context): Promise<AreasPart> {
			const selected = context.selection[vintage];
			const residents = await context.geodata.table(RESIDENTS[vintage]);
			const points = lsoaPoints(context, vintage);
			const year = vintage.slice(2);
			return {
				kind: 'areas',
				part: `areas-${vintage}`,
				vintage,
				datasets: [RESIDENTS[vintage], AREAS[vintage]],
				lsoa: {
					codes: selected.codes,
					names: selected.listed('name'),
					residents: selected.numbers(residents, 'total'),
					longitude: points.map(([longitude]) => longitude),
					latitude: points.map(([, latitude]) => latitude)
				},
				msoa: parents(selected.listed(`msoa${year}`), selected.listed(`msoa${year}_hcl_name`)),
				district: districts(context, selected),
				place: await places(context, selected)
			};
		}
	};
}

/** Parents in the order of their codes. */
function parents(codes: string[], names: string[]): ParentColumn {
	const nameOf = new Map(codes.map((code, i) => [code, names[i] ?? code]));
	const sorted = [...nameOf.keys()].sort();
	const position = new Map(sorted.map((code, i) => [code, i]));
	return {
		codes: sorted,
		names: sorted.map((code) => nameOf.get(code) ?? code),
		of: codes.map((code) => position.get(code) ?? -1)
	};
}

/** Clinical commissioning groups of 2019: what places follow unless a region's file says otherwise. */
const USUAL_PLACES = 'ccg19';

/**
 * The places of a region: those that its file names, or those of the lookup that it lies in. One that
 * has neighbourhoods elsewhere, too, is called a part.
 */
async function places(
	{ geodata, region, selection }: PartContext,
	selected: Selected
): Promise<ParentColumn> {
	const vintage = region.places?.vintage ?? USUAL_PLACES;
	const { whole } = held(selection['2021'], vintage);
	const items = region.places?.items ?? (await usualPlaces(geodata, selection));
	return namedParents(
		items.map(({ code, name }) => ({
			code,
			name: whole.has(code) || name.endsWith(PART) ? name : name + PART
		})),
		selected.listed(vintage),
		'place'
	);
}

const PART = ' (part)';

async function usualPlaces(geodata: PartContext['geodata'], selection: PartContext['selection']) {
	const names = await namesOfAreas(geodata, USUAL_PLACES);
	const there = Object.values(selection).flatMap((one) => one.listed(USUAL_PLACES));
	return [...new Set(there)].sort().map((code) => ({ code, name: names.get(code) ?? code }));
}

/** Parents that the region's file names; an LSOA outside all of them is an error. */
function namedParents(
	items: readonly { code: string; name: string }[],
	codes: string[],
	what: string
): ParentColumn {
	const position = new Map(items.map(({ code }, i) => [code, i]));
	return {
		codes: items.map(({ code }) => code),
		names: items.map(({ name }) => name),
		of: codes.map((code) => {
			const found = position.get(code);
			if (found === undefined) throw new Error(`the region's file names no ${what} ${code}`);
			return found;
		})
	};
}

function districts({ region }: PartContext, selected: Selected): DistrictPart {
	const { items, vintage } = region.districts;
	return {
		...namedParents(items, selected.listed(vintage), 'district'),
		partOf: items.map(({ partOf }) => partOf ?? null),
		notes: items.map(({ note }) => note ?? null)
	};
}
