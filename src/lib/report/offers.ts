/** What a reader can take away of a view. The code that makes the files is fetched when asked for. */
import { LEVELS } from '../areas/region.ts';
import type { Document } from '../document/document.ts';
import { filesOf, formatOf, smallWriters, type Offer, type Trait } from '../export/formats.ts';
import type { BoundariesPart } from '../geometry/parts.ts';
import type { ShownLayer, View } from '../view/view.ts';
import type { Said } from './view-document.ts';

const documents = () => import('./view-document.ts');

/** The table of a view as CSV text, with the header in its first line. */
export async function plainTableCsv(view: View, said: Said): Promise<string> {
	const made = documents();
	const { toCsv } = await import('../export/csv.ts');
	return toCsv((await made).plainTableDocument(view, said));
}

/**
 * The table of a view and the layers that lie over it, each in the formats there are of it.
 *
 * @param slug the region's name in addresses, for the names of the files
 * @param boundaries the shapes of the view's areas; undefined while they are on their way
 * @param picture gives a document what the map shows; null while that is on its way
 */
export function viewOffers(
	view: View,
	said: Said,
	slug: string,
	boundaries: BoundariesPart | undefined,
	picture: ((of: Document) => Promise<Document>) | null
): Offer[] {
	const waitsFor: readonly Trait[] = [
		...(boundaries ? [] : (['shapes'] as const)),
		...(picture ? [] : (['picture'] as const))
	];
	const nameOf = (layer: string) => `${slug}-${layer}-${view.edition.id}`;
	const offer = (
		id: string,
		title: string,
		offered: Omit<Parameters<typeof filesOf>[0], 'name' | 'waitsFor'>
	): Offer => {
		const files = filesOf({ ...offered, name: nameOf(id), waitsFor });
		return { id, title, files, code: () => Promise.all([documents(), smallWriters(files)]) };
	};
	// The area layer is the table; what lies over it can be had by itself.
	const main = view.layers.find(({ layer }) => layer.kind === 'areas')?.layer.id ?? '';
	const overlays = view.layers.filter(({ layer }) => layer.kind !== 'areas');
	return [
		offer(main, `The table, every ${LEVELS[view.units.level].one}`, {
			about: 'the table',
			has: ['table', 'shapes', 'paper', 'picture'],
			rows: view.units.codes.length,
			document: async (format) => {
				const made = (await documents()).tableDocument(view, said, boundaries);
				return picture && formatOf(format).needs === 'picture' ? picture(made) : made;
			}
		}),
		...overlays.map((shown: ShownLayer) => {
			const { id, title } = shown.layer;
			const { drawing } = shown.contribution;
			return offer(id, title, {
				about: title,
				has: drawing.kind === 'points' ? ['table', 'shapes'] : ['shapes'],
				...(drawing.kind === 'points' && { rows: drawing.points.length }),
				document: async () => (await documents()).layerDocument(view, shown, said, boundaries)
			});
		})
	];
}
