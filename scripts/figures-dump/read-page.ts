/**
 * The figures of a page as a reader sees them. `readFigures` runs in the page: it must need nothing
 * from outside itself. It knows HTML, and nothing of how this site makes it.
 */
export interface PageFigure {
	heading: string;
	row: string;
	column: string;
	text: string;
}

/** Every text of the page that holds a digit, and every cell of its tables, with where it stands. */
export function readFigures(): PageFigure[] {
	const INLINE =
		/^(A|ABBR|B|BDI|BUTTON|CITE|CODE|DATA|DFN|EM|I|KBD|MARK|Q|S|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR|TSPAN)$/i;
	const LEFT_OUT = /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|CANVAS|DATALIST)$/i;
	const figures: PageFigure[] = [];
	/** The headings that stand above, by their level. */
	const headings: string[] = [];
	let caption = '';

	const clean = (text: string | null) =>
		(text ?? '').replace(/[▲▼]/g, '').replace(/\s+/g, ' ').trim();
	const isShown = (element: Element) => element.checkVisibility();
	const isLeftOut = (element: Element) =>
		LEFT_OUT.test(element.tagName) || element.hasAttribute('aria-live') || !isShown(element);

	/** A name as a label has it, where that tells more than the text. */
	const nameOf = (element: Element | null | undefined) =>
		clean(
			element?.querySelector('[aria-label]')?.getAttribute('aria-label') ??
				element?.textContent ??
				''
		);

	const add = (row: string, column: string, text: string, isWanted = /\d/.test(text)) => {
		if (!isWanted || text === '') return;
		const heading = [...headings.filter(Boolean), ...(caption === '' ? [] : [caption])].join(' > ');
		figures.push({ heading, row, column, text });
	};

	/** The text of an element itself, without the blocks in it; those are kept for later. */
	function ownText(element: Element, blocks: Element[]): string {
		let text = '';
		for (const node of element.childNodes) {
			if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue ?? '';
			else if (!(node instanceof Element) || isLeftOut(node)) continue;
			else if (node.tagName === 'BR') text += ' ';
			else if (INLINE.test(node.tagName)) {
				attributes(node);
				text += ownText(node, blocks);
			} else {
				text += ' ';
				blocks.push(node);
			}
		}
		return text;
	}

	/** What is written for those who don't see a picture, or shown where the pointer rests. */
	function attributes(element: Element): void {
		// The label in the head of a row is the name of the row.
		if (element.closest('th[scope=row]')) return;
		for (const name of ['aria-label', 'aria-valuetext', 'title', 'alt']) {
			add('', `@${name}`, clean(element.getAttribute(name)));
		}
	}

	/** The names of the columns of a table, those over several columns before those below. */
	const columnsOf = new Map<HTMLTableElement, string[]>();
	function columnNames(table: HTMLTableElement): string[] {
		const known = columnsOf.get(table);
		if (known) return known;
		const names: string[][] = [];
		const taken: boolean[][] = [];
		[...(table.tHead?.rows ?? [])].forEach((line, y) => {
			let x = 0;
			for (const cell of line.cells) {
				while (taken[y]?.[x]) x++;
				for (let dy = 0; dy < cell.rowSpan; dy++) {
					for (let dx = 0; dx < cell.colSpan; dx++) (taken[y + dy] ??= [])[x + dx] = true;
				}
				for (let dx = 0; dx < cell.colSpan; dx++)
					(names[x + dx] ??= []).push(clean(cell.textContent));
				x += cell.colSpan;
			}
		});
		const joined = names.map((parts) => parts.join(' / '));
		columnsOf.set(table, joined);
		return joined;
	}

	/** Where a cell of a table, or what a list of terms tells, belongs. */
	function placeOf(element: Element): { row: string; column: string; isCell: boolean } {
		const cell = element.closest('td, th');
		if (cell instanceof HTMLTableCellElement) {
			const line = cell.closest('tr');
			const table = cell.closest('table');
			const isHead = cell.closest('thead') !== null;
			let at = 0;
			for (const other of line?.cells ?? []) {
				if (other === cell) break;
				at += other.colSpan;
			}
			const first = line?.querySelector('th[scope=row]') ?? line?.cells[0] ?? null;
			return {
				row: isHead ? 'names of columns' : nameOf(first),
				column: isHead || !table ? '' : (columnNames(table)[at] ?? ''),
				isCell: !isHead
			};
		}
		const told = element.closest('dd');
		if (told) {
			let term = told.previousElementSibling;
			while (term && term.tagName !== 'DT') term = term.previousElementSibling;
			return { row: clean(term?.textContent ?? ''), column: '', isCell: true };
		}
		return { row: '', column: '', isCell: false };
	}

	/** What is set in a form, with what may be chosen. */
	function control(element: Element): boolean {
		if (element instanceof HTMLSelectElement) {
			const label = clean(element.labels[0]?.firstElementChild?.textContent ?? '');
			add(label, 'chosen', clean(element.selectedOptions[0]?.textContent ?? ''));
			for (const option of element.options) add(label, 'option', clean(option.textContent));
			return true;
		}
		if (element instanceof HTMLInputElement) {
			const isText = !/^(checkbox|radio|hidden|file)$/.test(element.type);
			if (isText) add(clean(element.labels?.[0]?.textContent ?? ''), 'value', element.value);
			return true;
		}
		return false;
	}

	function visit(element: Element): void {
		if (isLeftOut(element)) return;
		attributes(element);
		if (control(element)) return;
		const level = /^H([1-6])$/.exec(element.tagName)?.[1];
		const blocks: Element[] = [];
		const text = clean(ownText(element, blocks));
		const { row, column, isCell } = placeOf(element);
		if (level !== undefined) {
			headings.length = Number(level);
			headings[Number(level)] = text;
		}
		const outer = caption;
		if (element instanceof HTMLTableElement && element.caption) {
			caption = clean(element.caption.textContent);
		}
		add(row, column, text, isCell || /\d/.test(text));
		for (const block of blocks) visit(block);
		caption = outer;
	}

	const main = document.querySelector('main') ?? document.body;
	add('', 'title', document.title);
	visit(main);
	return figures;
}
