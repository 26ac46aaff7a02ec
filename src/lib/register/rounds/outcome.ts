/** What goes on from the answers: all of them as a file, and what holds as a list for the import. */
import { OWNER_COLUMN } from '../../document/document.ts';
import type { Asset } from '../asset.ts';
import { rowsCsv } from '../export.ts';
import { VERIFIER_ROLES } from '../kinds.ts';
import {
	CHECK_FIELDS,
	cellOfField,
	type Answer,
	type CheckedPlace,
	type Listed
} from './answers.ts';
import { CORRECT, CORRECT_WORDS, headingOf, ROUND, TEAM } from './sheet.ts';

/** Every answer as it came, under the headings of the sheet: read again, it is the same answers. */
export const answersCsv = (answers: readonly Answer[], owner: string): string =>
	rowsCsv(
		[
			CORRECT,
			...CHECK_FIELDS.map(headingOf),
			headingOf('verified'),
			headingOf('verifiedBy'),
			TEAM,
			headingOf('id'),
			ROUND,
			OWNER_COLUMN
		],
		answers.map(({ correct, says, on, role, team, id, round }) => [
			correct ?? CORRECT_WORDS.none,
			...CHECK_FIELDS.map((field) => says[field] ?? ''),
			on ?? '',
			role === null ? '' : VERIFIER_ROLES[role],
			team,
			id,
			round,
			owner
		])
	);

/** Places of which something holds that the register does not have: a correction, or that it was checked. */
export const settledPlaces = (
	places: readonly CheckedPlace[],
	listed: Listed
): { place: CheckedPlace; asset: Asset }[] =>
	places.flatMap((place) => {
		const asset = listed(place.id);
		const isOpen = place.correct !== undefined && place.correct.holds === null;
		return asset === null || isOpen || place.correct === undefined ? [] : [{ place, asset }];
	});

/**
 * What holds, a row a place, as a list for the import. While claims on a field differ its cell is
 * empty, which changes nothing; while they differ on whether a place is listed correctly at all it
 * has no row.
 */
export function settledCsv(places: readonly CheckedPlace[], listed: Listed, owner: string): string {
	const fields = CHECK_FIELDS.filter((field) => field !== 'name');
	return rowsCsv(
		[
			...['id', 'name', ...fields, 'latitude', 'longitude', 'verified', 'verifiedBy'].map((field) =>
				headingOf(field as keyof Asset)
			),
			OWNER_COLUMN
		],
		settledPlaces(places, listed).map(({ place, asset }) => {
			// Found to be right as it is listed: nothing is changed.
			const changes = new Map(
				place.correct?.holds === 'yes'
					? place.changes
							.filter(({ listed: now }) => now === '')
							.map(({ matter, holds }) => [matter, holds])
					: place.changes.map(({ matter, holds }) => [matter, holds])
			);
			const last = lastCheck(place.answers);
			// A new postcode places it anew: the old point would say otherwise.
			const point = changes.has('postcode') ? [null, null] : [asset.latitude, asset.longitude];
			return [
				asset.id,
				changes.get('name') ?? asset.name,
				...fields.map((field) =>
					field === 'kind'
						? (changes.get(field) ?? cellOfField(asset, field))
						: (changes.get(field) ?? '')
				),
				...point.map((value) => String(value ?? '')),
				last?.on ?? '',
				last?.role == null ? '' : VERIFIER_ROLES[last.role],
				owner
			];
		})
	);
}

/** The latest check that says a day and a role; of several on one day the first by team. */
function lastCheck(answers: readonly Answer[]): Answer | undefined {
	return answers
		.filter(({ on, role }) => on !== null && role !== null)
		.sort((a, b) => (b.on ?? '').localeCompare(a.on ?? '') || (a.team < b.team ? -1 : 1))[0];
}
