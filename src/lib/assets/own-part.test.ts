import { describe, expect, it } from 'vitest';
import { bring } from './import/fixture.ts';
import { ownAssets, ownPart, type OwnBatch } from './own-part.ts';

async function batch(id: string, brought: string, csv: string): Promise<OwnBatch> {
	const session = await bring(csv, `${id}.csv`);
	return { id, fileName: `${id}.csv`, brought, assets: session.result() };
}

describe('the reader’s own assets', () => {
	it('are a part with as many of everything, even when there are none', async () => {
		const some = await batch(
			'a',
			'2026-11-27T10:00:00Z',
			'name,postcode,kind,status\nA,NR3 1AA,Village hall,open\nB,NR3 2AD,library,open\nC,NR3 1AB,library,closed\nInvented Refuge,NR3 1AB,charity,open'
		);
		for (const [batches, names] of [
			[[], []],
			[[some], ['A', 'B']]
		] as const) {
			const part = ownPart(batches, '2026-11-27');
			expect(part.names).toEqual(names);
			for (const column of [
				part.ids,
				part.kind,
				part.status,
				part.longitude,
				part.latitude,
				part.lsoa21,
				part.lsoa11,
				part.addresses,
				part.postcodes,
				part.lastSeen,
				part.claims,
				part.notes,
				part.merged
			])
				expect(column).toHaveLength(names.length);
			expect(part.collected).toBe('2026-11-27');
		}
		const part = ownPart([some], '2026-11-27');
		expect(part.kind.map((kind) => part.kinds[kind]?.label)).toEqual(['Village hall', 'Library']);
		expect(part.lsoa11).toEqual(['E01000001', 'E01009992']);
	});

	it('are those of the later file where two name the same, in whatever order they lie', async () => {
		const before = await batch(
			'before',
			'2026-01-01T00:00:00Z',
			'id,name,postcode\nx,Old name,NR3 1AA\ny,Other,NR3 1AB'
		);
		const after = await batch(
			'after',
			'2026-02-01T00:00:00Z',
			'id,name,postcode\nx,New name,NR3 1AA'
		);
		for (const batches of [
			[before, after],
			[after, before]
		]) {
			expect(ownAssets(batches).map(({ asset }) => asset.name)).toEqual(['New name', 'Other']);
		}
	});
});
