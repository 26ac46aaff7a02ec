import { describe, expect, it } from 'vitest';
import type { AssetsPart } from '../register/parts.ts';
import { fixtureParts, venuesPart } from './fixture.ts';
import { DEFAULT_MATERNITY, maternity, type MaternityRequest } from './maternity.ts';
import { Workbench } from './workbench.ts';

/** Units at 0 km (verified) and, across the border, at 12 km; an unverified hub at 4 km. */
const places = (
	kind: string,
	list: { id: string; at: number; verified?: boolean; out?: boolean }[]
) => {
	const part = venuesPart(list.map((one) => ({ ...one, lists: [0] })));
	return {
		...part,
		kinds: [{ id: kind, label: kind }],
		lsoa21: part.lsoa21.map((code, i) => (list[i]?.out ? null : code))
	} as AssetsPart;
};
const units = places('maternity-unit/obstetric', [
	{ id: 'unit', at: 0, verified: true },
	{ id: 'away', at: 12, out: true }
]);
const hubs = places('maternity-hub-or-clinic/hub', [{ id: 'hub', at: 4 }]);

/** On foot a kilometre of straight line takes 16.25 minutes. */
function ask(change: Partial<MaternityRequest> = {}, womenAt?: number[]) {
	const parts = fixtureParts();
	parts.set('females-15-44-2025', {
		kind: 'facts',
		part: 'females-15-44-2025',
		datasets: ['females'],
		columns: { females_15_44: { values: womenAt ?? [100, 100, 100, 100, 100, 100, 100, 100] } },
		england: {}
	});
	const bench = new Workbench('Testshire', (part) => parts.get(part));
	return maternity({ ...DEFAULT_MATERNITY, mode: 'walk', minutes: 60, ...change }, bench, {
		units,
		hubs
	});
}

describe('who lives far from a unit', () => {
	it('gives each fifth its median and its share beyond a time', () => {
		const { fifths, all } = ask();
		// Places at 0 to 7 km; to the nearest of 0 and 12 km it is 0 to 6 and 5 km.
		expect(all.people).toBeCloseTo(800, 9);
		// Within 60 minutes (3.69 km) are four of eight; half are within 3 km, half from 4 km on.
		expect(all.share).toBeCloseTo(0.5, 9);
		expect(all.median).toBeCloseTo(3.5 * 16.25, 0);
		expect(fifths.map(({ people }) => Math.round(people)).reduce((a, b) => a + b)).toBe(800);
		expect(fifths[0]).toMatchObject({ fifth: 1, share: 0 });
		expect(fifths[4]?.share).toBe(1);
	});

	it('says what the share could be if residents were spread unevenly', () => {
		// One output area a neighbourhood: there is nothing to spread.
		const half = { low: 0.5, high: 0.5 };
		const { uneven, findings } = ask();
		expect(uneven).toEqual({ drawn: half, most: half });
		expect(findings[1]).toBe(
			'If residents were spread unevenly within neighbourhoods, 50.0% would stay 50.0%.'
		);
	});

	it('counts units across the border, and says for how many they are nearest', () => {
		const { acrossBorder, borderNames, findings } = ask();
		// From 6 km the own unit is as near as the other, from 7 km the other is nearer.
		expect(acrossBorder).toBeGreaterThanOrEqual(1 / 8);
		expect(borderNames).toEqual(['Hall AWAY']);
		expect(findings.join(' ')).toContain('across the border: Hall AWAY');
		const without = ask({ unverified: false });
		expect(without.acrossBorder).toBe(0);
		expect(without.services.map(({ id }) => id)).toEqual(['unit']);
		expect(without.far[0]).toMatchObject({ name: 'Damson', nearest: 'Hall UNIT' });
	});

	it('adds hubs, verified or not, on a switch', () => {
		const near = ask({ services: 'units-and-hubs' });
		expect(near.services).toHaveLength(3);
		expect(near.all.share).toBe(0);
		expect(near.far).toEqual([]);
		expect(ask({ services: 'units-and-hubs', unverified: false }).services).toHaveLength(1);
	});

	it('weighs by those it is about', () => {
		const { all } = ask({}, [0, 0, 0, 0, 0, 0, 0, 50]);
		expect(all).toMatchObject({ people: 50, beyond: 50, share: 1 });
		expect(ask({ who: 'residents' }).all.people).toBeCloseTo(10_800, 6);
	});
});
