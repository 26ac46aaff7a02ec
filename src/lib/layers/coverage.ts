/**
 * Who has looked for venues: directories by district. Not a measure of what is there, but of
 * what can be said: a district that no directory looks at has no gap that could be found.
 */
import { numberOf, type Value } from '../facts/value.ts';
import { valuesOf } from '../facts/figures.ts';
import { formatCount, formatList, formatMonth, formatQuantity } from '../text/format.ts';
import { valueColumn } from './columns.ts';
import type { AreaLayer, Finding, LayerContext } from './layer.ts';
import { measured } from './measured.ts';

const PART = 'venue-directories';
const PERIOD = 'December 2022 to August 2026';

/** A figure by district of the context; what no directory covers is not surveyed. */
function column(context: LayerContext, name: string): Value[] {
	const facts = context.facts(PART);
	const districts = context.areas.groups.district.map(({ code }) => code);
	return valuesOf(facts, name, districts, 'not-surveyed');
}

/** 202608 → "August 2026". */
const month = (value: number): string =>
	formatMonth(`${String(value).slice(0, 4)}-${String(value).slice(4)}`);

export const venueDirectories: AreaLayer = {
	id: 'venue-directories',
	kind: 'areas',
	level: 'district',
	family: 'coverage',
	measure: 'Directories of venues',
	title: 'Coverage: directories of community venues',
	question: 'Where has anybody looked for community venues?',
	group: 'assets',
	about:
		'How many directories of warm or welcoming spaces look for venues in the district. Few directories mean that we know little, not that there is little.',
	ownBreaks: false,
	parts: () => [PART],
	build(context) {
		const directories = column(context, 'directories');
		const own = column(context, 'own_directories');
		return measured(
			context,
			{
				id: 'venue_directories',
				title: 'Directories that look for community venues, by district',
				label: 'Directories',
				unit: 'directories',
				values: directories,
				scale: {
					kind: 'amounts',
					format: formatCount,
					short: (low) => formatCount(low),
					classes: { fixed: boundsOf(directories) }
				},
				datasets: context.facts(PART).datasets,
				period: PERIOD,
				caveats: [
					'A directory looks in a district if it lists venues in at least 100 districts of England, or if 5% of its listings, and three or more, are there.',
					'Directories differ in size and care. Two small ones may know less than a large one.'
				],
				first: 'lowest'
			},
			{
				columns: [
					valueColumn(
						{
							id: 'venue_directories_local',
							label: 'Local directories',
							description: 'Directories that look here and not in all of England'
						},
						own,
						formatCount
					),
					valueColumn(
						{
							id: 'venue_listings',
							label: 'Listings',
							description: 'Listings of all directories; a venue in two of them counts in each'
						},
						column(context, 'listings'),
						formatCount
					),
					valueColumn(
						{
							id: 'venue_newest_listing',
							label: 'Newest listing',
							description: 'Month in which a directory last listed a venue here'
						},
						column(context, 'newest_listing'),
						month
					)
				],
				noteOf: (unit) => {
					const local = numberOf(own[unit] ?? { kind: 'missing' });
					if (local === null) return 'No directory looks here, so we can say nothing about venues';
					return local === 0
						? 'All of them list venues in all of England'
						: `${formatQuantity(local, 'of them', 'of them')} ${local === 1 ? 'is' : 'are'} local`;
				},
				findings: findings(context, directories, own),
				legendNote: 'A district that no directory looks at is not surveyed. That is not a gap.'
			}
		);
	}
};

/** One class a number of directories: bounds between the numbers there are. */
function boundsOf(values: readonly Value[]): number[] {
	const found = [...new Set(values.flatMap((value) => numberOf(value) ?? []))].sort(
		(a, b) => a - b
	);
	return found.slice(1);
}

function findings(
	{ areas }: LayerContext,
	directories: readonly Value[],
	own: readonly Value[]
): Finding[] {
	const named = areas.groups.district.map(({ name, code }, i) => ({
		name,
		code,
		all: numberOf(directories[i] ?? { kind: 'missing' }),
		local: numberOf(own[i] ?? { kind: 'missing' })
	}));
	const none = named.filter(({ all }) => all === null);
	const noLocal = named.filter(({ local }) => local === 0);
	const least = Math.min(...named.flatMap(({ all }) => all ?? []));
	const fewest = named.filter(({ all }) => all === least);
	const said = (list: readonly { name: string }[]) => formatList(list.map(({ name }) => name));
	return [
		{
			id: 'venue-directories-fewest',
			text: `The fewest directories look for venues in ${said(fewest)}: ${formatQuantity(least, 'directory', 'directories')}. Few venues on the map there may only mean few directories.`,
			area: fewest[0]?.code ?? null
		},
		...(noLocal.length > 0
			? [
					{
						id: 'venue-directories-national',
						text: `${said(noLocal)} ${noLocal.length === 1 ? 'has' : 'have'} no local directory. What we know comes from national lists alone.`,
						area: noLocal[0]?.code ?? null
					}
				]
			: []),
		...(none.length > 0
			? [
					{
						id: 'venue-directories-none',
						text: `No directory looks for venues in ${said(none)}: not surveyed.`,
						area: none[0]?.code ?? null
					}
				]
			: [])
	];
}
