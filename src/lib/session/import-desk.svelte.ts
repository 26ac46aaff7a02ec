/**
 * Where a file is looked at before it is brought: what is under way, what became of its rows,
 * the steps that can be taken back. The work is done in a worker; to cancel is to end it.
 */
import { proxy, wrap, type Remote } from 'comlink';
import { checkSize } from '../register/intake/formats.ts';
import { checkTogether, nameTogether, type GivenFile } from '../register/intake/together.ts';
import { explained } from '../register/intake/import-error.ts';
import { plainWords, type Mapping } from '../register/intake/columns.ts';
import type { Outcome } from '../register/intake/remark.ts';
import type { RowView, Step, Summary } from '../register/intake/session.ts';
import type { KindReading } from '../register/intake/kind-words.ts';
import type { VerifierRole } from '../register/kinds.ts';
import type { OwnAsset } from '../register/own-part.ts';
import { visible } from '../text/visible.ts';
import type { Bulk, ImportWorkerApi, Opened, PackAddresses } from './import-worker.ts';
import { rememberChoices, rememberedChoices } from './import-memory.ts';
import { stopped } from './read-apart.ts';
import { startImportWorker } from './start-import-worker.ts';
import { today } from './today.ts';

export type RowFilter = Outcome | 'changes' | null;

export type DeskState =
	| { at: 'start' }
	| { at: 'work'; fileName: string; phase: 'loading' | 'reading' | 'checking'; share: number }
	| { at: 'failed'; fileName: string; problem: string; advice: string }
	| { at: 'review'; fileName: string };

const PAGE = 25;

export class ImportDesk {
	state = $state.raw<DeskState>({ at: 'start' });
	/** Set while a file is reviewed. */
	opened = $state.raw<Opened | null>(null);
	summary = $state.raw<Summary | null>(null);
	mapping = $state.raw<Mapping>([]);
	/** Columns that must be decided on before anything is brought, and those that were. */
	questions = $state.raw<readonly number[]>([]);
	settled = $state.raw<readonly number[]>([]);
	filter = $state.raw<RowFilter>(null);
	/** Number of the shown page, from 0. */
	page = $state(0);
	total = $state(0);
	/** The rows of the page. One that was put right stays until the page is turned. */
	rows = $state.raw<RowView[]>([]);
	/** A step is being taken. */
	busy = $state(false);
	#undo = $state.raw<readonly Step[]>([]);
	#redo = $state.raw<readonly Step[]>([]);
	#worker: Worker | null = null;
	#api: Remote<ImportWorkerApi> | null = null;
	#given: { name: string; files: readonly GivenFile[] } | null = null;
	/** Of files that came together, those that were brought, by their place among them. */
	#brought = $state.raw<readonly number[]>([]);
	readonly #pack: () => PackAddresses;
	readonly #own: () => readonly OwnAsset[];

	constructor(pack: () => PackAddresses, own: () => readonly OwnAsset[]) {
		this.#pack = pack;
		this.#own = own;
	}

	/** Kind of rows that name none, null until it is known; and who checked rows that do not say. */
	defaultKind = $state.raw<KindReading | null>(null);
	role = $state.raw<VerifierRole | null>(null);

	get canUndo(): boolean {
		return this.#undo.length > 0;
	}
	get canRedo(): boolean {
		return this.#redo.length > 0;
	}
	get pages(): number {
		return Math.max(1, Math.ceil(this.total / PAGE));
	}
	/** Whether something can be brought: nothing is while a choice that is needed is open. */
	get isReady(): boolean {
		return this.rowsReady > 0 && this.questions.length === 0 && !this.asksKind && !this.busy;
	}
	/** Whether rows wait for somebody to say what kind they are. */
	get asksKind(): boolean {
		return (this.summary?.asksKind ?? 0) > 0;
	}
	/** Rows that would be brought now. */
	get rowsReady(): number {
		return (this.summary?.counts.accepted ?? 0) + (this.summary?.counts.fixed ?? 0);
	}

	/** Look at files that came together. Whatever is wrong with them becomes the state `failed`. */
	async openFiles(given: readonly File[]): Promise<void> {
		const name = nameTogether(given.map((file) => visible(file.name)));
		try {
			checkTogether(given.map((file) => ({ name: file.name, bytes: { length: file.size } })));
			const files = await Promise.all(
				given.map(async (file) => ({
					name: visible(file.name),
					bytes: new Uint8Array(await file.arrayBuffer())
				}))
			);
			this.#brought = [];
			await this.#open({ name, files }, null);
		} catch (error) {
			this.#fail(name, error);
		}
	}

	/** Look at rows that were pasted. */
	async openText(text: string): Promise<void> {
		const name = 'Pasted rows';
		try {
			const bytes = new TextEncoder().encode(text);
			checkSize(name, bytes.length);
			this.#brought = [];
			await this.#open({ name, files: [{ name, bytes }] }, null);
		} catch (error) {
			this.#fail(name, error);
		}
	}

	/** Read another sheet of the same spreadsheet, by its place among those that are offered. */
	async openSheet(sheet: number): Promise<void> {
		if (this.#given) await this.#open(this.#given, sheet);
	}

	/** Of files that came together and have nothing to do with each other, those that are still to come. */
	get waiting(): readonly number[] {
		return (this.opened?.sheets?.rest ?? []).filter((place) => !this.#brought.includes(place));
	}

	/** Once a file was brought: look at the next that came with it; false where there is none. */
	async openNext(): Promise<boolean> {
		const { names = [], rest = [] } = this.opened?.sheets ?? {};
		const [next] = this.waiting;
		if (next === undefined) return false;
		const read = [...names.keys()].filter((place) => !rest.includes(place));
		this.#brought = [...this.#brought, ...read];
		await this.openSheet(next);
		return true;
	}

	/** Leave the file, whatever is under way. */
	close(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#api = null;
		this.#given = null;
		this.opened = null;
		this.summary = null;
		this.rows = [];
		this.#undo = [];
		this.#redo = [];
		this.busy = false;
		this.state = { at: 'start' };
	}

	/** Take a step. The shown rows stay where they are, as they now are. */
	async take(step: Step): Promise<void> {
		const undo = await this.#apply(step);
		if (!undo) return;
		this.#undo = [...this.#undo, undo];
		this.#redo = [];
	}

	/** Decide on all rows at once. */
	async bulk(what: Bulk): Promise<void> {
		const step = await this.#api?.bulk(what);
		if (!step) return;
		await this.take(step);
		await this.show(this.filter);
	}

	async undo(): Promise<void> {
		await this.#back('undo');
	}
	async redo(): Promise<void> {
		await this.#back('redo');
	}

	/** Show the rows of an outcome, from a page on. */
	async show(filter: RowFilter, page = 0): Promise<void> {
		if (!this.#api) return;
		this.filter = filter;
		this.page = page;
		const found = await this.#api.page(filter, page * PAGE, PAGE);
		this.total = found.total;
		this.rows = found.rows;
	}

	result(): Promise<OwnAsset[]> {
		return this.#api?.result() ?? Promise.resolve([]);
	}

	leftovers(owner: string): Promise<string> {
		return this.#api?.leftovers(owner) ?? Promise.resolve('');
	}

	/** Keep what was decided for this file, for the next one of its layout. */
	remember(): void {
		if (!this.opened || !this.summary) return;
		rememberChoices(
			[this.opened.layout, { mapping: this.mapping, defaultKind: this.defaultKind }],
			this.summary.kindWords.flatMap(({ word, kind }) =>
				kind === null ? [] : [[plainWords(word), kind] as const]
			)
		);
	}

	heldLines(): Promise<string> {
		return this.#api?.heldLines() ?? Promise.resolve('');
	}

	async #back(way: 'undo' | 'redo'): Promise<void> {
		const from = way === 'undo' ? this.#undo : this.#redo;
		const step = from.at(-1);
		if (!step) return;
		const inverse = await this.#apply(step);
		if (!inverse) return;
		if (way === 'undo') {
			this.#undo = from.slice(0, -1);
			this.#redo = [...this.#redo, inverse];
		} else {
			this.#redo = from.slice(0, -1);
			this.#undo = [...this.#undo, inverse];
		}
	}

	async #apply(step: Step): Promise<Step | null> {
		const api = this.#api;
		if (!api || this.busy) return null;
		this.busy = true;
		try {
			const { undo, summary, mapping, questions, settled, defaultKind, role } =
				await api.apply(step);
			this.questions = questions;
			this.settled = settled;
			this.defaultKind = defaultKind;
			this.role = role;
			this.summary = summary;
			this.mapping = mapping;
			this.rows = await api.view(this.rows.map(({ row }) => row));
			return undo;
		} finally {
			this.busy = false;
		}
	}

	async #open(
		given: { name: string; files: readonly GivenFile[] },
		sheet: number | null
	): Promise<void> {
		const { name } = given;
		this.#given = given;
		this.#undo = [];
		this.#redo = [];
		this.state = { at: 'work', fileName: name, phase: 'loading', share: 0 };
		const started = performance.now();
		const api = this.#start();
		const answer = await api.open(
			{
				...given,
				sheet,
				today: today(),
				pack: this.#pack(),
				own: this.#own(),
				remembered: rememberedChoices()
			},
			proxy((phase, share) => {
				if (this.state.at === 'work') this.state = { at: 'work', fileName: name, phase, share };
			})
		);
		// The reader may have cancelled, and begun with another file.
		if (this.#api !== api) return;
		if (!answer.ok) {
			this.state = { at: 'failed', fileName: name, ...answer };
			return;
		}
		this.opened = answer.value;
		this.summary = answer.value.summary;
		this.mapping = answer.value.mapping;
		this.questions = answer.value.questions;
		this.settled = answer.value.settled;
		this.defaultKind = answer.value.defaultKind;
		this.role = null;
		const { counts, undecided } = answer.value.summary;
		await this.show(
			undecided > 0 ? 'changes' : counts.look > 0 ? 'look' : counts.refused > 0 ? 'refused' : null
		);
		this.state = { at: 'review', fileName: answer.value.fileName };
		// The bench reads it.
		performance.measure('import:check', { start: started });
	}

	#start(): Remote<ImportWorkerApi> {
		if (!this.#api) {
			this.#worker = startImportWorker();
			this.#api = wrap<ImportWorkerApi>(this.#worker);
			this.#worker.onerror = () => this.#fail(this.#given?.name ?? '', stopped());
		}
		return this.#api;
	}

	#fail(fileName: string, error: unknown): void {
		this.state = { at: 'failed', fileName, ...explained(error) };
	}
}
