/**
 * The answers of field checks that the reader brought back, what they decided between them, and what
 * people said in sessions. They are kept in this browser and nowhere else, and followed across tabs.
 * Where the browser keeps nothing they last as long as the page, and the page says so.
 */
import { mergeAnswers, type Answer, type Choice } from '../register/rounds/answers.ts';
import type { AnswersRead } from '../register/rounds/read-answers.ts';
import { mergeSessions, type SessionCounts } from '../register/rounds/session-sheet.ts';
import { notKept, notRead, type KeptChecks } from './own-database.ts';
import { OwnShelf } from './own-shelf.ts';

const CHANNEL = 'asset-gap-map/checks';
const NOTHING: KeptChecks = { answers: [], choices: [], sessions: [] };

export class CheckAnswers {
	readonly #region: string;
	#kept = $state.raw<KeptChecks>(NOTHING);
	/** What the reader should know of how answers are kept; null when all is well. */
	notice = $state<string | null>(null);
	readonly #shelf: OwnShelf;
	/** Writing goes one after the other, so that what was done last is what stays. */
	#writing: Promise<void> = Promise.resolve();

	/** `region` is its slug. */
	constructor(region: string) {
		this.#region = region;
		this.#shelf = new OwnShelf(region, CHANNEL);
	}

	get answers(): readonly Answer[] {
		return this.#kept.answers;
	}
	get choices(): readonly Choice[] {
		return this.#kept.choices;
	}
	/** What people said in sessions. */
	get sessions(): readonly SessionCounts[] {
		return this.#kept.sessions;
	}

	/** Read what is kept and follow other tabs; returns what ends that. Call it in an effect. */
	attach(): () => void {
		void this.#read(this.#kept);
		this.#shelf.follow({
			changed: () => void this.#read(null),
			forgotten: () => {
				this.#kept = NOTHING;
				this.#shelf.letGo(this.#writing);
			}
		});
		// What was brought last is still on its way.
		return () => this.#shelf.close(this.#writing);
	}

	/** Whether there is anything. */
	get holds(): boolean {
		return this.answers.length + this.choices.length + this.sessions.length > 0;
	}

	/** Add the answers of a file; returns how many of them were not there already. */
	add({ answers }: Pick<AnswersRead, 'answers'>): number {
		const before = this.answers.length;
		this.#keep({ answers: mergeAnswers(this.answers, answers) });
		return this.answers.length - before;
	}

	decide(choice: Choice): void {
		this.#keep({ choices: [...this.choices, choice] });
	}

	/** Leave a matter open again. */
	reopen({ id, matter }: Pick<Choice, 'id' | 'matter'>): void {
		this.#keep({ choices: this.choices.filter((one) => one.id !== id || one.matter !== matter) });
	}

	/** Add sessions; returns those that are here already with other counts, and were not taken. */
	addSessions(more: readonly SessionCounts[]): string[] {
		const { sessions, clashes } = mergeSessions(this.sessions, more);
		this.#keep({ sessions });
		return clashes;
	}

	clearSessions(): void {
		this.#keep({ sessions: [] });
	}

	/** Take all answers away; returns what brings it back. */
	clear(): () => void {
		const { answers, choices } = this.#kept;
		this.#keep({ answers: [], choices: [] });
		return () =>
			this.#keep({
				answers: mergeAnswers(this.answers, answers),
				choices: [...choices, ...this.choices]
			});
	}

	#keep(changed: Partial<KeptChecks>): void {
		const kept = { ...this.#kept, ...changed };
		this.#kept = kept;
		const isEmpty = kept.answers.length + kept.choices.length + kept.sessions.length === 0;
		this.#writing = this.#writing.then(async () => {
			try {
				const database = await this.#shelf.open();
				if (isEmpty) await database.delete('checks', this.#region);
				else await database.put('checks', { region: this.#region, ...kept });
				this.#shelf.tell();
			} catch (error) {
				this.notice = notKept(error, 'the answers');
			}
		});
	}

	/** `before` is what there was when it began to look, where that must not take away what is newer. */
	async #read(before: KeptChecks | null): Promise<void> {
		try {
			const kept = (await this.#shelf.isThere())
				? await (await this.#shelf.open()).get('checks', this.#region)
				: undefined;
			const { answers, choices, sessions } = kept ?? NOTHING;
			const read = { answers: await withoutHeld(answers), choices, sessions };
			if (before === null || this.#kept === before) this.#kept = read;
			// What was brought before the browser had answered stays, and is kept with the rest.
			else if (kept) {
				this.#keep({
					answers: mergeAnswers(read.answers, this.answers),
					choices: [...read.choices, ...this.choices],
					sessions: mergeSessions(read.sessions, this.sessions).sessions
				});
			}
		} catch (error) {
			this.notice = notRead(error, 'the answers');
		}
	}
}

/** Answers without those that read like a place that must not be found: the rule may have become wider. */
async function withoutHeld(answers: readonly Answer[]): Promise<readonly Answer[]> {
	if (answers.length === 0) return answers;
	const { heldFor } = await import('../register/sensitive.ts');
	return answers.filter(({ says }) => Object.values(says).every((text) => heldFor(text) === null));
}
