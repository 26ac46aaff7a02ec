/** What stands at the foot of each printed sheet: where it is from, and of when. */
import { formatDay } from '../text/document-date.ts';

/**
 * Style of the foot of a sheet that was printed of an address on a day (ISO). The address is that of
 * the page, which never says where its reader is.
 */
export const footOfPaper = (address: string, day: string): string =>
	`@page { @bottom-left { content: ${JSON.stringify(`${address} · printed on ${formatDay(day)}`)}; font: 7pt system-ui, sans-serif; color: #44434d; overflow-wrap: anywhere; width: 85%; } }`;

/** The sheet's foot is named whenever a page is printed; returns what stops it. Call it in an effect. */
export function namePaper(): () => void {
	// Made by a script, as the policy of pages allows no style in them.
	const style = new CSSStyleSheet();
	document.adoptedStyleSheets.push(style);
	const name = () => {
		style.replaceSync(footOfPaper(location.href, new Date().toISOString().slice(0, 10)));
	};
	addEventListener('beforeprint', name);
	return () => {
		removeEventListener('beforeprint', name);
		document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style);
	};
}
