import type { AssetsPart } from '../register/parts.ts';
import { LEVELS } from '../areas/region.ts';
import { formatCount, formatQuantity } from '../text/format.ts';
import { assetPoints, type AssetsFound } from './assets.ts';
import { numberColumn, sumByUnit } from './columns.ts';
import { deprivationPart } from '../facts/parts.ts';
import type { Finding, LayerContext, OverlayLayer, TableColumn } from './layer.ts';
import { POINT_SYMBOLS } from './shapes.ts';

const patientsOf = (part: AssetsPart, asset: number): number | null =>
	part.figures?.['patients']?.[asset] ?? null;

export const gpPractices: OverlayLayer = {
	id: 'gp-practices',
	kind: 'points',
	title: 'GP practices',
	question: 'Where are the GP practices, and how many patients do they have?',
	group: 'health',
	about:
		'The main site of each general practice in February 2026, with the patients on its list. Branch surgeries are not shown, so a village may have a surgery that is not on this map.',
	initially: false,
	parts: (edition) => ['gp-practices', deprivationPart(edition)],
	build: (context) =>
		assetPoints(context, {
			part: 'gp-practices',
			noun: 'GP practice',
			symbol: POINT_SYMBOLS.gpPractice,
			legendTitle: 'GP practices, main sites',
			listing: 'The NHS register lists',
			complete: false,
			incomplete:
				'Branch surgeries are not in these data, so do not compare areas by these counts.',
			lines: (part, asset) => {
				const patients = patientsOf(part, asset);
				return [
					patients === null
						? 'List size not published'
						: `${formatCount(patients)} registered patients (about January 2026)`
				];
			},
			aside: (part, asset) => {
				const patients = patientsOf(part, asset);
				return patients === null ? null : `${formatCount(patients)} patients`;
			},
			findings: (found) => [patientsFinding(context, found)],
			columns: (found) => [patientsColumn(context, found)],
			period: 'list sizes of about January 2026, networks of 2022/23',
			caveats: [
				'These are main sites only, each at its postcode. Patients of a practice may live anywhere around it, even outside the region.',
				'The register gives names in capitals; we show them in ordinary letters.'
			]
		})
};

function patientsFinding({ regionName }: LayerContext, { part, inside }: AssetsFound): Finding {
	const lists = inside
		.map((at) => ({ name: part.names[at] ?? '', patients: patientsOf(part, at) }))
		.filter((list): list is { name: string; patients: number } => list.patients !== null)
		.sort((a, b) => a.patients - b.patients);
	const total = lists.reduce((sum, { patients }) => sum + patients, 0);
	const middle = lists[Math.floor(lists.length / 2)];
	const most = lists.at(-1);
	const without = inside.length - lists.length;
	return {
		id: 'gp-patients',
		text:
			`${formatCount(total)} patients are registered with ${formatQuantity(lists.length, 'practice')} in ${regionName} (about January 2026)` +
			(middle && most
				? `. Half of the practices have more than about ${formatCount(Math.round(middle.patients / 100) * 100)} patients; ${most.name} has the most, ${formatCount(most.patients)}`
				: '') +
			'.' +
			(without > 0
				? ` No number of patients is published for ${formatQuantity(without, 'more practice', 'more practices')}.`
				: ''),
		area: null
	};
}

function patientsColumn({ areas, units }: LayerContext, found: AssetsFound): TableColumn {
	const patients = new Array<number>(areas.count).fill(0);
	for (const at of found.inside) {
		const area = found.points[at]?.area ?? -1;
		patients[area] = (patients[area] ?? 0) + (patientsOf(found.part, at) ?? 0);
	}
	return numberColumn(
		{
			id: 'gp_patients',
			label: 'Patients of practices',
			description: `Patients registered with practices whose main site is in the ${LEVELS[units.level].one}, about January 2026; they may live elsewhere`
		},
		sumByUnit(units.members, patients)
	);
}
