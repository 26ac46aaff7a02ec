/** Places that were found in the register, as files to take away. */
import { sourcesById } from '../catalogue/notes.ts';
import { columnsOf, documentOf, type Document, type Table } from '../document/document.ts';
import { howToRead, tableSlides } from '../document/slides.ts';
import { filesOf, formatOf, smallWriters, type Offer } from '../export/formats.ts';
import { addressLine } from '../register/address-line.ts';
import type { Asset } from '../register/asset.ts';
import { ASSET_KINDS } from '../register/kinds.ts';
import { formatCount, formatQuantity } from '../text/format.ts';
import { actionsTable, firstRows } from './paper.ts';
import { saidOf, type Said } from './said.ts';

/** Rows of a paper: a list to hand round, not a register. */
const MOST = 200;

export interface PlacesToTake {
	regionName: string;
	/** The region's name in addresses. */
	slug: string;
	/** The area that was asked for, in words; null is the whole region. */
	placeName: string | null;
	assets: readonly Asset[];
	/** Catalogue ids of the lists. */
	datasets: readonly string[];
	said: Said;
	/** Gives a document the map of the places; null while what it takes is on its way. */
	picture: ((of: Document) => Promise<Document>) | null;
}

const NOTES = [
	'To be listed is a claim of the source; nobody has checked on the ground unless the row says so. None listed does not mean that there is none.',
	'Places that have closed are left out unless you asked for them.'
];

/** What is found, in every format there is of it. */
export function placesOffers(places: PlacesToTake): Offer[] {
	const { slug, assets, picture } = places;
	const files = filesOf({
		name: `${slug}-places`,
		about: 'the places found',
		has: ['table', 'shapes', 'paper', 'picture', 'slides'],
		waitsFor: picture ? [] : ['picture', 'slides'],
		rows: assets.length,
		document:
			assets.length === 0
				? null
				: async (id) => {
						const { needs } = formatOf(id);
						if (needs === 'table' || needs === 'shapes')
							return placesDocument(places, id === 'csv');
						const paper = placesPaper(places);
						return placesSlides(places, picture ? await picture(paper) : paper);
					}
	});
	return [{ id: 'places', title: 'The places found', files, code: () => smallWriters(files) }];
}

/** `forImport`: with the columns of the import alone, so that the file can be brought in again. */
async function placesDocument(places: PlacesToTake, forImport: boolean): Promise<Document> {
	const [{ assetsTable }, { ASSET_FIELDS }] = await Promise.all([
		import('../register/export.ts'),
		import('../register/asset.ts')
	]);
	const about = new Map(Object.values(ASSET_FIELDS).map(({ column, label }) => [column, label]));
	const table = assetsTable(places.assets);
	const columns = table.columns.map((column) => ({
		...column,
		about: about.get(column.label) ?? null
	}));
	const document = wordsOf(places, { ...table, columns, title: 'Places' });
	return forImport ? { ...document, sources: [] } : document;
}

function placesPaper(places: PlacesToTake): Document {
	const table = firstRows(
		{
			title: 'The places found',
			columns: columnsOf(['Name', 'Kind', 'Address', 'Opening times', 'How to reach it']),
			rows: places.assets.map((asset) => [
				asset.name,
				ASSET_KINDS[asset.kind].label,
				addressLine(asset) || null,
				asset.openingTimes,
				[asset.phone, asset.email, asset.url].filter(Boolean).join(', ') || null
			])
		},
		MOST
	);
	const document = wordsOf(places, table);
	return { ...document, tables: [kindsTable(places), ...document.tables, actionsTable()] };
}

/** How many of each kind, by what a place is first of all. */
function kindsTable({ assets }: PlacesToTake): Table {
	const kinds = Object.keys(ASSET_KINDS) as (keyof typeof ASSET_KINDS)[];
	const counts = kinds.map((kind) => assets.filter((asset) => asset.kind === kind).length);
	return {
		title: 'How many of each kind',
		columns: [{ label: 'Kind' }, { label: 'Listed', isFigure: true }],
		rows: kinds.flatMap((kind, at) =>
			counts[at] ? [[ASSET_KINDS[kind].plural, formatCount(counts[at])]] : []
		)
	};
}

/** The map, how many of each kind, and the first by name: contacts are too much for a wall. */
function placesSlides(places: PlacesToTake, document: Document): Document {
	const { title, sentences, notes, sources, picture } = document;
	const whole = { notes, sources };
	const list: Table = {
		title: 'The places found',
		columns: columnsOf(['Name', 'Kind', 'Address']),
		rows: places.assets.map((asset) => [
			asset.name,
			ASSET_KINDS[asset.kind].label,
			addressLine(asset) || null
		])
	};
	const tables = [kindsTable(places), list];
	return {
		...document,
		slides: [
			{ title, sentences, ...whole, ...(picture && { picture }) },
			...tables.flatMap((table) => tableSlides(table.title ?? '', table, whole)),
			howToRead(document)
		]
	};
}

function wordsOf({ regionName, placeName, assets, datasets, said }: PlacesToTake, table: Table) {
	const { sources, owner } = said;
	const where = placeName === null ? regionName : `${placeName}, ${regionName}`;
	return documentOf(`Places in ${where}`, table, {
		sentences: [`${formatQuantity(assets.length, 'place')} found.`],
		sources: sourcesById(datasets, sources),
		notes: NOTES,
		owner,
		...saidOf(said)
	});
}
