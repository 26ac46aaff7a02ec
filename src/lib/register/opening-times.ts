/** Opening times for people: the short form that directories use, a line a day or days. */

const DAYS: Readonly<Record<string, string>> = {
	Mo: 'Monday',
	Tu: 'Tuesday',
	We: 'Wednesday',
	Th: 'Thursday',
	Fr: 'Friday',
	Sa: 'Saturday',
	Su: 'Sunday',
	PH: 'Public holidays'
};
/** "Mo", "Mo-Fr", "Mo,We" at the beginning of a rule. */
const RULE = /^((?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:\s*[-,]\s*(?:Mo|Tu|We|Th|Fr|Sa|Su|PH))*)\s+(\S.*)$/;

/**
 * Lines of opening times: "Tu 09:00-17:30; Sa 10:00-13:00" → "Tuesday 09:00–17:30",
 * "Saturday 10:00–13:00". What is not in that form stands as it was given. None where nothing is known.
 */
export function openingLines(times: string | null): string[] {
	if (times === null) return [];
	const rules = times.split(';').map((rule) => rule.trim());
	return rules.filter((rule) => rule !== '').map(inWords);
}

function inWords(rule: string): string {
	const [, days, hours] = RULE.exec(rule) ?? [];
	if (days === undefined || hours === undefined) return rule;
	const named = joined(
		joined(
			days.replace(/[A-Z][a-z]|PH/g, (day) => DAYS[day] ?? day),
			'-',
			' to '
		),
		',',
		', '
	);
	return `${named} ${hours.replace(/(\d)-(\d)/g, '$1–$2')}`;
}

/** What a sign divides, joined by words in its place. */
const joined = (text: string, sign: string, words: string): string =>
	text
		.split(sign)
		.map((part) => part.trim())
		.join(words);
