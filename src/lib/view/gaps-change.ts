/**
 * What happens to a question when the reader changes a part of it: what they chose stays,
 * and what no longer goes with it gives way. The one predicate of gaps/together.ts decides.
 */
import { usualBar } from '../gaps/need-bar.ts';
import { needOf } from '../gaps/needs.ts';
import { DEFAULT_REQUEST, type GapsRequest } from '../gaps/request.ts';
import { mended, mismatch, usualMeasure } from '../gaps/together.ts';

export interface Followed {
	request: GapsRequest;
	/** Why something else had to change, too; null where nothing had to. */
	why: string | null;
}

/** The nearest question to a changed one that can be answered. */
export function follow(request: GapsRequest, change: Partial<GapsRequest>): Followed {
	const asked: GapsRequest = { ...request, ...change };
	const isNewLevel = change.level !== undefined && change.level !== request.level;
	// Another need or size of area opens with its usual bar, other provision with its usual measure.
	if ((change.need !== undefined && change.need !== request.need) || isNewLevel) {
		if (change.bar === undefined) asked.bar = usualBar(asked.need, asked.level);
	}
	const first = mismatch(asked);
	if (!first) return { request: asked, why: null };
	const given = giveWay(asked, change);
	const answer = mended(given, DEFAULT_REQUEST);
	return { request: answer, why: first.why };
}

/** Where what the reader chose is what doesn't fit, the rest is changed instead. */
function giveWay(asked: GapsRequest, change: Partial<GapsRequest>): GapsRequest {
	const next = { ...asked };
	if (change.need !== undefined) {
		const need = needOf(change.need);
		const [edition, level] = [need.editions[0], need.levels[0]];
		if (!need.editions.includes(next.edition) && edition) next.edition = edition;
		if (!need.levels.includes(next.level) && level) {
			next.level = level;
			next.bar = usualBar(next.need, level);
		}
	}
	const wrong = mismatch(next);
	if (wrong?.field === 'level' && (change.level !== undefined || change.need !== undefined)) {
		next.provision = DEFAULT_REQUEST.provision;
		next.measure = usualMeasure(next.provision, next.level);
	}
	return next;
}
