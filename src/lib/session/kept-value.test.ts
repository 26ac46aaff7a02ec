import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { KeptValue, type Change, type Keeper, type Tabs } from './kept-value.svelte.ts';

type Marks = readonly string[];
const add =
	(mark: string): Change<Marks> =>
	(marks) =>
		marks.includes(mark) ? marks : [...marks, mark];
const remove =
	(mark: string): Change<Marks> =>
	(marks) =>
		marks.filter((one) => one !== mark);

/** What the tabs of one browser share. `pass` is asked before each step: it may be slow, or fail. */
class Browser {
	kept: Marks;
	readonly pass: (step: 'read' | 'change') => Promise<unknown>;
	readonly #hearing = new Set<{ changed: () => void; forgotten: () => void }>();

	constructor(kept: Marks, pass: Browser['pass'] = () => Promise.resolve()) {
		this.kept = kept;
		this.pass = pass;
	}

	forget(): void {
		this.kept = [];
		for (const hears of this.#hearing) hears.forgotten();
	}

	tab(needs?: (read: Marks) => Promise<Change<Marks> | null>) {
		let mine: { changed: () => void; forgotten: () => void } | null = null;
		const tabs: Tabs = {
			follow: (hears) => this.#hearing.add((mine = hears)),
			tell: () => {
				for (const hears of this.#hearing) if (hears !== mine) hears.changed();
			},
			letGo: () => undefined,
			close: () => mine && this.#hearing.delete(mine)
		};
		const keeper: Keeper<Marks> = {
			read: async () => {
				const { kept } = this;
				await this.pass('read');
				return kept;
			},
			// One step: what is read and what is written have nothing between them.
			change: async (by) => {
				await this.pass('change');
				this.kept = by(this.kept);
				return this.kept;
			}
		};
		return new KeptValue<Marks>({
			tabs,
			keeper,
			empty: [],
			what: 'your marks',
			...(needs && { needs })
		});
	}
}

/** Something that resolves when it is told to. */
function gate() {
	let open: () => void = () => undefined;
	const opened = new Promise<void>((resolve) => (open = resolve));
	return { opened, open };
}

describe('a value that is kept', () => {
	it('shows what was kept, and a change at once', async () => {
		const tab = new Browser(['before']).tab();
		tab.attach();
		expect(tab.ready).toBe(false);
		await vi.waitFor(() => expect(tab.ready).toBe(true));
		expect(tab.value).toEqual(['before']);
		void tab.change(add('now'));
		expect(tab.value).toEqual(['before', 'now']);
	});

	it('loses nothing that was changed before the first read has ended', async () => {
		const slow = gate();
		const browser = new Browser(['before'], (step) =>
			step === 'read' ? slow.opened : Promise.resolve()
		);
		const tab = browser.tab();
		tab.attach();
		const changed = tab.change(add('early'));
		expect(tab.value).toEqual(['early']);
		slow.open();
		await changed;
		expect(tab.value).toEqual(['before', 'early']);
		expect(browser.kept).toEqual(['before', 'early']);
	});

	it('loses nothing when it is read again while changes are on their way', async () => {
		const browser = new Browser([]);
		const tab = browser.tab();
		tab.attach();
		const changes = ['a', 'b', 'c'].map((mark) => {
			const changing = tab.change(add(mark));
			tab.attach();
			return changing;
		});
		expect(tab.value).toEqual(['a', 'b', 'c']);
		await Promise.all(changes);
		await vi.waitFor(() => expect(tab.value).toEqual(['a', 'b', 'c']));
		expect(browser.kept).toEqual(['a', 'b', 'c']);
	});

	it('changes what another tab has written meanwhile, and writes nothing over', async () => {
		const browser = new Browser(['before']);
		const [here, there] = [browser.tab(), browser.tab()];
		here.attach();
		await vi.waitFor(() => expect(here.ready).toBe(true));
		// It follows nobody and knows nothing of the other.
		await there.change(add('there'));
		await here.change(remove('before'));
		expect(browser.kept).toEqual(['there']);
		expect(here.value).toEqual(['there']);
	});

	it('keeps what could not be kept in memory, says so, and keeps it with the next change', async () => {
		let isFull = true;
		const browser = new Browser(['before'], (step) =>
			step === 'change' && isFull
				? Promise.reject(new DOMException('full', 'QuotaExceededError'))
				: Promise.resolve()
		);
		const tab = browser.tab();
		tab.attach();
		await tab.change(add('a'));
		expect(tab.notice).toMatch(/no room left to keep your marks/);
		expect(tab.value).toEqual(['before', 'a']);
		isFull = false;
		await tab.change(add('b'));
		expect(tab.notice).toBe(null);
		expect(browser.kept).toEqual(['before', 'a', 'b']);
	});

	it('lasts as long as the page where the browser keeps nothing', async () => {
		const tab = new Browser([], () => Promise.reject(new Error('private window'))).tab();
		tab.attach();
		await vi.waitFor(() => expect(tab.ready).toBe(true));
		expect(tab.notice).toMatch(/This browser keeps nothing/);
		await tab.change(add('a'));
		expect(tab.value).toEqual(['a']);
		expect(tab.notice).toMatch(/does not keep your marks/);
	});

	it('shows a removal once it is kept, where that is asked', async () => {
		const slow = gate();
		const browser = new Browser(['a', 'b'], (step) =>
			step === 'change' ? slow.opened : Promise.resolve()
		);
		const tab = browser.tab();
		tab.attach();
		await vi.waitFor(() => expect(tab.value).toEqual(['a', 'b']));
		const removed = tab.changeWhenKept(remove('a'));
		expect(tab.value).toEqual(['a', 'b']);
		slow.open();
		await removed;
		expect(tab.value).toEqual(['b']);
	});

	it('forgets what is on its way, and what is being read', async () => {
		const slow = gate();
		const browser = new Browser(['before'], () => slow.opened);
		const tab = browser.tab();
		const forgotten = vi.fn();
		tab.attach(forgotten);
		const changed = tab.change(add('a'));
		browser.forget();
		expect(forgotten).toHaveBeenCalledOnce();
		expect(tab.value).toEqual([]);
		slow.open();
		await changed;
		expect(tab.value).toEqual([]);
		expect(browser.kept).toEqual([]);
	});

	it('is let go of without a look at the store, which may be gone', async () => {
		const asked = vi.fn(() => Promise.resolve());
		const tab = new Browser(['before'], asked).tab();
		await tab.change(add('a'));
		asked.mockClear();
		tab.forget();
		expect(tab.value).toEqual([]);
		await Promise.resolve();
		expect(asked).not.toHaveBeenCalled();
	});

	it('changes what was read as it needs before it is shown, and keeps that', async () => {
		const browser = new Browser(['held', 'free']);
		const needs = (read: Marks) => Promise.resolve(read.includes('held') ? remove('held') : null);
		const tab = browser.tab(needs);
		tab.attach();
		const changed = tab.change(add('a'));
		await changed;
		expect(tab.value).toEqual(['free', 'a']);
		expect(browser.kept).toEqual(['free', 'a']);
	});

	it('loses no change of two tabs, whatever comes between', async () => {
		const step = fc.record({
			tab: fc.constantFrom(0, 1),
			does: fc.constantFrom('add', 'add', 'remove', 'attach')
		});
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), fc.array(step, { maxLength: 12 }), async (s, steps) => {
				const browser = new Browser(['before'], (what) => s.schedule(Promise.resolve(), what));
				const tabs = [browser.tab(), browser.tab()] as const;
				for (const tab of tabs) tab.attach();
				/** What each tab added, and took away again. */
				const [added, gone] = [new Set<string>(['before']), new Set<string>()];
				/** Steps after which a tab did not show what it had done: an error here would stop the clock. */
				const wrong: string[] = [];
				const all = s.scheduleSequence(
					steps.map(({ tab: at, does }, i) => ({
						label: `${at} ${does}`,
						builder: () => {
							const tab = at === 0 ? tabs[0] : tabs[1];
							const mark = `${at}-${i}`;
							const own = [...added].find((one) => one.startsWith(`${at}-`) && !gone.has(one));
							if (does === 'attach') tab.attach();
							else if (does === 'add') {
								added.add(mark);
								void tab.change(add(mark));
							} else if (own !== undefined) {
								gone.add(own);
								void tab.change(remove(own));
							}
							// What a tab did stays done, whatever it reads.
							const mine = [...added].filter((one) => one.startsWith(`${at}-`));
							if (mine.some((one) => tab.value.includes(one) === gone.has(one))) wrong.push(mark);
							return Promise.resolve();
						}
					}))
				);
				await s.waitFor(all.task);
				await s.waitIdle();
				expect(wrong).toEqual([]);
				const expected = [...added].filter((one) => !gone.has(one)).sort();
				expect([...browser.kept].sort()).toEqual(expected);
				for (const tab of tabs) expect([...tab.value].sort()).toEqual(expected);
			})
		);
	});
});
