/** Who lives in an area, in five sentences that nobody needs a key to. */
import { factValues } from '../facts/figures.ts';
import type { NameOf } from '../facts/parts.ts';
import { numberOf } from '../facts/value.ts';
import { residentsOf } from '../areas/region.ts';
import { formatCount } from '../text/format.ts';
import type { Book } from './book.ts';
import { figure, markup, OWN_WORDS, type Html } from './html.ts';
import type { PageArea } from './page-area.ts';
import type { Translate } from './translator.ts';

/** What a number is of in these sentences. */
export interface AboutFigure {
	share: number;
	datasets: readonly string[];
}

/** The sum of a column over an area; null where the part or a value is missing. */
function sumOf(
	{ reader, has }: Book,
	part: NameOf<'facts'>,
	column: string,
	members: readonly number[]
): number | null {
	if (!has(part)) return null;
	const values = factValues(reader.get(part), column);
	let sum = 0;
	for (const member of members) {
		const number = numberOf(values[member] ?? { kind: 'missing' });
		if (number === null) return null;
		sum += number;
	}
	return sum;
}

/** The share of an area's people or homes; null where it is not known. */
export function shareIn(
	book: Book,
	part: NameOf<'facts'>,
	[column, all]: readonly [string, string],
	members: readonly number[]
): AboutFigure | null {
	const [count, of] = [sumOf(book, part, column, members), sumOf(book, part, all, members)];
	if (count === null || of === null || of <= 0) return null;
	return { share: count / of, datasets: book.reader.get(part).datasets };
}

/** "23", "fewer than 1": of a hundred, as people count. */
export function inHundred(share: number): string {
	const rounded = Math.round(share * 100);
	if (rounded === 0 && share > 0) return 'fewer than 1';
	if (rounded === 100 && share < 1) return 'more than 99';
	return formatCount(rounded);
}

const CHILD = '16';
const OLD = '65';
const own = (text: string): Html => figure(text, OWN_WORDS);
const shown = ({ share, datasets }: AboutFigure): Html => figure(inHundred(share), datasets);
/** A sentence begins with a capital. */
const begun = ({ share, datasets }: AboutFigure): Html => {
	const text = inHundred(share);
	return figure(text.charAt(0).toUpperCase() + text.slice(1), datasets);
};

/** The sentences about an area; what is not known is left out. */
export function aboutSentences(book: Book, area: PageArea, t: Translate): Html[] {
	const { members } = area;
	const sentences: Html[] = [];
	const network = book.networks.get(area.code);
	if (network?.patients != null && network.practices !== null) {
		sentences.push(
			t('about.network', {
				patients: figure(formatCount(network.patients), book.reader.get('link-workers').datasets),
				practices: network.practices,
				shown: figure(formatCount(network.practices), book.reader.get('link-workers').datasets)
			})
		);
	}
	if (members.length === 0) return [...sentences, t('about.none')];
	const hundred = own('100');
	const { areas } = book;
	sentences.push(
		t('about.people', {
			people: figure(formatCount(residentsOf(areas, members)), areas.datasets),
			year: own('2021')
		})
	);
	const children = shareIn(book, 'ages-2025', ['aged_0_15', 'total'], members);
	const older = shareIn(book, 'ages-2025', ['aged_65_over', 'total'], members);
	if (children && older) {
		sentences.push(
			t('about.ages', {
				children: begun(children),
				older: shown(older),
				hundred,
				child: own(CHILD),
				old: own(OLD)
			})
		);
	}
	const cars = shareIn(book, 'cars-2025', ['no_car', 'households_cars'], members);
	if (cars) sentences.push(t('about.cars', { cars: begun(cars), hundred }));
	const carers = shareIn(book, 'plus-groups-2025', ['carers', 'residents_5_over'], members);
	if (carers) sentences.push(t('about.carers', { carers: begun(carers), hundred }));
	return [...sentences, t('about.not-you')];
}

/** The section of a page. */
export const aboutSection = (book: Book, area: PageArea, t: Translate): Html =>
	markup`<section class="about" aria-labelledby="about">
		<h2 id="about">${t('about.title')}</h2>
		${aboutSentences(book, area, t).map((sentence) => markup`<p>${sentence}</p> `)}
	</section> `;
