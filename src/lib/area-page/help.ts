/** Whom to call now. No symptoms: nobody should have to find theirs in a list. */
import type { Book } from './book.ts';
import { figure, markup, OWN_WORDS, type Html } from './html.ts';
import type { PageArea } from './page-area.ts';
import { groupOf } from '../areas/region.ts';
import { formatMonth } from '../text/format.ts';

const own = (text: string): Html => figure(text, OWN_WORDS);

/** Where every council of England is found. */
const COUNCILS = 'https://www.gov.uk/find-local-council';

/** The section of a page: it is the same everywhere but for numbers that somebody answers for. */
export function helpSection(book: Book, area: PageArea): Html {
	const [first] = area.members;
	const above =
		first === undefined
			? []
			: (['district', 'place', 'msoa'] as const).map(
					(level) => groupOf(book.areas, level, first).code
				);
	const numbers = book.helpNumbers.filter(
		({ area: code }) => code === area.code || above.includes(code)
	);
	return markup`<section class="help" aria-labelledby="help">
		<h2 id="help">Get help now</h2>
		<ul>
			<li>
				If someone is badly hurt or their life is in danger, call
				<a href="tel:999">${own('999')}</a>.
			</li>
			<li>
				If you need medical help and it is not an emergency, call
				<a href="tel:111">${own('NHS 111')}</a>, or use
				<a href="https://111.nhs.uk/">${own('NHS 111 online')}</a>.
			</li>
			<li>
				Pregnant and worried? Call your maternity team now. No number? Call your GP or
				<a href="tel:111">${own('111')}</a>.
			</li>
			<li>
				For help with money, housing or care,
				<a href="${COUNCILS}">find your local council</a> on GOV.UK.
			</li>
		</ul>
		${
			numbers.length > 0
				? markup`<ul>
						${numbers.map(
							({ name, phone, owner, source, checked }) =>
								markup`<li>
									${name}: <a href="tel:${phone.replace(/ /g, '')}">${own(phone)}</a>. ${owner}
									answers for this number. We checked it in ${own(formatMonth(checked))}, in
									${source}.
								</li>`
						)}
					</ul>`
				: markup`<p class="quiet">We hold no local helpline number that has been checked.</p>`
		}
	</section> `;
}
