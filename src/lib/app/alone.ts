/** What covers the page must be all that can be reached, seen or not. */

/**
 * Leave an element alone on the page: everything else can be neither focused, pressed nor read
 * out, but for what speaks to screen readers. Returns what ends it.
 */
export function leaveAlone(element: Element): () => void {
	const set: HTMLElement[] = [];
	for (let inner = element; inner.parentElement && inner !== document.body;) {
		const { parentElement } = inner;
		for (const other of parentElement.children) {
			if (other === inner || !(other instanceof HTMLElement) || other.inert) continue;
			if (other.matches('[aria-live], script, style')) continue;
			other.inert = true;
			set.push(other);
		}
		inner = parentElement;
	}
	return () => {
		for (const other of set) other.inert = false;
	};
}
