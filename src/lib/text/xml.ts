/** A text inside an element or an attribute; what XML has no way to write is left out. */
export const escapeXml = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		// eslint-disable-next-line no-control-regex -- the characters that XML 1.0 cannot hold
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
