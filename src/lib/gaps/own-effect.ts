/** What the reader's own places change in an answer: each area's verdict, and which place is nearest. */
import { LEVELS, type Level } from '../areas/region.ts';
import { numberOf } from '../facts/value.ts';
import { formatList, formatNumber, formatQuantity } from '../text/format.ts';
import type { AreaResult, GapsAnalysis } from './answer.ts';

/** How many areas have another answer with the places than without them. */
export interface OwnEffect {
	level: Level;
	/** All areas that are asked about. */
	areas: number;
	/** Gaps that are none any more, and areas that are gaps only now. */
	ended: number;
	begun: number;
	/** Areas that were no gap and are none, and whose answer is another. */
	otherwise: number;
	/** Areas to most of whose people another place is the nearest; null where that is not worked out. */
	nearest: number | null;
	/** The places that are the nearest there now, with in how many areas, most first; empty where none is. */
	places: { name: string; areas: number }[];
	/** Areas with another figure of provision. */
	figures: number;
	/** Names of the gaps that end, in the order of the answer. */
	endedAreas: string[];
}

/** Compare an answer with the one to the same question without the reader's own places. */
export function ownEffect(withOwn: GapsAnalysis, without: GapsAnalysis): OwnEffect {
	const before = new Map(without.areas.map((area) => [area.code, area]));
	const changed = (isOther: (now: AreaResult, then: AreaResult) => boolean): number =>
		withOwn.areas.filter((now) => {
			const then = before.get(now.code);
			return then !== undefined && isOther(now, then);
		}).length;
	const isGap = ({ verdict }: AreaResult) => verdict === 'gap';
	const places = new Map<string, { name: string; areas: number }>();
	for (const { code, nearestSite } of withOwn.areas) {
		if (!nearestSite || before.get(code)?.nearestSite?.id === nearestSite.id) continue;
		const { id, name } = nearestSite;
		const known = places.get(id) ?? { name, areas: 0 };
		places.set(id, { name, areas: known.areas + 1 });
	}
	const endedAreas = withOwn.areas.filter((now) => {
		const then = before.get(now.code);
		return then !== undefined && isGap(then) && !isGap(now);
	});
	return {
		level: withOwn.units.level,
		areas: withOwn.areas.length,
		ended: endedAreas.length,
		endedAreas: endedAreas.map(({ name }) => name),
		begun: changed((now, then) => isGap(now) && !isGap(then)),
		otherwise: changed((now, then) => !isGap(now) && !isGap(then) && now.verdict !== then.verdict),
		nearest: withOwn.areas.some(({ nearestSite }) => nearestSite !== null)
			? changed((now, then) => now.nearestSite?.id !== then.nearestSite?.id)
			: null,
		places: [...places.values()].sort((a, b) => b.areas - a.areas),
		figures: changed((now, then) => numberOf(now.provision) !== numberOf(then.provision))
	};
}

/** So many are named; the others are counted. */
const NAMED = 3;

/** " (Mile Cross, Heartsease and two more)". */
function inBrackets(names: readonly string[]): string {
	const more = names.length - NAMED;
	const named = more > 0 ? [...names.slice(0, NAMED), `${formatNumber(more)} more`] : names;
	return named.length === 0 ? '' : ` (${formatList(named)})`;
}

/** What the places change, in sentences. */
export function ownEffectWords(effect: OwnEffect): string {
	const { level, areas, ended, endedAreas, begun, otherwise, nearest, places, figures } = effect;
	const { one, many } = LEVELS[level];
	if (ended + begun + otherwise + (nearest ?? 0) + figures === 0)
		return `They change nothing here: no ${one} has another answer.`;
	const gaps = [
		...(ended > 0 ? [`end ${formatQuantity(ended, 'gap')}${inBrackets(endedAreas)}`] : []),
		...(begun > 0 ? [`add ${formatQuantity(begun, 'gap')}`] : [])
	];
	const rest = [
		...(otherwise > 0 ? [`${formatNumber(otherwise)} without a gap have another answer`] : []),
		...(nearest !== null && nearest > 0
			? [
					`another place is nearest in ${formatNumber(nearest)}${inBrackets(places.map((place) => `${place.name} in ${formatNumber(place.areas)}`))}`
				]
			: []),
		...(figures > 0 ? [`the figure is different in ${formatNumber(figures)}`] : [])
	];
	return [
		gaps.length > 0 ? `They ${formatList(gaps)}.` : 'They end no gap and add none.',
		...(rest.length > 0 ? [`Of ${formatQuantity(areas, one, many)}, ${formatList(rest)}.`] : [])
	].join(' ');
}
