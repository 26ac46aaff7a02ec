/** Family hubs and bus stops: the files' own counts beside what the packs have. */
import { describe, expect, it } from 'vitest';
import { numbersBy, optionalNumbers, strings } from '../../src/lib/facts/table.ts';
import { defaultState } from '../../src/lib/url/map-state.ts';
import { buildView, selectIn } from '../../src/lib/view/view.ts';
import { packs, projectFacts } from './built.ts';

const geodata = projectFacts();
const region = packs();
const viewOf = (slug: string, layer: string) => {
	const of = region(slug);
	const view = buildView(of.summary, { ...defaultState(), layer, overlays: [] }, (name) =>
		of.has(name) ? of.part(name) : undefined
	);
	if (!view) throw new Error('no view');
	return view;
};

describe('family hubs and children’s centres', () => {
	it('are 99 in and around the two boards, none of them verified, none in Swindon', async () => {
		const { columns, rows } = await geodata.table('family-hubs');
		expect(rows).toBe(99);
		expect(new Set(columns['status']?.values)).toEqual(new Set(['unverified']));
		expect(columns['lad24']?.values).not.toContain('E06000030');
		const notes = columns['note']?.values ?? [];
		expect(notes.every((note) => String(note).startsWith('Listed by DfE, to confirm: '))).toBe(
			true
		);
		expect(notes.filter((note) => String(note).endsWith('family hub sites'))).toHaveLength(7);
	});

	it('are in the packs of the two boards, inside as many as the files say', () => {
		const inside = (slug: string) =>
			region(slug)
				.part('family-hubs')
				.lsoa21.filter((code) => code !== null).length;
		expect(inside('norfolk-and-waveney')).toBe(23);
		expect(inside('bath-swindon-and-wiltshire')).toBe(41);
	});
});

describe('bus stops', () => {
	it('are unknown in London, Greater Manchester and West Yorkshire, and nowhere else', async () => {
		const table = await geodata.table('bus-stops-lsoa21');
		const areas = await geodata.table('areas-lsoa21');
		const district = strings(areas, 'lad24');
		const row = new Map(strings(areas, 'lsoa21').map((code, at) => [code, at]));
		const metres = optionalNumbers(table, 'stop_metres');
		const unknown = new Set<string>();
		const known = new Set<string>();
		strings(table, 'lsoa21').forEach((code, at) => {
			(metres[at] === null ? unknown : known).add(district[row.get(code) ?? -1] ?? '');
		});
		const isWithout = (code: string) =>
			code.startsWith('E09') || /^E080000(0[1-9]|10|3[2-6])$/.test(code);
		expect([...unknown].filter((code) => !isWithout(code))).toEqual([]);
		expect([...known].filter(isWithout)).toEqual([]);
		expect(unknown.size).toBe(33 + 10 + 5);
	});

	it('are near to as many output areas as the table counts, in words and of a district', async () => {
		const table = await geodata.table('bus-stops-lsoa21');
		const [near, all] = ['near_stop', 'output_areas'].map((name) => {
			const values = optionalNumbers(table, name);
			return new Map(strings(table, 'lsoa21').map((code, at) => [code, values[at] ?? NaN]));
		});
		const view = viewOf('norfolk-and-waveney', 'place-bus-stop-near');
		const share = (codes: readonly string[]) => {
			const sum = (of: ReadonlyMap<string, number> | undefined) =>
				codes.reduce((total, code) => total + (of?.get(code) ?? NaN), 0);
			return `${((100 * sum(near)) / sum(all)).toFixed(1)}%`;
		};
		const [{ contribution }] = view.layers as [(typeof view.layers)[number]];
		expect(contribution.findings[0]?.text).toContain(`, ${share(view.areas.codes)} (England: `);
		expect(contribution.legend.note).toContain('A stop is not a service');
		const [group] = view.areas.groups.district;
		const members = group?.members.map((area) => view.areas.codes[area] ?? '') ?? [];
		expect(selectIn(view, group?.code ?? '')?.details.rows[0]?.value).toBe(share(members));
	});

	it('are as far as the table says', async () => {
		const table = await geodata.table('bus-stops-lsoa21');
		const view = viewOf('bath-swindon-and-wiltshire', 'place-bus-stop-metres');
		const known = new Set(view.areas.codes);
		const kept = strings(table, 'lsoa21').flatMap((code, at) => (known.has(code) ? [at] : []));
		expect(
			optionalNumbers(table, 'stop_metres').filter((_, at) => kept.includes(at))
		).not.toContain(null);
		const [code = ''] = view.areas.codes;
		const metres = numbersBy(
			{
				...table,
				rows: kept.length,
				columns: Object.fromEntries(
					Object.entries(table.columns).map(([name, column]) => [
						name,
						{ ...column, values: kept.map((at) => column.values[at] ?? null) }
					])
				)
			},
			'lsoa21',
			'stop_metres'
		);
		expect(view.label(0).text).toBe(`${metres.get(code)} m`);
	});
});
