/** Who lives in an area, in five sentences that nobody needs a key to. */
import { residentsOf } from '../areas/region.ts';
import { capitalise } from '../text/format.ts';
import type { Book } from './book.ts';
import { figure, markup, OWN_WORDS, type Html } from './html.ts';
import type { PageArea } from './page-area.ts';
import { shareIn, type Share } from './shares.ts';
import type { Translate } from './translator.ts';

/** "23", "fewer than 1": of a hundred, as people count. */
export function inHundred(share: number, t: Translate): string {
	const rounded = Math.round(share * 100);
	if (rounded === 0 && share > 0) return t('share.least', { count: t.count(1) }).text;
	if (rounded === 100 && share < 1) return t('share.most', { count: t.count(99) }).text;
	return t.count(rounded);
}

/** The year of the payments that say how many patients a practice has. */
const PATIENTS_OF = '2022/23';
const CHILD = '16';
const OLD = '65';
/** The Census asks nobody younger whether they look after someone. */
const FIVE = '5';
const own = (text: string): Html => figure(text, OWN_WORDS);
const shown = ({ share, datasets }: Share, t: Translate): Html =>
	figure(inHundred(share, t), datasets);
/** A sentence begins with a capital. */
const begun = ({ share, datasets }: Share, t: Translate): Html =>
	figure(capitalise(inHundred(share, t)), datasets);

/** Whether the region has only some of the neighbourhoods of a community. */
export const isInPart = ({ communitySizes }: Book, { level, code, members }: PageArea): boolean =>
	level === 'msoa' && (communitySizes.get(code) ?? 0) > members.length;

/** The sentences about an area; what is not known is left out. */
export function aboutSentences(book: Book, area: PageArea, t: Translate): Html[] {
	const { members } = area;
	const sentences: Html[] = [];
	const network = book.networks.get(area.code);
	if (network?.patients != null && network.practices !== null) {
		sentences.push(
			t('about.network', {
				patients: figure(t.count(network.patients), book.reader.get('link-workers').datasets),
				practices: network.practices,
				year: figure(PATIENTS_OF, book.reader.get('link-workers').datasets),
				shown: figure(t.count(network.practices), book.reader.get('link-workers').datasets)
			})
		);
	}
	if (members.length === 0) return [...sentences, t('about.none')];
	const hundred = own('100');
	const { areas } = book;
	if (isInPart(book, area)) {
		sentences.push(
			t('about.part', {
				some: figure(t.number(members.length), areas.datasets),
				all: figure(t.number(book.communitySizes.get(area.code) ?? 0), areas.datasets),
				region: t.proper(book.region.name)
			})
		);
	}
	sentences.push(
		t('about.people', {
			people: figure(t.count(residentsOf(areas, members)), areas.datasets),
			year: own('2021')
		})
	);
	if (area.level === 'network') sentences.push(t('about.estimate'));
	const children = shareIn(book.reader, 'ages-2025', ['aged_0_15', 'total'], members);
	const older = shareIn(book.reader, 'ages-2025', ['aged_65_over', 'total'], members);
	if (children && older) {
		sentences.push(
			t('about.ages', {
				children: begun(children, t),
				older: shown(older, t),
				hundred,
				child: own(CHILD),
				old: own(OLD)
			})
		);
	}
	const cars = shareIn(book.reader, 'cars-2025', ['no_car', 'households_cars'], members);
	if (cars) sentences.push(t('about.cars', { cars: begun(cars, t), hundred }));
	const carers = shareIn(book.reader, 'plus-groups-2025', ['carers', 'residents_5_over'], members);
	if (carers)
		sentences.push(t('about.carers', { carers: begun(carers, t), hundred, five: own(FIVE) }));
	return [...sentences, t('about.not-you')];
}

/** The section of a page. */
export const aboutSection = (book: Book, area: PageArea, t: Translate): Html =>
	markup`<section class="about" aria-labelledby="about">
		<h2 id="about">${t('about.title')}</h2>
		${aboutSentences(book, area, t).map((sentence) => markup`<p>${sentence}</p> `)}
	</section> `;
