/**
 * Services that local documents name for everyone in an area. They have no address, so they stand
 * in no table of places: in a list and in the search alone.
 */
import { formatDocumentDate } from '../text/document-date.ts';
import { soughtWords, wordsOf } from '../text/words.ts';

/** A service of a whole area, as a document names it. */
export interface NamedService {
	id: string;
	name: string;
	/** What it does, in short words. */
	what: string;
	/** For whom, as the document calls the area: "Norfolk", "England". */
	area: string;
	/** "maternity", "food". */
	kind: string;
	/** Title of the document, and where in it. */
	document: string;
	section: string;
	/** Of the document: a day, month, year or two years. */
	dated: string;
}

/** The services that the documents of a region name. */
export interface NamedServicesPart {
	kind: 'named-services';
	part: 'named-services';
	datasets: string[];
	services: NamedService[];
}

/** The heading of such services. */
export const NAMED_TITLE = 'For everyone in the area';

/** Said where they are listed. */
export const NAMED_NOTE =
	'Local and national documents name these services. Each says which area it is for. They have no address here, so they are not on the map. Nobody has checked for us that they are still there.';

/** How sure a service is: "Named in 2021/22, to confirm". */
export const namedWhen = ({ dated }: Pick<NamedService, 'dated'>): string =>
	`Named in ${formatDocumentDate(dated)}, to confirm`;

/** The services that have every word somewhere as the beginning of one of theirs. */
export function namedServicesFor(services: readonly NamedService[], text: string): NamedService[] {
	const sought = soughtWords(text);
	return services.filter((service) => {
		const words = wordsOf(`${service.name} ${service.what} ${service.kind} ${service.area}`);
		return sought.every((word) => words.some((other) => other.startsWith(word)));
	});
}
