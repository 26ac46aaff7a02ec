/**
 * What carries the headlines on maternity. The journeys of females aged 15 to 44 are pinned
 * (`pinned/maternity-minutes.csv`: minutes by car, rounded up to five, to the nearest place of three
 * sorts, by the tables and the car model of November 2026), so that the shares are those of the rule
 * alone; the rest asks the pages as they are.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { mustSayBoth, sharesBeyond } from '../../src/lib/access/both-shares.ts';
import { isCounted, sitesOf } from '../../src/lib/access/site.ts';
import { strings } from '../../src/lib/facts/table.ts';
import { DEFAULT_MATERNITY, HUBS_PART, UNITS_PART } from '../../src/lib/gaps/maternity-answer.ts';
import { maternity, maternityParts } from '../../src/lib/gaps/maternity.ts';
import { DEFAULT_REQUEST } from '../../src/lib/gaps/request.ts';
import { partsNeeded, Workbench } from '../../src/lib/gaps/workbench.ts';
import { formatWholePercent } from '../../src/lib/text/format.ts';
import { packs, projectFacts } from './built.ts';

const region = packs();
const geodata = projectFacts();
const FAR = 30;

type Sort = 'to_confirmed' | 'to_listed_unconfirmed' | 'to_named_only';
type Pinned = Record<Sort | 'region' | 'females_15_44', string>;
const pinned = parse(readFileSync(new URL('pinned/maternity-minutes.csv', import.meta.url)), {
	columns: true
}) as Pinned[];

/** Percent further than 30 minutes by car, counting what is confirmed and some of the rest. */
function far(slug: string, others: readonly Sort[]) {
	const rows = pinned.filter((row) => row.region === slug);
	const minutes = (row: Pinned, sort: Sort) => (row[sort] === '' ? Infinity : Number(row[sort]));
	const { confirmed, all } = sharesBeyond(
		rows.map(({ females_15_44 }) => Number(females_15_44)),
		rows.map((row) => minutes(row, 'to_confirmed')),
		rows.map((row) => Math.min(Infinity, ...others.map((sort) => minutes(row, sort)))),
		FAR
	);
	return { confirmed: (100 * confirmed).toFixed(1), all: (100 * all).toFixed(1) };
}

describe('with the journeys of November 2026', () => {
	it('Norfolk and Waveney: 18.5% with Hartismere, 21.3% without', () => {
		const hartismere = far('norfolk-and-waveney', ['to_listed_unconfirmed']);
		expect(hartismere).toEqual({ confirmed: '21.3', all: '18.5' });
		expect(mustSayBoth({ confirmed: 0.213, all: 0.185 })).toBe(true);
	});

	it('Bath, Swindon and Wiltshire: 3.8% with Chippenham and Frome, 17.4% without', () => {
		const BATH = 'bath-swindon-and-wiltshire';
		expect(far(BATH, ['to_listed_unconfirmed', 'to_named_only'])).toEqual({
			confirmed: '18.6',
			all: '3.8'
		});
		expect(far(BATH, ['to_named_only'])).toEqual({ confirmed: '18.6', all: '17.4' });
	});
});

describe('what confirms a place', () => {
	it('is a source, its date and its words, or it is not confirmed', async () => {
		const table = await geodata.table('maternity-evidence');
		const cells = (column: string) => table.columns[column]?.values ?? [];
		const confirmed = cells('confirmed').flatMap((date, row) => (date === null ? [] : [row]));
		for (const row of confirmed) {
			expect(cells('confirmed')[row]).toMatch(/^\d{4}(-\d{2}-\d{2})?$/);
			for (const column of ['source', 'source_date', 'quotation']) {
				expect(cells(column)[row]).toMatch(/\w/);
			}
		}
		const sites = await geodata.table('maternity-sites');
		const name = new Map(strings(sites, 'id').map((id, row) => [id, strings(sites, 'name')[row]]));
		const ids = strings(table, 'id');
		expect(confirmed.map((row) => name.get(ids[row] ?? '')).sort()).toEqual([
			'Colchester Hospital',
			'Great Western Hospital Swindon',
			'Ipswich Hospital',
			'James Paget University Hospital, Gorleston',
			'Norfolk and Norwich University Hospital',
			"Queen Elizabeth Hospital King's Lynn",
			"Rosie Hospital, Cambridge (Addenbrooke's site)",
			'Royal United Hospital Bath',
			'Salisbury District Hospital',
			'West Suffolk Hospital, Bury St Edmunds'
		]);
	});

	it('never makes a place of birth of a name in the NHS register', () => {
		for (const slug of publishedRegions()) {
			const named = sitesOf([region(slug).part(UNITS_PART)]).filter(
				({ kind }) => kind === 'maternity-named-site'
			);
			expect(named.length).toBeGreaterThan(0);
			for (const site of named) expect(isCounted(site)).toBe(false);
		}
	});
});

describe.each(publishedRegions())('%s', (slug) => {
	const pack = region(slug);
	const names = new Set([...partsNeeded(DEFAULT_REQUEST), ...maternityParts(DEFAULT_MATERNITY)]);
	const bench = new Workbench(pack.name, (part) => (names.has(part) ? pack.part(part) : undefined));
	const parts = { units: pack.part(UNITS_PART), hubs: pack.part(HUBS_PART) };
	const asked = maternity(DEFAULT_MATERNITY, bench, parts);

	it('counts confirmed places alone, and says what the others would change', () => {
		for (const { confirmed } of asked.services) expect(confirmed).not.toBeNull();
		for (const { confirmed } of asked.unconfirmed) expect(confirmed).toBeNull();
		const everything = maternity({ ...DEFAULT_MATERNITY, unverified: true }, bench, parts);
		expect(asked.all.shares).toEqual(everything.all.shares);
		const [sentence = ''] = asked.findings;
		expect(sentence).toContain(
			`${formatWholePercent(asked.all.share)} of the females aged 15 to 44 there live further than`
		);
		const other = `, or ${formatWholePercent(everything.all.share)} if we also count `;
		expect(sentence.includes(other)).toBe(mustSayBoth(asked.all.shares));
		if (mustSayBoth(asked.all.shares)) {
			const [first] = asked.carrying;
			expect(sentence).toContain(first?.name);
		}
	});
});
