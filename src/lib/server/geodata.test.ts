import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { openGeodata, type Geodata } from './geodata.ts';
import { hashOfInput, type Inputs } from './inputs.ts';

const PROJECT = join(import.meta.dirname, '../../../geodata');
const project = JSON.parse(readFileSync(join(PROJECT, 'catalogue.json'), 'utf8')) as Catalogue;
const entryOf = (catalogue: Catalogue, id: string) => {
	const entry = catalogue.datasets.find((dataset) => dataset.id === id);
	if (!entry) throw new Error(id);
	return entry;
};
const ONE = 'recodes';
const file = (id: string) => entryOf(project, id).table?.file ?? '';
const assets = project.datasets.filter(({ table }) => table?.file.startsWith('assets/'));

let folder: string;
/** The catalogue as it is, changed by some function. */
const write = (change: (catalogue: Catalogue) => void = () => undefined) => {
	const catalogue = structuredClone(project);
	change(catalogue);
	writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
};
/** What is other now than when it was read. */
const changed = (inputs: Inputs): string[] => {
	const hashNow = hashOfInput(folder);
	return Object.keys(inputs).filter((path) => hashNow(path) !== inputs[path]);
};
const inputsOf = async (read: (geodata: Geodata) => unknown): Promise<Inputs> => {
	const view = openGeodata(folder).traced();
	await read(view);
	return view.inputs();
};

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'geodata-'));
	mkdirSync(join(folder, 'tables'));
	cpSync(join(PROJECT, file(ONE)), join(folder, file(ONE)));
	write();
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('what was read of the catalogue', () => {
	it('is the entry of a table, and no other', async () => {
		const inputs = await inputsOf((geodata) => geodata.table(ONE));
		expect(Object.keys(inputs).sort()).toEqual([`catalogue.json#${ONE}`, file(ONE)]);
		write(({ datasets }) => {
			datasets.unshift({ ...entryOf(project, 'towns'), id: 'a-new-one' });
			entryOf({ format: 1, datasets }, 'towns').title = 'Another title';
		});
		expect(changed(inputs)).toEqual([]);
		write((catalogue) => (entryOf(catalogue, ONE).title = 'Another title'));
		expect(changed(inputs)).toEqual([`catalogue.json#${ONE}`]);
	});

	it('is the entry of a file that is held against it, though nobody asked for the entry', async () => {
		const inputs = await inputsOf((geodata) => geodata.optional(file(ONE)));
		const damage = (catalogue: Catalogue) =>
			Object.assign(entryOf(catalogue, ONE).table ?? {}, { sha256: '0'.repeat(64) });
		write(damage);
		expect(changed(inputs)).toEqual([`catalogue.json#${ONE}`]);
		expect(() => openGeodata(folder).optional(file(ONE))).toThrow('is not what');
	});

	it('is read again by whoever takes what was worked out once', async () => {
		const make = (geodata: Geodata) => geodata.table(ONE);
		const geodata = openGeodata(folder);
		await geodata.traced().once(make);
		const second = geodata.traced();
		await second.once(make);
		expect(Object.keys(second.inputs())).toContain(`catalogue.json#${ONE}`);
	});

	it('is that there is no such entry', async () => {
		const inputs = await inputsOf((geodata) => {
			expect(() => geodata.dataset('a-new-one')).toThrow('has no dataset "a-new-one"');
		});
		write(({ datasets }) => datasets.push({ ...entryOf(project, ONE), id: 'a-new-one' }));
		expect(changed(inputs)).toEqual(['catalogue.json#a-new-one']);
	});

	it('is which tables are of assets, in their order', async () => {
		const inputs = await inputsOf((geodata) => {
			expect(geodata.datasetsBelow('assets/')).toEqual(assets.map(({ id }) => id));
		});
		write((catalogue) => (entryOf(catalogue, ONE).title = 'Another title'));
		expect(changed(inputs)).toEqual([]);
		write(({ datasets }) => datasets.reverse());
		expect(changed(inputs)).toEqual(['catalogue.json#assets/']);
	});

	it('is all of it where all was asked for', async () => {
		const inputs = await inputsOf((geodata) => geodata.catalogue.datasets.length);
		write((catalogue) => (entryOf(catalogue, ONE).title = 'Another title'));
		expect(changed(inputs)).toEqual(['catalogue.json']);
	});
});
