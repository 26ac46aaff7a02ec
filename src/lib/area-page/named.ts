/** Services for everyone in an area, which local documents name and which stand on no map. */
import { NAMED_NOTE, NAMED_TITLE, namedWhen } from '../register/named-services.ts';
import type { Book } from './book.ts';
import { markup, type Html } from './html.ts';

/** The section of a page; none where the region's documents name none. */
export function namedSection({ reader }: Book): Html | null {
	const part = reader.find('named-services');
	// What to call now stands above, and is no service that anybody has to confirm.
	const services = part?.services.filter(({ kind }) => kind !== 'help now') ?? [];
	if (!part || services.length === 0) return null;
	const source = part.datasets.join(' ');
	return markup`<section class="named" aria-labelledby="named" data-source="${source}">
<h2 id="named">${NAMED_TITLE}</h2>
<p>${NAMED_NOTE}</p>
<ul>${services.map(
		(service) =>
			markup`<li><strong>${service.name}</strong>, for ${service.area}<span class="screen">: ${service.what}</span> <span class="note">${namedWhen(service)}</span></li>
`
	)}</ul>
</section>
`;
}
