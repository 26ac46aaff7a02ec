/** Maternity: places of birth, and places of care before and after it. */
import type { AssetsPart } from '../register/parts.ts';
import { formatCount, formatList, formatMonth } from '../text/format.ts';
import { assetPoints, type AssetsFound } from './assets.ts';
import { deprivationPart } from '../facts/parts.ts';
import type { Finding, OverlayLayer } from './layer.ts';
import { POINT_SYMBOLS } from './shapes.ts';

const NOT_CONFIRMED =
	'Not confirmed: no source with a date says so. Ask the hospital or a midwife before travelling';

/** What confirms it, in the words of the source, or that nothing does. */
const confirmedLine = (part: AssetsPart, asset: number): string => {
	const found = part.confirmed?.[asset];
	return found
		? `Confirmed ${formatMonth(found.date)} by ${found.source}: “${found.quotation}”`
		: NOT_CONFIRMED;
};
const BORDER_CAVEAT =
	'Outside the region, we show only hospitals whose maternity department has a name of its own in the NHS register. Many have none, and one that has may not hold births. Each is to be confirmed.';

const birthsOf = (part: AssetsPart, asset: number): number | null =>
	part.figures?.['births']?.[asset] ?? null;

export const maternityUnits: OverlayLayer = {
	id: 'maternity-units',
	kind: 'points',
	title: 'Maternity units',
	question: 'Where can people give birth?',
	group: 'health',
	about:
		'Hospitals with births, and birth centres. Where a local document printed births and services for 2015-16, they are shown. It is not a live list: check whether a birth centre is open. Home births are not shown.',
	initially: false,
	parts: (edition) => ['maternity-units', deprivationPart(edition)],
	build: (context) =>
		assetPoints(context, {
			part: 'maternity-units',
			noun: 'maternity unit',
			symbol: POINT_SYMBOLS.maternityUnit,
			legendTitle: 'Maternity units',
			listing: 'Local documents and the NHS register name',
			complete: false,
			countsConfirmed: true,
			classLabels: ['Confirmed', 'Not confirmed'],
			statusLine: confirmedLine,
			note: plainNote,
			lines: (part, asset) => {
				const births = birthsOf(part, asset);
				return births === null
					? []
					: [`Older figures: ${formatCount(births)} births in 2015-16, as printed`];
			},
			aside: (part, asset) => {
				const births = birthsOf(part, asset);
				return births === null ? null : `older figure: ${formatCount(births)} births in 2015-16`;
			},
			findings: (found) => [birthsFinding(found)],
			period: 'births and services of 2015-16 where printed',
			caveats: [
				'Births and services are those that one local document printed for 2015-16, by hospital. They include people who live elsewhere. It printed none for other hospitals, which does not mean that they had none.',
				'Birth centres open and close. Confirmed means that a source with a date says so. A name in a register is not enough to make a place of birth.',
				BORDER_CAVEAT
			]
		})
};

export const maternityHubs: OverlayLayer = {
	id: 'maternity-hubs',
	kind: 'points',
	title: 'Maternity hubs and clinics',
	question: 'Where is care before and after birth?',
	group: 'health',
	about:
		'Hubs, clinics and bases of midwives named in local documents, the press or the NHS register. The list is not complete, and each one is to be confirmed.',
	initially: false,
	parts: (edition) => ['maternity-hubs', deprivationPart(edition)],
	build: (context) =>
		assetPoints(context, {
			part: 'maternity-hubs',
			noun: 'maternity hub or clinic',
			plural: 'maternity hubs and clinics',
			symbol: POINT_SYMBOLS.maternityHub,
			legendTitle: 'Maternity hubs and clinics',
			classLabels: ['Confirmed', 'Named, not confirmed'],
			listing: 'Documents, the press and the NHS register name',
			complete: false,
			incomplete:
				'The list is not complete, and each one is to be confirmed. Few named does not mean few there.',
			statusLine: confirmedLine,
			note: plainNote,
			caveats: [
				'Midwives also hold clinics in GP practices, children’s centres and homes that are not on our lists.',
				BORDER_CAVEAT
			]
		})
};

/** What was written down of a place, without the words that only whoever wrote it would use. */
const plainNote = (note: string): string =>
	note.replace(/( -|;)( current)? status unverified/, '. Nobody has confirmed that it is open');

/** The units inside the region by their births, where these were printed. */
function birthsFinding({ part, inside, points }: AssetsFound): Finding {
	const sure = inside.filter((at) => points[at]?.hollow === false);
	const published = sure
		.map((at) => ({ name: part.names[at] ?? '', births: birthsOf(part, at) }))
		.filter((unit): unit is { name: string; births: number } => unit.births !== null)
		.sort((a, b) => b.births - a.births);
	const others = sure.filter((at) => birthsOf(part, at) === null).map((at) => part.names[at] ?? '');
	const sentences = [
		published.length > 0
			? `Older figures: in 2015-16 there were ${formatList(published.map(({ name, births }) => `${formatCount(births)} births at ${name}`))}, as a local document printed them.`
			: '',
		others.length > 0
			? `The documents that we read print no number of births for ${formatList(others)}.`
			: ''
	].filter(Boolean);
	return {
		id: 'maternity-births',
		text: sentences.join(' ') || 'We know of no maternity unit inside the region.',
		area: null
	};
}
