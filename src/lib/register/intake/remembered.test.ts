import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bring, CONTEXT, bytesOf } from './fixture.ts';
import { readTable } from './formats.ts';
import { layoutOf, NOTHING_REMEMBERED, readRemembered, withDecided } from './remembered.ts';
import { ImportSession } from './session.ts';

const FIRST = 'Zzyzx,Where,Type\nInvented Hall,NR3 1AA,Zumba\n';
const SECOND = 'zzyzx,WHERE,type\nInvented Barn,NR3 1AB,zumba\n';

it('a second file of the layout comes in as the first was decided, and asks nothing again', async () => {
	const first = await bring(FIRST);
	const mapping = first.mapping.map((target, column) => (column === 0 ? 'organisation' : target));
	const zumba = { kind: 'community-venue', subkind: 'leisure-or-sport' } as const;
	const remembered = readRemembered(
		JSON.stringify(
			withDecided(
				NOTHING_REMEMBERED,
				[layoutOf(['Zzyzx', 'Where', 'Type']), { mapping, defaultKind: zumba }],
				[['zumba', zumba]]
			)
		)
	);
	const { table } = await readTable({ name: 'second.csv', bytes: bytesOf(SECOND) });
	const second = new ImportSession(table, CONTEXT, remembered);
	await second.check();
	expect(second.isAsBefore).toBe(true);
	expect(second.mapping).toEqual(mapping);
	expect(second.questions()).toEqual([]);
	expect(second.summary().kindWords).toEqual([{ word: 'zumba', rows: 1, kind: zumba }]);

	expect(second.defaultKind).toEqual(zumba);

	const other = new ImportSession(
		(await readTable({ name: 'x.csv', bytes: bytesOf('Name,Kind\nA,Zumba\n') })).table,
		CONTEXT,
		remembered
	);
	await other.check();
	expect(other.isAsBefore).toBe(false);
	expect(other.summary().kindWords[0]?.kind).toEqual(zumba);
});

it('forgets the oldest where it is much, and reads nothing that is not its own', () => {
	const layout = {
		mapping: ['name' as const, null],
		defaultKind: { kind: 'charity' as const, subkind: null }
	};
	let remembered = NOTHING_REMEMBERED;
	for (let n = 0; n < 60; n++)
		remembered = withDecided(remembered, [`l${n}`, layout], [[`w${n}`, layout.defaultKind]]);
	expect(remembered.layouts).toHaveLength(50);
	expect(remembered.layouts.at(-1)?.[0]).toBe('l59');
	expect(readRemembered(JSON.stringify(remembered))).toEqual(remembered);
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
			expect(readRemembered(text)).toEqual(NOTHING_REMEMBERED);
		})
	);
});
