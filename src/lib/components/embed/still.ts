/** The still picture of an embed: coloured for a layer, as it was drawn, or quiet, and pointing at an area. */
import type { EmbedColours } from '../../report/embed-view.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Units of the picture below which an area is hard to find: it gets a ring. */
const SMALL = 16;

/** What a picture shows. */
export interface StillAsked {
	colours: EmbedColours;
	/** Ids of what lies over the areas. */
	over: readonly string[];
	/** Neighbourhoods of the chosen area. */
	chosen: readonly number[];
}

/** A picture that stands in the page, and the neighbourhoods that it points at. */
export interface Still {
	svg: SVGSVGElement;
	chosen: readonly number[];
}

/** How areas look of which nothing is said yet. */
const QUIET = '#f3f1ec';

function readPicture(text: string) {
	const read = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
	const areas = read.querySelector('[data-layer="areas"]');
	if (!(read instanceof SVGSVGElement) || !areas) throw new Error('the picture is not whole');
	return { read, areas };
}

/** A picture as it was drawn, as an element of the page. Throws where the text is no picture of ours. */
export function pictureOf(text: string): SVGSVGElement {
	const { read } = readPicture(text);
	read.querySelector('title')?.remove();
	read.setAttribute('aria-hidden', 'true');
	return document.importNode(read, true);
}

/** The same without its colours and without a plan of hubs, for where what they would say is not known yet. */
export function quietStillOf(text: string): SVGSVGElement {
	const picture = pictureOf(text);
	for (const shape of picture.querySelectorAll('[data-layer="areas"] path')) {
		shape.setAttribute('fill', QUIET);
		shape.setAttribute('stroke', QUIET);
	}
	for (const plan of picture.querySelectorAll('[data-layer="plan"]')) plan.remove();
	return picture;
}

/** The picture in the colours of a layer. Throws where the text is no picture of ours. */
export function stillOf(
	text: string,
	{ colours, over }: Omit<StillAsked, 'chosen'>
): SVGSVGElement {
	const { read, areas } = readPicture(text);
	for (const shape of areas.querySelectorAll<SVGPathElement>('path')) {
		const place = colours.colours[Number(shape.dataset['name'])] ?? -1;
		const colour = colours.palette[place] ?? null;
		shape.setAttribute('fill', colour ?? 'url(#no-data)');
		// Where larger areas are coloured, the edges of neighbourhoods say nothing.
		if (colours.units !== null && colour !== null) shape.setAttribute('stroke', colour);
	}
	for (const group of read.querySelectorAll<SVGGElement>('g[data-layer]')) {
		const { layer = '' } = group.dataset;
		if (layer !== 'areas' && !over.includes(layer)) group.remove();
	}
	read.querySelector('title')?.remove();
	read.setAttribute('aria-hidden', 'true');
	return document.importNode(read, true);
}

/** Outlines an area on a picture that stands in the page; a small one gets a ring around it. */
export function point(picture: SVGSVGElement, chosen: readonly number[]): void {
	const areas = picture.querySelector('[data-layer="areas"]');
	const shapes = chosen.flatMap(
		(area) => areas?.querySelector<SVGPathElement>(`[data-name="${area}"]`) ?? []
	);
	if (!areas || shapes.length === 0) return;
	const copies = (change: (copy: Element) => void) => {
		const group = document.createElementNS(SVG, 'g');
		for (const shape of shapes) {
			const copy = shape.cloneNode() as Element;
			change(copy);
			group.append(copy);
		}
		return group;
	};
	const stroked = (colour: string, width: string) =>
		copies((copy) => {
			copy.setAttribute('stroke', colour);
			copy.setAttribute('stroke-width', width);
			copy.setAttribute('stroke-linejoin', 'round');
		});
	areas.after(
		stroked('#ffffff', '7'),
		stroked('#101018', '4'),
		copies(() => undefined)
	);
	const boxes = shapes.map((shape) => shape.getBBox());
	const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
	const right = Math.max(...boxes.map(({ x, width }) => x + width));
	const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
	if (Math.max(right - left, bottom - top) > SMALL) return;
	for (const [colour, width] of [
		['#ffffff', '4'],
		['#101018', '2']
	] as const) {
		const ring = document.createElementNS(SVG, 'circle');
		for (const [name, value] of Object.entries({
			cx: (left + right) / 2,
			cy: (top + bottom) / 2,
			r: SMALL,
			fill: 'none',
			stroke: colour,
			'stroke-width': width
		})) {
			ring.setAttribute(name, String(value));
		}
		picture.append(ring);
	}
}
