/** A small picture of where an area is: its outline in that of the region, from our own geometry. */
import { geoPath, geoMercator, geoIdentity } from 'd3-geo';
import type { MultiLineString, Position } from 'geojson';
import { unitsOf } from '../areas/region.ts';
import type { Book } from './book.ts';
import { markup, Html } from './html.ts';
import type { PageArea } from './page-area.ts';

const WIDTH = 240;
const HEIGHT = 180;
const MARGIN = 6;
/** A point nearer than this to the one before, in units of the picture, is left out. */
const DETAIL = 0.7;
/** An area smaller than this, in units of the picture, has a ring around it. */
const SMALL = 14;

/** Makes pictures of the areas of a region: what all share is drawn once. */
export class Locator {
	readonly #book: Book;
	readonly #place: (position: Position) => Position;
	readonly #ground: string;

	constructor(book: Book) {
		this.#book = book;
		const { shapes, areas } = book;
		const edge = shapes.edge();
		const projection = geoMercator().fitExtent(
			[
				[MARGIN, MARGIN],
				[WIDTH - MARGIN, HEIGHT - MARGIN]
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
		this.#ground = `<path class="land" d="${this.#path(edge, true)}"/><path class="inner" d="${this.#path(shapes.borders(group), false)}"/>`;
	}

	/** The picture of an area; null where it has no outline. */
	of({ members, name }: PageArea): Html | null {
		if (members.length === 0) return null;
		const { shapes, areas, region } = this.#book;
		const codes = new Set(members.map((member) => areas.codes[member]));
		const inside = new Set(
			shapes.areas.features.flatMap(({ properties }, i) => (codes.has(properties.code) ? [i] : []))
		);
		const outline = shapes.outline(inside);
		const [[west, north], [east, south]] = geoPath(geoIdentity()).bounds(this.#placed(outline));
		const [x, y] = [(west + east) / 2, (north + south) / 2];
		const isSmall = Math.max(east - west, south - north) < SMALL;
		return markup`<svg
			class="locator"
			viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}"
			width="${String(WIDTH)}"
			height="${String(HEIGHT)}"
			role="img"
			aria-label="Where ${name} is in ${region.name}"
		>
			${new Html(
				`${this.#ground}<path class="here" d="${this.#path(outline, true)}"/>${isSmall ? `<circle class="ring" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="9"/>` : ''}`
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
