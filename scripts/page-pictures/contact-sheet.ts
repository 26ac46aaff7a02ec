/** All pictures on one page, those of one address side by side. */
import { escapeHtml } from '../../src/lib/area-page/html.ts';
import type { Picture } from './take.ts';

/** The sheet as HTML, for a file beside the pictures. */
export function contactSheet(pictures: readonly Picture[]): string {
	const addresses = [...new Set(pictures.map(({ address }) => address))];
	const sections = addresses.map((address) => {
		const own = pictures.filter((picture) => picture.address === address);
		const images = own.map(
			({ file, size, colours }) =>
				`<a href="${escapeHtml(file)}"><img src="${escapeHtml(file)}" alt="${size}, ${colours}" loading="lazy"></a>`
		);
		return `<h2>${escapeHtml(address)}</h2><p>${images.join('\n')}</p>`;
	});
	return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>Every page, at three sizes, light and dark</title>
<style>
body { font: 1rem system-ui, sans-serif; margin: 1rem; }
p { display: flex; gap: 0.5rem; overflow-x: auto; align-items: start; }
img { height: 24rem; max-width: 40rem; object-fit: cover; object-position: top; border: 1px solid #888; }
</style>
${sections.join('\n')}
`;
}
