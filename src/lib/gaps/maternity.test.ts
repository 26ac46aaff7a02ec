import { describe, expect, it } from 'vitest';
import type { AssetsPart } from '../register/parts.ts';
import { fixtureParts, venuesPart } from './fixture.ts';
import { DEFAULT_MATERNITY, type MaternityRequest } from './maternity-answer.ts';
import { maternity } from './maternity.ts';
import { Workbench } from './workbench.ts';

const CONFIRMED = { date: '2021-06-16', source: 'Inspectors', quotation: '“six birthing rooms”' };

interface Named {
	id: string;
	at: number;
	confirmed?: boolean;
	out?: boolean;
}

/** A unit at 0 km (confirmed) and, across the border, at 12 km; a hub at 4 km that is only named. */
function places(kind: string, list: readonly Named[]) {
	const part = venuesPart(list.map((one) => ({ ...one, lists: [0] })));
	return {
		...part,
		kinds: [{ id: kind, label: kind }],
		lsoa21: part.lsoa21.map((code, i) => (list[i]?.out ? null : code)),
		confirmed: list.map((one) => (one.confirmed ? CONFIRMED : null))
	} as AssetsPart;
}
const units = places('maternity-unit/obstetric', [
	{ id: 'unit', at: 0, confirmed: true },
	{ id: 'away', at: 12, out: true, confirmed: true }
]);
const hubs = places('maternity-hub-or-clinic/hub', [{ id: 'hub', at: 4 }]);

/** On foot a kilometre of straight line takes 16.25 minutes. */
function ask(
	change: Partial<MaternityRequest> = {},
	womenAt?: number[],
	parts: { units: AssetsPart; hubs: AssetsPart } = { units, hubs }
) {
	const facts = fixtureParts();
	facts.set('females-15-44-2025', {
		kind: 'facts',
		part: 'females-15-44-2025',
		datasets: ['females'],
		columns: { females_15_44: { values: womenAt ?? [100, 100, 100, 100, 100, 100, 100, 100] } },
		england: {}
	});
	const bench = new Workbench('Testshire', (part) => facts.get(part));
	return maternity({ ...DEFAULT_MATERNITY, mode: 'walk', minutes: 60, ...change }, bench, parts);
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
		// Right after the share that "do" takes up stands what the fifths do.
		expect(findings.slice(1, 3)).toEqual([
			'In the most deprived fifth 0% of them live further than 60 minutes on foot from a confirmed place of birth (estimate), in the least deprived 100%.',
			'If people were spread unevenly within neighbourhoods, the share above (50%) would hardly change.'
		]);
	});

	it('counts units across the border, and says for how many they are nearest', () => {
		const { acrossBorder, borderNames, findings } = ask();
		// From 6 km the own unit is as near as the other, from 7 km the other is nearer.
		expect(acrossBorder).toBeGreaterThanOrEqual(1 / 8);
		expect(borderNames).toEqual(['Hall AWAY']);
		expect(findings.join(' ')).toContain(
			'the nearest confirmed place of birth is outside Testshire: Hall AWAY'
		);
	});

	it('weighs by those it is about', () => {
		const { all } = ask({}, [0, 0, 0, 0, 0, 0, 0, 50]);
		expect(all).toMatchObject({ people: 50, beyond: 50, share: 1 });
		expect(ask({ who: 'residents' }).all.people).toBeCloseTo(10_800, 6);
	});
});

describe('what nothing confirms', () => {
	it('never counts by itself, whatever an official register lists', () => {
		const listed = { ...units, confirmed: [CONFIRMED, null], status: [1, 1] };
		const { services, unconfirmed, acrossBorder } = ask({}, undefined, { units: listed, hubs });
		expect(services.map(({ id }) => id)).toEqual(['unit']);
		expect(unconfirmed.map(({ id }) => id)).toEqual(['away']);
		expect(acrossBorder).toBe(0);
		const silent = { ...units, confirmed: [null, null] };
		const [sentence] = ask({}, undefined, { units: silent, hubs }).findings;
		expect(sentence).toBe(
			'None of our sources confirms a place of birth here. Lists name these, but none of our sources confirms them: Hall UNIT and Hall AWAY.'
		);
	});

	it('stands beside, in the sentence and in each fifth, where it moves a share by a point', () => {
		const { all, findings, carrying, fifths } = ask({ services: 'units-and-hubs' });
		expect(all.shares).toEqual({ confirmed: 0.5, all: 0 });
		expect(carrying.map(({ id }) => id)).toEqual(['hub']);
		expect(findings[0]).toBe(
			'Half of about 800 females aged 15 to 44 (estimate, Census 2021) in Testshire live within 57 minutes on foot of a confirmed place of birth, maternity hub or clinic (estimate). 50% of the females aged 15 to 44 there live further than 60 minutes on foot from a confirmed place of birth, maternity hub or clinic (estimate), or 0% if we also count Hall HUB, which none of our sources confirms.'
		);
		expect(findings[1]).toBe(
			'In the most deprived fifth 0% of them live further than 60 minutes on foot from a confirmed place of birth, maternity hub or clinic (estimate), in the least deprived 100% (0% counting unconfirmed places).'
		);
		expect(fifths[4]?.shares).toEqual({ confirmed: 1, all: 0 });
		expect(findings.join(' ')).toMatch(
			/the average journey to the nearest confirmed place of birth, maternity hub or clinic takes more than 60 minutes on foot \(estimate; (none|\d+) counting unconfirmed places\)/
		);
		expect(ask().findings[0]).toMatch(
			/50% of the females aged 15 to 44 there live further than 60 minutes on foot from a confirmed place of birth \(estimate\)\.$/
		);
	});

	it('counts where a reader asks for it, and what is confirmed alone stands beside', () => {
		const { services, all, findings, far } = ask({ services: 'units-and-hubs', unverified: true });
		expect(services).toHaveLength(3);
		expect(all.share).toBe(0);
		expect(far).toEqual([]);
		expect(findings[0]).toMatch(
			/0% of the females aged 15 to 44 there live .* \(estimate\), or 50% without places that none of our sources confirms: Hall HUB\.$/
		);
	});

	it('is told of with the age of what confirms the others', () => {
		expect(ask().caveats.join(' ')).toContain('Two places are confirmed, by sources of 2021.');
	});
});
