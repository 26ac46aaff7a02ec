/** The sheets of a region's data package, from the parts of its pack just written. */
import { LICENCES, type LicenceId } from '../../src/lib/catalogue/catalogue.ts';
import type { AreasPart } from '../../src/lib/areas/parts.ts';
import type { Cell, Column } from '../../src/lib/document/document.ts';
import { EDITION_IDS, EDITIONS, type EditionId } from '../../src/lib/facts/editions.ts';
import { factsColumn } from '../../src/lib/facts/figures.ts';
import type { FactsPart, PartName } from '../../src/lib/facts/parts.ts';
import { RURAL_URBAN } from '../../src/lib/indicators/place.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import type { Region } from '../../src/lib/server/regions.ts';
import type { Sheet } from './downloads.ts';
import { FACTS_TABLES, type FactsColumnOfPackage, type FactsTable } from './package-tables.ts';

/** Parts of a pack by name; undefined where the region has none. */
export type PartsWritten = <Part>(part: PartName) => Part | undefined;

/** Licences under which whole tables may be passed on. */
const OPEN: ReadonlySet<LicenceId> = new Set<LicenceId>([
	'OGL-3.0',
	'OPL-3.0',
	'CC-BY-4.0',
	'ODbL-1.0',
	'MIT',
	'Unlicense'
]);

/** What a document prints stands beside figures on pages; no table of the package has it. */
const PRINTED: ReadonlySet<string> = new Set(['published-statements', 'published-documents']);

/** The neighbourhoods of each vintage, and every table of figures whose parts the region has. */
export function packageSheets(
	{ geodata, region }: { geodata: Geodata; region: Region },
	part: PartsWritten
): Sheet[] {
	const made = [
		...EDITION_IDS.flatMap((edition) => neighbourhoodsSheet(edition, part) ?? []),
		...FACTS_TABLES.flatMap((table) => factsSheet(table, region, part) ?? [])
	];
	for (const { name, datasets } of made) refuseClosed(name, datasets, geodata);
	return made;
}

/** Throws where a dataset may not be passed on as a table. */
function refuseClosed(
	name: string,
	datasets: readonly string[],
	geodata: Pick<Geodata, 'dataset'>
): void {
	for (const id of datasets) {
		const { licence } = geodata.dataset(id);
		if (!OPEN.has(licence))
			throw new Error(
				`the table "${name}" of the data package is made of ${id}, which we hold as ${LICENCES[licence].name}: leave it out of package-tables.ts`
			);
	}
}

/** What every neighbourhood is and lies in: the table that the others' codes refer to. */
function neighbourhoodsSheet(edition: EditionId, part: PartsWritten): Sheet | null {
	const { vintage } = EDITIONS[edition];
	const areas = part<AreasPart>(`areas-${vintage}`);
	if (!areas) return null;
	const rural = part<FactsPart>(`rural-urban-${edition}`);
	const coast = part<FactsPart>(`coast-${edition}`);
	const { lsoa, msoa, district, place } = areas;
	const short = vintage.slice(2);
	const { classes, year } = RURAL_URBAN[edition];
	const classOf = rural && factsColumn(rural, 'class').values;
	const coastal = coast && factsColumn(coast, 'coastal').values;
	const known = (value: number | null | undefined): Cell => (value == null ? null : value === 1);
	const columns: Column[] = [
		{ label: `lsoa${short}`, about: `Code of the neighbourhood (LSOA of ${vintage})` },
		{ label: 'name', about: 'Official name of the neighbourhood' },
		{ label: `msoa${short}`, about: `Code of the community (MSOA of ${vintage})` },
		{ label: 'community', about: 'Name of the community by the House of Commons Library' },
		{ label: 'district_code', about: 'Code of the district' },
		{ label: 'district', about: 'Name of the district' },
		{ label: 'place', about: 'The place of the health system that it belongs to' },
		{
			label: 'residents',
			about: `Usual residents, ${EDITIONS[edition].residentsPeriod}`,
			unit: 'residents'
		},
		{ label: 'longitude', about: 'Of the centre of its residents (WGS84)', unit: 'degrees' },
		{ label: 'latitude', about: 'Of the centre of its residents (WGS84)', unit: 'degrees' },
		...(classOf
			? [
					{ label: 'rural_urban_code', about: `Rural Urban Classification ${year}: code` },
					{ label: 'rural_urban', about: `Rural Urban Classification ${year}: name` }
				]
			: []),
		...(coastal
			? [{ label: 'coastal', about: 'Whether it touches the coast, by our outline' }]
			: [])
	];
	return {
		name: `neighbourhoods-${vintage}`,
		title: `Neighbourhoods (LSOAs of ${vintage}) and what they lie in`,
		datasets: [
			...new Set([...areas.datasets, ...(rural?.datasets ?? []), ...(coast?.datasets ?? [])])
		],
		notes: ['Join other tables to this one by the code.'],
		table: {
			columns,
			rows: lsoa.codes.map((code, at): Cell[] => {
				const rurality = classOf && classes[classOf[at] ?? -1];
				return [
					code,
					lsoa.names[at] ?? null,
					msoa.codes[msoa.of[at] ?? -1] ?? null,
					msoa.names[msoa.of[at] ?? -1] ?? null,
					district.codes[district.of[at] ?? -1] ?? null,
					district.names[district.of[at] ?? -1] ?? null,
					place.names[place.of[at] ?? -1] ?? null,
					lsoa.residents[at] ?? null,
					lsoa.longitude[at] ?? null,
					lsoa.latitude[at] ?? null,
					...(classOf ? [rurality?.code ?? null, rurality?.label ?? null] : []),
					...(coastal ? [known(coastal[at])] : [])
				];
			})
		}
	};
}

/** A table of figures; null where the region lacks a part of it. */
function factsSheet(table: FactsTable, region: Region, part: PartsWritten): Sheet | null {
	const parts = new Map(
		table.columns.map(({ part: name }) => [name, part<FactsPart>(name)] as const)
	);
	const there = [...parts.values()].filter((one) => one !== undefined);
	const [first] = there;
	if (!first || there.length < parts.size) return null;
	const { codes, names } = areasOf(table.rows, first, region, part);
	if (there.some((one) => one.codes && one.codes.join() !== codes.join()))
		throw new Error(`the parts of the table "${table.name}" are of different areas`);
	const figures = table.columns.flatMap((column) => {
		const facts = parts.get(column.part);
		return facts ? cellsOf(column, facts, codes.length, table.name) : [];
	});
	return {
		name: table.name,
		title: table.title,
		datasets: [...new Set(there.flatMap(({ datasets }) => datasets))].filter(
			(id) => !PRINTED.has(id)
		),
		notes: [...table.notes],
		table: {
			columns: [
				{
					label: table.rows === 'district' ? 'district_code' : table.rows,
					about: 'Code of the area'
				},
				{ label: 'name', about: 'Name of the area' },
				...figures.map(({ column }) => column)
			],
			rows: codes.map((code, at) => [
				code,
				names[at] ?? null,
				...figures.map(({ cells }) => cells[at] ?? null)
			])
		}
	};
}

/** Codes and names of the areas that the rows of a table are. */
function areasOf(
	rows: FactsTable['rows'],
	facts: FactsPart,
	region: Region,
	part: PartsWritten
): { codes: readonly string[]; names: readonly (string | null)[] } {
	const spines = EDITION_IDS.flatMap(
		(id) => part<AreasPart>(`areas-${EDITIONS[id].vintage}`) ?? []
	);
	const spine = spines.find(({ vintage }) => rows.endsWith(vintage.slice(2))) ?? spines[0];
	if (!spine) throw new Error(`${region.slug} has no areas`);
	if (rows === 'lsoa21' || rows === 'lsoa11') return spine.lsoa;
	const named = new Map<string, string>([
		...spines.flatMap(({ msoa }) =>
			msoa.codes.map((code, at) => [code, msoa.names[at] ?? ''] as const)
		),
		...region.districts.items.map(({ code, name }) => [code, name] as const)
	]);
	const codes = facts.codes ?? (rows === 'district' ? spine.district : spine.msoa).codes;
	return { codes, names: codes.map((code) => named.get(code) ?? null) };
}

/** A column of figures, and beside it its interval and what its figures are. */
function cellsOf(
	{ column, name = column, about, unit, interval, status }: FactsColumnOfPackage,
	facts: FactsPart,
	rows: number,
	table: string
): { column: Column; cells: readonly Cell[] }[] {
	const found = factsColumn(facts, column);
	const { values, lower, upper } = found;
	if (found.status && !status)
		throw new Error(
			`"${name}" of the table "${table}" has more than plain values: give it a status`
		);
	if (lower && !interval)
		throw new Error(`"${name}" of the table "${table}" has intervals: give it one`);
	const none = Array.from({ length: rows }, () => null);
	const more = { ...(unit !== undefined && unit !== '' && { unit }) };
	return [
		{ column: { label: name, about, ...more }, cells: values },
		...(interval
			? [
					{
						column: { label: `${name}_lower`, about: 'Lower bound of its 95% interval', ...more },
						cells: lower ?? none
					},
					{
						column: { label: `${name}_upper`, about: 'Upper bound of its 95% interval', ...more },
						cells: upper ?? none
					}
				]
			: []),
		...(status
			? [
					{
						column: {
							label: `${name}_status`,
							about: 'What the figure is: value, estimate, or why there is none'
						},
						cells: values.map(
							(value, at) => found.status?.[at] ?? (value === null ? 'missing' : 'value')
						)
					}
				]
			: [])
	];
}
