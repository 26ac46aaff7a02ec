/** Buildings that are there already and could host a hub: libraries, pharmacies, dentists, schools, hospitals. */
import { assetPoints, type AssetPointsRequest } from './assets.ts';
import { deprivationPart } from '../facts/parts.ts';
import type { OverlayLayer } from './layer.ts';
import { POINT_SYMBOLS } from './shapes.ts';

type HostLayer = Pick<OverlayLayer, 'title' | 'question' | 'about'> & {
	request: AssetPointsRequest;
};

const HOSTS: readonly HostLayer[] = [
	{
		title: 'Libraries',
		question: 'Where is the nearest library?',
		about:
			'Public libraries in a fixed building that were open in 2023, run by the council or by the community. Mobile libraries are not shown. A library that was closed for a time counts as open.',
		request: {
			part: 'libraries',
			kindPrefix: 'Library: ',
			noun: 'library',
			plural: 'libraries',
			symbol: POINT_SYMBOLS.library,
			legendTitle: 'Libraries',
			listing: 'Official returns of councils list',
			complete: true,
			caveats: [
				'The list dates from 2023, and libraries have closed and opened since. Each is shown at its postcode.'
			]
		}
	},
	{
		title: 'Pharmacies',
		question: 'Where is the nearest pharmacy?',
		about:
			'Pharmacies that dispense for the NHS, each at its postcode. A few have no counter, because they sell only at a distance or supply appliances. The register does not say which.',
		request: {
			part: 'pharmacies',
			noun: 'pharmacy',
			plural: 'pharmacies',
			symbol: POINT_SYMBOLS.pharmacy,
			legendTitle: 'Pharmacies',
			listing: 'The NHS registers list',
			complete: true,
			caveats: [
				'Includes some that sell only at a distance or supply appliances. Each is shown at its postcode. The register gives names in capitals; we show them in ordinary letters.'
			]
		}
	},
	{
		title: 'Dental practices',
		question: 'Where are the dental practices?',
		about:
			'Dental practices known to the NHS, each at its postcode. It does not say whether a practice takes new NHS patients.',
		request: {
			part: 'dentists',
			noun: 'dental practice',
			symbol: POINT_SYMBOLS.dentist,
			legendTitle: 'Dental practices',
			listing: 'The NHS registers list',
			complete: true,
			caveats: [
				'A practice in the register may not take new NHS patients. Each is shown at its postcode. The register gives names in capitals; we show them in ordinary letters.'
			]
		}
	},
	{
		title: 'Schools and colleges',
		question: 'Where are the schools and colleges?',
		about:
			'Schools, colleges and nursery schools open in May 2025, public and independent. Children’s centres, family hubs and other nurseries are not in this register.',
		request: {
			part: 'schools',
			noun: 'school or college',
			plural: 'schools and colleges',
			symbol: POINT_SYMBOLS.school,
			note: (type) => `Type: ${type}`,
			legendTitle: 'Schools and colleges',
			listing: 'The register of the Department for Education lists',
			complete: false,
			incomplete:
				'Schools differ in size, so their number says little about how many school places there are.',
			caveats: ['Children’s centres, family hubs and day nurseries are not in this register.']
		}
	},
	{
		title: 'Hospitals and clinics',
		question: 'Where are hospitals and clinics for children?',
		about:
			'Hospitals and clinics with services for children, as known to the Royal College of Paediatrics and Child Health in August 2024. It is not a list of all hospitals.',
		request: {
			part: 'hospitals',
			kindPrefix: 'Hospital or clinic: ',
			noun: 'hospital or clinic',
			plural: 'hospitals and clinics',
			symbol: POINT_SYMBOLS.hospital,
			note: (trust) => trust.replace(/^Of /, 'Run by: '),
			legendTitle: 'Hospitals and clinics for children',
			listing: 'The Royal College of Paediatrics and Child Health lists',
			complete: false,
			incomplete: 'Hospitals without services for children are not among them.',
			caveats: ['Only hospitals and clinics with services for children are listed.']
		}
	}
];

/** Places that could host a hub, an overlay each. */
export const hostLayers: readonly OverlayLayer[] = HOSTS.map(({ request, ...words }) => ({
	...words,
	id: request.part,
	kind: 'points',
	group: 'hosts',
	initially: false,
	parts: (edition) => [request.part, deprivationPart(edition)],
	build: (context) => assetPoints(context, request)
}));
