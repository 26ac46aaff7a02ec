import { describe, expect, it } from 'vitest';
import type { RegisterPart } from '../parts.ts';
import { aClaim, anAsset, AREAS, COLLECTIONS } from '../fixture.ts';
import { makeDirectory } from '../directory/directory.ts';
import { fieldCheckList } from '../directory/field-check.ts';
import { ASKED } from '../rounds/fixture.ts';
import { roundOf } from '../rounds/round.ts';
import { checkSheet, checkSheetCsv } from '../rounds/sheet.ts';
import { splitBetween } from '../rounds/teams.ts';
import { packClaims } from '../register.ts';
import { bring } from './fixture.ts';
import { registerOf } from './register.ts';
import { NO_OWNER } from '../../catalogue/owner.ts';

const claims = [
	aClaim({
		id: 'venue-1',
		place: 'library-9',
		name: 'Square Library',
		address: 'The Square',
		postcode: 'NR3 1AA',
		openingTimes: 'Mo 10:00-12:00',
		note: '=1+1'
	}),
	aClaim({
		id: 'library-9',
		name: 'Square',
		kind: 'library',
		phone: '01603 000000',
		collected: '2020-01-01'
	}),
	aClaim({ id: 'charity-3', kind: 'charity', longitude: null, latitude: null, consent: false }),
	aClaim({ id: 'venue-4', subkind: 'village-hall', capacity: 30, url: 'https://example.org/' })
];
const part: RegisterPart = {
	kind: 'register',
	part: 'register',
	datasets: [],
	collections: Object.fromEntries(COLLECTIONS),
	directories: {},
	uncertain: [],
	...packClaims(claims)
};

describe('what the register has by identifier', () => {
	it('knows every claim, filled in with what the others about its place know', () => {
		const find = registerOf(part, AREAS, []);
		expect(find('venue-1')).toMatchObject({
			own: false,
			place: 'library-9',
			asset: { id: 'venue-1', phone: '01603 000000', openingTimes: 'Mo 10:00-12:00' }
		});
		expect(find('library-9')?.asset.address).toBe('The Square');
		expect(find('venue-2')).toBeNull();
	});

	it('the reader’s own comes first, and keeps the place that it is of', () => {
		const mine = anAsset({ id: 'venue-1', name: 'Renamed', source: 'yours' });
		const alone = anAsset({ id: 'yours-7', source: 'yours' });
		const find = registerOf(part, AREAS, [
			{ asset: mine, lsoa11: null },
			{ asset: alone, lsoa11: null, place: 'gone-1' }
		]);
		expect(find('venue-1')).toMatchObject({
			own: true,
			place: 'library-9',
			asset: { name: 'Renamed', phone: '01603 000000' }
		});
		expect(find('yours-7')).toMatchObject({ own: true, place: 'gone-1' });
	});

	it('a field-check list that comes back as it went out has no changes', async () => {
		const { rows } = makeDirectory(claims, [], AREAS, COLLECTIONS);
		const { round } = roundOf(rows, { ...ASKED, way: 'stalest' });
		const items = fieldCheckList(rows, 'stalest', []);
		const file = checkSheetCsv(checkSheet(splitBetween(items, 1), round, NO_OWNER));
		const session = await bring(file, 'back.csv', { register: registerOf(part, AREAS, []) });
		expect(session.table.rows).toHaveLength(3);
		for (const row of session.table.rows.keys()) {
			expect(session.view(row).changes, session.view(row).name).toEqual([]);
		}
	});
});
