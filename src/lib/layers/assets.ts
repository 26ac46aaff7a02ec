/** What all layers of asset points share: marks, popup lines, counts and sentences. */
import type { NameOf } from '../facts/parts.ts';
import { collectedOf, countedBackWords, isListedLately } from '../register/freshness.ts';
import type { AssetStatus } from '../register/kinds.ts';
import { isCore20 } from '../indicators/core20.ts';
import type { AssetsPart } from '../register/parts.ts';
import { toConfirmWords } from '../register/to-confirm.ts';
import { factNumbers } from '../facts/figures.ts';
import { LEVELS, residentsOf } from '../areas/region.ts';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatList,
	formatNames,
	formatMonth,
	formatQuantity
} from '../text/format.ts';
import { numberColumn, sumByUnit } from './columns.ts';
import { deprivationPart } from '../facts/parts.ts';
import type {
	Contribution,
	DetailRow,
	Finding,
	LayerContext,
	Legend,
	LegendClass,
	PointMark,
	TableColumn
} from './layer.ts';
import type { PointSymbol } from './shapes.ts';
import { endsOf, onlyOf, tiedWords } from './ties.ts';

/** As many assets of an area are named in its details; more are counted. */
const NAMED = 12;
/** Of fewer assets than this, the share in Core20 neighbourhoods says nothing. */
const FEW = 10;
/** Parts of districts with fewer residents than this are not compared by rates. */
const ENOUGH_RESIDENTS = 20_000;

export interface AssetPointsRequest {
	part: NameOf<'assets'>;
	/** "community venue", and its plural where not with an s. */
	noun: string;
	plural?: string;
	symbol: PointSymbol;
	/** Put before the kind in the popup, where the kind alone would not say what it is. */
	kindPrefix?: string;
	/** What the legend calls those that no register confirms; default: "Listed". */
	listedLabel?: string;
	/** What the legend calls those that are drawn filled and those that are hollow, where other words fit better. */
	classLabels?: [filled: string, hollow: string];
	/** Title of the legend, without the date, which is added. */
	legendTitle: string;
	/** Who lists them, with the verb: "Directories of warm spaces list". */
	listing: string;
	/** Only those that are confirmed are what the layer asks for; others are shown, and not counted as such. */
	countsConfirmed?: true;
	/** Every one there is, by the same rule everywhere: counts may be compared by residents. */
	complete: boolean;
	/** Said after the counts where they may not be compared. */
	incomplete?: string;
	/** What is said of the status where the general words don't fit. */
	statusWords?: Partial<Record<AssetStatus, string>>;
	/** The same, where more than the status decides. */
	statusLine?: (part: AssetsPart, asset: number) => string;
	/** How a note of the part is said, where it stands there in few words. */
	note?: (note: string) => string;
	/** Lines of the popup beside kind, address, status and the part's own notes. */
	lines?: (part: AssetsPart, asset: number) => string[];
	/** What stands beside an asset's name in the details of an area. */
	aside?: (part: AssetsPart, asset: number) => string | null;
	/** Sentences before the general ones, and columns after the count. */
	findings?: (found: AssetsFound) => Finding[];
	columns?: (found: AssetsFound) => TableColumn[];
	caveats: string[];
	/** When the figures beside the assets are of, where another period. */
	period?: string;
}

/** The assets of a part, placed in a region's areas. */
export interface AssetsFound {
	part: AssetsPart;
	points: readonly PointMark[];
	/** Positions in the part of those inside the region. */
	inside: readonly number[];
	/** "in February 2026". */
	when: string;
}

/** The contribution of a layer of asset points: one part of the pack, drawn as points. */
export function assetPoints(context: LayerContext, request: AssetPointsRequest): Contribution {
	const { areas, units } = context;
	const part = context.assets(request.part);
	const points = pointMarks(part, context, request);
	const inside = [...points.keys()].filter((at) => points[at]?.area !== null);
	const found: AssetsFound = { part, points, inside, when: `in ${formatMonth(part.collected)}` };
	const counts = new Array<number>(areas.count).fill(0);
	for (const at of inside) {
		const area = points[at]?.area ?? -1;
		counts[area] = (counts[area] ?? 0) + 1;
	}
	const plural = request.plural ?? `${request.noun}s`;
	const official = isOfficial(part);
	const words = LEVELS[units.level];

	return {
		drawing: { kind: 'points', ...request.symbol, points },
		legend: legendOf(found, request, plural),
		columns: [
			numberColumn(
				{
					id: request.part,
					label: capitalise(plural),
					description: official
						? `${capitalise(plural)} inside the ${words.one} that the register lists as open, ${formatMonth(part.collected)}`
						: `${capitalise(plural)} listed inside the ${words.one}; none listed does not mean none there`
				},
				sumByUnit(units.members, counts)
			),
			...(request.columns?.(found) ?? [])
		],
		sortedBy: null,
		findings: [
			...(request.findings?.(found) ?? []),
			...countFindings(context, request, found, counts, plural)
		],
		details: ({ members }) => [detailRow(found, request, plural, members)],
		measure: null,
		label: null,
		datasets: part.datasets,
		period: [`collected ${found.when.slice(3)}`, request.period].filter(Boolean).join('; '),
		caveats: [...request.caveats, originOf(part, plural)]
	};
}

/** Whether every asset is listed as open by an official register. */
const isOfficial = ({ statuses }: AssetsPart): boolean =>
	statuses.every((status) => status === 'verified');

/** Whether the sources say when they last listed an asset. */
const isDated = ({ lastSeen }: AssetsPart): boolean => lastSeen.some((day) => day !== null);

function originOf(part: AssetsPart, plural: string): string {
	const when = formatMonth(part.collected);
	if (isOfficial(part)) {
		return `${capitalise(plural)} are those that an official register listed as open in ${when}. They may have closed, moved or opened since.`;
	}
	if (part.sources.length < 2 || !isDated(part)) {
		return `${capitalise(plural)} are as listed in ${when} and were not checked on the ground.`;
	}
	// Places across the border are drawn, too, and have directories of their own.
	const around =
		part.reachKm > 0 && part.lsoa21.includes(null) ? `, here and ${aroundOf(part)},` : '';
	// No directory lists all of its places to the last day that any was read.
	const days = part.lastSeen.flatMap((day) => day ?? []).sort();
	const [first, last] = [days[0], days.at(-1)].map((day) => formatMonth(day ?? ''));
	const seen = first === last ? `in ${last}` : `between ${first} and ${last}`;
	return `${capitalise(plural)}${around} come from ${formatCount(part.sources.length)} directories. They were last listed ${seen}. We have checked none on the ground.`;
}

/** How far across the border places are drawn: the distance is from where a neighbourhood's residents are. */
const aroundOf = ({ reachKm }: AssetsPart): string =>
	`up to ${formatCount(reachKm)} km from the middle of a neighbourhood`;

/**
 * Which assets are drawn hollow: not confirmed, where that is asked; not listed lately; without dates,
 * those that no register lists as open among others that one does.
 */
function isHollow(part: AssetsPart, asset: number, dated: boolean): boolean {
	if (part.confirmed) return part.confirmed[asset] == null;
	if (dated) return !isListedLately(part, asset);
	return part.statuses.length > 1 && statusOf(part, asset) !== 'verified';
}

/** Why an asset is not to be relied on; null where nothing says so. */
function doubtOf(part: AssetsPart, asset: number, dated: boolean): string | null {
	if (!isHollow(part, asset, dated)) {
		return toConfirmWords((part.claims[asset] ?? []).flatMap((one) => part.sources[one]?.id ?? []));
	}
	if (part.confirmed) return 'not confirmed';
	return dated ? 'not listed in the last year' : 'status to confirm';
}

const statusOf = (part: AssetsPart, asset: number): AssetStatus =>
	part.statuses[part.status[asset] ?? -1] ?? 'unverified';

function legendOf(
	{ part, points, inside }: AssetsFound,
	request: AssetPointsRequest,
	plural: string
): Legend {
	const hollow = inside.filter((at) => points[at]?.hollow).length;
	const entry = (label: string, isHollowClass: boolean, count: number): LegendClass => ({
		label,
		short: label,
		count,
		units: null,
		symbol: { kind: 'point', ...request.symbol, hollow: isHollowClass }
	});
	const [filledLabel, hollowLabel] =
		request.classLabels ??
		(isDated(part)
			? ['Listed in the last year', 'Not listed in the last year']
			: isOfficial(part)
				? ['Listed as open', null]
				: part.statuses.length > 1
					? ['Listed as open', 'Status to confirm']
					: [request.listedLabel ?? 'Listed', null]);
	const outside = points.length - inside.length;
	const kinds = kindCounts(part, inside);
	return {
		title: `${request.legendTitle}, ${formatMonth(part.collected)}`,
		counted: plural,
		classes: [
			entry(filledLabel, false, inside.length - hollow),
			...(hollowLabel === null ? [] : [entry(hollowLabel, true, hollow)])
		],
		note:
			outside > 0
				? `Not counted: ${plural} outside the region, ${aroundOf(part)} in it: ${formatCount(outside)}.`
				: null,
		reference: null,
		histogram: false,
		ends: null,
		...(kinds.length > 1 && { kinds })
	};
}

/** How many there are of each kind, the most frequent first. */
function kindCounts(part: AssetsPart, assets: readonly number[]) {
	return part.kinds
		.map(({ label }, kind) => ({
			label,
			count: assets.filter((at) => part.kindOf[at] === kind).length
		}))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

function countFindings(
	{ areas, edition, regionName, facts }: LayerContext,
	request: AssetPointsRequest,
	{ part, points, inside, when }: AssetsFound,
	counts: readonly number[],
	plural: string
): Finding[] {
	const deciles = factNumbers(facts(deprivationPart(edition)), 'imd_decile');
	const core20 = [...areas.codes.keys()].filter((area) => isCore20(deciles[area] ?? NaN));
	const sum = (members: readonly number[]) =>
		members.reduce((total, area) => total + (counts[area] ?? 0), 0);
	const within20 = sum(core20);
	const official = isOfficial(part);
	const listed = formatQuantity(inside.length, request.noun, plural);
	const recent = inside.filter((at) => !points[at]?.hollow).length;
	const made: Finding[] = [
		{
			id: `${request.part}-listed`,
			text:
				`${request.listing} ${listed}${official ? ' as open' : ''} in ${regionName}` +
				(inside.length >= FEW
					? `, ${within20 === 0 ? 'none' : formatQuantity(within20, '', '').trim()} of them in Core20 neighbourhoods`
					: '') +
				(request.countsConfirmed ? `, ${formatCount(recent)} of them confirmed` : '') +
				(isDated(part)
					? `; ${formatCount(recent)} of them were listed in the last year, ${countedBackWords(inside.map((at) => collectedOf(part, at)))}`
					: ` (${when.slice(3)})`) +
				'.' +
				(request.incomplete ? ` ${request.incomplete}` : ''),
			area: null
		}
	];
	const kinds = kindCounts(part, inside);
	if (kinds.length > 1) {
		made.push({
			id: `${request.part}-kinds`,
			text: `By kind: ${formatList(kinds.map(({ label, count }) => `${label} ${formatCount(count)}`))}.`,
			area: null
		});
	}
	if (request.complete && inside.length > 0) {
		const rate = (members: readonly number[]) => (sum(members) / residentsOf(areas, members)) * 1e4;
		const all = [...areas.codes.keys()];
		const districts = areas.groups.district
			.filter(({ members }) => residentsOf(areas, members) >= ENOUGH_RESIDENTS)
			.map(({ name, code, members }) => ({ name, code, rate: rate(members) }))
			.sort((a, b) => a.rate - b.rate || a.name.localeCompare(b.name));
		const ends = endsOf(districts, (one) => one.rate);
		const [[least], [most]] = [ends.first, ends.last];
		const named = (tied: typeof ends.first) =>
			tiedWords(
				tied.map(({ name }) => name),
				'district'
			);
		made.push({
			id: `${request.part}-rate`,
			text:
				`That is ${formatDecimal(rate(all))} for every 10,000 residents` +
				(core20.length > 0 ? `, and ${formatDecimal(rate(core20))} in Core20 neighbourhoods` : '') +
				(least && most && ends.apart
					? `; by district from ${formatDecimal(least.rate)} in ${named(ends.first)} to ${formatDecimal(most.rate)} in ${named(ends.last)}`
					: '') +
				` (residents: ${edition.residentsPeriod}).`,
			area: onlyOf(ends.first, ({ code }) => code)
		});
	}
	return made;
}

function detailRow(
	{ part, points, inside }: AssetsFound,
	request: AssetPointsRequest,
	plural: string,
	members: readonly number[]
): DetailRow {
	const within = new Set(members);
	const here = inside.filter((at) => within.has(points[at]?.area ?? -1));
	const official = isOfficial(part);
	const label = capitalise(plural);
	const uncounted = here.filter((at) => points[at]?.isUncounted).length;
	if (here.length === 0) {
		return official
			? {
					label,
					value: 'none',
					note: `The register of ${formatMonth(part.collected)} has none inside this area. The nearest may be just outside.`
				}
			: {
					label,
					value: 'none listed',
					note: 'None listed here does not mean that there are none.'
				};
	}
	const names = here.map((at) => {
		const asides = [points[at]?.doubt, request.aside?.(part, at)].filter(Boolean);
		return `${part.names[at] ?? ''}${asides.length > 0 ? ` (${asides.join('; ')})` : ''}`;
	});
	const kinds = kindCounts(part, here);
	return {
		label,
		value: official
			? formatCount(here.length)
			: uncounted > 0
				? `${formatCount(here.length)} named, ${uncounted === here.length ? 'none' : formatCount(here.length - uncounted)} of them confirmed`
				: `${formatCount(here.length)} listed`,
		note:
			here.length <= NAMED
				? formatNames(names)
				: kinds.length > 1
					? kinds.map(({ label: kind, count }) => `${kind} ${formatCount(count)}`).join(', ')
					: null
	};
}

function pointMarks(
	part: AssetsPart,
	{ areas }: LayerContext,
	request: AssetPointsRequest
): PointMark[] {
	const codes = areas.vintage === '2021' ? part.lsoa21 : part.lsoa11;
	const dated = isDated(part);
	return part.ids.map((id, i) => {
		const code = codes[i] ?? null;
		const kind = part.kinds[part.kindOf[i] ?? -1]?.label ?? '';
		const address = [part.addresses[i], part.postcodes[i]].filter((line) => line).join(', ');
		const area = code === null ? null : (areas.index.get(code) ?? null);
		return {
			id,
			name: part.names[i] ?? id,
			kind,
			longitude: part.longitude[i] ?? NaN,
			latitude: part.latitude[i] ?? NaN,
			area,
			hollow: isHollow(part, i, dated),
			doubt: doubtOf(part, i, dated),
			...(request.countsConfirmed && isHollow(part, i, dated) && { isUncounted: true as const }),
			lines: [
				`${request.kindPrefix ?? ''}${kind}`,
				address && `Address: ${address}`,
				...(request.lines?.(part, i) ?? []),
				...(part.notes?.[i] ?? []).map(request.note ?? String),
				request.statusLine?.(part, i) ??
					request.statusWords?.[statusOf(part, i)] ??
					statusLine(part, i, dated),
				area === null ? 'Outside the region, so not counted.' : ''
			].filter((line) => line !== '')
		};
	});
}

function statusLine(part: AssetsPart, asset: number, dated: boolean): string {
	const status = statusOf(part, asset);
	const listers = formatList(
		(part.claims[asset] ?? []).flatMap((source) => part.sources[source]?.title ?? [])
	);
	const when = formatMonth(part.lastSeen[asset] ?? part.collected);
	if (status === 'verified')
		return `An official register listed it as open in ${when} (${listers}).`;
	return `${dated ? 'Last listed' : 'Listed'} in ${when} by ${listers}. Nobody has checked it on the ground.`;
}
