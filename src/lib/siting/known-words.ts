/** What is known of a building, in words. */
import type { Site } from '../access/site.ts';
import { formatMonth } from '../text/format.ts';

/** What is known of a building, after "the building is". */
export function knownWords({ status, lastSeen, yours }: Site): string {
	if (yours) return 'one of yours';
	const seen = lastSeen === null ? '' : `, last seen in ${formatMonth(lastSeen)}`;
	return status === 'verified'
		? 'on an official register as open'
		: `listed${seen}, and not checked`;
}
