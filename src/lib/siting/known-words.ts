/** What is known of a building, in words. */
import type { Site } from '../access/site.ts';
import { toConfirmWords } from '../register/to-confirm.ts';
import { formatMonth } from '../text/format.ts';

/** What is known of a building, after "the building is". */
export function knownWords({ sources, status, lastSeen, registered, yours }: Site): string {
	if (yours) return 'one of yours';
	const toConfirm = toConfirmWords(sources);
	if (toConfirm !== null) return toConfirm;
	const seen = lastSeen === null ? '' : `, last seen in ${formatMonth(lastSeen)}`;
	return status === 'verified'
		? `on an official register as open${registered == null ? '' : ` in ${formatMonth(registered)}`}`
		: `listed${seen}, and not checked`;
}
