import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AssetSchema } from '../asset.ts';
import { HELD_BACK, PLACELESS } from './check.ts';
import { TARGETS } from './columns.ts';
import { bring } from './fixture.ts';
import { anAsset } from '../fixture.ts';
import { ASSET_FIELDS, type AssetField } from '../asset.ts';
import { assetsCsv, ownRow } from '../export.ts';
import type { RegisterAsset } from './changes.ts';
import { readDay, readUrl } from './values.ts';
import { NO_OWNER } from '../../catalogue/owner.ts';

const first = async (csv: string) => (await bring(csv)).view(0);
const said = (view: { remarks: { text: string }[] }) =>
	view.remarks.map(({ text }) => text).join(' ');

describe('a row', () => {
	it('with a postcode of the region is accepted, and stands at its middle', async () => {
		const session = await bring('Name,Postcode,Type\nInvented Hall,NR3 1AA,Village hall\n');
		expect(session.view(0)).toMatchObject({ outcome: 'accepted', line: 2 });
		expect(session.result()).toMatchObject([
			{
				asset: {
					name: 'Invented Hall',
					kind: 'community-venue',
					subkind: 'village-hall',
					postcode: 'NR3 1AA',
					longitude: 1.21,
					latitude: 52.61,
					pointSource: 'postcode centroid',
					lsoa21: 'E01000001',
					source: 'yours',
					sourceDetail: 'places.csv',
					status: 'unverified',
					collected: '2026-11-27'
				},
				lsoa11: 'E01000001'
			}
		]);
	});

	it.each([
		['nr31aa', 'fixed', 'is written NR3 1AA'],
		['NR3 IAA', 'fixed', 'was read as NR3 1AA'],
		[
			'NR3 9ZZ',
			'look',
			'NR3 9ZZ is not a postcode of Exampleshire that is in use (as of October 2025)'
		],
		['BA1 1AA', 'refused', 'BA1 1AA is not in Exampleshire: no postcode there begins with BA1'],
		['NR3', 'look', 'is the beginning of a postcode'],
		['somewhere', 'look', 'is not a postcode. A postcode looks like NR3 1AB'],
		['', 'look', 'neither a postcode nor a position']
	])('with the postcode “%s” is %s', async (postcode, outcome, words) => {
		const view = await first(`name,postcode,kind\nInvented Hall,${postcode},library`);
		expect(view.outcome).toBe(outcome);
		expect(said(view)).toContain(words);
	});

	it.each([
		['swapped', '1.21,52.61', 'fixed', 'wrong way round'],
		['in the Irish Sea', '53.5,-5.0', 'refused', 'elsewhere or at sea'],
		['at 0, 0', '0,0', 'look', 'in the sea off Africa'],
		['of the National Grid', '314000,618000', 'fixed', 'easting and northing'],
		['of another continent', '-33.9,151.2', 'look', 'is not in Britain'],
		['that is no number', 'up,there', 'look', 'is not two numbers'],
		['of half', '52.61,', 'look', 'a latitude and no longitude'],
		['without its minus', '52.61,-1.21', 'fixed', 'a minus sign too much'],
		['in the sea nearby', '52.61,1.35', 'look', 'seems to be in the sea'],
		['across the border', '52.55,1.25', 'accepted', 'shown on the map, not counted'],
		['with commas', '"52,61","1,21"', 'accepted', '']
	])('with a position %s', async (_, position, outcome, words) => {
		const view = await first(`name,latitude,longitude,kind\nInvented Hall,${position},library`);
		expect(view.outcome, said(view)).toBe(outcome);
		expect(said(view)).toContain(words);
	});

	it('with an easting and a northing stands where they say', async () => {
		const session = await bring('name,easting,northing,kind\nInvented Hall,618000,314000,library');
		expect(session.view(0).outcome).toBe('fixed');
		const { asset } = session.result()[0] ?? {};
		expect(asset?.longitude).toBeCloseTo(1.224, 2);
		expect(asset?.latitude).toBeCloseTo(52.68, 2);
	});

	it('whose postcode tells where it is needs no position', async () => {
		for (const position of ['0,0', '53.5,-5.0', '999,999']) {
			const session = await bring(`name,lat,long,postcode\nInvented Hall,${position},NR3 1AA`);
			expect(session.view(0).outcome).toBe('fixed');
			expect(session.result()[0]?.asset).toMatchObject({ longitude: 1.21, latitude: 52.61 });
		}
	});

	it('whose position is far from its postcode needs a look, and may be right', async () => {
		const session = await bring('name,lat,long,postcode\nInvented Hall,52.61,1.21,NR3 2AD');
		expect(session.view(0)).toMatchObject({ outcome: 'look' });
		expect(session.result()).toEqual([]);
		const undo = await session.apply({
			do: 'decide',
			decisions: [[0, { confirmed: true, accepted: null }]]
		});
		expect(session.result()[0]?.asset).toMatchObject({ longitude: 1.21, lsoa21: 'E01000001' });
		await session.apply(undo);
		expect(session.result()).toEqual([]);
	});

	it('that must not be found keeps neither address nor point', async () => {
		const session = await bring(
			'name,address,postcode,lat,long\nInvented Women’s Refuge,1 Hidden Way,NR3 1AA,52.61,1.21\nKnitting Circle,"home address, 2 Hidden Way",NR3 1AB,,\n'
		);
		for (const { asset } of session.result()) {
			expect(asset).toMatchObject({
				address: null,
				postcode: null,
				longitude: null,
				latitude: null,
				lsoa21: null,
				pointSource: HELD_BACK
			});
		}
		expect(session.summary().counts.fixed).toBe(2);
	});

	it('without a place is kept without a point when the reader says so', async () => {
		const session = await bring('name,phone\nInvented Helpline,01632 960001');
		await session.apply(session.decisionsFor('confirm-looks'));
		expect(session.result()[0]?.asset).toMatchObject({ longitude: null, pointSource: PLACELESS });
	});

	it('with a kind nobody knows is brought once it is said what that is', async () => {
		const session = await bring('name,kind,postcode\nA,Zumba,NR3 1AA\nB,zumba!,NR3 1AB');
		expect(session.summary().kindWords).toEqual([{ word: 'Zumba', rows: 2, kind: null }]);
		const undo = await session.apply({
			do: 'kind',
			word: 'Zumba',
			kind: { kind: 'community-venue', subkind: 'leisure-or-sport' }
		});
		expect(session.result().map(({ asset }) => [asset.kind, asset.note])).toEqual([
			['community-venue', 'Described as “Zumba”.'],
			['community-venue', 'Described as “zumba!”.']
		]);
		await session.apply(undo);
		expect(session.summary().counts.look).toBe(2);
	});

	it('that stands twice is brought once', async () => {
		const session = await bring(
			'name,postcode,kind\nA,NR3 1AA,hall\nB,NR3 1AB,hall\na ,nr3 1aa,hall'
		);
		expect(session.view(2)).toMatchObject({ outcome: 'look' });
		expect(said(session.view(2))).toContain('says the same as line 2');
		expect(session.result()).toHaveLength(2);
		await session.apply({ do: 'edit', row: 0, column: 0, text: 'C' });
		expect(session.result()).toHaveLength(3);
	});

	it('is called verified only with a date and a role', async () => {
		const session = await bring(
			'name,postcode,kind,status,verified,verified by\nA,NR3 1AA,hall,verified,,\nB,NR3 1AB,hall,,01/09/2026,Link worker\nC,NR3 2AD,hall,closed,2026-08,council officer'
		);
		expect(
			session.result().map(({ asset }) => [asset.status, asset.verified, asset.verifiedBy])
		).toEqual([
			['unverified', null, null],
			['verified', '2026-09-01', 'social-prescriber'],
			['closed', '2026-08', 'council']
		]);
	});

	it('opens nothing but web pages', () => {
		expect(readUrl('www.example.org/hall')).toBe('https://www.example.org/hall');
		expect(readUrl('http://example.org')).toBe('http://example.org');
		for (const text of [
			'javascript:alert(1)',
			'data:text/html,x',
			'file:///c:/x',
			'ask at the desk'
		])
			expect(readUrl(text), text).toBeNull();
	});

	it('has days as people write them', () => {
		expect(
			[
				'2026-08-17',
				'17/08/2026',
				'17.8.26',
				'17 August 2026',
				'Aug 2026',
				'2023',
				'17th Aug 2026'
			].map(readDay)
		).toEqual([
			'2026-08-17',
			'2026-08-17',
			'2026-08-17',
			'2026-08-17',
			'2026-08',
			'2023',
			'2026-08-17'
		]);
		expect(['31/02/2026', 'soon', '2026-13-01', '99999'].map(readDay)).toEqual([
			null,
			null,
			null,
			null
		]);
	});
});

describe('a row of an asset that is known', () => {
	const known: RegisterAsset = {
		own: false,
		place: 'library-9',
		asset: anAsset({
			id: 'venue-1',
			name: 'Invented Hall',
			address: '1 Old Road',
			postcode: 'NR3 1AA',
			phone: '01603 000000',
			openingTimes: 'Mo-Fr 09:00-17:00'
		})
	};
	const register = (id: string) => (id === known.asset.id ? known : null);
	const csv =
		'id,name,kind,address,postcode,status,checked on\nvenue-1,Invented Hall,community-venue,2 New Road,NR3 1AB,open,2026-11-20';

	it('is a diff to look at, and what is accepted is verified', async () => {
		const session = await bring(csv, 'checks.csv', { register });
		const view = session.view(0);
		expect(view.outcome).toBe('look');
		expect(view.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
			['address', '1 Old Road', '2 New Road'],
			['postcode', 'NR3 1AA', 'NR3 1AB'],
			['latitude', '52.6100, 1.2100', '52.6215, 1.2211']
		]);
		await session.apply({
			do: 'decide',
			decisions: [[0, { confirmed: false, accepted: ['address'] }]]
		});
		expect(said(session.view(0))).toContain('Say above who checked');
		await session.apply({ do: 'role', role: 'volunteer' });
		expect(session.result()[0]?.asset).toMatchObject({
			id: 'venue-1',
			address: '2 New Road',
			postcode: 'NR3 1AA',
			longitude: 1.21,
			source: 'yours',
			status: 'verified',
			verified: '2026-11-20',
			verifiedBy: 'volunteer'
		});
	});

	it('is unchanged where none of the changes is accepted, and a change again by undo', async () => {
		const session = await bring(csv.replace('2026-11-20', ''), 'checks.csv', { register });
		const undo = await session.apply(session.decisionsFor('keep-register'));
		expect(session.view(0).outcome).toBe('same');
		expect(said(session.view(0))).toContain('you accepted none of the changes');
		await session.apply(undo);
		expect(session.view(0).outcome).toBe('look');
	});

	it('of the reader’s own list is unchanged too, unless it was checked since', async () => {
		const mine = () => ({ ...known, own: true });
		const again = await bring(assetsCsv([known.asset], NO_OWNER), 'mine.csv', { register: mine });
		expect(again.view(0).outcome).toBe('same');
		expect(said(again.view(0))).toContain('as you have it');
		const checked = assetsCsv(
			[{ ...known.asset, verified: '2026-11-20', verifiedBy: 'volunteer', status: 'verified' }],
			NO_OWNER
		);
		const session = await bring(checked, 'mine.csv', { register: mine });
		expect(session.result()[0]?.asset).toMatchObject({ verified: '2026-11-20' });
	});

	it('closes it where the list says so', async () => {
		const session = await bring(csv.replace('open', 'closed'), 'checks.csv', { register });
		await session.apply({ do: 'role', role: 'council' });
		await session.apply(session.decisionsFor('accept-changes'));
		expect(session.result()[0]?.asset).toMatchObject({ status: 'closed', verifiedBy: 'council' });
	});

	it('compares every field that says what it is', async () => {
		const other = anAsset({
			id: 'venue-1',
			name: 'Another Hall',
			kind: 'library',
			subkind: 'community-run',
			serves: 'New parents',
			address: '2 New Road',
			postcode: 'NR3 1AB',
			longitude: 1.2211,
			latitude: 52.6215,
			registeredAddress: '3 Office Street',
			registeredPostcode: 'NR3 2AD',
			areaOfOperation: 'Exampleshire',
			openingTimes: 'Tu 10:00-12:00',
			capacity: 40,
			organisation: 'Invented Trust',
			charityNumber: '0000001',
			companyNumber: '00000002',
			phone: '01603 111111',
			email: 'hall@example.org',
			url: 'https://hall.example.org/',
			status: 'closed',
			consent: true,
			note: 'Ring twice'
		});
		const session = await bring(assetsCsv([other], NO_OWNER), 'checks.csv', { register });
		const changed = session.view(0).changes.map(({ field }) => field);
		/** How the row came here, which is no news of the place; longitude goes with latitude. */
		const notAsked: AssetField[] = [
			'id',
			'longitude',
			'pointSource',
			'lsoa21',
			'source',
			'sourceDetail',
			'licence',
			'collected',
			'firstSeen',
			'lastSeen',
			'verified',
			'verifiedBy'
		];
		// A kind that has no such more specific kind keeps none.
		const asked = (Object.keys(ASSET_FIELDS) as AssetField[]).filter(
			(field) => !notAsked.includes(field) && field !== 'subkind'
		);
		expect(changed.filter((field) => field !== 'subkind')).toEqual(asked);

		await session.apply({ do: 'role', role: 'volunteer' });
		await session.apply(session.decisionsFor('accept-changes'));
		const [brought] = session.result();
		for (const field of asked) expect(brought?.asset[field], field).toEqual(other[field]);
		expect(brought?.place).toBe('library-9');
	});

	it('the check that the register knows of is neither a change nor a new check', async () => {
		const official = {
			...known,
			asset: { ...known.asset, status: 'verified', verified: '2023', verifiedBy: 'register' }
		} as const satisfies RegisterAsset;
		const context = { register: () => official };
		const same = await bring(assetsCsv([official.asset], NO_OWNER), 'checks.csv', context);
		expect(same.view(0)).toMatchObject({ outcome: 'same', name: 'Invented Hall' });
		expect(said(same.view(0))).toContain('nothing to bring');
		// It is no error: it is neither brought nor among what is wrong.
		expect(same.summary().counts).toMatchObject({ same: 1, refused: 0, look: 0 });
		expect(same.summary().reasons).toEqual([]);
		expect(same.page('same', 0, 10).total).toBe(1);
		expect(same.result()).toEqual([]);
		expect(same.leftovers().rows).toEqual([]);

		const closed = assetsCsv([{ ...official.asset, status: 'closed' }], NO_OWNER);
		const session = await bring(closed, 'checks.csv', context);
		await session.apply({ do: 'role', role: 'council' });
		await session.apply(session.decisionsFor('accept-changes'));
		expect(session.result()[0]?.asset).toMatchObject({
			status: 'closed',
			verified: '2026-11-27',
			verifiedBy: 'council'
		});
	});

	it('an empty cell changes nothing, and what was not accepted stays to the letter', async () => {
		const row =
			'id,name,postcode,phone,note,checked on\nvenue-1,INVENTED HALL,NR3 1AA,,Ring twice,';
		const session = await bring(row, 'checks.csv', { register });
		expect(session.view(0).changes.map(({ field }) => field)).toEqual(['note']);
		await session.apply({ do: 'role', role: 'volunteer' });
		await session.apply(session.decisionsFor('accept-changes'));
		expect(session.result()[0]?.asset).toMatchObject({
			name: 'Invented Hall',
			phone: '01603 000000',
			note: 'Ring twice',
			// The postcode is the same: its middle is no better point than the one that is known.
			longitude: 1.21,
			latitude: 52.61
		});
	});

	it.each(['none', '(None)', '-', '–'])(
		'“%s” in a cell takes away what is known, once that is accepted',
		async (none) => {
			const row = `id,name,postcode,phone,email\nvenue-1,Invented Hall,NR3 1AA,${none},unknown`;
			const session = await bring(row, 'checks.csv', { register });
			expect(session.view(0).changes).toEqual([
				{ field: 'phone', label: ASSET_FIELDS.phone.label, before: '01603 000000', after: null }
			]);
			await session.apply({ do: 'role', role: 'volunteer' });
			const undo = await session.apply(session.decisionsFor('accept-changes'));
			expect(session.result()[0]).toMatchObject({ asset: { phone: null }, removed: ['phone'] });
			await session.apply(undo);
			expect(session.view(0).outcome).toBe('look');
			await session.apply(session.decisionsFor('keep-register'));
			expect(session.view(0).outcome).toBe('same');
		}
	);

	it('keeps the kind that is corrected, whoever corrects it again', async () => {
		const row = (kind: string) => `id,name,kind,postcode\nvenue-1,Invented Hall,${kind},NR3 1AA`;
		const session = await bring(row('library'), 'checks.csv', { register });
		await session.apply({ do: 'role', role: 'volunteer' });
		await session.apply(session.decisionsFor('accept-changes'));
		const [brought] = session.result();
		expect(brought).toMatchObject({ asset: { kind: 'library' }, was: 'community-venue' });
		const asset = brought?.asset ?? known.asset;
		const mine: RegisterAsset = { asset, own: true, place: 'library-9', was: 'community-venue' };
		const kindsOf = async (kind: string) => {
			const again = await bring(row(kind), 'again.csv', { register: () => mine });
			await again.apply(again.decisionsFor('accept-changes'));
			return again.result()[0];
		};
		expect(await kindsOf('food bank')).toMatchObject({ was: 'community-venue' });
		expect((await kindsOf('community-venue'))?.was).toBeUndefined();
	});

	it('takes away no kind, status or position', async () => {
		const row =
			'id,name,kind,status,postcode,latitude,longitude\nvenue-1,Invented Hall,none,none,NR3 1AA,-,-';
		const session = await bring(row, 'checks.csv', { register });
		expect(session.view(0)).toMatchObject({ outcome: 'same', changes: [] });
	});

	it('what was taken away stays so in the list that goes out, and is no change when it returns', async () => {
		const asset = { ...known.asset, phone: null };
		const mine: RegisterAsset = { asset, own: true, place: 'library-9', removed: ['phone'] };
		const out = assetsCsv([ownRow({ asset, lsoa11: null, removed: ['phone'] })], NO_OWNER);
		expect(out).toContain('(none)');
		const again = await bring(out, 'mine.csv', { register: () => mine });
		expect(again.view(0)).toMatchObject({ outcome: 'same', changes: [] });
		// Somebody else, who has the register's number, is asked.
		const other = await bring(out, 'theirs.csv', { register });
		expect(other.view(0).changes.map(({ field, after }) => [field, after])).toEqual([
			['phone', null]
		]);
		// A new number replaces what was taken away.
		const anew = await bring(
			assetsCsv([{ ...asset, phone: '01603 222222' }], NO_OWNER),
			'new.csv',
			{
				register: () => mine
			}
		);
		await anew.apply(anew.decisionsFor('accept-changes'));
		expect(anew.result()[0]).toMatchObject({ asset: { phone: '01603 222222' } });
		expect(anew.result()[0]?.removed).toBeUndefined();
	});

	it('keeps no point of what the row shows to be a refuge', async () => {
		const row = 'id,name,note\nvenue-1,Invented Hall,Now a women’s refuge';
		const session = await bring(row, 'checks.csv', { register });
		await session.apply({ do: 'role', role: 'council' });
		await session.apply(session.decisionsFor('accept-changes'));
		expect(session.result()[0]).toMatchObject({
			asset: { longitude: null, latitude: null, address: null, postcode: null, lsoa21: null },
			lsoa11: null
		});
	});

	it('confirms it where nothing differs', async () => {
		const same =
			'id,name,kind,postcode,checked on,checked by\nvenue-1,Invented hall,community-venue,NR3 1AA,2026-11-20,council officer';
		const session = await bring(same, 'checks.csv', { register });
		expect(session.view(0)).toMatchObject({ outcome: 'accepted', changes: [] });
		expect(session.result()[0]?.asset).toMatchObject({
			status: 'verified',
			verified: '2026-11-20',
			address: '1 Old Road'
		});
	});
});

describe('any rows', () => {
	const cell = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 30 }),
		fc.constantFrom(
			'',
			'NR3 1AA',
			'nr3 1ab',
			'BA1 1AA',
			'52.61',
			'1.21',
			'0',
			'=1+1',
			'<b>',
			'2026-01-01',
			'closed',
			'library',
			'Zumba',
			'Refuge',
			'628000',
			'314000'
		)
	);
	const targets = TARGETS.map(({ id }) => id);

	it('are accepted only with a point or a reason, and each outcome is reasoned', async () => {
		const session = await bring('name,postcode\nA,NR3 1AA');
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.constantFrom(...targets), cell), { minLength: 1, maxLength: 12 }),
				fc.boolean(),
				async (pairs, confirmed) => {
					const columns = [...new Map(pairs)];
					session.table.headings = columns.map(([target]) => target);
					session.table.rows[0] = columns.map(([, text]) => text);
					await session.apply({ do: 'decide', decisions: [[0, { confirmed, accepted: null }]] });
					await session.apply({ do: 'map', mapping: columns.map(([target]) => target) });
					const { outcome, remarks } = session.view(0);
					if (outcome !== 'accepted') {
						expect(remarks.some(({ kind, text }) => kind === outcome && text !== '')).toBe(true);
					}
					for (const { asset } of session.result()) {
						const isPlaced = asset.longitude !== null && asset.latitude !== null;
						expect(
							isPlaced || asset.pointSource === HELD_BACK || asset.pointSource === PLACELESS
						).toBe(true);
						expect(v.safeParse(AssetSchema, asset).issues).toBeUndefined();
					}
				}
			),
			{ numRuns: 400 }
		);
	});

	it('come back as they were when every step is undone', async () => {
		const session = await bring('name,postcode,kind\nA,NR3 1AA,hall\nB,NR3 9ZZ,Zumba\nC,,');
		const snapshot = () =>
			JSON.stringify([session.page(null, 0, 10), session.summary(), session.result()]);
		const step = fc.oneof(
			fc.record({
				do: fc.constant('edit' as const),
				row: fc.nat(2),
				column: fc.nat(2),
				text: cell
			}),
			fc.record({
				do: fc.constant('decide' as const),
				decisions: fc.tuple(
					fc.tuple(fc.nat(2), fc.record({ confirmed: fc.boolean(), accepted: fc.constant(null) }))
				)
			}),
			fc.constant({
				do: 'kind' as const,
				word: 'Zumba',
				kind: { kind: 'charity' as const, subkind: null }
			}),
			fc.constant({ do: 'role' as const, role: 'nhs' as const })
		);
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
				const before = snapshot();
				const undo = [];
				for (const one of steps) undo.unshift(await session.apply(one));
				for (const one of undo) await session.apply(one);
				expect(snapshot()).toBe(before);
			}),
			{ numRuns: 60 }
		);
	});
});
