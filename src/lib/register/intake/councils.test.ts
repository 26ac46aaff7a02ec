/** Lists as they are given out (fixture-councils.ts, fixture-by-hand.ts) come in as they say, with at most one question. */
import { describe, expect, it } from 'vitest';
import { bring } from './fixture.ts';
import { BY_HAND } from './fixture-by-hand.ts';
import { FROM_PROGRAMS } from './fixture-councils.ts';

describe('lists of councils, portals and mapping programs', () => {
	it.each([...FROM_PROGRAMS, ...BY_HAND].map((given) => [given.title, given] as const))(
		'%s',
		async (_, given) => {
			const session = await bring(given.content, given.file);
			const asked = session.questions().map(({ column }) => session.table.headings[column] ?? '');
			const words = session.summary().kindWords.filter(({ kind }) => kind === null);
			const said = [
				...session.table.notes,
				...session.page(null, 0, 100).rows.flatMap(({ remarks }) => remarks.map(({ text }) => text))
			];
			const context = JSON.stringify(
				[asked, words, session.mapping, session.table.headings, said],
				null,
				1
			);
			const kind = session.summary().asksKind > 0 ? 1 : 0;
			expect(asked.length + words.length + kind, context).toBeLessThanOrEqual(1);
			const found = session.result().map(({ asset }) => asset);
			expect(
				found.map(({ name }) => name),
				context
			).toEqual(given.places.map(({ name }) => name));
			given.places.forEach(({ latitude, longitude, ...rest }, at) => {
				expect(found[at], context).toMatchObject(rest);
				expect(found[at]?.latitude ?? NaN, context).toBeCloseTo(latitude ?? NaN, 3);
				expect(found[at]?.longitude ?? NaN, context).toBeCloseTo(longitude ?? NaN, 3);
			});
			const { counts } = session.summary();
			expect([counts.look, counts.refused, counts.held], context).toEqual([
				given.look ?? 0,
				given.refused ?? 0,
				given.held ?? 0
			]);
			for (const pattern of given.says ?? []) expect(said.join('\n')).toMatch(pattern);
			if (given.never) expect(JSON.stringify(found)).not.toMatch(given.never);
		}
	);
});
