/**
 * The least that MapLibre needs to draw the region's neighbourhoods: no framework, no labels, no
 * panels. It says when it painted in the same words as the site: `map:first-areas`, `map:repaint`
 * and `map:hover`, the last for a plain frame on a moved mouse. `?width=&height=` size the map.
 *
 * `?view=latitude,longitude,zoom` puts it there and adds points: a source and two layers of plain
 * circles for each kind, clustered as the site clusters them, without icons or numbers.
 */
import type { FeatureCollection } from 'geojson';
import { Map, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { bbox as boxOf, feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { CLUSTERING } from '../../../src/lib/map/clustering.ts';
import type { BarePoints } from '../bare.ts';

const SOURCE = 'areas';
const POINT_COLOURS = ['#b3003c', '#00695c'];
const COLOURS = ['#f7fbff', '#c6dbef', '#6baed6', '#2171b5', '#08306b'];

/** The first (only) collection of a topology, its features numbered for the feature states. */
function readAreas(topology: Topology): FeatureCollection {
	const [areas] = Object.values(topology.objects);
	const collection = feature(topology, areas as GeometryCollection);
	return { ...collection, features: collection.features.map((area, id) => ({ ...area, id })) };
}

/** The points of each kind, as circles. */
function addPoints(map: Map, kinds: readonly BarePoints[]): void {
	for (const [i, points] of kinds.entries()) {
		const source = `points-${i}`;
		map.addSource(source, {
			type: 'geojson',
			...CLUSTERING,
			data: {
				type: 'FeatureCollection',
				features: points.map((coordinates) => ({
					type: 'Feature',
					properties: {},
					geometry: { type: 'Point', coordinates }
				}))
			}
		});
		for (const [clustered, radius] of [
			[false, 5],
			[true, 11]
		] as const) {
			const isCluster = ['has', 'point_count'] as const;
			map.addLayer({
				id: `${source}-${clustered ? 'cluster' : 'single'}`,
				type: 'circle',
				source,
				filter: clustered ? [...isCluster] : ['!', [...isCluster]],
				paint: {
					'circle-radius': radius,
					'circle-color': POINT_COLOURS[i] ?? '#000000',
					'circle-stroke-width': 1.5,
					'circle-stroke-color': '#ffffff'
				}
			});
		}
	}
}

function showMap(topology: Topology, view: string | null, points: readonly BarePoints[]): void {
	const areas = readAreas(topology);
	const [west, south, east, north] = boxOf(topology) as [number, number, number, number];
	const [latitude = 0, longitude = 0, zoom = 0] = view?.split(',').map(Number) ?? [];
	const map = new Map({
		container: 'map',
		attributionControl: false,
		fadeDuration: 0,
		...(view === null
			? { bounds: [west, south, east, north] }
			: { center: [longitude, latitude], zoom }),
		style: {
			version: 8,
			sources: { [SOURCE]: { type: 'geojson', data: areas } },
			layers: [
				{
					id: 'fill',
					type: 'fill',
					source: SOURCE,
					paint: {
						'fill-antialias': false,
						'fill-color': [
							'case',
							['==', ['feature-state', 'v'], null],
							'#cccccc',
							[
								'step',
								['number', ['feature-state', 'v'], 0],
								...COLOURS.flatMap((colour, i) => (i === 0 ? [colour] : [i * 2, colour]))
							] as unknown as string
						]
					}
				},
				{
					id: 'line',
					type: 'line',
					source: SOURCE,
					paint: { 'line-width': 0.5, 'line-color': '#555555' }
				}
			]
		}
	});

	/** Two editions that differ in most areas, as tenths. */
	const recolour = (edition: string) => {
		const step = edition === '2019' ? 3 : 7;
		areas.features.forEach(({ id }, i) => {
			map.setFeatureState({ source: SOURCE, id: id as number }, { v: (i * step) % 10 });
		});
	};

	map.once('load', () => {
		recolour('2025');
		addPoints(map, points);
		map.once('idle', () => performance.mark('map:first-areas'));
	});
	for (const radio of document.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
		radio.addEventListener('change', () => {
			const start = performance.now();
			map.once('render', () => performance.measure('map:repaint', { start }));
			recolour(radio.value);
		});
	}
	map.on('mousemove', () => {
		const start = performance.now();
		map.once('render', () => performance.measure('map:hover', { start }));
		map.triggerRepaint();
	});
}

const asked = new URLSearchParams(location.search);
const container = document.getElementById('map');
if (container) {
	container.style.width = `${asked.get('width') ?? 860}px`;
	container.style.height = `${asked.get('height') ?? 720}px`;
}
setWorkerUrl(workerUrl);
const read = async <T>(file: string) => (await (await fetch(file)).json()) as T;
const view = asked.get('view');
const points = view === null ? [] : await read<BarePoints[]>('./points.json');
showMap(await read<Topology>('./areas.json'), view, points);
