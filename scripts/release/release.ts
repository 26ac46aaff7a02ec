/** What a release writes for the next one to compare with, and what it says of the one before. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASELINE_PARTS, PARTS } from '../../src/lib/news/baseline.ts';
import {
	nextRelease,
	sinceRelease,
	type Listed,
	type Release
} from '../../src/lib/news/release.ts';
import { outOf, releaseOf, RELEASES } from '../../src/lib/server/releases.ts';

export interface ReleaseRequest {
	/** What is listed in each region of the site. */
	regions: readonly Listed[];
	/** The day of the release: "2026-11-30". */
	day: string;
	/** The role that has read the changes; null where nobody has. */
	reviewedBy: string | null;
	/** Folder of facts. */
	geodata: string;
	/** Whether files are written, or only said what would be in them. */
	isWritten: boolean;
}

/**
 * Keep a release of each region. Returns what has changed since the one before, in lines to be read
 * by whoever reviews it. Throws one line where a kept release cannot be read or is of a later day.
 */
export function keepRelease(request: ReleaseRequest): string[] {
	const { regions, day, reviewedBy, geodata, isWritten } = request;
	const isOut = outOf(geodata);
	const made = regions.map((now) => {
		const last = releaseOf(now.baseline.region, geodata);
		return { now, last, next: nextRelease(last, now, { day, reviewedBy, isOut }) };
	});
	if (isWritten) mkdirSync(join(geodata, RELEASES), { recursive: true });
	return made.flatMap(({ now, last, next }) => {
		const { region, name } = now.baseline;
		if (isWritten) writeFileSync(join(geodata, RELEASES, `${region}.json`), written(next));
		if (last === null) return [`${name}: the first release that is kept.`];
		const since = sinceRelease(last, now, isOut);
		if (BASELINE_PARTS.every((part) => since[part].length === 0))
			return [`${name}: nothing has changed since the release of ${last.day}.`];
		return [
			`${name}, since the release of ${last.day}:`,
			...BASELINE_PARTS.flatMap((part) =>
				since[part].map((sentence) => `  ${PARTS[part].title}: ${sentence}`)
			)
		];
	});
}

/** As a file whose difference to the one before can be read: a line a place. */
const written = (release: Release): string =>
	`${JSON.stringify(release, null, '\t').replace(/\[\n\t+("(?:[^"\\]|\\.)*")(?:,\n\t+("(?:[^"\\]|\\.)*"))?\n\t+\]/g, (_all, id: string, name?: string) => (name === undefined ? `[${id}]` : `[${id}, ${name}]`))}\n`;
