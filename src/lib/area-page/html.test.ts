import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { figure, markup } from './html.ts';

describe('a template of HTML', () => {
	it('escapes what is put in, between tags and in attributes, and nothing twice', () => {
		const inner = markup`<b>${'a < b & "c"'}</b>`;
		expect(markup`<p title="${`'"<`}">${inner}</p>`.text).toBe(
			'<p title="&#39;&quot;&lt;"><b>a &lt; b &amp; &quot;c&quot;</b></p>'
		);
	});

	it('leaves out what is not there, and writes lists one after another', () => {
		expect(markup`${null}${false}${['a', markup`<i>b</i>`]}`.text).toBe('a<i>b</i>');
	});

	it('writes no indentation of the code', () => {
		expect(
			markup`<p>
			a ${'b'}
		</p>`.text
		).toBe('<p>\na b\n</p>');
	});

	it('shows any text as it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				// A parser makes one line break of others, and drops the sign of nothing.
				fc.pre(!/[\r\0]/.test(text));
				const [span] = parseFragment(figure(text, 'a').text).childNodes;
				expect(span).toMatchObject({
					nodeName: 'span',
					attrs: [{ name: 'data-source', value: 'a' }],
					childNodes: text === '' ? [] : [{ nodeName: '#text', value: text }]
				});
			})
		);
	});
});
