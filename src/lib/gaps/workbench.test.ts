import { describe, expect, it } from 'vitest';
import type { AssetsPart } from '../register/parts.ts';
import { fixtureParts, VENUES, venuesPart } from './fixture.ts';
import { Workbench } from './workbench.ts';

describe('a workbench', () => {
	it('makes things once, and anew when a part is another', () => {
		const parts = fixtureParts();
		const bench = new Workbench('Testshire', (part) => parts.get(part));
		const asked = ['community-venue'];
		const before = bench.sites(asked, false);
		expect(before).toHaveLength(VENUES.length);
		expect(bench.sites(asked, false)).toBe(before);

		// The reader closed the first: its entry is gone from the part.
		parts.set('community-venues', venuesPart(VENUES.slice(1)));
		expect(bench.sites(asked, false)).toHaveLength(VENUES.length - 1);

		// They bring one of their own: a part that was not there before.
		const [extra] = VENUES;
		if (!extra) throw new Error('the fixture has venues');
		const yours: AssetsPart = { ...venuesPart([{ ...extra, id: 'yours-1' }]), part: 'yours' };
		parts.set('yours', yours);
		expect(bench.sites(asked, false).map(({ id }) => id)).toContain('yours-1');
	});

	it('puts sites into the neighbourhoods of the edition that is asked', () => {
		const parts = fixtureParts();
		const venues = venuesPart(VENUES);
		// A site that only the areas of 2021 know: the edition of 2025 stands on them.
		parts.set('community-venues', { ...venues, lsoa11: venues.lsoa11.map(() => null) });
		const bench = new Workbench('Testshire', (part) => parts.get(part));
		const inside = venues.ids.filter((_, at) => venues.lsoa21[at] !== null);
		expect(inside.length).toBeGreaterThan(0);
		expect([...bench.siteAreas(['community-venue'], '2025').keys()]).toEqual(inside);
	});
});
