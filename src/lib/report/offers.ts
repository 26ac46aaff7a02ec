/** What a reader can take away of a view. The code that makes the files is fetched when asked for. */
import type { Document } from '../document/document.ts';
import type { Offer, OfferedFile } from '../export/formats.ts';
import type { BoundariesPart } from '../geometry/parts.ts';
import { LEVELS } from '../areas/region.ts';
import type { ShownLayer, View } from '../view/view.ts';
import type * as documents from './view-document.ts';
import type { Said } from './view-document.ts';

type Documents = typeof documents;

async function asCsv(make: (of: Documents) => Document): Promise<string> {
	const made = import('./view-document.ts');
	const { toCsv } = await import('../export/csv.ts');
	return toCsv(make(await made));
}

async function asGeoJson(make: (of: Documents) => Document): Promise<string> {
	const made = import('./view-document.ts');
	const { toGeoJson } = await import('../export/geojson.ts');
	return toGeoJson(make(await made));
}

const code = () =>
	Promise.all([
		import('./view-document.ts'),
		import('../export/csv.ts'),
		import('../export/geojson.ts')
	]);

/** The table of a view as CSV text. */
export const tableCsv = (view: View, said: Said): Promise<string> =>
	asCsv(({ tableDocument }) => tableDocument(view, said));

/** The same with the header in its first line. */
export const plainTableCsv = (view: View, said: Said): Promise<string> =>
	asCsv(({ plainTableDocument }) => plainTableDocument(view, said));

/**
 * The table of a view and the layers that lie over it, each in the formats there are of it.
 *
 * @param slug the region's name in addresses, for the names of the files
 * @param boundaries the shapes of the view's areas; undefined while they are on their way
 */
export function viewOffers(
	view: View,
	said: Said,
	slug: string,
	boundaries: BoundariesPart | undefined
): Offer[] {
	const nameOf = (layer: string) => `${slug}-${layer}-${view.edition.id}`;
	const csv = (layer: string, about: string, text: OfferedFile['text']): OfferedFile => ({
		format: 'csv',
		name: nameOf(layer),
		label: 'CSV',
		about,
		text
	});
	const geoJson = (layer: string, about: string, shown?: ShownLayer): OfferedFile => ({
		format: 'geojson',
		name: nameOf(layer),
		label: 'GeoJSON',
		about,
		text: boundaries
			? () =>
					asGeoJson(({ layerDocument, tableDocument }) =>
						shown
							? layerDocument(view, shown, said, boundaries)
							: tableDocument(view, said, boundaries)
					)
			: null
	});
	// The area layer is the table; what lies over it can be had by itself.
	const main = view.layers.find(({ layer }) => layer.kind === 'areas')?.layer.id ?? '';
	const overlays = view.layers.filter(({ layer }) => layer.kind !== 'areas');
	return [
		{
			id: main,
			title: `The table, every ${LEVELS[view.units.level].one}`,
			code,
			files: [
				csv(main, 'the table', () => tableCsv(view, said)),
				geoJson(main, 'the table with the shapes of its areas')
			]
		},
		...overlays.map((shown): Offer => {
			const { id, title } = shown.layer;
			const places = shown.contribution.drawing.kind === 'points';
			return {
				id,
				title,
				code,
				files: [
					...(places
						? [csv(id, title, () => asCsv((of) => of.layerDocument(view, shown, said)))]
						: []),
					geoJson(id, title, shown)
				]
			};
		})
	];
}
