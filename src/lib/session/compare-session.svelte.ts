/** The session of a comparison: which areas stand side by side, and what is known of them. */
import { compare } from '../compare/comparison.ts';
import { MOST } from '../compare/areas.ts';
import { PARTS_COMPARED } from '../compare/rows.ts';
import { formatList } from '../text/format.ts';
import { COMPARE_CODEC, type CompareState } from '../url/compare-state.ts';
import { RegionSession, type SessionStart } from './region-session.svelte.ts';

export class CompareSession extends RegionSession<CompareState> {
	/** The codes of the columns. */
	readonly codes = $derived.by(() => this.url.state.codes);
	/** Whether anything is asked for that the page did not come with. */
	readonly asks = $derived(this.codes.length > 0);
	readonly isFull = $derived(this.codes.length >= MOST);
	readonly #parts = PARTS_COMPARED.filter((part) => this.has(part));
	/** The areas side by side; null while what is known of them is on its way. */
	readonly comparison = $derived.by(() => {
		const { loader, codes, asks } = this;
		if (!asks || loader.whatCame(this.#parts) === null) return null;
		const came = (part: string) => loader.parts.has(part as (typeof PARTS_COMPARED)[number]);
		return came('areas-2021') ? compare(loader.parts, codes, came) : null;
	});

	/** Make it while a component is being set up, one for each region. */
	constructor(start: Omit<SessionStart<CompareState>, 'codec' | 'parts'>) {
		super({ ...start, codec: COMPARE_CODEC, parts: [] });
		this.want(() => (this.asks ? this.#parts : []));
	}

	/** Put areas beside the others, in one step. */
	add(areas: readonly { code: string; name: string }[]): void {
		const more = areas.filter(
			({ code }, at) =>
				!this.codes.includes(code) && areas.findIndex((other) => other.code === code) === at
		);
		const codes = [...this.codes, ...more.map(({ code }) => code)];
		if (more.length === 0 || codes.length > MOST) return;
		const names = formatList(more.map(({ name }) => name));
		this.go({ codes }, `${names} ${more.length === 1 ? 'is' : 'are'} in the comparison.`);
	}

	/** Take an area out. */
	remove(code: string, name: string): void {
		this.go(
			{ codes: this.codes.filter((other) => other !== code) },
			`${name} is no longer in the comparison.`
		);
	}

	/** Hold the others against this area. */
	putFirst(code: string, name: string): void {
		const others = this.codes.filter((other) => other !== code);
		this.go({ codes: [code, ...others] }, `All are held against ${name} now.`);
	}
}
