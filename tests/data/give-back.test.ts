/** What is given back of both regions, held to the schemas of the standard. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../scripts/build/open-referral.ts';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { filesBelow } from '../../scripts/lib/files.ts';
import { PACKS, PROJECT } from '../../scripts/lib/paths.ts';
import { ASSET_FIELDS, AssetSchema, type AssetField } from '../../src/lib/register/asset.ts';
import { downloadsIndex, type Download } from '../../src/lib/facts/downloads.ts';
import { projectFacts } from './built.ts';

const geodata = projectFacts();
const regions = publishedRegions();
/** What is served: the packs, and beside them what is given back. */
const root = join(PROJECT, 'static');
const downloads = new Map(
	regions.map((slug) => [
		slug,
		(JSON.parse(readFileSync(join(PACKS, downloadsIndex(slug)), 'utf8')) as Download[]).filter(
			({ title }) => title.startsWith('Asset register')
		)
	])
);

const text = (path: string) => readFileSync(join(root, path), 'utf8');
const json = (path: string) => JSON.parse(text(path)) as Json;
const schema = (name: string): ValidateFunction => {
	const ajv = new Ajv({ strict: true, allErrors: true });
	addFormats(ajv);
	const path = join(import.meta.dirname, 'openreferral-schemas', `${name}.json`);
	return ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as Json);
};

/** Nothing is wrong with any of them; else what, of the first. */
function expectAll(values: readonly unknown[], validate: ValidateFunction): void {
	expect(values.length).toBeGreaterThan(0);
	for (const value of values) {
		if (!validate(value)) expect({ value, errors: validate.errors }).toBeNull();
	}
}

/** Those of each region, read once. */
const pages = new Map(
	regions.map((slug) => [
		slug,
		filesBelow(join(root, 'data/openreferral', slug), 'services').map((path) =>
			json(`data/openreferral/${slug}/${path}`)
		)
	])
);
const pagesOf = (slug: string): Json[] => pages.get(slug) ?? [];
const servicesOf = (slug: string) => pagesOf(slug).flatMap((page) => page['contents'] as Json[]);
const fileOf = (slug: string, format: string): Download => {
	const found = downloads.get(slug)?.find((one) => one.format === format);
	if (!found) throw new Error(`${slug} has no ${format}`);
	return found;
};

describe.each(regions)('%s', (slug) => {
	it('has services that the standard accepts, whole and as a list', () => {
		const services = servicesOf(slug);
		expectAll(services, schema('service'));
		expectAll(services, schema('service_list'));
		const ids = services.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('has pages that the standard accepts, and that count right', () => {
		const pages = pagesOf(slug);
		expectAll(pages, schema('page'));
		const numbers = pages.map((page) => Number(page['page_number'])).sort((a, b) => a - b);
		expect(numbers).toEqual(pages.map((_, at) => at + 1));
		expect(pages.filter((page) => page['last_page'])).toHaveLength(1);
		const items = servicesOf(slug).length;
		for (const page of pages) {
			expect(page['total_pages']).toBe(pages.length);
			expect(page['total_items']).toBe(items);
			expect(page['size']).toBe((page['contents'] as Json[]).length);
		}
		expect(json(`data/openreferral/${slug}/services.json`)).toEqual(
			json(`data/openreferral/${slug}/services/1.json`)
		);
	});

	it('gives the same assets in all forms', () => {
		const rows = servicesOf(slug).length;
		expect(downloads.get(slug)?.map((one) => one.rows)).toEqual([rows, rows, rows]);
		const csv = parse(text(fileOf(slug, 'CSV').path), { bom: true, columns: true }) as Json[];
		const points = json(fileOf(slug, 'GeoJSON').path)['features'] as Json[];
		expect(csv.map(({ id }) => id)).toEqual(points.map(({ id }) => id));
		expect(csv).toHaveLength(rows);
	});

	it('has every place once, with all that list it', () => {
		const csv = parse(text(fileOf(slug, 'CSV').path), { bom: true, columns: true }) as Record<
			string,
			string
		>[];
		const ids = csv.flatMap((row) => [
			row['id'],
			...(row['also_listed_as'] ?? '').split(' ').filter(Boolean)
		]);
		expect(new Set(ids).size).toBe(ids.length);
		const several = csv.filter((row) => row['also_listed_as'] !== '');
		expect(several.length).toBeGreaterThan(0);
		expect(several.some((row) => row['attribution']?.includes('; '))).toBe(true);
	});

	it('names source, licence and attribution everywhere', () => {
		const { datasets } = fileOf(slug, 'CSV');
		for (const id of datasets) {
			const { licence, publisher, attribution } = geodata.dataset(id);
			const isNamed = id === 'published-named-services';
			expect(isNamed ? ['quotation'] : ['OGL-3.0', 'OPL-3.0', 'CC-BY-4.0', 'Unlicense']).toContain(
				licence
			);
			for (const notes of [
				json(`data/openreferral/${slug}/index.json`)['attribution'],
				json(`data/openreferral/${slug}/services/1.json`)['attribution'],
				json(fileOf(slug, 'GeoJSON').path)['notes']
			]) {
				expect((notes as string[]).join('\n')).toContain(attribution);
				expect((notes as string[]).join('\n')).toContain(publisher);
			}
		}
		const csv = parse(text(fileOf(slug, 'CSV').path), { bom: true, columns: true }) as Record<
			string,
			string
		>[];
		for (const row of csv) expect(row['attribution']).not.toBe('');
	});

	it('comes back from the CSV as the assets that went in', () => {
		const csv = parse(text(fileOf(slug, 'CSV').path), { bom: true, columns: true }) as Record<
			string,
			string
		>[];
		for (const row of csv) {
			const asset = Object.fromEntries(
				(Object.keys(ASSET_FIELDS) as AssetField[]).map((field) => {
					const cell = row[ASSET_FIELDS[field].column] ?? '';
					const number = ['longitude', 'latitude', 'capacity'].includes(field);
					if (cell === '') return [field, null];
					if (field === 'consent') return [field, cell === 'true'];
					return [field, number ? Number(cell) : cell];
				})
			);
			const read = v.safeParse(AssetSchema, asset);
			if (!read.success)
				expect({ asset, issues: read.issues.map(({ message }) => message) }).toBeNull();
		}
	});
});

it('has taxonomies that the standard accepts, of which services use nothing else', () => {
	const { contents: taxonomies } = json('data/openreferral/taxonomies.json');
	const { contents: terms } = json('data/openreferral/taxonomy_terms.json');
	expectAll(taxonomies as Json[], schema('taxonomy'));
	expectAll(terms as Json[], schema('taxonomy_term'));
	const lists = new Set((taxonomies as Json[]).map(({ id }) => id));
	for (const term of terms as Json[]) expect(lists.has(term['taxonomy_id'])).toBe(true);
	const known = new Set((terms as Json[]).map(({ id }) => id));
	for (const slug of regions) {
		for (const service of servicesOf(slug)) {
			for (const attribute of service['attributes'] as Json[]) {
				expect(known.has(attribute['taxonomy_term_id'])).toBe(true);
			}
		}
	}
});
