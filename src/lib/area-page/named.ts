/** Services for everyone in an area, which local documents name and which stand on no map. */
import { groupOf } from '../areas/region.ts';
import {
	NAMED_NOTE,
	NAMED_TITLE,
	namedFor,
	namedServicesIn,
	namedWhen,
	type NamedService
} from '../register/named-services.ts';
import type { Book } from './book.ts';
import { markup, type Html } from './html.ts';
import type { PageArea } from './page-area.ts';

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
export function namedSection(book: Book, area: PageArea): Html | null {
	const services = servicesOf(book, area);
	if (services.length === 0) return null;
	const source = book.reader.get('named-services').datasets.join(' ');
	return markup`<section class="named" aria-labelledby="named" data-source="${source}">
<h2 id="named">${NAMED_TITLE}</h2>
<p>${NAMED_NOTE}</p>
<ul>${services.map(
		(service) =>
			markup`<li><strong>${service.name}</strong>, ${namedFor(service)}<span class="screen">: ${service.what}</span> <span class="note">${namedWhen(service)}</span></li>
`
	)}</ul>
</section>
`;
}
