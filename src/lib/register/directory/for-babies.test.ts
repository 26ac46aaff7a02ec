import { describe, expect, it } from 'vitest';
import { aClaim, AREAS, COLLECTIONS } from '../fixture.ts';
import { ASSET_KINDS, ASSET_SUBKINDS, type AssetKind } from '../kinds.ts';
import type { Claim } from '../register.ts';
import { makeDirectory } from './directory.ts';
import { forBabies, forBabiesBy } from './for-babies.ts';

const known = (...told: Partial<Claim>[]) => {
	const claims = told.map((one, i) => aClaim({ id: `${i}`, place: 'p', ...one }));
	const [row] = makeDirectory(claims, [], AREAS, COLLECTIONS).rows;
	return row && forBabies(row).known;
};

describe('useful in pregnancy or with a baby', () => {
	it('is yes where what a place is says so, and no only where it says that', () => {
		const all = (Object.keys(ASSET_KINDS) as AssetKind[]).flatMap((kind) => {
			const subkinds: Partial<Record<AssetKind, object>> = ASSET_SUBKINDS;
			return [null, ...Object.keys(subkinds[kind] ?? {})].map((subkind) => ({ kind, subkind }));
		});
		const having = (answer: string) => [
			...new Set(
				all
					.filter((one) => forBabiesBy(one).known === answer)
					.map(({ kind, subkind }) => (answer === 'no' ? `${kind}/${subkind}` : kind))
			)
		];
		expect(having('yes').sort()).toEqual([
			'family-hub',
			'gp-practice',
			'maternity-hub-or-clinic',
			'maternity-unit'
		]);
		expect(having('no')).toEqual(['school/secondary', 'school/college-or-university']);
		for (const one of all) expect(forBabiesBy(one).reason).toMatch(/^[A-Z].+\.$/);
	});

	it('goes by all that is at a place', () => {
		expect(known({ kind: 'library' }, { kind: 'family-hub' })).toBe('yes');
		expect(known({ kind: 'school', subkind: 'secondary' })).toBe('no');
		expect(known({ kind: 'school', subkind: 'secondary' }, { kind: 'library' })).toBe('unknown');
		expect(known({ kind: 'family-hub', status: 'closed' })).toBe('unknown');
	});
});
