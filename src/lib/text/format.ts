/** Numbers and lists as British readers expect them; one place decides. */
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en-GB', {
	minimumFractionDigits: 1,
	maximumFractionDigits: 1
});
const MONTHS = [
	...['January', 'February', 'March', 'April', 'May', 'June'],
	...['July', 'August', 'September', 'October', 'November', 'December']
];

/** 163834 → "163,834". */
export const formatCount = (value: number): string => whole.format(value);

/** 29.847 → "29.8". */
export const formatDecimal = (value: number): string => oneDecimal.format(value);

/** How numbers are written to so many decimals: 0.4, with two → "0.40"; −1.234 → "−1.23". */
export const FORMATS = {
	0: formatCount,
	1: formatDecimal,
	2: (value: number): string => value.toFixed(2).replace('-', '−')
} as const;

/** A share between 0 and 1 → "15.9%"; see {@link formatPercentage}. */
export const formatPercent = (share: number): string => formatPercentage(share * 100);

/** How far off a whole may be that was added up from parts. */
const ROUNDING = 1e-9;
/** What a decimal cannot tell from nothing, and from all. */
const TOO_SMALL = 0.05;

/**
 * Percent → "15.9%". Nothing is "0%" and all is "100%", as no decimal makes them truer; and what is
 * neither is not called so: 0.02 → "less than 0.1%", 99.98 → "more than 99.9%".
 */
export function formatPercentage(percent: number): string {
	if (Math.abs(percent) < ROUNDING) return '0%';
	if (Math.abs(percent - 100) < ROUNDING) return '100%';
	if (percent > 0 && percent < TOO_SMALL) return 'less than 0.1%';
	if (percent < 100 && percent >= 100 - TOO_SMALL) return 'more than 99.9%';
	return `${oneDecimal.format(percent)}%`;
}

/**
 * A share that is an estimate, in whole percents, as more would say more than is known: 0.184 → "18%".
 * What is neither nothing nor all is not called so: 0.002 → "less than 1%".
 */
export function formatWholePercent(share: number): string {
	const percent = Math.round(share * 100);
	if (percent === 0 && share > 0) return 'less than 1%';
	if (percent === 100 && share < 1) return 'more than 99%';
	return `${whole.format(percent)}%`;
}

/** A number of people that is an estimate: below ten it would say more than is known. */
export const formatEstimate = (count: number): string =>
	count === 0 ? '0' : count < 9.5 ? 'fewer than 10 (estimate)' : formatCount(count);

/** ["A", "B", "C"] → "A, B and C". */
export const formatList = (items: readonly string[]): string =>
	items.length < 2
		? (items[0] ?? '')
		: `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** Names one after another, apart even where one has a comma of its own: "A; B, near C; and D". */
export function formatNames(names: readonly string[]): string {
	if (names.length < 2 || !names.some((name) => name.includes(','))) return formatList(names);
	return `${names.slice(0, -1).join('; ')}; and ${names.at(-1) ?? ''}`;
}

/**
 * As precise as the date is, to the month: "2026-08" or "2026-08-17" → "August 2026", "2023" → "2023".
 * Throws a RangeError for what is no date. Written by hand, as is the list above: the engine's own
 * formats take a hundred times as long, and every listing of a region has a date.
 */
export function formatMonth(iso: string): string {
	if (iso.length === 4) return iso;
	const month = MONTHS[Number(iso.slice(5, 7)) - 1];
	if (month === undefined) throw new RangeError(`"${iso}" is no date`);
	return `${month} ${iso.slice(0, 4)}`;
}

const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A count alone, in a sentence: "none", "one", "12". */
export const formatNumber = (count: number): string =>
	count === 0 ? 'none' : (NUMBER_WORDS[count] ?? formatCount(count));

/** A count with its noun: "one food bank", "12 food banks", "no food banks". */
export function formatQuantity(count: number, singular: string, plural = `${singular}s`): string {
	return `${NUMBER_WORDS[count] ?? formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** "no food banks" → "No food banks". */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The number in a text of ours: "1,204", "−0.35", "12.5" of "12.5 km". */
const NUMBER = /[-−]?\d[\d,]*(\.\d+)?/;
const MAX_DECIMALS = 20;

/**
 * Ascending numbers as `format` has them, with more decimals where two different ones would
 * read the same: bounds of classes must tell the classes apart.
 */
export function formatApart(
	values: readonly number[],
	format: (value: number) => string
): string[] {
	const plain = values.map(format);
	const areApart = (texts: readonly string[]) =>
		texts.every((text, i) => i === 0 || text !== texts[i - 1] || values[i] === values[i - 1]);
	const own = Math.max(0, ...plain.map((text) => NUMBER.exec(text)?.[1]?.length ?? 1)) - 1;
	for (let decimals = own; decimals <= MAX_DECIMALS; decimals++) {
		const texts =
			decimals === own
				? plain
				: plain.map((text, i) => withDecimals(text, values[i] ?? NaN, decimals));
		if (areApart(texts)) return texts;
	}
	return plain.map((text, i) => text.replace(NUMBER, String(values[i])));
}

function withDecimals(text: string, value: number, decimals: number): string {
	const digits = new Intl.NumberFormat('en-GB', {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals
	}).format(value);
	return text.replace(NUMBER, text.includes('−') ? digits.replace('-', '−') : digits);
}
