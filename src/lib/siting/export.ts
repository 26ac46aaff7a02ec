/** A plan to take away: CSV and GeoJSON that say by themselves what was asked, of what, and what it is not. */
import { stringify } from 'csv-stringify/browser/esm/sync';
import type { FeatureCollection } from 'geojson';
import type { NamedSource } from '../catalogue/notes.ts';
import { CAVEATS, type SitingReading } from './reading.ts';

function sourcesOf(reading: SitingReading, sources: readonly NamedSource[]): string[] {
	return reading.datasets.flatMap((id) => {
		const found = sources.find((source) => source.id === id);
		return found ? [`${found.title}, ${found.publisher}; ${found.period}`] : [];
	});
}

/** CSV text: what was asked, found, and from what, each in a row of its own; then a row a hub. */
export function planCsv(
	reading: SitingReading,
	sources: readonly NamedSource[],
	link: string
): string {
	const notes = [
		reading.headline,
		reading.proof,
		reading.leftOutSentence,
		...reading.parameters.map(({ label, value }) => `${label}: ${value}`),
		...sourcesOf(reading, sources).map((text) => `Source: ${text}`),
		...CAVEATS.map((text) => `Note: ${text}`),
		`Link: ${link}`
	];
	const header = [
		'Number',
		'Name',
		'Kind',
		'Stands already',
		'Place',
		'Longitude',
		'Latitude',
		`${reading.who} who go there`,
		`Mean journey, ${reading.unit} (estimate)`,
		'Of them with no other hub within reach',
		'What is known of the building',
		'Identifier'
	];
	const rows = reading.hubs.map((hub) => [
		hub.number,
		hub.name,
		hub.label,
		hub.standing ? 'Yes' : 'No',
		hub.place,
		hub.longitude,
		hub.latitude,
		Math.round(hub.people),
		hub.mean === null ? null : Math.round(hub.mean * 10) / 10,
		Math.round(hub.onlyHere),
		hub.known,
		hub.id
	]);
	return stringify([...notes.map((text) => [text]), header, ...rows], {
		// A cell that a spreadsheet would take for a formula stays text.
		escape_formulas: true
	});
}

export interface PlanLine {
	/** Number of the hub. */
	hub: number;
	from: [number, number];
	to: [number, number];
	/** Code of the neighbourhood. */
	area: string;
	people: number;
}

/** GeoJSON text: a point a hub, a line to each neighbourhood it serves, and all that is to be known of them. */
export function planGeoJson(
	reading: SitingReading,
	lines: readonly PlanLine[],
	sources: readonly NamedSource[],
	link: string
): string {
	const collection: FeatureCollection & { about: object } = {
		type: 'FeatureCollection',
		about: {
			headline: reading.headline,
			proof: reading.proof,
			leftOut: reading.leftOutSentence,
			parameters: Object.fromEntries(reading.parameters.map(({ label, value }) => [label, value])),
			sources: sourcesOf(reading, sources),
			caveats: CAVEATS,
			link
		},
		features: [
			...reading.hubs.map(
				({ longitude, latitude, ...rest }): FeatureCollection['features'][number] => ({
					type: 'Feature',
					geometry: { type: 'Point', coordinates: [longitude, latitude] },
					properties: { ...rest, people: Math.round(rest.people), unit: reading.unit }
				})
			),
			...lines.map(({ from, to, hub, area, people }): FeatureCollection['features'][number] => ({
				type: 'Feature',
				geometry: { type: 'LineString', coordinates: [from, to] },
				properties: { hub, area, people: Math.round(people) }
			}))
		]
	};
	return JSON.stringify(collection, null, '\t');
}
