/**
 * What to find out on a visit to a building. No list says it, so every answer starts as not known; a
 * building is called nothing more than a building to ask until somebody has been there.
 */
import { columnsOf, type Document } from '../document/document.ts';
import type { BuildingToAsk } from './buildings-to-ask.ts';
import type { HubRow } from './hubs-read.ts';

export interface VisitQuestion {
	id: string;
	/** "A private room for a conversation". */
	label: string;
}

/** In the order of a walk through the building. Adding one is an entry here. */
export const VISIT_QUESTIONS: readonly VisitQuestion[] = [
	{ id: 'bus-stop', label: 'A bus stop close by' },
	{ id: 'step-free', label: 'Step-free from the street to the room' },
	{ id: 'private-room', label: 'A private room for a conversation' },
	{ id: 'same-room', label: 'The same room every week' },
	{ id: 'evenings', label: 'Open in the evening or at weekends' },
	{ id: 'baby-change', label: 'Somewhere to change and feed a baby' },
	{ id: 'wifi', label: 'Free Wi-Fi' },
	{ id: 'device', label: 'A device to borrow' },
	{ id: 'helper', label: 'Somebody who helps people to get online' }
];

export const NOT_KNOWN = 'Not known';

/** Said on every sheet. */
export const VISIT_NOTE =
	'Nobody has checked this building for us. Each answer stays “not known” until you have been there and asked.';

/** Sheets to fill in, a row a building and a column a question. */
export const visitDocument = (
	hubs: readonly Pick<HubRow, 'area' | 'district' | 'buildings'>[],
	owner: string,
	address: string
): Document => ({
	title: 'Visit sheets',
	sentences: [VISIT_NOTE],
	asked: [],
	sources: [],
	notes: [],
	owner,
	address,
	everyRow: [
		{ label: 'Read with care', value: VISIT_NOTE },
		{ label: 'Link', value: address }
	],
	tables: [
		{
			columns: columnsOf([
				'Area to look in',
				'District',
				'Building to ask',
				'Kind',
				'Address',
				'Postcode',
				...VISIT_QUESTIONS.map(({ label }) => label),
				'Visited on',
				'By whom',
				'Identifier'
			]),
			rows: hubs.flatMap(({ area, district, buildings }) =>
				buildings.map((building: BuildingToAsk) => [
					area,
					district,
					building.name,
					building.label,
					building.address,
					building.postcode,
					...VISIT_QUESTIONS.map(() => NOT_KNOWN),
					'',
					'',
					building.id
				])
			)
		}
	]
});
