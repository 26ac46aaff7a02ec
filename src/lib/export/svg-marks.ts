/** The marks of a drawn map as elements of SVG. */
import type { DrawnMap, Fill, Line, Mark, Stroke } from '../document/picture.ts';
import { PLAN_COLOURS } from '../document/plan-colours.ts';
import { escapeXml } from '../text/xml.ts';

const { hub: HUB, onHub: ON_HUB } = PLAN_COLOURS;

/** Edges and letters. */
export const INK = '#17171f';

/** A number of the drawing, to a hundredth. */
export const n = (value: number): string => String(Math.round(value * 100) / 100);

/** The marks of a map as elements, each layer with its name. */
export function mapSvg({ width, height, sea, marks }: DrawnMap): string {
	return [
		`<rect width="${n(width)}" height="${n(height)}" fill="${sea}"/>`,
		...marks.map(markSvg)
	].join('\n');
}

function markSvg(mark: Mark): string {
	switch (mark.kind) {
		case 'area':
			return `<path data-name="${escapeXml(mark.name)}" fill-rule="evenodd" fill="${fillOf(mark.fill)}"${mark.stroke ? strokeOf(mark.stroke) : ''} d="${pathOf(mark.rings, true)}"/>`;
		case 'lines':
			return `<path data-name="${escapeXml(mark.name)}" fill="none"${strokeOf(mark.stroke)} stroke-linejoin="round" d="${pathOf(mark.lines, false)}"/>`;
		case 'points': {
			const { path, colour, hollow, radius, at, name } = mark;
			const look = hollow
				? `fill="#ffffff" stroke="${colour}" stroke-width="0.45"`
				: `fill="${colour}" stroke="#ffffff" stroke-width="0.3"`;
			const drawn = at.map(
				([x, y]) => `<path transform="translate(${n(x)} ${n(y)}) scale(${n(radius)})" d="${path}"/>`
			);
			return `<g data-name="${escapeXml(name)}" ${look}>${drawn.join('')}</g>`;
		}
		case 'circle':
			return `<circle cx="${n(mark.x)}" cy="${n(mark.y)}" r="${n(mark.radius)}" fill="${mark.colour}" fill-opacity="0.72" stroke="#ffffff" stroke-width="1.5"><title>${escapeXml(mark.name)}</title></circle>`;
		case 'hub': {
			const { x, y, standing, number, name } = mark;
			const [edge, ground] = standing ? [HUB, ON_HUB] : [ON_HUB, HUB];
			const look = `stroke="${edge}" stroke-width="2" fill="${ground}"`;
			const shape = standing
				? `<rect x="${n(x - 10)}" y="${n(y - 10)}" width="20" height="20" ${look}/>`
				: `<circle cx="${n(x)}" cy="${n(y)}" r="10.5" ${look}/>`;
			return `<g><title>${escapeXml(`${number}. ${name}`)}</title>${shape}<text x="${n(x)}" y="${n(y + 4.2)}" text-anchor="middle" font-size="12" font-weight="700" fill="${edge}">${number}</text></g>`;
		}
		case 'label':
			return label(mark);
	}
}

export const label = ({
	text,
	x,
	y,
	size,
	colour,
	anchor,
	plain
}: Omit<Extract<Mark, { kind: 'label' }>, 'kind'>): string =>
	`<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor ?? 'middle'}" font-size="${n(size)}" fill="${colour}"${plain ? '' : ` font-weight="700" stroke="#ffffff" stroke-opacity="0.85" stroke-width="${n(size / 4)}" stroke-linejoin="round" paint-order="stroke"`}>${escapeXml(text)}</text>`;

const fillOf = (fill: Fill): string =>
	fill === 'no-data' ? 'url(#no-data)' : fill === 'hatch' ? 'url(#hatch)' : fill.colour;

function strokeOf({ colour, width, dashes, opacity }: Stroke): string {
	const dashed = dashes
		? ` stroke-dasharray="${dashes.map((dash) => n(dash * width)).join(' ')}"`
		: '';
	const faint = opacity === undefined ? '' : ` stroke-opacity="${opacity}"`;
	return ` stroke="${colour}" stroke-width="${n(width)}"${dashed}${faint}`;
}

/** Lines as a path of relative steps. */
function pathOf(lines: readonly Line[], closed: boolean): string {
	return lines
		.map((line) => {
			let [lastX, lastY] = [0, 0];
			const steps = line.map(([toX, toY], at) => {
				const [x, y] = [Math.round(toX * 100), Math.round(toY * 100)];
				const step = `${at === 0 ? 'M' : at === 1 ? 'l' : ' '}${(x - lastX) / 100} ${(y - lastY) / 100}`;
				[lastX, lastY] = [x, y];
				return step;
			});
			return `${steps.join('').replaceAll(' -', '-')}${closed ? 'z' : ''}`;
		})
		.join('');
}
