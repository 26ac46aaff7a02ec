/** What a browser kept before it was known that it must not be found. */
import { formatCount } from '../text/format.ts';
import type { OwnBatch } from './own-part.ts';
import { isSensitive } from './sensitive.ts';

/** What the reader is told of places that were taken out. */
export const droppedNotice = (dropped: number): string =>
	dropped === 1
		? 'A place of yours was taken out of this browser. It reads like one that must not be found, such as a refuge or somebody’s home. If it is not, bring the file again and release it.'
		: `${formatCount(dropped)} places of yours were taken out of this browser. They read like places that must not be found, such as refuges or people’s homes. If one is not, bring the file again and release it.`;

/**
 * Batches without the places that must not be found, but for those that the reader released, and
 * those of the batches that are changed by it: empty ones too.
 */
export function withoutHeld<Batch extends OwnBatch>(
	batches: readonly Batch[]
): { batches: Batch[]; changed: Batch[]; dropped: number } {
	const changed: Batch[] = [];
	let dropped = 0;
	const clean = batches.map((batch) => {
		const assets = batch.assets.filter(
			({ asset, released }) => released === true || !isSensitive(asset)
		);
		if (assets.length === batch.assets.length) return batch;
		dropped += batch.assets.length - assets.length;
		const less = { ...batch, assets };
		changed.push(less);
		return less;
	});
	return { batches: clean, changed, dropped };
}
