/**
 * The answers of field checks that the reader brought back, what they decided between them, and what
 * people said in sessions. They are kept in this browser and nowhere else, and followed across tabs.
 * Where the browser keeps nothing they last as long as the page, and the page says so.
 */
import { mergeAnswers, type Answer, type Choice } from '../register/rounds/answers.ts';
import type { AnswersRead } from '../register/rounds/read-answers.ts';
import { mergeSessions, type SessionCounts } from '../register/rounds/session-sheet.ts';
import { KeptValue, type Change } from './kept-value.svelte.ts';
import type { KeptChecks } from './own-database.ts';
import { regionRow } from './own-rows.ts';
import { OwnShelf } from './own-shelf.ts';

const CHANNEL = 'asset-gap-map/checks';
const NOTHING: KeptChecks = { answers: [], choices: [], sessions: [] };
const isEmpty = ({ answers, choices, sessions }: KeptChecks): boolean =>
	answers.length + choices.length + sessions.length === 0;

export class CheckAnswers {
	readonly #kept: KeptValue<KeptChecks>;

	/** `region` is its slug. */
	constructor(region: string) {
		const tabs = new OwnShelf(region, CHANNEL);
		const keeper = regionRow(tabs, 'checks', region, { empty: NOTHING, isEmpty });
		const needs = withoutHeld;
		this.#kept = new KeptValue({ tabs, keeper, empty: NOTHING, what: 'the answers', needs });
	}

	get answers(): readonly Answer[] {
		return this.#kept.value.answers;
	}
	get choices(): readonly Choice[] {
		return this.#kept.value.choices;
	}
	/** What people said in sessions. */
	get sessions(): readonly SessionCounts[] {
		return this.#kept.value.sessions;
	}
	/** What the reader should know of how answers are kept; null when all is well. */
	get notice(): string | null {
		return this.#kept.notice;
	}

	/** Read what is kept and follow other tabs; returns what ends that. Call it in an effect. */
	attach(): () => void {
		return this.#kept.attach();
	}

	/** Whether there is anything. */
	get holds(): boolean {
		return !isEmpty(this.#kept.value);
	}

	/** Add the answers of a file; returns how many of them were not there already. */
	async add({ answers }: Pick<AnswersRead, 'answers'>): Promise<number> {
		let added = 0;
		await this.#kept.change((kept) => {
			const all = mergeAnswers(kept.answers, answers);
			added = all.length - kept.answers.length;
			return { ...kept, answers: all };
		});
		return added;
	}

	decide(choice: Choice): void {
		this.#change((kept) => ({ ...kept, choices: [...kept.choices, choice] }));
	}

	/** Leave a matter open again. */
	reopen({ id, matter }: Pick<Choice, 'id' | 'matter'>): void {
		const isOther = (one: Choice) => one.id !== id || one.matter !== matter;
		this.#change((kept) => ({ ...kept, choices: kept.choices.filter(isOther) }));
	}

	/** Add sessions; returns those that are here already with other counts, and were not taken. */
	async addSessions(more: readonly SessionCounts[]): Promise<string[]> {
		let clashing: string[] = [];
		await this.#kept.change((kept) => {
			const { sessions, clashes } = mergeSessions(kept.sessions, more);
			clashing = clashes;
			return { ...kept, sessions };
		});
		return clashing;
	}

	clearSessions(): void {
		this.#change((kept) => ({ ...kept, sessions: [] }));
	}

	/** Take all answers away; returns what brings it back. */
	clear(): () => void {
		let before = NOTHING;
		this.#change((kept) => {
			before = kept;
			return { ...kept, answers: [], choices: [] };
		});
		return () => {
			const { answers, choices } = before;
			this.#change((kept) => ({
				...kept,
				answers: mergeAnswers(answers, kept.answers),
				choices: [...choices, ...kept.choices]
			}));
		};
	}

	/** Let go of them here; what the browser keeps is removed elsewhere. */
	forget(): void {
		this.#kept.forget();
	}

	#change(by: Change<KeptChecks>): void {
		void this.#kept.change(by);
	}
}

/** Takes away answers that read like a place that must not be found: the rule may have become wider. */
async function withoutHeld({ answers }: KeptChecks): Promise<Change<KeptChecks> | null> {
	if (answers.length === 0) return null;
	const { heldFor } = await import('../register/sensitive.ts');
	const isFree = ({ says }: Answer) => Object.values(says).every((text) => heldFor(text) === null);
	if (answers.every(isFree)) return null;
	return (kept) => ({ ...kept, answers: kept.answers.filter(isFree) });
}
