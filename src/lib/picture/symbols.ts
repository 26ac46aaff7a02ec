/** The signs of a legend as SVG, in a box 22 units wide. */
import { LARGEST_RADIUS } from '../layers/circles.ts';
import { MARKING_COLOUR } from '../layers/palettes.ts';
import { POINT_SHAPES } from '../layers/shapes.ts';
import type { KeySymbol } from './legend.ts';

const EDGE = '#77757c';
const INK = '#17171f';

/** A sign in a row of this height. */
export function keySymbol(symbol: KeySymbol, tall: number): string {
	const middle = tall / 2;
	const top = middle - 7;
	const box = (fill: string) =>
		`<rect x="0.5" y="${top}" width="21" height="14" fill="${fill}" stroke="${EDGE}" stroke-width="0.8"/>`;
	switch (symbol.kind) {
		case 'fill':
			return box(symbol.colour);
		case 'no-data':
			return box('url(#no-data)');
		case 'marking':
			return [
				`<rect x="2" y="${top + 1}" width="18" height="12" fill="#33206e" stroke="#1a1206" stroke-width="4"/>`,
				`<rect x="2" y="${top + 1}" width="18" height="12" fill="none" stroke="${MARKING_COLOUR}" stroke-width="2"/>`,
				symbol.marking === 'hatch'
					? `<rect x="3" y="${top + 2}" width="16" height="10" fill="url(#hatch)"/>`
					: ''
			].join('');
		case 'line': {
			const { colour, width, dashes } = symbol.line;
			const dashed = dashes ? ` stroke-dasharray="${dashes.map((dash) => dash * width).join(' ')}"` : '';
			return `${box('#ffffff')}<path d="M1 ${middle}H21" stroke="${colour}" stroke-width="${width}"${dashed}/>`;
		}
		case 'selected':
			return `${box('#ebe8e0')}<rect x="3" y="${top + 2.5}" width="16" height="9" fill="none" stroke="#101018" stroke-width="2.4"/>`;
		case 'circle':
			return `<circle cx="${LARGEST_RADIUS}" cy="${middle}" r="${symbol.radius}" fill="${symbol.colour}" fill-opacity="0.72"/>`;
		case 'point': {
			const look = symbol.hollow
				? `fill="#ffffff" stroke="${symbol.colour}" stroke-width="0.4"`
				: `fill="${symbol.colour}" stroke="#ffffff" stroke-width="0.24"`;
			return `<path transform="translate(11 ${middle}) scale(5)" d="${POINT_SHAPES[symbol.shape]}" ${look}/>`;
		}
		case 'hub':
			return symbol.standing
				? `<rect x="4" y="${middle - 7}" width="14" height="14" rx="1" fill="#ffffff" stroke="${INK}" stroke-width="2"/>`
				: `<circle cx="11" cy="${middle}" r="7" fill="${MARKING_COLOUR}" stroke="${INK}" stroke-width="2"/>`;
		case 'building':
			return `<circle cx="11" cy="${middle}" r="3.2" fill="#ffffff" stroke="${INK}"/>`;
		case 'journey':
			return `<path d="M1 ${middle}H21" stroke="${MARKING_COLOUR}" stroke-width="4"/>`;
	}
}
