/** Who looked where: whether that a list names nothing in an area means anything. */
import type { AssetKind } from '../register/kinds.ts';
import type { CoveragePart } from '../register/parts.ts';
import type { RegionAreas, Units } from '../areas/region.ts';

/**
 * `surveyed`: at least one list looks there for every chosen kind; `partly`: for some of
 * them, or in part of the area; `not-surveyed`: for none; `unknown`: nobody says.
 */
export type Survey = 'surveyed' | 'partly' | 'not-surveyed' | 'unknown';

/** How each unit was surveyed for some kinds of assets. */
export function surveyOf(
	areas: RegionAreas,
	units: Units,
	kinds: readonly AssetKind[],
	coverage: CoveragePart | null
): Survey[] {
	const districts = areas.groups.district.map(({ code }) =>
		surveyOfDistrict(code, kinds, coverage)
	);
	return units.members.map((members) => {
		const found = new Set(
			members.map((area) => districts[areas.parent.district[area] ?? -1] ?? 'unknown')
		);
		const [only] = found;
		return found.size === 1 && only ? only : mixed(found);
	});
}

/**
 * Whether the same directories look in all of some units, for every chosen kind: only then does the
 * order of their counts mean anything. True where nobody says who looks where.
 */
export function haveOneSetOfDirectories(
	areas: RegionAreas,
	members: readonly (readonly number[])[],
	kinds: readonly AssetKind[],
	coverage: CoveragePart | null
): boolean {
	const districts = new Set(members.flat().map((area) => areas.parent.district[area] ?? -1));
	const sets = [...districts].map((at) => {
		const { code } = areas.groups.district[at] ?? { code: '' };
		return (coverage?.rows ?? [])
			.filter(
				({ district, survey, kinds: listed }) =>
					district === code &&
					survey !== 'not-surveyed' &&
					kinds.some((kind) => listed.includes(kind))
			)
			.map(({ source }) => source)
			.sort()
			.join();
	});
	return new Set(sets).size <= 1;
}

function mixed(found: ReadonlySet<Survey>): Survey {
	if (found.has('partly') || found.has('not-surveyed')) return 'partly';
	return found.has('surveyed') ? 'surveyed' : 'unknown';
}

function surveyOfDistrict(
	district: string,
	kinds: readonly AssetKind[],
	coverage: CoveragePart | null
): Survey {
	const of = kinds.map((kind): Survey => {
		const rows = (coverage?.rows ?? []).filter(
			(row) => row.district === district && row.kinds.includes(kind)
		);
		if (rows.length === 0) return 'unknown';
		return rows.some(({ survey }) => survey !== 'not-surveyed') ? 'surveyed' : 'not-surveyed';
	});
	const [first] = of;
	return of.every((one) => one === first) ? (first ?? 'unknown') : mixed(new Set(of));
}
