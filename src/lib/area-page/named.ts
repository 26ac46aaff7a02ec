/** Services for everyone in an area, which local documents name and which stand on no map. */
import { groupOf } from '../areas/region.ts';
import { namedServicesIn, type NamedService } from '../register/named-services.ts';
import { formatDocumentDate } from '../text/document-date.ts';
import type { Book } from './book.ts';
import { markup, type Html } from './html.ts';
import type { PageArea } from './page-area.ts';
import type { Translate } from './translator.ts';

/** Those of the districts that an area lies in; all of them where it is not known where it lies. */
function servicesOf(book: Book, { members }: PageArea): readonly NamedService[] {
	const all = book.reader.find('named-services')?.services ?? [];
	if (members.length === 0) return all;
	return namedServicesIn(
		all,
		new Set(members.map((member) => groupOf(book.areas, 'district', member).code))
	);
}

/** The section of a page; none where the documents name none that reach the area. */
export function namedSection(book: Book, area: PageArea, t: Translate): Html | null {
	const services = servicesOf(book, area);
	if (services.length === 0) return null;
	const source = book.reader.get('named-services').datasets.join(' ');
	const forWhom = ({ area: name, districts }: NamedService) =>
		t(districts === null ? 'named.unsure' : 'named.for', { area: t.proper(name) });
	return markup`<section class="named" aria-labelledby="named" data-source="${source}">
<h2 id="named">${t('named.title')}</h2>
<p>${t('named.note')}</p>
<ul>${services.map(
		(service) =>
			markup`<li><strong>${t.proper(service.name)}</strong>, ${forWhom(service)}<span class="screen">: ${t.proper(service.what)}</span> <span class="note">${t('named.when', { when: t.proper(formatDocumentDate(service.dated)) })}</span></li>
`
	)}</ul>
</section>
`;
}
