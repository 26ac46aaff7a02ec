/** The signs of a legend as SVG, in a box 22 units wide. */
import type { KeySymbol } from '../document/picture.ts';
import { PLAN_COLOURS } from '../document/plan-colours.ts';

/** What `url(#no-data)` is, for the definitions of a picture that has such signs. */
export const NO_DATA_PATTERN =
	'<pattern id="no-data" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#e3e1da"/><path d="M-1 7 7-1" stroke="#6f6d66" stroke-width="1"/></pattern>';

/** The radius of the largest circle of a map: the middles of all stand in one column. */
const LARGEST = 30;
const EDGE = '#77757c';
const INK = '#17171f';
const { hub: HUB, onHub: ON_HUB, journey: JOURNEY, journeyEdge: JOURNEY_EDGE } = PLAN_COLOURS;

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
				`<rect x="2" y="${top + 1}" width="18" height="12" fill="none" stroke="${symbol.colour}" stroke-width="2"/>`,
				symbol.hatched
					? `<rect x="3" y="${top + 2}" width="16" height="10" fill="url(#hatch)"/>`
					: ''
			].join('');
		case 'line': {
			const { colour, width, dashes } = symbol;
			const dashed = dashes
				? ` stroke-dasharray="${dashes.map((dash) => dash * width).join(' ')}"`
				: '';
			return `${box('#ffffff')}<path d="M1 ${middle}H21" stroke="${colour}" stroke-width="${width}"${dashed}/>`;
		}
		case 'selected':
			return `${box('#ebe8e0')}<rect x="3" y="${top + 2.5}" width="16" height="9" fill="none" stroke="#101018" stroke-width="2.4"/>`;
		case 'circle':
			return `<circle cx="${LARGEST}" cy="${middle}" r="${symbol.radius}" fill="${symbol.colour}" fill-opacity="0.72"/>`;
		case 'point': {
			const look = symbol.hollow
				? `fill="#ffffff" stroke="${symbol.colour}" stroke-width="0.4"`
				: `fill="${symbol.colour}" stroke="#ffffff" stroke-width="0.24"`;
			return `<path transform="translate(11 ${middle}) scale(5)" d="${symbol.path}" ${look}/>`;
		}
		case 'hub':
			return `${
				symbol.standing
					? `<rect x="4" y="${middle - 7}" width="14" height="14" rx="1" fill="${ON_HUB}" stroke="${HUB}" stroke-width="2"/>`
					: `<circle cx="11" cy="${middle}" r="8" fill="${HUB}"/>`
			}<text x="11" y="${middle + 3.4}" text-anchor="middle" font-size="9.5" font-weight="700" fill="${symbol.standing ? HUB : ON_HUB}">${symbol.number}</text>`;
		case 'building':
			return `<circle cx="11" cy="${middle}" r="3.2" fill="#ffffff" stroke="${INK}"/>`;
		case 'journey':
			return `<path d="M1 ${middle}H21" stroke="${JOURNEY_EDGE}" stroke-width="6"/><path d="M1 ${middle}H21" stroke="${JOURNEY}" stroke-width="4"/>`;
	}
}
