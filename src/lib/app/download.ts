/** Hand the reader a file made in the browser. */
export function download(name: string, type: string, text: string): void {
	const address = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser has taken what it needs once the click is through.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
