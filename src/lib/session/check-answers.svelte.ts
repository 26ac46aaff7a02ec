/**
 * The answers of field checks that the reader brought back, what they decided between them, and what
 * people said in sessions. They
 * last as long as the page: all of them can be saved as a file, and read again from it.
 */
import { mergeAnswers, type Answer, type Choice } from '../register/rounds/answers.ts';
import type { AnswersRead } from '../register/rounds/read-answers.ts';
import { mergeSessions, type SessionCounts } from '../register/rounds/session-sheet.ts';

export class CheckAnswers {
	#answers = $state.raw<readonly Answer[]>([]);
	#choices = $state.raw<readonly Choice[]>([]);

	get answers(): readonly Answer[] {
		return this.#answers;
	}
	get choices(): readonly Choice[] {
		return this.#choices;
	}

	/** Whether there is anything. */
	get holds(): boolean {
		return this.#answers.length + this.#choices.length + this.#sessions.length > 0;
	}

	/** Add the answers of a file; returns how many of them were not there already. */
	add({ answers }: Pick<AnswersRead, 'answers'>): number {
		const before = this.#answers.length;
		this.#answers = mergeAnswers(this.#answers, answers);
		return this.#answers.length - before;
	}

	decide(choice: Choice): void {
		this.#choices = [...this.#choices, choice];
	}

	/** Leave a matter open again. */
	reopen({ id, matter }: Pick<Choice, 'id' | 'matter'>): void {
		this.#choices = this.#choices.filter((one) => one.id !== id || one.matter !== matter);
	}

	#sessions = $state.raw<readonly SessionCounts[]>([]);

	/** What people said in sessions. */
	get sessions(): readonly SessionCounts[] {
		return this.#sessions;
	}

	/** Add sessions; returns those that are here already with other counts, and were not taken. */
	addSessions(more: readonly SessionCounts[]): string[] {
		const { sessions, clashes } = mergeSessions(this.#sessions, more);
		this.#sessions = sessions;
		return clashes;
	}

	clearSessions(): void {
		this.#sessions = [];
	}

	/** Take all answers away; returns what brings it back. */
	clear(): () => void {
		const [answers, choices] = [this.#answers, this.#choices];
		this.#answers = [];
		this.#choices = [];
		return () => {
			this.#answers = mergeAnswers(this.#answers, answers);
			this.#choices = [...choices, ...this.#choices];
		};
	}
}
