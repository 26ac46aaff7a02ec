import { NO_OWNER } from '../../catalogue/owner.ts';
import { describe, expect, it } from 'vitest';
import { ASSET_FIELDS, type AssetField } from '../asset.ts';
import { assetsCsv, ownRow } from '../export.ts';
import { anAsset } from '../fixture.ts';
import type { RegisterAsset } from './changes.ts';
import { bring } from './fixture.ts';
const said = (view: { remarks: { text: string }[] }) =>
	view.remarks.map(({ text }) => text).join(' ');

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

	it('of the reader’s own list takes the kind that is chosen for the list now', async () => {
		const mine = () => ({ ...known, own: true });
		const { id, name, postcode } = known.asset;
		const text = `id,name,postcode\n${id},${name},${postcode}\n`;
		const session = await bring(text, 'mine.csv', { register: mine });
		await session.apply({ do: 'default-kind', kind: { kind: 'library', subkind: null } });
		expect(session.view(0).changes.map(({ field }) => field)).toContain('kind');
		await session.apply(session.decisionsFor('accept-changes'));
		expect(session.result()[0]?.asset.kind).toBe('library');
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
		expect(said(same.view(0))).toContain('There is nothing to add');
		// It is no error: it is neither brought nor among what is wrong.
		expect(same.summary().counts).toMatchObject({ same: 1, refused: 0, look: 0 });
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

	it('is held back where it says that the place is a refuge now, and says whom to tell', async () => {
		const row = 'id,name,note\nvenue-1,Invented Hall,Now a women’s refuge';
		const session = await bring(row, 'checks.csv', { register });
		await session.apply({ do: 'role', role: 'council' });
		await session.apply(session.decisionsFor('accept-changes'));
		expect(session.view(0).outcome).toBe('held');
		expect(said(session.view(0))).toContain('The register lists this place');
		expect(session.result()).toEqual([]);
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
