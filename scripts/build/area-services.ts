/**
 * Services that documents name for a whole area, as they are given back with the register: without a
 * place, each with its area, its document, and that it is to confirm.
 */
import type { Dataset } from '../../src/lib/catalogue/catalogue.ts';
import { NOTHING_KNOWN, type Asset } from '../../src/lib/register/asset.ts';
import { namedFor, namedWhen, type NamedService } from '../../src/lib/register/named-services.ts';
import { sectionWords } from '../../src/lib/text/document-date.ts';
import { capitalise } from '../../src/lib/text/format.ts';
import { attributesOf, uuidOf, type Json } from './open-referral.ts';

/** Catalogue id of the table of such services. */
export const NAMED_SERVICES = 'published-named-services';

/** Where it is named: "Some board: The plan, section 5.2". */
const namedIn = ({ publisher, document, section }: NamedService): string =>
	`${publisher}: ${document}, ${sectionWords(section)}`;

/** Whose words the row rests on. */
export const attributionOf = (service: NamedService): string =>
	`Source: ${namedIn(service)}; in our own short words`;

/** A document of two years is as old as the first of them. */
const YEARS = /^(\d{4})-(?!0[1-9]|1[0-2])\d{2}$/;

/** A service as an entry of the register: no place, and nothing that its document does not say. */
export function entryOf(service: NamedService, { licence }: Pick<Dataset, 'licence'>): Asset {
	return {
		...NOTHING_KNOWN,
		id: service.id,
		name: service.name,
		kind: 'other-service',
		areaOfOperation:
			service.areaCode === null ? service.area : `${service.area} (${service.areaCode})`,
		source: NAMED_SERVICES,
		sourceDetail: service.document,
		licence,
		collected: service.dated.replace(YEARS, '$1'),
		status: 'unverified',
		note: `${capitalise(service.what)}. ${namedWhen(service)}.`
	};
}

/** Where the statisticians of England describe an area. */
const AREA_PAGE = 'http://statistics.data.gov.uk/id/statistical-geography/';

/** A service of Open Referral UK that has an area and no location. */
export function areaServiceOf(service: NamedService, dataset: Dataset): Json {
	const entry = entryOf(service, dataset);
	const id = uuidOf(service.id);
	return {
		id,
		name: service.name,
		description: `${capitalise(service.what)}. ${capitalise(namedFor(service))}. ${namedWhen(service)}. ${attributionOf(service)}.`,
		url: dataset.official,
		alert:
			'We do not know its own web address. The link leads to NHS England, whose local bodies name it. We have not checked that it still runs.',
		// The standard asks for one, and has no word for "not known".
		status: 'active',
		service_areas: [
			{
				id: uuidOf(`area ${service.id}`),
				service_id: id,
				name: service.area,
				service_area: service.area,
				...(service.areaCode !== null && { uri: `${AREA_PAGE}${service.areaCode}` })
			}
		],
		attributes: attributesOf(entry, [], id)
	};
}
