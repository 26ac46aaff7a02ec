/** What a reader can take away of a view. The code that makes the files is fetched when asked for. */
import { LEVELS } from '../areas/region.ts';
import type { Document } from '../document/document.ts';
import { filesOf, formatOf, smallWriters, type Offer, type Offered } from '../export/formats.ts';
import type { BoundariesPart } from '../geometry/parts.ts';
import type { View } from '../view/view.ts';
import type { Said } from './said.ts';

const documents = () => import('./view-document.ts');

/** The table of a view as CSV text, with the header in its first line. */
export async function plainTableCsv(view: View, said: Said): Promise<string> {
	const made = documents();
	const { toCsv } = await import('../export/csv.ts');
	return toCsv((await made).tableDocument(view, said));
}

export interface ViewToTake {
	view: View;
	said: Said;
	/** The region's name in addresses, for the names of the files. */
	slug: string;
	/** The shapes of the view's areas; undefined while they are on their way. */
	boundaries: BoundariesPart | undefined;
	/** Makes what the page would have read in a meeting. */
	paper: () => Promise<Document>;
	/** Gives a document what the map shows; null while that is on its way. */
	picture: ((of: Document) => Promise<Document>) | null;
}

/** The table of a view and the layers that lie over it, each in the formats there are of it. */
export function viewOffers({ view, said, slug, boundaries, paper, picture }: ViewToTake): Offer[] {
	const offer = (id: string, title: string, offered: Omit<Offered, 'name'>): Offer => {
		const files = filesOf({
			...offered,
			name: `${slug}-${id}-${view.edition.id}`,
			waitsFor: [
				...(boundaries ? [] : (['shapes'] as const)),
				...(picture ? [] : (['picture'] as const))
			]
		});
		return { id, title, files, code: () => Promise.all([documents(), smallWriters(files)]) };
	};
	// The area layer is the table; what lies over it can be had by itself.
	const main = view.layers.find(({ layer }) => layer.kind === 'areas')?.layer.id ?? '';
	const overlays = view.layers.filter(({ layer }) => layer.kind !== 'areas');
	return [
		offer(main, `The table, every ${LEVELS[view.units.level].one}`, {
			about: 'the table',
			has: ['table', 'shapes', 'paper', 'picture', 'slides'],
			rows: view.units.codes.length,
			document: async (id) => {
				const { needs, manyTables } = formatOf(id);
				if (needs === 'paper' || needs === 'picture' || needs === 'slides') {
					const made = await paper();
					return picture ? picture(made) : made;
				}
				const { tableDocument, wholeDocument } = await documents();
				const shapes = needs === 'table' ? undefined : boundaries;
				if (!manyTables) return tableDocument(view, said, shapes);
				// What a paper says first stands first here, too.
				const { title, sentences, asked } = await paper();
				return { ...wholeDocument(view, said, shapes), title, sentences, asked };
			}
		}),
		...overlays.map((shown) => {
			const { id, title } = shown.layer;
			const { drawing } = shown.contribution;
			const one = offer(id, title, {
				about: title,
				has: ['table', 'shapes'],
				...(drawing.kind === 'points' && { rows: drawing.points.length }),
				document: async () => (await documents()).layerDocument(view, shown, said, boundaries)
			});
			// Files of several tables have it anyway: those of the first offer.
			return { ...one, files: one.files.filter(({ format }) => !formatOf(format).manyTables) };
		})
	];
}
