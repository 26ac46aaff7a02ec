/**
 * A file on its way in: its table, what each column is, what became of each row, and what
 * the reader said. Every step gives back the step that undoes it.
 */
import type { AssetField } from '../asset.ts';
import type { VerifierRole } from '../kinds.ts';
import type { OwnAsset } from '../own-part.ts';
import type { Cells } from './cells.ts';
import {
	checkRow,
	heldRow,
	UNDECIDED,
	type CheckContext,
	type CheckedRow,
	type RowDecision
} from './check.ts';
import type { Change } from './changes.ts';
import { plainWords, type Mapping } from './columns.ts';
import { openQuestions, type ColumnReading } from './column-reading.ts';
import { rememberingKinds, type KindReading } from './kind-words.ts';
import { columnsOfList, kindOfList } from './list-kind.ts';
import { withNeeded } from './needed-columns.ts';
import { leftRows, type LeftRow } from './left-behind.ts';
import { privacyOf } from './privacy.ts';
import { layoutOf, NOTHING_REMEMBERED } from './remembered.ts';
import { OUTCOME_IDS, outcomeOf, type Outcome, type Remark } from './remark.ts';
import { rowReader } from './row-cells.ts';
import { shownHeading, whereIs, type ImportTable } from './table.ts';
import type { Summary } from './summary.ts';
import { twinsOf } from './twins.ts';
import { visible } from '../../text/visible.ts';

/** A step of the reader's, as data: it crosses to a worker, and its inverse is one too. */
export type Step =
	| { do: 'edit'; row: number; column: number; text: string }
	/** `settled` are columns that the reader said something of, with those before. */
	| { do: 'map'; mapping: Mapping; settled?: readonly number[] }
	| { do: 'kind'; word: string; kind: KindReading | null }
	| { do: 'default-kind'; kind: KindReading | null }
	| { do: 'role'; role: VerifierRole | null }
	| { do: 'decide'; decisions: readonly (readonly [row: number, decision: RowDecision])[] };

export interface RowView {
	row: number;
	/** Where it stands in the file. */
	line: number;
	name: string;
	outcome: Outcome;
	remarks: Remark[];
	cells: string[];
	changes: Change[];
	decision: RowDecision;
}

export type { Summary } from './summary.ts';

export type SessionContext = Omit<
	CheckContext,
	'readKind' | 'kindChoices' | 'defaultKind' | 'role'
>;

/** Rows that are checked before others get a turn. */
const TURN = 1_000;

/** The work was stopped by the reader. */
export class Stopped extends Error {}

export class ImportSession {
	readonly table: ImportTable;
	readonly #context: SessionContext;
	readonly #privacy: ReturnType<typeof privacyOf>;
	/** What each column was taken for at first, and how sure that is. */
	readonly readings: readonly ColumnReading[];
	/** Columns that the file has; those that it lacked come after them. */
	readonly ownColumns: number;
	/** See remembered.ts. */
	readonly layout: string;
	/** Whether it came in as an earlier file of its layout was decided. */
	readonly isAsBefore: boolean;
	/** Columns that the reader has decided on. */
	settled: readonly number[] = [];
	mapping: Mapping;
	role: VerifierRole | null = null;
	/** What the reader said that the rows are that name no kind. */
	#chosenKind: KindReading | null = null;
	readonly #readKind = rememberingKinds();
	readonly #kinds = new Map<string, KindReading>();
	readonly #decisions = new Map<number, RowDecision>();
	#cellsOf: (row: readonly string[]) => Cells;
	#checked: CheckedRow[] = [];
	/** By row: an earlier row that says the same, or -1. */
	#twins: Int32Array = new Int32Array(0);

	/** @param remembered what the reader decided for other files */
	constructor(table: ImportTable, context: SessionContext, remembered = NOTHING_REMEMBERED) {
		this.readings = columnsOfList(table, context.places.areaNames, context.fileName);
		const taken = this.readings.map(({ field }) => field);
		({ table: this.table, mapping: this.mapping } = withNeeded(table, taken));
		this.ownColumns = table.headings.length;
		this.layout = layoutOf(table.headings);
		for (const [words, kind] of remembered.kinds) this.#kinds.set(words, kind);
		const before = remembered.layouts.find(([layout]) => layout === this.layout)?.[1];
		this.isAsBefore = before?.mapping.length === this.mapping.length;
		if (before && this.isAsBefore) {
			this.mapping = before.mapping;
			this.#chosenKind = before.defaultKind;
			this.settled = [...taken.keys()];
		}
		this.#context = context;
		this.#privacy = privacyOf(this.table.headings);
		this.#cellsOf = rowReader(this.table.headings, this.mapping);
	}

	/**
	 * Check every row, some at a time. `progress` hears how many are done and says whether to
	 * go on; throws Stopped where not.
	 */
	async check(progress: (done: number) => boolean | Promise<boolean> = () => true): Promise<void> {
		const context = this.#full();
		this.#cellsOf = rowReader(this.table.headings, this.mapping);
		const checked: CheckedRow[] = [];
		for (let row = 0; row < this.table.rows.length; row++) {
			if (row % TURN === 0 && !(await progress(row))) throw new Stopped();
			checked.push(this.#checkOne(row, context));
		}
		this.#checked = checked;
		this.#findTwins();
	}

	/** Kind of the rows that name none; null until it is known. Which column is the name may tell. */
	get defaultKind(): KindReading | null {
		const own = this.mapping.slice(0, this.ownColumns);
		return this.#chosenKind ?? kindOfList(this.table.headings, own, this.#context.fileName);
	}

	/** The columns that the reader has to decide on before anything is brought. */
	questions(): ColumnReading[] {
		return openQuestions(this.readings, new Set(this.settled));
	}

	/** Take a step; returns the one that undoes it. */
	async apply(step: Step): Promise<Step> {
		switch (step.do) {
			case 'edit': {
				const cells = this.table.rows[step.row];
				const before = cells?.[step.column] ?? '';
				if (cells) cells[step.column] = step.text;
				this.#recheck([step.row]);
				return { ...step, text: before };
			}
			case 'decide': {
				const before = step.decisions.map(
					([row]) => [row, this.#decisions.get(row) ?? UNDECIDED] as const
				);
				for (const [row, decision] of step.decisions) this.#decisions.set(row, decision);
				this.#recheck(step.decisions.map(([row]) => row));
				return { do: 'decide', decisions: before };
			}
			case 'map': {
				const { mapping, settled } = this;
				this.mapping = step.mapping;
				if (step.settled) this.settled = step.settled;
				await this.check();
				return { do: 'map', mapping, settled };
			}
			case 'kind': {
				const word = plainWords(step.word);
				const before = this.#kinds.get(word) ?? null;
				if (step.kind) this.#kinds.set(word, step.kind);
				else this.#kinds.delete(word);
				await this.check();
				return { ...step, kind: before };
			}
			case 'default-kind': {
				const before = this.#chosenKind;
				this.#chosenKind = step.kind;
				await this.check();
				return { do: 'default-kind', kind: before };
			}
			case 'role': {
				const before = this.role;
				this.role = step.role;
				await this.check();
				return { do: 'role', role: before };
			}
		}
	}

	summary(): Summary {
		const counts = Object.fromEntries(OUTCOME_IDS.map((id) => [id, 0])) as Record<Outcome, number>;
		const held = new Map<string, number>();
		const words = new Map<string, Summary['kindWords'][number]>();
		const kindColumn = this.mapping.indexOf('kind');
		let [undecided, known, withoutKind, asksKind, homes] = [0, 0, 0, 0, 0];
		this.#checked.forEach((_, row) => {
			const { outcome, changes, decision, asksKind: asks } = this.#final(row);
			counts[outcome]++;
			if (asks) asksKind++;
			if (outcome === 'look' && this.#asksHome(row)) homes++;
			if (changes.length > 0) {
				known++;
				if (decision.accepted === null) undecided++;
			}
			const reason = outcome === 'held' ? this.#held(row)?.reason : undefined;
			if (reason !== undefined) held.set(reason, (held.get(reason) ?? 0) + 1);
			if (outcome === 'held') return;
			const word = (this.table.rows[row]?.[kindColumn] ?? '').trim();
			if (word === '') withoutKind++;
			else if (this.#readKind(word) === null) {
				const plain = plainWords(word);
				const entry = words.get(plain) ?? { word, rows: 0, kind: this.#kinds.get(plain) ?? null };
				entry.rows++;
				words.set(plain, entry);
			}
		});
		const bySize = (a: { rows: number }, b: { rows: number }) => b.rows - a.rows;
		return {
			rows: this.#checked.length,
			counts,
			undecided,
			known,
			kindWords: [...words.values()].sort(bySize),
			withoutKind,
			asksKind,
			homes,
			held: [...held].map(([reason, rows]) => ({ reason, rows })).sort(bySize)
		};
	}

	/** Rows to show: those of an outcome, or with changes to look at, from an offset on. */
	page(
		filter: Outcome | 'changes' | null,
		offset: number,
		limit: number
	): { total: number; rows: RowView[] } {
		const found: number[] = [];
		this.#checked.forEach((checked, row) => {
			const wanted =
				filter === null ||
				(filter === 'changes' ? checked.changes.length > 0 : this.#outcome(row) === filter);
			if (wanted) found.push(row);
		});
		return {
			total: found.length,
			rows: found.slice(offset, offset + limit).map((row) => this.view(row))
		};
	}

	/** One row as it stands now. */
	view(row: number): RowView {
		const { outcome, remarks, asset, changes, decision } = this.#final(row);
		const cells = this.table.rows[row] ?? [];
		return {
			row,
			line: this.table.lines[row] ?? row + 1,
			name: asset?.name ?? visible(cells[this.mapping.indexOf('name')]?.trim() ?? ''),
			outcome,
			remarks,
			cells: [...cells],
			changes,
			decision
		};
	}

	/** Decisions that a reader may take for all rows at once. */
	decisionsFor(what: 'accept-changes' | 'keep-register' | 'confirm-looks' | 'confirm-homes'): Step {
		const decisions: [number, RowDecision][] = [];
		this.#checked.forEach((checked, row) => {
			const before = this.#decisions.get(row) ?? UNDECIDED;
			if (what === 'confirm-homes') {
				if (this.#outcome(row) === 'look' && this.#asksHome(row))
					decisions.push([row, { ...before, confirmed: true }]);
			} else if (what === 'confirm-looks') {
				if (
					this.#outcome(row) === 'look' &&
					this.#final(row).remarks.every(({ isWrong }) => isWrong !== true) &&
					(checked.changes.length === 0 || before.accepted !== null)
				) {
					decisions.push([row, { ...before, confirmed: true }]);
				}
			} else if (checked.changes.length > 0 && before.accepted === null) {
				const accepted: AssetField[] =
					what === 'accept-changes' ? checked.changes.map(({ field }) => field) : [];
				decisions.push([row, { ...before, accepted }]);
			}
		});
		return { do: 'decide', decisions };
	}

	/** What is brought: every accepted or fixed row, with an id of its own. */
	result(): OwnAsset[] {
		const ids = new Set<string>();
		/** How often an id has come, so that a file of one id alone is not counted through for each row. */
		const times = new Map<string, number>();
		const brought: OwnAsset[] = [];
		this.#checked.forEach((_, row) => {
			const { outcome, asset, lsoa11, place, removed, was, decision } = this.#final(row);
			if (!asset || (outcome !== 'accepted' && outcome !== 'fixed')) return;
			let id = asset.id;
			let n = times.get(asset.id) ?? 1;
			while (ids.has(id)) id = `${asset.id}-${++n}`;
			times.set(asset.id, n);
			ids.add(id);
			brought.push({
				asset: id === asset.id ? asset : { ...asset, id },
				lsoa11,
				...(place !== null && { place }),
				...(removed.length > 0 && { removed }),
				...(was !== null && { was }),
				...(decision.released === true && { released: true as const })
			});
		});
		return brought;
	}

	/** The rows to put right, as they are now, each with its reasons. */
	leftovers(): { headings: string[]; rows: string[][] } {
		const left = this.#checked.flatMap((_, row): LeftRow[] => {
			const { outcome, remarks } = this.#final(row);
			return outcome === 'look' || outcome === 'refused' ? [{ row, remarks, outcome }] : [];
		});
		return leftRows(this.table, this.mapping, left);
	}

	/** Where the rows that are held back stand in the file: all that may be taken away of them. */
	heldLines(): string[] {
		const { lineNames, lines } = this.table;
		return this.#checked.flatMap(({ outcome }, row) =>
			outcome === 'held' ? [lineNames?.[row] ?? String(lines[row] ?? row + 1)] : []
		);
	}

	#full(): CheckContext {
		return {
			...this.#context,
			readKind: this.#readKind,
			kindChoices: this.#kinds,
			defaultKind: this.defaultKind,
			role: this.role
		};
	}

	#checkOne(row: number, context: CheckContext): CheckedRow {
		const decision = this.#decisions.get(row) ?? UNDECIDED;
		const cells = this.table.rows[row] ?? [];
		const held = decision.released === true ? null : this.#held(row);
		if (held) {
			const base = context.register((this.#cellsOf(cells).id ?? '').trim());
			const heading = shownHeading(this.table.headings[held.column] ?? '');
			return heldRow(held, heading, base !== null && !base.own);
		}
		return checkRow(
			this.#cellsOf(cells),
			context,
			decision,
			this.#privacy.said(cells, this.mapping),
			this.table.looks?.get(row)
		);
	}

	/** Why a row is held back, whatever its columns were taken for; null where it is not. */
	#held(row: number) {
		return this.#privacy.held(this.table.rows[row] ?? []);
	}

	#recheck(rows: readonly number[]): void {
		const context = this.#full();
		for (const row of rows) this.#checked[row] = this.#checkOne(row, context);
		this.#findTwins();
	}

	#findTwins(): void {
		this.#twins = twinsOf(this.#checked.map(({ asset }) => asset));
	}

	#asksHome(row: number): boolean {
		return this.#final(row).remarks.every(({ kind, topic }) => kind !== 'look' || topic === 'home');
	}

	#outcome(row: number): Outcome {
		return this.#final(row).outcome;
	}

	#final(row: number): CheckedRow & { decision: RowDecision } {
		const decision = this.#decisions.get(row) ?? UNDECIDED;
		const checked = this.#checked[row];
		if (!checked) throw new Error(`there is no row ${row}`);
		const twin = this.#twins[row] ?? -1;
		if (twin < 0 || checked.asset === null) return { ...checked, decision };
		const remarks: Remark[] = [
			...checked.remarks,
			{
				kind: decision.confirmed ? 'note' : 'look',
				field: 'name',
				text: `It says the same as ${whereIs(this.table, twin)}, or has its identifier.`
			}
		];
		return { ...checked, remarks, outcome: outcomeOf(remarks), decision };
	}
}
