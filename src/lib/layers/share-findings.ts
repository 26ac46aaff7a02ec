/** What stands out of a share of residents: in the region, its communities and its districts. */
import { groupOf, type GroupLevel, type RegionAreas } from '../areas/region.ts';
import { formatCount, formatPercent } from '../text/format.ts';
import type { Finding, LayerContext } from './layer.ts';
import { endsOf, onlyOf, tiedWords } from './ties.ts';

interface GroupShare {
	code: string;
	name: string;
	count: number;
	share: number;
	first: number;
}

export type Sums = (members: readonly number[]) => { count: number; total: number };

/** Groups of a level by share, highest first. */
function byShare(areas: RegionAreas, level: GroupLevel, sums: Sums): GroupShare[] {
	return areas.groups[level]
		.map(({ code, name, members }) => {
			const { count, total } = sums(members);
			return { code, name, count, share: count / total, first: members[0] ?? 0 };
		})
		.filter((group) => Number.isFinite(group.share))
		.sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1));
}

/** Findings of a share of residents; `words` say who they are, and by a small group no community is put in an order. */
export function shareFindings(
	{ areas, regionName }: LayerContext,
	{ id, words, small = false }: { id: string; words: string; small?: boolean },
	sums: Sums,
	inEngland: number
): Finding[] {
	const { count, total } = sums([...areas.codes.keys()]);
	const communities = byShare(areas, 'msoa', sums);
	const districts = byShare(areas, 'district', sums);
	const findings: Finding[] = [
		{
			id: `${id}-share`,
			text: `${formatCount(count)} residents of ${regionName} are ${words}: ${formatPercent(count / total)} of all, against ${formatPercent(inEngland)} in England.`,
			area: null
		}
	];
	const shareOf = ({ share: own }: GroupShare) => own;
	const placed = (tied: readonly GroupShare[]) =>
		tiedWords(
			tied.map(({ name, first }) => `${name} (${groupOf(areas, 'district', first).name})`),
			'community',
			'communities'
		);
	const ends = endsOf(communities, shareOf);
	const [most] = ends.first;
	const [least] = ends.last;
	if (most && least && ends.apart && !small) {
		findings.push({
			id: `${id}-community`,
			text: `Among the communities, the share of residents who are ${words} is highest in ${placed(ends.first)}: ${formatPercent(most.share)}${ends.first.length > 1 ? ' each' : `, or ${formatCount(most.count)} people`}. It is lowest in ${placed(ends.last)}: ${formatPercent(least.share)}.`,
			area: onlyOf(ends.first, ({ code }) => code)
		});
	}
	const byDistrict = endsOf(districts, shareOf);
	const [first] = byDistrict.first;
	const [last] = byDistrict.last;
	if (first && last && byDistrict.apart) {
		const named = (tied: readonly GroupShare[]) =>
			tiedWords(
				tied.map(({ name }) => name),
				'district'
			);
		findings.push({
			id: `${id}-district`,
			text: `By district, the share of residents who are ${words} runs from ${formatPercent(last.share)} in ${named(byDistrict.last)} to ${formatPercent(first.share)} in ${named(byDistrict.first)}.`,
			area: null
		});
	}
	return findings;
}
