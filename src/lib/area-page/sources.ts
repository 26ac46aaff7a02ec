/** Where the numbers of a page are from: every source that it names, once. */
import { LICENCES } from '../catalogue/licences.ts';
import { capitalise } from '../text/format.ts';
import type { Book } from './book.ts';
import { markup, OWN_WORDS, type Html } from './html.ts';

const NAMED = /data-source="([^"]*)"/g;

/** Catalogue ids that a piece of a page names as sources, each once, in their order. */
export const sourcesIn = (page: string): string[] => [
	...new Set([...page.matchAll(NAMED)].flatMap(([, ids = '']) => ids.split(' ')))
];

/** What the region's pack lacks, in sentences: a measure that is not there is missed by nobody otherwise. */
export const lackList = ({ region }: Book): Html | null =>
	region.missing.length > 0
		? markup`<h3>What we do not hold</h3>
<ul>${region.missing.map(
				({ dataset, sentence }) => markup`<li data-source="${dataset}">${sentence}</li>
`
			)}</ul>
`
		: null;

/** The list of them, folded. Throws where the catalogue has none of an id: a number without a source. */
export function sourcesList(book: Book, ids: readonly string[]): Html {
	const found = ids
		.filter((id) => id !== OWN_WORDS)
		.map((id) => {
			const source = book.sources.find((one) => one.id === id);
			if (!source) throw new Error(`a page names the source "${id}", which the catalogue has not`);
			return source;
		});
	return markup`<h3>Sources</h3>
		<ul class="sources">
			${found.map(
				({ id, title, publisher, period, licence }) =>
					markup`<li id="source-${id}" data-source="${id}">
						${title}. ${capitalise(publisher)}; ${period}. Licence: ${LICENCES[licence].name}.
					</li> `
			)}
		</ul>
		<p>
			Numbers in our own sentences, such as the minutes of a walk, are our own choice.
			<a href="../../../data/">Every source, with its licence and what was done to it</a>.
			<a href="../../../method/">How we count</a>.
		</p> `;
}
