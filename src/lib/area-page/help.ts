/** Whom to call now. No symptoms: nobody should have to find theirs in a list. */
import type { Book } from './book.ts';
import { figure, markup, OWN_WORDS, type Html } from './html.ts';
import { isWide, type NearArea } from './near.ts';
import type { PageArea } from './page-area.ts';
import { groupOf } from '../areas/region.ts';
import type { Translate } from './translator.ts';

const own = (text: string): Html => figure(text, OWN_WORDS);

/** Where every council of England is found. */
const COUNCILS = 'https://www.gov.uk/find-local-council';

/** A number to call, or a page to open, by its name, which no language changes. */
const link = (href: string, name: Html | string): Html =>
	markup`<a href="${href}">${figure(name, OWN_WORDS)}</a>`;

/** The numbers that somebody answers for and that are for an area, or for one that it lies in. */
function localNumbers(book: Book, { code, members }: PageArea): Book['helpNumbers'] {
	const [first] = members;
	const above =
		first === undefined
			? []
			: (['district', 'place', 'msoa'] as const).map(
					(level) => groupOf(book.areas, level, first).code
				);
	return book.helpNumbers.filter(({ area }) => area === code || above.includes(area));
}

/**
 * The nearest GP practice and its number, for whoever has only the first screen of a phone; null where no
 * number is known, or the area is so large that few of its people live near its middle.
 */
function nearestPractice(
	book: Book,
	area: PageArea,
	near: NearArea | null,
	t: Translate
): Html | null {
	const [first] = near?.groups.find(({ id }) => id === 'gp')?.places ?? [];
	if (!first || isWide(area)) return null;
	const call = book
		.contacts(first.id)
		.flatMap(({ links }) => links)
		.find(({ href }) => href.startsWith('tel:'));
	if (!call) return null;
	const source = first.datasets.join(' ');
	return markup`<li>${t('help.gp', {
		name: figure(t.proper(first.name), source),
		phone: markup`<a href="${call.href}">${figure(t.proper(call.text), source)}</a>`
	})}</li> `;
}

/** The section of a page: it is the same everywhere but for the nearest practice, and for numbers that somebody answers for. */
export function helpSection(
	book: Book,
	area: PageArea,
	near: NearArea | null,
	t: Translate,
	pictures?: (what: string) => Html | null
): Html {
	const numbers = localNumbers(book, area);
	return markup`<section class="help" aria-labelledby="help">
		<h2 id="help">${pictures?.('call') ?? null}${t('help.title')}</h2>
		<ul>
			<li>${t('help.danger', { number: link('tel:999', '999') })}</li>
			<li>${t('help.medical', {
				number: link('tel:111', 'NHS 111'),
				online: link('https://111.nhs.uk/', 'NHS 111 online')
			})}</li>
			<li>${t('help.pregnant', { number: link('tel:111', '111') })}</li>
			${nearestPractice(book, area, near, t)}<li>${t('help.council', { link: (words) => markup`<a href="${COUNCILS}">${words}</a>` })}</li>
		</ul>
		${
			numbers.length > 0
				? markup`<ul>
						${numbers.map(
							({ name, phone, owner, source, checked }) =>
								markup`<li>${t('help.local', {
									name: t.proper(name),
									phone: link(`tel:${phone.replace(/ /g, '')}`, t.proper(phone)),
									owner: t.proper(owner),
									month: own(t.month(checked)),
									source: t.proper(source)
								})}</li>`
						)}
					</ul>`
				: markup`<p class="quiet">${t('help.none')}</p>`
		}
	</section> `;
}
