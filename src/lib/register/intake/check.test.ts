import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AssetSchema } from '../asset.ts';
import { PLACELESS } from './placeless.ts';
import { TARGETS } from './columns.ts';
import { bring } from './fixture.ts';

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
		['without its minus', '52.61,-1.21', 'fixed', 'a minus sign that does not belong there'],
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
		for (const position of ['0,0', '999,999', ',']) {
			const session = await bring(`name,lat,long,postcode\nInvented Hall,${position},NR3 1AA`);
			expect(session.view(0).outcome).toBe(position === ',' ? 'accepted' : 'fixed');
			expect(session.result()[0]?.asset).toMatchObject({ longitude: 1.21, latitude: 52.61 });
		}
	});

	it('whose position is in another region than its postcode is not placed in silence', async () => {
		const session = await bring('name,lat,long,postcode\nInvented Hall,53.5,-5.0,NR3 1AA');
		expect(session.view(0)).toMatchObject({ outcome: 'look' });
		expect(said(session.view(0))).toContain('km from its postcode NR3 1AA, outside the region');
		await session.apply({ do: 'decide', decisions: [[0, { confirmed: true, accepted: null }]] });
		expect(session.result()[0]?.asset).toMatchObject({ longitude: 1.21, latitude: 52.61 });
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

	it('that must not be found is held back, until it is released', async () => {
		const session = await bring(
			'name,address,postcode,lat,long\nInvented Women’s Refuge,1 Hidden Way,NR3 1AA,52.61,1.21\nKnitting Circle,"home address, 2 Hidden Way",NR3 1AB,,\nInvented Hall,,NR3 1AA,,\n'
		);
		expect(session.result().map(({ asset }) => asset.name)).toEqual(['Invented Hall']);
		expect(session.leftovers().rows).toEqual([]);
		expect(session.heldLines()).toEqual([2, 3]);
		expect(session.summary()).toMatchObject({
			counts: { held: 2 },
			held: [
				{ reason: 'a refuge or safe house', rows: 1 },
				{ reason: 'somebody’s home', rows: 1 }
			]
		});
		// To say that all needs no look releases nothing.
		await session.apply(session.decisionsFor('confirm-looks'));
		expect(session.heldLines()).toEqual([2, 3]);
		const undo = await session.apply({
			do: 'decide',
			decisions: [[1, { confirmed: false, accepted: null, released: true }]]
		});
		expect(session.result().map(({ asset, released }) => [asset.name, released])).toEqual([
			['Knitting Circle', true],
			['Invented Hall', undefined]
		]);
		await session.apply(undo);
		expect(session.heldLines()).toEqual([2, 3]);
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
						expect(isPlaced || asset.pointSource === PLACELESS).toBe(true);
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
