/**
 * What came back of a round: every answer of every team, and what follows from all of them.
 *
 * Answers are a set. Bringing a file adds its answers, and what is there already is not added
 * again: whatever comes first, and however often, the same files make the same set. Nothing an
 * answer says is overwritten by another. Where two say different things both stand, and neither
 * goes on until somebody decides.
 */
import { openingLines } from '../opening-times.ts';
import type { Asset } from '../asset.ts';
import { ASSET_KINDS, type VerifierRole } from '../kinds.ts';
import type { Team } from './teams.ts';

/** Fields that a team may put right, in their order. */
export const CHECK_FIELDS = [
	'status',
	'name',
	'kind',
	'address',
	'postcode',
	'openingTimes',
	'phone',
	'email',
	'url',
	'consent'
] as const satisfies readonly (keyof Asset)[];
export type CheckField = (typeof CHECK_FIELDS)[number];

/** One team's word on one place. */
export interface Answer {
	/** The round as it is written in the row. */
	round: string;
	/** Id of the place's leading listing. */
	id: string;
	team: Team;
	role: VerifierRole | null;
	/** ISO day of the check; null where it says none. */
	on: string | null;
	/** Whether it is listed correctly; null where the row does not say. */
	correct: 'yes' | 'no' | null;
	/** What stood in the cells that came back, empty ones left out. */
	says: Readonly<Partial<Record<CheckField, string>>>;
}

const keyOf = ({ round, id, team, role, on, correct, says }: Answer): string =>
	JSON.stringify([
		round,
		id,
		team,
		role,
		on,
		correct,
		CHECK_FIELDS.map((field) => says[field] ?? null)
	]);

/** All answers of both, each once, in an order that does not depend on who came first. */
export function mergeAnswers(a: readonly Answer[], b: readonly Answer[]): Answer[] {
	const all = new Map([...a, ...b].map((answer) => [keyOf(answer), answer]));
	return [...all].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, answer]) => answer);
}

/** What is listed of a place now; null where the register has no such place any more. */
export type Listed = (id: string) => Asset | null;

/** A value of a listing as the sheet has it; empty where nothing is known. */
export function cellOfField(asset: Asset, field: CheckField): string {
	switch (field) {
		case 'status':
			// Listed, checked and not seen lately all say that it is there.
			return asset.status === 'closed' ? 'closed' : 'open';
		case 'kind':
			return ASSET_KINDS[asset.kind].label;
		case 'consent':
			return asset.consent === null ? '' : asset.consent ? 'yes' : 'no';
		default:
			return asset[field] ?? '';
	}
}

/** A value without case, spaces and punctuation: so written, two that differ say different things. */
const plainly = (field: CheckField | 'correct', text: string): string =>
	(field === 'openingTimes' ? openingLines(text).join(';') || text : text)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');

/** What cells say of a field otherwise than it is listed; null where they do not. */
export function changeOf(asset: Asset, field: CheckField, says: Answer['says']): string | null {
	const said = says[field];
	if (said === undefined) return null;
	return plainly(field, said) === plainly(field, cellOfField(asset, field)) ? null : said;
}

/** Values that several teams said of one thing. */
export interface Claim {
	/** As the first of those that said it wrote it. */
	value: string;
	teams: readonly Team[];
}

/** What is asked of a place: whether it is listed correctly, or what a field says. */
export type Matter = CheckField | 'correct';

/** What somebody decided, and between which values: another that comes later opens it again. */
export interface Choice {
	id: string;
	matter: Matter;
	value: string;
	among: readonly string[];
}

/** Claims on one matter of one place. */
export interface Point {
	id: string;
	name: string;
	matter: Matter;
	/** What is listed; empty where nothing is. */
	listed: string;
	claims: readonly Claim[];
	/** The value that holds; null while claims differ and nobody has decided. */
	holds: string | null;
}

/** A place that answers came back on. */
export interface CheckedPlace {
	id: string;
	name: string;
	answers: readonly Answer[];
	/** Whether it is listed correctly; undefined where no answer says. */
	correct: Point | undefined;
	/** Fields that somebody would change. */
	changes: readonly Point[];
}

/**
 * Every place with what was said of it. A change of something listed says that the listing was not
 * correct, whatever else the row says: such a row disagrees with itself, and somebody must decide.
 * What is added where nothing was known does not.
 */
export function checkedPlaces(
	answers: readonly Answer[],
	listed: Listed,
	choices: readonly Choice[] = []
): CheckedPlace[] {
	const byId = new Map<string, Answer[]>();
	for (const answer of answers) byId.set(answer.id, [...(byId.get(answer.id) ?? []), answer]);
	return [...byId]
		.map(([id, all]) => {
			const asset = listed(id);
			const name = asset?.name ?? all[0]?.says.name ?? id;
			const changed = (field: CheckField, { says }: Answer) =>
				asset === null ? null : changeOf(asset, field, says);
			const point = (matter: Matter, said: [string, Team][], now: string): Point[] => {
				const claims = claimsOf(matter, said);
				if (claims.length === 0) return [];
				return [
					{ id, name, matter, listed: now, claims, holds: held(id, matter, claims, choices) }
				];
			};
			const changes = CHECK_FIELDS.flatMap((field) =>
				point(
					field,
					all.flatMap((answer) => {
						const said = changed(field, answer);
						return said === null ? [] : [[said, answer.team] as [string, Team]];
					}),
					asset === null ? '' : cellOfField(asset, field)
				)
			);
			const [correct] = point(
				'correct',
				all.flatMap((answer) => {
					const corrects = CHECK_FIELDS.some(
						(field) =>
							asset !== null && cellOfField(asset, field) !== '' && changed(field, answer) !== null
					);
					const said = new Set([
						...(answer.correct ? [answer.correct] : []),
						...(corrects ? ['no'] : [])
					]);
					return [...said].map((value) => [value, answer.team] as [string, Team]);
				}),
				''
			);
			return { id, name, answers: all, correct, changes };
		})
		.sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1));
}

function claimsOf(matter: Matter, said: readonly (readonly [string, Team])[]): Claim[] {
	const claims = new Map<string, { values: string[]; teams: Set<Team> }>();
	for (const [value, team] of said) {
		const key = plainly(matter, value);
		const claim = claims.get(key) ?? { values: [], teams: new Set<Team>() };
		claim.values.push(value);
		claim.teams.add(team);
		claims.set(key, claim);
	}
	return [...claims]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, { values, teams }]) => ({
			value: values.sort()[0] ?? '',
			teams: [...teams].sort()
		}));
}

function held(
	id: string,
	matter: Matter,
	claims: readonly Claim[],
	choices: readonly Choice[]
): string | null {
	if (claims.length === 1) return claims[0]?.value ?? null;
	const choice = choices.findLast((one) => one.id === id && one.matter === matter);
	const values = claims.map(({ value }) => value);
	return choice &&
		values.every((value) => choice.among.includes(value)) &&
		values.includes(choice.value)
		? choice.value
		: null;
}

/** What somebody has to decide, or has decided: every matter on which claims differ. */
export const disagreements = (places: readonly CheckedPlace[]): Point[] =>
	places.flatMap(({ correct, changes }) =>
		[...(correct ? [correct] : []), ...changes].filter(({ claims }) => claims.length > 1)
	);

/** A decision for one of the values of a point. */
export const choose = ({ id, matter, claims }: Point, value: string): Choice => ({
	id,
	matter,
	value,
	among: claims.map((claim) => claim.value)
});
