import { describe, expect, it } from 'vitest';
import { documentOf, type Document } from '../document/document.ts';
import { filesOf, FORMAT_IDS, formatOf, FORMATS, type Making } from './formats.ts';

const document: Document = documentOf(
	'Places',
	{
		columns: [{ label: 'Name' }],
		rows: [['Hall']],
		geometry: () => ({ type: 'Point', coordinates: [1, 52] })
	},
	{ sources: [{ title: 'A list', publisher: 'ONS', period: '2021' }], owner: 'Nobody.' }
);
const making = (): Making & { stop: () => void } => {
	const control = new AbortController();
	return { signal: control.signal, progress: () => undefined, stop: () => control.abort() };
};

describe('the list of formats', () => {
	it('has in place of one that fails another that is plainer', () => {
		for (const id of FORMAT_IDS) {
			const seen = [id as string];
			for (let { next } = formatOf(id); next !== undefined;) {
				expect(FORMAT_IDS).toContain(next);
				expect(seen, `${id} is offered in place of itself`).not.toContain(next);
				seen.push(next);
				({ next } = formatOf(next as (typeof FORMAT_IDS)[number]));
			}
		}
	});

	it('has a name and a phrase of its own for each', () => {
		for (const of of ['name', 'goodFor'] as const) {
			const all = FORMAT_IDS.map((id) => formatOf(id)[of]);
			expect(new Set(all).size).toBe(all.length);
		}
	});
});

describe('the files of a document', () => {
	const offered = {
		name: 'places',
		about: 'the places',
		document: () => Promise.resolve(document)
	};

	it('are those that it has enough for', () => {
		expect(
			filesOf({ ...offered, has: ['table'] }).map(({ format }) => FORMATS[format].needs)
		).toEqual(FORMAT_IDS.filter((id) => FORMATS[id].needs === 'table').map(() => 'table'));
		expect(filesOf({ ...offered, has: [] })).toEqual([]);
	});

	it('can be had once what they take has come', async () => {
		const files = filesOf({ ...offered, has: ['table', 'shapes'], waitsFor: ['shapes'] });
		const of = (id: string) => files.find(({ format }) => format === id);
		expect(of('geojson')?.make).toBeNull();
		expect(await of('csv')?.make?.(making())).toBe(
			'Name,Sources,looked_after_by\nHall,A list (2021),Nobody.\n'
		);
	});

	it('are not written for somebody who no longer wants them', async () => {
		const wish = making();
		const [file] = filesOf({
			...offered,
			has: ['table'],
			document: () => {
				wish.stop();
				return Promise.resolve(document);
			}
		});
		await expect(file?.make?.(wish)).rejects.toThrow(/abort/i);
	});
});
