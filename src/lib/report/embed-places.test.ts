import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aClaim, AREAS, COLLECTIONS } from '../register/fixture.ts';
import { chooseRows, NO_CHOICE } from '../register/directory/choice.ts';
import { makeDirectory, sortRows } from '../register/directory/directory.ts';
import { SORT_IDS } from '../register/directory/orders.ts';
import { listed } from '../server/places.ts';
import { allPlaces } from '../url/places-chosen.ts';
import type { ChosenPlaces } from '../url/places-chosen.ts';
import {
	chosenPlaces,
	packPlaces,
	placeFilesOf,
	unpackPlaces,
	type ListedPlace
} from './embed-places.ts';

const { rows } = makeDirectory(
	[
		aClaim({ id: 'hub', name: 'A hub', kind: 'family-hub' }),
		aClaim({ id: 'hall', name: 'The hall', openingTimes: 'Mo 18:00-20:00', lastSeen: '2020' }),
		aClaim({ id: 'college', name: 'College', kind: 'school', subkind: 'college-or-university' }),
		aClaim({ id: 'gone', name: 'Gone', status: 'closed' })
	],
	[],
	AREAS,
	COLLECTIONS
);
const all = sortRows(rows, 'name').map(listed);
const places = unpackPlaces(packPlaces(all).files);

it('places come in files by where they are, each in one, and those of an area in those it asks for', () => {
	fc.assert(
		fc.property(
			fc.array(fc.option(fc.nat(40)), { maxLength: 60 }),
			fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }),
			(areas, members) => {
				const model = all[0];
				if (!model) throw new Error('no place');
				const some = areas.map((area, at) => ({ ...model, id: `p${at}`, also: [], area }));
				const { starts, files } = packPlaces(some);
				expect(unpackPlaces(files)).toEqual(some);
				const wanted = placeFilesOf(starts, members).flatMap((name) => files[Number(name)] ?? []);
				const inside = ({ area }: ListedPlace) => area !== null && members.includes(area);
				expect(unpackPlaces(wanted).filter(inside)).toEqual(some.filter(inside));
			}
		)
	);
});

it.each<Partial<ChosenPlaces>>([
	{},
	{ kinds: ['family-hub', 'school'] },
	{ statuses: ['closed'] },
	{ ages: ['older'] },
	{ babies: ['yes'] },
	{ late: ['yes', 'unknown'] },
	{ place: AREAS.codes[0] ?? '' }
])('a frame lists what the page lists, in its orders: %o', (choice) => {
	for (const sort of SORT_IDS) {
		const asked = { ...allPlaces(), ...choice, sort };
		const members = asked.place === null ? [] : [0];
		const page = sortRows(chooseRows(rows, { ...NO_CHOICE, ...asked }, AREAS), sort);
		expect(chosenPlaces(places, asked, members).map(({ id }) => id)).toEqual(
			page.map(({ id }) => id)
		);
	}
});

it('one place is found by any of its ids, and one that went by none', () => {
	const [first] = places;
	const find = (asset: string) => chosenPlaces(places, { ...allPlaces(), asset }, []);
	expect(find(first?.id ?? '')).toEqual([first]);
	expect(find('no-such')).toEqual([]);
});
