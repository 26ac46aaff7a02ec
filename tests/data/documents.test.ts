/** What documents print and ask for, on the pages: nothing left out, nothing from elsewhere. */
import { describe, expect, it } from 'vitest';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { strings } from '../../src/lib/facts/table.ts';
import { documentsSaid } from '../../src/lib/server/documents.ts';
import { readPrinted } from '../../src/lib/server/printed.ts';
import { packs, projectFacts } from './built.ts';

const summaryOf = (slug: string) => packs()(slug).summary;
const geodata = projectFacts();

describe('the record of what documents print', () => {
	it('has every printed statement in one theme', async () => {
		const ids = await Promise.all(
			['published-statements', 'published-statements-more'].map(async (id) =>
				strings(await geodata.table(id), 'statement_id')
			)
		);
		const themed = readPrinted(geodata).themes.flatMap(({ statements }) => statements);
		expect([...themed].sort()).toEqual(ids.flat().sort());
	});

	it('answers every action once, and claims no more than was read to serve it', async () => {
		const table = await geodata.table('published-plan-actions');
		const [actions, readings] = [strings(table, 'action'), strings(table, 'served_by')];
		const { answers } = readPrinted(geodata);
		expect(answers.map(({ action }) => action)).toEqual(actions);
		answers.forEach(({ action, served, says, links }, row) => {
			const reading = readings[row] ?? '';
			if (/^no\b/.test(reading)) expect(served, action).toBe('no');
			if (reading.startsWith('partly')) expect(served, action).not.toBe('yes');
			if (served === 'yes') expect(links.length, action).toBeGreaterThan(0);
			expect(says, action).toMatch(/\.$/);
		});
	});
});

describe.each(publishedRegions())('the documents of %s', (slug) => {
	it('are those of the region alone, and every word has its source', async () => {
		const region = summaryOf(slug);
		const said = await documentsSaid(region);
		expect(said.documents.map(({ id }) => id).sort()).toEqual([...region.documents].sort());
		const named = [...said.themes.flatMap(({ rows }) => rows), ...said.tables, ...said.plans].map(
			({ document }) => document
		);
		expect(named.filter((id) => !region.documents.includes(id))).toEqual([]);
		for (const { rows } of said.themes) {
			for (const { what, section } of rows) {
				expect(what).not.toBe('');
				expect(section).not.toBe('');
			}
		}
		expect(JSON.stringify(said)).not.toMatch(/NaN|undefined|Infinity/);
	});
});

describe('services that documents name', () => {
	const services = (slug: string) => packs()(slug).part('named-services').services;

	it('reach the districts that their document means, and no others', () => {
		const norfolk = services('norfolk-and-waveney');
		const find = (start: string) => norfolk.find(({ name }) => name.startsWith(start));
		const waveney = 'E07000206';
		expect(find('Community Action Norfolk')).toMatchObject({ areaCode: 'E10000020' });
		expect(find('Community Action Norfolk')?.districts).toHaveLength(7);
		expect(find('Community Action Norfolk')?.districts).not.toContain(waveney);
		expect(find('Maternity Voices')?.districts).toContain(waveney);
		expect(find('Healthy Start')?.districts).toHaveLength(8);
		const classes = services('bath-swindon-and-wiltshire').find(({ name }) =>
			name.startsWith('Antenatal')
		);
		expect(classes).toMatchObject({ areaCode: null, districts: null });
	});

	it('are none that one calls at once', () => {
		for (const slug of publishedRegions())
			expect(services(slug).map(({ name }) => name)).not.toContain('NHS 111');
	});
});

describe('the documents of Bath, Swindon and Wiltshire', () => {
	const read = () => documentsSaid(summaryOf('bath-swindon-and-wiltshire'));

	it('hold nothing of Norfolk', async () => {
		expect(JSON.stringify(await read())).not.toMatch(/Norfolk|Norwich|Waveney|Yarmouth/);
	});

	it('have late booking, births by trust, languages, and a birth centre to confirm', async () => {
		const { themes, tables, places, services } = await read();
		const late = themes.find(({ id }) => id === 'late-booking');
		expect(late?.rows[0]).toMatchObject({ figure: '18.58%', section: '3.1', ours: null });
		const births = themes.find(({ id }) => id === 'births');
		expect(births?.rows.find(({ id }) => id === 'bsw-births')?.ours).not.toBeNull();
		const trusts = tables.find(({ dataset }) => dataset === 'published-bsw-births-by-deprivation');
		expect(trusts?.rows[1]).toMatchObject({
			name: 'Royal United Hospital, Bath (RUH)',
			cells: [{ printed: '3.3%' }, { printed: '31.7%' }]
		});
		expect(trusts?.notes.join(' ')).toContain('babies under one in Bath, Swindon and Wiltshire');
		expect(places.filter(({ confirmed }) => confirmed !== null)).toHaveLength(3);
		expect(places.find(({ confirmed }) => confirmed === null)?.name).toMatch(/Chippenham/);
		expect(services.map(({ name }) => name)).toContain('Antenatal education in five languages');
	});
});

describe('the documents of Norfolk and Waveney', () => {
	it('have staff experience as published, and nothing of ours beside it', async () => {
		const { themes, tables } = await documentsSaid(summaryOf('norfolk-and-waveney'));
		const staff = themes.find(({ id }) => id === 'staff');
		expect(staff?.rows).toHaveLength(23);
		expect(staff?.rows.filter(({ ours }) => ours !== null)).toEqual([]);
		expect(staff?.notes.join(' ')).toContain('three NHS trusts combined');
		const ethnic = tables.find(({ dataset }) => dataset === 'published-ethnic-group-by-district');
		const norwich = ethnic?.rows.find(({ name }) => name === 'Norwich');
		expect(norwich?.cells[0]).toEqual({ printed: '82.0%', ours: null });
		expect(norwich?.cells[3]).toMatchObject({ printed: '6.5%', ours: expect.stringMatching(/%$/) });
		const county = ethnic?.rows.find(({ name }) => name === 'Norfolk');
		expect(county?.cells.every(({ ours }) => ours === null)).toBe(true);
	});
});
