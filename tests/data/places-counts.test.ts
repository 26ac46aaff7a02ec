/** How many community venues there are: the same on the map, in gaps and in the register. */
import { describe, expect, it } from 'vitest';
import { registerPart } from '../../scripts/build/parts/register.ts';
import { decodeAreas } from '../../src/lib/areas/region.ts';
import { NO_CHOICE, chooseRows } from '../../src/lib/register/directory/choice.ts';
import { countBy, makeDirectory } from '../../src/lib/register/directory/directory.ts';
import { collectionsIn, unpackClaims } from '../../src/lib/register/register.ts';
import { legendOf } from '../../src/lib/view/directory-view.ts';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { made, packs } from './built.ts';

const region = packs();

describe.each(publishedRegions())('%s', (slug) => {
	it('counts the same community venues everywhere', () => {
		const areas = decodeAreas(region(slug).part('areas-2021'));
		const register = made(region(slug), registerPart);
		const { rows } = makeDirectory(unpackClaims(register), [], areas, collectionsIn(register));
		const listed = chooseRows(rows, NO_CHOICE, areas);
		const inRegister = countBy(listed, ({ kinds }) => kinds).get('community-venue');

		// The map, gaps and plans count from this part.
		const { ids, lsoa21 } = region(slug).part('community-venues');
		const onMap = ids.filter((_, i) => areas.index.has(lsoa21[i] ?? '')).length;
		expect(onMap).toBeGreaterThan(0);
		expect(inRegister).toBe(onMap);
		const legend = legendOf(listed).find(({ label }) => label === 'Community venues');
		expect(legend?.count).toBe(onMap);
	});
});
