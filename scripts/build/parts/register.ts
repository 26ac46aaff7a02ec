import { collectionsOf } from '../../../src/lib/register/freshness.ts';
import { ordinaryCase } from '../../../src/lib/register/names.ts';
import { packClaims, type Claim } from '../../../src/lib/register/register.ts';
import type { RegisterPart } from '../../../src/lib/register/parts.ts';
import { optionalStrings, strings } from '../../../src/lib/facts/table.ts';
import type { PartBuilder } from '../part.ts';
import { roundCoordinate } from '../points.ts';
import { linkRegister, type RegisterEntry } from '../register.ts';

const DIRECTORIES = 'venue-directories';

/**
 * Everything that any source says about assets inside the region. Names that a register
 * gives in capitals are in ordinary case; the rest is as the sources have it.
 */
export const registerPart: PartBuilder<RegisterPart> = {
	part: 'register',
	async build({ geodata, selection }): Promise<RegisterPart> {
		const { records, merged, moving, uncertain } = await geodata.once(linkRegister);
		const inRegion = selection['2021'];
		const here = records
			.filter(({ home }) => inRegion.has(home ?? ''))
			// Neighbours of a source stand together: what they have in common packs well.
			.sort((a, b) => (placeKey(a) < placeKey(b) ? -1 : 1));
		const claims = here.map((record) => ({
			...claimOf(record, merged.get(record.id) ?? record.id),
			...(moving.has(record.id) && { moves: true as const })
		}));
		const at = new Map(here.map(({ id }, i) => [id, i]));
		const listed = await geodata.table(DIRECTORIES);
		const [titles, urls] = [optionalStrings(listed, 'title'), optionalStrings(listed, 'url')];
		const inThisRegion = new Set(claims.map(({ source }) => source));
		const named = new Set(claims.map(({ sourceDetail }) => sourceDetail));
		return {
			kind: 'register',
			part: 'register',
			datasets: [...inThisRegion].sort(),
			collections: Object.fromEntries(
				[...collectionsOf(records)].filter(([source]) => inThisRegion.has(source)).sort()
			),
			...packClaims(claims),
			directories: Object.fromEntries(
				strings(listed, 'directory').flatMap((id, row) =>
					named.has(id) ? [[id, { title: titles[row] ?? id, url: urls[row] ?? null }]] : []
				)
			),
			uncertain: uncertain.flatMap(({ a, b, weight }): [number, number, number][] => {
				const [one, other] = [at.get(a), at.get(b)];
				return one === undefined || other === undefined ? [] : [[one, other, weight]];
			})
		};
	}
};

const placeKey = ({ source, home, postcode, id }: RegisterEntry) =>
	`${source} ${home ?? ''} ${postcode ?? ''} ${id}`;

/** An entry of the register as it is shown: in ordinary case, its point rounded. */
export function claimOf(asset: RegisterEntry, place: string): Claim {
	const styled = (text: string | null) => (text === null ? null : ordinaryCase(text));
	return {
		...asset,
		name: ordinaryCase(asset.name),
		address: styled(asset.address),
		longitude: asset.longitude === null ? null : roundCoordinate(asset.longitude),
		latitude: asset.latitude === null ? null : roundCoordinate(asset.latitude),
		place
	};
}
