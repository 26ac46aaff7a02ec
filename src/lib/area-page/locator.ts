/** A small picture of where an area is: its outline in that of the region, from our own geometry. */
import { geoPath, geoMercator, geoIdentity } from 'd3-geo';
import type { MultiLineString, Position } from 'geojson';
import { unitsOf } from '../areas/region.ts';
import type { Book } from './book.ts';
import { markup, Html } from './html.ts';
import type { PageArea } from './page-area.ts';

/** How large a picture is, in its units. */
export interface Size {
	width: number;
	height: number;
}

/** On the page of an area. */
const ON_PAGE: Size = { width: 240, height: 180 };
/** How much of its height a picture leaves free around the region. */
const MARGIN = 1 / 30;
/** A point nearer than this to the one before, in units of the picture, is left out. */
const DETAIL = 0.7;
/** An area smaller than this, in units of the picture, has a ring around it. */
const SMALL = 14;

/** Lines of a picture as SVG paths. */
export interface LocatorShapes {
	/** The region's edge, and the lines between its districts. */
	land: string;
	inner: string;
	/** The area. */
	here: string;
	/** Middle of an area that is too small to be seen; null of others. */
	ring: readonly [x: number, y: number] | null;
}

/** Makes pictures of the areas of a region: what all share is drawn once. */
export class Locator {
	readonly #book: Book;
	readonly #size: Size;
	readonly #place: (position: Position) => Position;
	readonly #land: string;
	readonly #inner: string;

	constructor(book: Book, size: Size = ON_PAGE) {
		this.#book = book;
		this.#size = size;
		const { shapes, areas } = book;
		const margin = size.height * MARGIN;
		const edge = shapes.edge();
		const projection = geoMercator().fitExtent(
			[
				[margin, margin],
				[size.width - margin, size.height - margin]
			],
			edge
		);
		this.#place = ([x = NaN, y = NaN]) => projection([x, y]) ?? [NaN, NaN];
		const order = new Map(shapes.areas.features.map(({ properties }, i) => [properties.code, i]));
		const districts = unitsOf(areas, 'district').of;
		const group: number[] = [];
		areas.codes.forEach((code, area) => {
			const at = order.get(code);
			if (at !== undefined) group[at] = districts[area] ?? -1;
		});
		this.#land = this.#path(edge, true);
		this.#inner = this.#path(shapes.borders(group), false);
	}

	/** The lines of an area's picture; null where it has no outline. */
	shapes({ members }: PageArea): LocatorShapes | null {
		if (members.length === 0) return null;
		const { shapes, areas } = this.#book;
		const codes = new Set(members.map((member) => areas.codes[member]));
		const inside = new Set(
			shapes.areas.features.flatMap(({ properties }, i) => (codes.has(properties.code) ? [i] : []))
		);
		const outline = shapes.outline(inside);
		const [[west, north], [east, south]] = geoPath(geoIdentity()).bounds(this.#placed(outline));
		const isSmall = Math.max(east - west, south - north) < SMALL;
		return {
			land: this.#land,
			inner: this.#inner,
			here: this.#path(outline, true),
			ring: isSmall ? [(west + east) / 2, (north + south) / 2] : null
		};
	}

	/** The picture of an area on its page; null where it has no outline. */
	of(area: PageArea): Html | null {
		const drawn = this.shapes(area);
		if (!drawn) return null;
		const { land, inner, here, ring } = drawn;
		const [width, height] = [String(this.#size.width), String(this.#size.height)];
		return markup`<svg
			class="locator"
			viewBox="0 0 ${width} ${height}"
			width="${width}"
			height="${height}"
			role="img"
			aria-label="Where ${area.name} is in ${this.#book.region.name}"
		>
			${new Html(
				`<path class="land" d="${land}"/><path class="inner" d="${inner}"/><path class="here" d="${here}"/>${ring ? `<circle class="ring" cx="${ring[0].toFixed(1)}" cy="${ring[1].toFixed(1)}" r="9"/>` : ''}`
			)}
		</svg> `;
	}

	#placed(lines: MultiLineString): MultiLineString {
		return { ...lines, coordinates: lines.coordinates.map((line) => line.map(this.#place)) };
	}

	/** The steps of lines on the picture, with no more points than one can see. */
	#path(lines: MultiLineString, closed: boolean): string {
		return this.#placed(lines)
			.coordinates.map((line) => {
				const kept: Position[] = [];
				line.forEach((point, i) => {
					const last = kept.at(-1);
					const far =
						!last ||
						Math.hypot((point[0] ?? 0) - (last[0] ?? 0), (point[1] ?? 0) - (last[1] ?? 0)) > DETAIL;
					if (far || i === line.length - 1) kept.push(point);
				});
				// What is smaller than a point would be a speck.
				if (kept.length < 3) return '';
				return `M${kept.map(([x = 0, y = 0]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}${closed ? 'Z' : ''}`;
			})
			.join('');
	}
}
