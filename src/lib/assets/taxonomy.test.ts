import { describe, expect, it } from 'vitest';
import { ASSET_KINDS } from './kinds.ts';
import { kindOfTerm, ownTerm, taxonomyTerms, termId } from './taxonomy.ts';

describe('the taxonomy of the register', () => {
	const terms = taxonomyTerms();

	it('has every kind, every identifier once, and parents before children', () => {
		expect(terms.filter(({ parent }) => parent === null)).toHaveLength(
			Object.keys(ASSET_KINDS).length
		);
		expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
		terms.forEach(({ parent }, at) => {
			if (parent !== null) expect(terms.slice(0, at).map(({ id }) => id)).toContain(parent);
		});
	});

	it('knows its own terms again', () => {
		for (const { id, kind, subkind } of terms) {
			expect(ownTerm(id)).toEqual({ kind, subkind });
			expect(kindOfTerm(id)).toBe(kind);
		}
		expect(ownTerm('assetgapmap:charity/constructor')).toBeNull();
		expect(ownTerm('elsewhere:charity')).toBeNull();
		expect(termId('charity', 'cic')).toBe('assetgapmap:charity/cic');
	});

	it.each([
		['Libraries', 'library'],
		['Food banks and meals', 'food-bank'],
		['Children’s Centres', 'family-hub'],
		['Social prescribing', 'link-worker'],
		['Antenatal classes', 'maternity-hub-or-clinic'],
		['Warm spaces', 'community-venue'],
		['Bereavement support', null]
	])('reads “%s” as %s', (name, kind) => expect(kindOfTerm(name)).toBe(kind));
});
