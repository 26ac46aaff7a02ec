/** Whether an embed asks what the plain address asks, whose answer was worked out with the site. */

/** What an address asks is plain where each parameter is left out, or as the plain page has it. */
export const asksPlain = (
	given: URLSearchParams,
	names: readonly string[],
	plain: Readonly<Record<string, string>>
): boolean => names.every((one) => (given.get(one) ?? plain[one]) === plain[one]);
