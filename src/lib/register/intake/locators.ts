/**
 * Ways to say where something is that nobody can look up without asking a service: they are
 * named, and what to do is said.
 */
interface Locator {
	/** What it is called in a sentence. */
	name: string;
	pattern: RegExp;
}

const LOCATORS: readonly Locator[] = [
	{
		name: 'what3words',
		pattern:
			/^(?:\/{0,3}|(?:https?:\/\/)?(?:w3w\.co|what3words\.com)\/)\p{L}{3,25}\.\p{L}{3,25}\.\p{L}{3,25}$/iu
	},
	{
		name: 'plus code',
		pattern: /^(?:[23456789CFGHJMPQRVWX]{2,8})\+[23456789CFGHJMPQRVWX]{2,4}(?:[\s,].{0,80})?$/
	}
];

/** What a cell is that says where something is in such a way; null where it is none. */
export function locatorIn(text: string): string | null {
	const cell = text.trim();
	if (cell.length > 120 || /^(www|https?:\/\/www)\./i.test(cell)) return null;
	return LOCATORS.find(({ pattern }) => pattern.test(cell))?.name ?? null;
}

const ARTICLES: Readonly<Record<string, string>> = {
	what3words: 'what3words',
	'plus code': 'a plus code',
	UPRN: 'a UPRN (the number of a property)'
};

/**
 * What the reader is told of cells that say where something is in such a way, divided by
 * semicolons: what they are, and what to do.
 */
export function locatorProblem(text: string, isPlaced: boolean): string {
	const cells = text.split(/;\s*/).filter((cell) => cell.trim() !== '');
	const names = cells.map(
		(cell) => locatorIn(cell) ?? (/^\d{6,12}$/.test(cell.trim()) ? 'UPRN' : 'a code')
	);
	const known = [...new Set(names)].map((name) => ARTICLES[name] ?? name);
	const quoted = cells.map((cell) => `“${cell.trim().slice(0, 40)}”`).join(', ');
	const list = known.join(' and ');
	return isPlaced
		? `It has ${list} (${quoted}), which cannot be looked up here: its postcode was used.`
		: `Its place is given by ${list} (${quoted}), which cannot be looked up here. Give it a postcode, or latitude and longitude.`;
}
