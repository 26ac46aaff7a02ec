/** The pages that search engines may list, as they read it; a neighbourhood's are not among them. */
import { escapeHtml } from './html.ts';

/** A sitemap of addresses. At most 50,000 may stand in one. */
export const sitemap = (addresses: readonly string[]): string =>
	`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address) => `<url><loc>${escapeHtml(address)}</loc></url>`).join('\n')}
</urlset>
`;
