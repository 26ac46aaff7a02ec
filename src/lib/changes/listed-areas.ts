/** Which neighbourhoods and communities of a region entered or left Core20, in words. */
import { groupOf, unitsOf, type Level, type RegionAreas } from '../areas/region.ts';
import { CORE20_DECILES, isCore20 } from '../indicators/core20.ts';
import {
	capitalise,
	formatCount,
	formatList,
	formatNumber,
	formatQuantity
} from '../text/format.ts';
import { changesOf, groupsOf, type Change, type Move } from './core20-changes.ts';

/** One edition of the index on its own areas. */
export interface ListedEdition {
	areas: RegionAreas;
	/** Decile of every neighbourhood, 1 the most deprived. */
	deciles: readonly number[];
}

export interface ChangedArea {
	/** Of the area after; of the one before where there is none on the list's own ground. */
	code: string;
	name: string;
	/** The communities and the district around it. */
	within: string;
	move: Move;
	/** "Decile 3 in 2019, decile 2 in 2025"; of communities, how many neighbourhoods were on the list. */
	says: string;
	/** What it was before, where it was redrawn. */
	lineage: string | null;
	/** Its decile while it was not on the list; null of communities and of what was drawn anew. */
	outside: number | null;
	/** Positions of its neighbourhoods of after, for a map. */
	members: number[];
}

export interface LevelChanges {
	level: 'lsoa' | 'msoa';
	/** How many were on the list before and are after, each on its own areas. */
	before: number;
	after: number;
	/** Those that entered, left or did so in part, by name. */
	changed: ChangedArea[];
	/** How many areas of after stayed. */
	stayed: number;
	/** How many groups of areas made each move. */
	counts: Readonly<Record<Move, number>>;
	sentence: string;
	/** How near the line those are that moved; null where that says nothing. */
	near: string | null;
}

/** A link between a neighbourhood before and one after. */
export interface AreaLink {
	from: string;
	to: string;
}

/** What changed at one level. Links out of the region are left out. */
export function levelChanges(
	level: 'lsoa' | 'msoa',
	before: ListedEdition,
	after: ListedEdition,
	links: readonly AreaLink[],
	regionName: string
): LevelChanges {
	const own = links.flatMap(({ from, to }) => {
		const [one, other] = [before.areas.index.get(from), after.areas.index.get(to)];
		return one === undefined || other === undefined
			? []
			: [{ from: codeOf(before.areas, level, one), to: codeOf(after.areas, level, other) }];
	});
	const [listedBefore, listedAfter] = [listed(before, level), listed(after, level)];
	const changes = changesOf(groupsOf(own), listedBefore, listedAfter);
	const changed = changes
		.filter(({ move }) => move !== 'stayed')
		.map((change) => inWords(change, level, before, after))
		.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
	const count = (move: Move) => changes.filter((change) => change.move === move).length;
	const counts = {
		entered: count('entered'),
		left: count('left'),
		stayed: count('stayed'),
		'in-part': count('in-part')
	};
	return {
		level,
		before: listedBefore.size,
		after: listedAfter.size,
		changed,
		stayed: counts.stayed,
		counts,
		sentence: sentenceOf(level, counts, regionName),
		near: level === 'lsoa' ? nextToLine(changed) : null
	};
}

const codeOf = (areas: RegionAreas, level: 'lsoa' | 'msoa', area: number): string =>
	level === 'lsoa' ? (areas.codes[area] ?? '') : groupOf(areas, 'msoa', area).code;

/** Codes of the areas on the list: of communities, those with at least one neighbourhood on it. */
function listed({ areas, deciles }: ListedEdition, level: 'lsoa' | 'msoa'): Set<string> {
	return new Set(
		deciles.flatMap((decile, area) => (isCore20(decile) ? [codeOf(areas, level, area)] : []))
	);
}

function inWords(
	change: Change,
	level: 'lsoa' | 'msoa',
	before: ListedEdition,
	after: ListedEdition
): ChangedArea {
	const now = change.to.map((code) => described(after, level, code));
	const was = change.from.map((code) => described(before, level, code));
	const places = [...new Set(now.map(({ within }) => within))];
	return {
		code: change.listedAfter[0] ?? change.to[0] ?? '',
		name: nameOf(level, now),
		within: places.join('; '),
		move: change.move,
		says: `2019: ${was.map(({ says }) => says).join(', ')}. 2025: ${now.map(({ says }) => says).join(', ')}.`,
		lineage: change.redrawn ? lineage(was, now, change) : null,
		outside: level === 'msoa' || change.redrawn ? null : outsideOf(change.move, was, now),
		members: now.flatMap(({ members }) => members)
	};
}

const outsideOf = (move: Move, was: readonly Described[], now: readonly Described[]) =>
	(move === 'left' ? now : was)[0]?.decile ?? null;

/** "City Centre West (Norwich 017B and Norwich 017C)"; communities by their names. */
function nameOf(level: Level, now: readonly Described[]): string {
	const names = [...new Set(now.map(({ name }) => name))];
	if (level === 'msoa') return formatList(names);
	return `${formatList(names)} (${formatList(now.map(({ official }) => official))})`;
}

interface Described {
	/** Of its community, of a neighbourhood too. */
	name: string;
	/** What it is called in a sentence about itself. */
	official: string;
	within: string;
	decile: number | null;
	says: string;
	members: readonly number[];
}

function described({ areas, deciles }: ListedEdition, level: Level, code: string): Described {
	const units = unitsOf(areas, level);
	const unit = units.index.get(code) ?? -1;
	const members = units.members[unit] ?? [];
	const first = members[0] ?? 0;
	const district = groupOf(areas, 'district', first).name;
	if (level === 'lsoa') {
		return {
			name: groupOf(areas, 'msoa', first).name,
			official: areas.names[first] ?? code,
			within: district,
			decile: deciles[first] ?? null,
			says: `decile ${deciles[first] ?? ''}`,
			members
		};
	}
	const on = members.filter((area) => isCore20(deciles[area] ?? NaN)).length;
	return {
		name: units.names[unit] ?? code,
		official: units.names[unit] ?? code,
		within: [...new Set(members.map((area) => groupOf(areas, 'district', area).name))].join(', '),
		decile: null,
		says: `${formatCount(on)} of ${formatCount(members.length)} ${members.length === 1 ? 'neighbourhood' : 'neighbourhoods'}`,
		members
	};
}

/** That an area was drawn anew, and what of it was and is on the list. */
function lineage(
	was: readonly Described[],
	now: readonly Described[],
	{ listedBefore, listedAfter, from, to }: Change
): string {
	const names = (those: readonly Described[]) => formatList(those.map(({ official }) => official));
	return [
		`Redrawn after 2011: ${names(was)} became ${names(now)}.`,
		...ofThem(listedBefore.length, from.length, ['was', 'were']),
		...ofThem(listedAfter.length, to.length, ['is', 'are'])
	].join(' ');
}

/** "One of the two is on the list."; nothing where there is only one. */
function ofThem(
	some: number,
	all: number,
	[one, many]: readonly [one: string, many: string]
): string[] {
	if (all === 1) return [];
	const two = all === 2;
	if (some === 0) return [`${two ? 'Neither' : 'None'} of them ${one} on the list.`];
	if (some === all) return [`${two ? 'Both' : 'All of them'} ${many} on the list.`];
	return [
		`${capitalise(formatNumber(some))} of the ${formatNumber(all)} ${some === 1 ? one : many} on the list.`
	];
}

const NOUNS = {
	lsoa: ['neighbourhood', 'neighbourhoods'],
	msoa: ['community', 'communities']
} as const;

/** What changed, in a sentence or two. */
function sentenceOf(
	level: 'lsoa' | 'msoa',
	counts: Readonly<Record<Move, number>>,
	regionName: string
): string {
	const [one, many] = NOUNS[level];
	const list =
		level === 'lsoa'
			? 'the most deprived fifth of England’s neighbourhoods'
			: 'the list of communities with at least one such neighbourhood';
	const moved = `From 2019 to 2025, ${formatQuantity(counts.entered, one, many)} of ${regionName} entered ${list}, ${formatNumber(counts.left)} left it and ${formatNumber(counts.stayed)} stayed.`;
	const part = counts['in-part'];
	if (part === 0) return moved;
	return part === 1
		? `${moved} The boundary of one more was redrawn in between, and only part of it was, or is, on the list.`
		: `${moved} The boundaries of ${formatNumber(part)} more were redrawn in between, and only part of each was, or is, on the list.`;
}

/** The decile next to the list. */
const NEXT = CORE20_DECILES + 1;

/** How many of those that moved lie next to the line, in sentences; null where none moved. */
function nextToLine(changed: readonly ChangedArea[]): string | null {
	const said = (['left', 'entered'] as const).flatMap((move) => {
		const those = changed.filter((area) => area.move === move && area.outside !== null);
		const near = those.filter(({ outside }) => outside === NEXT).length;
		if (those.length === 0) return [];
		const who =
			those.length === 1 && near === 1
				? `The one that ${move}`
				: `Of the ${formatNumber(those.length)} that ${move}, ${near === those.length ? (near === 2 ? 'both' : 'all') : formatNumber(near)}`;
		return move === 'left'
			? `${who} ${near === 1 ? 'is' : 'are'} now in decile ${NEXT}, just outside the list.`
			: `${who} ${near === 1 ? 'was' : 'were'} in decile ${NEXT} before.`;
	});
	return said.length === 0
		? null
		: `${said.join(' ')} This leaves out neighbourhoods whose boundaries were redrawn.`;
}
