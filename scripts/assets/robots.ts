/**
 * What a robots.txt allows, however an address is written, and in bounded time: a pattern is
 * looked for along the whole of an address, so many long ones in a long one take for ever.
 */
import robotsParser from 'robots-parser';
import { SourceError } from '../refresh/source-error.ts';

/** Rules, and signs of rules with a wildcard: of what is known, none has a tenth as many. */
const MAX_RULES = 10_000;
const MAX_WILD_SIGNS = 50_000;
/** Signs of an address; servers refuse longer ones themselves. */
const MAX_ADDRESS = 2000;

const ASK = 'ask the publisher for a file or for leave';

export interface Rules {
	/** Throws a SourceError where an address is not to be fetched. */
	heed(address: string): void;
	/** Seconds between requests, as far as the rules say. */
	crawlDelay: number | undefined;
}

/**
 * The rules of a robots.txt for a program. Throws a SourceError where they are more than can be
 * gone through: to pass over some would be to fetch what is not to be fetched.
 */
export function readRules(at: string, text: string, agent: string): Rules {
	const rules = text.split(/\r\n|\r|\n/).filter((line) => /^\s*(dis)?allow\s*:/i.test(line));
	const wild = rules.filter((line) => line.includes('*'));
	const signs = wild.reduce((sum, { length }) => sum + length, 0);
	if (rules.length > MAX_RULES || signs > MAX_WILD_SIGNS) {
		throw new SourceError(at, 'has more rules than can be gone through', {}, ASK);
	}
	const robots = robotsParser(at, plainly(text));
	return {
		crawlDelay: robots.getCrawlDelay(agent),
		heed(address) {
			if (address.length > MAX_ADDRESS) {
				const short = `${address.slice(0, 200)}…`;
				throw new SourceError(
					short,
					`is an address of more than ${MAX_ADDRESS} signs`,
					{},
					'tell the publisher'
				);
			}
			// The same path below the address of the rules, which say nothing of https where they came by http.
			const { pathname, search } = new URL(address);
			const { origin } = new URL(at);
			// Most servers take "//" for "/", so either way of reading the path may forbid it.
			const read = [pathname, pathname.replace(/\/{2,}/g, '/')].map((path) =>
				robots.isAllowed(origin + plainly(path + search), agent)
			);
			if (!read.includes(false)) return;
			throw new SourceError(address, `is not to be fetched by programs, says ${at}`, {}, ASK);
		}
	};
}

/**
 * With every sign as itself that means the same when it is written as %XX (RFC 3986, 2.3), or that
 * servers take for the same; not so those that divide an address, or are wildcards of a rule.
 */
const plainly = (text: string): string =>
	text.replace(/%[0-9a-f]{2}/gi, (code) => {
		const sign = String.fromCharCode(parseInt(code.slice(1), 16));
		return /[\w.~!&'()+,;=:@-]/.test(sign) ? sign : code;
	});
