/**
 * Services that local documents name for everyone in an area. They have no address, so they stand
 * on no map and in no count: in the lists, the search and the files of the register.
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
	/** Official code of that area; null where the document's words name none. */
	areaCode: string | null;
	/** The region's districts that lie in the area, in whole or in part; null where nobody has said which do. */
	districts: readonly string[] | null;
	/** "maternity", "food". */
	kind: string;
	/** Title of the document, who published it, and where in it. */
	document: string;
	publisher: string;
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
	'Local and national documents name these services. Each says which area it is for. We have no address for them, so they are not on the map. We have not checked that they still run.';

/** How sure a service is: "Named in 2021/22, to confirm". */
export const namedWhen = ({ dated }: Pick<NamedService, 'dated'>): string =>
	`Named in ${formatDocumentDate(dated)}, to confirm`;

/** For whom it is: "for Norfolk", or that nobody has said which area it serves. */
export const namedFor = ({ area, districts }: Pick<NamedService, 'area' | 'districts'>): string =>
	districts === null ? `${area} (the area it serves is to confirm)` : `for ${area}`;

/**
 * The services of some districts: those that reach at least one of them, and those of which nobody
 * has said whom they reach.
 */
export const namedServicesIn = (
	services: readonly NamedService[],
	districts: ReadonlySet<string>
): NamedService[] =>
	services.filter((service) => service.districts?.some((code) => districts.has(code)) ?? true);

/** The services that have every word somewhere as the beginning of one of theirs. */
export function namedServicesFor(services: readonly NamedService[], text: string): NamedService[] {
	const sought = soughtWords(text);
	return services.filter((service) => {
		const words = wordsOf(`${service.name} ${service.what} ${service.kind} ${service.area}`);
		return sought.every((word) => words.some((other) => other.startsWith(word)));
	});
}
