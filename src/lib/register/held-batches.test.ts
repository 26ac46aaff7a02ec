import { expect, it } from 'vitest';
import { anAsset } from './fixture.ts';
import { withoutHeld } from './held-batches.ts';

it('takes out what must not be found and was not released, and says of which lists', () => {
	const hall = { asset: anAsset({ id: 'a', name: 'Hall' }), lsoa11: null };
	const refuge = { asset: anAsset({ id: 'b', name: 'Refuge' }), lsoa11: null };
	const released = { ...refuge, released: true as const };
	const batch = { fileName: 'x.csv', brought: '2026-11-30T00:00:00Z' };
	const lists = [
		{ ...batch, id: '1', assets: [hall, refuge] },
		{ ...batch, id: '2', assets: [hall, released] }
	];
	const { batches, changed, dropped } = withoutHeld(lists);
	expect(batches.map(({ assets }) => assets)).toEqual([[hall], [hall, released]]);
	expect(changed.map(({ id }) => id)).toEqual(['1']);
	expect(dropped).toBe(1);
});
