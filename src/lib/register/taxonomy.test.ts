import { describe, expect, it } from 'vitest';
import { ASSET_KINDS } from './kinds.ts';
import {
	kindOfTerm,
	OSM_TAG_IDS,
	osmPageOf,
	osmTagOf,
	ownTerm,
	taxonomyTerms,
	termId
} from './taxonomy.ts';

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

	it('has the tag of OpenStreetMap where one means the same, and none where none does', () => {
		expect(osmTagOf('library', 'community-run')).toBe('amenity=library');
		expect(osmTagOf('community-venue', 'library')).toBe('amenity=library');
		expect(osmTagOf('community-venue', 'cafe-or-pub')).toBeNull();
		expect(osmTagOf('hospital', 'nhs')).toBeNull();
		expect(osmTagOf('link-worker', null)).toBeNull();
		// Every one of them belongs to a term of the register.
		expect(
			[...new Set(terms.flatMap(({ kind, subkind }) => osmTagOf(kind, subkind) ?? []))].sort()
		).toEqual(OSM_TAG_IDS);
		expect(osmPageOf('amenity=library')).toBe(
			'https://wiki.openstreetmap.org/wiki/Tag:amenity%3Dlibrary'
		);
		expect(osmPageOf('community_centre=village_hall')).toBeNull();
	});
});
