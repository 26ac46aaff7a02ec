import { gpx } from '@tmcw/togeojson';
import { expect, it } from 'vitest';
import { xmlDocument, xmlPieces } from './xml.ts';

it.each([
	['', 'with a namespace'],
	['g:', 'with a prefix']
])('pieces of a long list hold what the whole does %j', (prefix) => {
	const tag = (name: string, inner: string, attributes = '') =>
		`<${prefix}${name}${attributes}>${inner}</${prefix}${name}>`;
	const points = Array.from({ length: 300 }, (_, i) =>
		tag(
			'wpt',
			tag('name', i % 50 === 0 ? `<![CDATA[<wpt lat="1" lon="1"> & ${i}]]>` : `Hall ${i}`) +
				tag('desc', `&lt;b&gt; ${i}`) +
				(i % 70 === 0 ? '<!-- <wpt lat="2" lon="2"/> -->' : ''),
			` lat="52.${i}" lon="1.${i}"`
		)
	);
	points.splice(150, 0, tag('rte', tag('rtept', '', ' lat="52" lon="1"').repeat(2)));
	const namespace = `xmlns${prefix && ':g'}="http://www.topografix.com/GPX/1/1"`;
	const text = `<?xml version="1.0"?>\n<!-- <gpx> -->\n${tag('gpx', `\n${tag('metadata', tag('name', 'x'))}<!-- a -->${points.join('\n')}\n`, ` version="1.1" ${namespace}`)}\n<!-- end -->`;
	const whole = gpx(xmlDocument(text, 'This GPX')).features;
	const pieces = [...xmlPieces(text, 'This GPX', 100)];
	expect(pieces.length).toBeGreaterThan(2);
	const found = pieces.flatMap((piece) => gpx(piece).features);
	// The library has routes before points, in each piece.
	const pointsOf = (features: typeof whole) =>
		features.filter(({ geometry }) => geometry?.type === 'Point');
	expect(pointsOf(found)).toEqual(pointsOf(whole));
	expect(found).toHaveLength(whole.length);
	if (prefix === '') expect(whole).toHaveLength(301);
});

it('a piece after the first begins with the outermost tag alone, however much stands behind that', () => {
	const text = `<gpx>${'x'.repeat(1000)}${'<wpt lat="1" lon="2"/>'.repeat(40)}</gpx>`;
	const [first, ...others] = [...xmlPieces(text, 'This GPX', 10)];
	expect(first?.documentElement?.textContent).toHaveLength(1000);
	expect(others).toHaveLength(3);
	for (const one of others) expect(one.documentElement?.textContent).toBe('');
	// One that is very long itself stands before no piece.
	const wide = text.replace('<gpx>', `<gpx a="${'x'.repeat(20_000)}">`);
	expect([...xmlPieces(wide, 'This GPX', 10)]).toHaveLength(1);
});

it.each([
	['nothing but its outermost tag', '<gpx/>', 1],
	['no list', '<gpx>words</gpx>', 1],
	['one', '<gpx><wpt lat="1" lon="2"/></gpx>', 1]
])('a text with %s is one piece', (_, text, count) => {
	expect([...xmlPieces(text, 'This GPX')]).toHaveLength(count);
});

it.each([
	'',
	'words',
	'<gpx>',
	'<gpx><wpt></gpx>',
	'<!DOCTYPE gpx [<!ENTITY a "b">]><gpx>&a;</gpx>'
])('refuses %j, whole or in pieces', (text) => {
	expect(() => xmlDocument(text, 'This GPX')).toThrow();
	expect(() => [...xmlPieces(text, 'This GPX')]).toThrow();
});
