import { FORMATS, type Content, type FormatId } from '../export/formats.ts';

/** Files that are handed over and are no document: the project's own file of assets. */
const OTHERS = { json: { type: 'application/json', extension: 'json' } } as const;

/** Hand the reader a file made in the browser: its name without the ending, and what it holds. */
export function download(
	name: string,
	format: FormatId | keyof typeof OTHERS,
	content: Content
): void {
	const { type, extension } = { ...FORMATS, ...OTHERS }[format];
	const address = URL.createObjectURL(new Blob([content], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = `${name}.${extension}`;
	link.click();
	// The browser has taken what it needs once the click is through.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
