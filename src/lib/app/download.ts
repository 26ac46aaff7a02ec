import { FORMATS, type FormatId, type OfferedFile } from '../export/formats.ts';

/** Hand the reader a file made in the browser: its name without the ending, and its text. */
export function download(name: string, format: FormatId, text: string): void {
	const address = URL.createObjectURL(new Blob([text], { type: FORMATS[format].type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = `${name}.${format}`;
	link.click();
	// The browser has taken what it needs once the click is through.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Make a file that is on offer, and hand it over. */
export async function take({ name, format, text }: OfferedFile): Promise<void> {
	if (text) download(name, format, await text());
}

/** Hand the reader a file that is no text, under its whole name. */
export function downloadBlob(fileName: string, blob: Blob): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = address;
	link.download = fileName;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
