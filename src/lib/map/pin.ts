/** The pin at a place that was searched for: to be seen, with nothing to press. */
import { Marker, type Map as MapLibreMap } from 'maplibre-gl';

const SVG = 'http://www.w3.org/2000/svg';
/** A drop whose point is at the place. */
const DROP = 'M12 31C12 31 2 18 2 11.5a10 10 0 0 1 20 0C22 18 12 31 12 31z';

/** Put a pin on a map. What it stands for is said in words beside the map. */
export function makePin(
	map: MapLibreMap,
	{ longitude, latitude }: { longitude: number; latitude: number }
): { remove: () => void } {
	const element = document.createElement('div');
	element.className = 'pin';
	const drawing = document.createElementNS(SVG, 'svg');
	drawing.setAttribute('viewBox', '0 0 24 32');
	drawing.setAttribute('width', '30');
	drawing.setAttribute('height', '40');
	drawing.append(
		shape('path', { d: DROP, fill: '#d4006a', stroke: '#ffffff', 'stroke-width': '1.5' }),
		shape('circle', { cx: '12', cy: '11.5', r: '3.5', fill: '#ffffff' })
	);
	element.append(drawing);
	element.style.pointerEvents = 'none';
	const marker = new Marker({ element, anchor: 'bottom' })
		.setLngLat([longitude, latitude])
		.addTo(map);
	element.removeAttribute('role');
	element.removeAttribute('aria-label');
	element.setAttribute('aria-hidden', 'true');
	return { remove: () => void marker.remove() };
}

function shape(name: 'path' | 'circle', attributes: Record<string, string>): SVGElement {
	const made = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
	return made;
}
