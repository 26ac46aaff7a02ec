/**
 * The session of the page of gaps: what is asked, its settled answer, what would change that, and
 * what the page says beside it of maternity and of link workers.
 */
import { untrack } from 'svelte';
import { analyseGaps } from '../gaps/analysis.ts';
import type { AreaResult } from '../gaps/answer.ts';
import { birthsByDistrict, BIRTHS_PART } from '../gaps/births-by-district.ts';
import { comparisonsOf } from '../gaps/comparisons.ts';
import { evidenceOf, type EvidenceRow } from '../gaps/evidence.ts';
import { flipsOf, partsToVary } from '../gaps/flips.ts';
import { LINK_WORKERS_PART, linkWorkers } from '../gaps/link-workers.ts';
import { listed } from '../gaps/listed.ts';
import { venuesCollected } from '../gaps/story-communities.ts';
import { HUBS_PART, UNITS_PART } from '../gaps/maternity-answer.ts';
import { maternity, maternityParts } from '../gaps/maternity.ts';
import { measureOf } from '../gaps/measures.ts';
import { offeredProvisions } from '../gaps/provisions.ts';
import { sitesFor } from '../gaps/provision.ts';
import type { GapsRequest } from '../gaps/request.ts';
import type { VariationsAnswer } from '../gaps/variations.ts';
import { PARTS_WELCOME, partsNeeded, Workbench } from '../gaps/workbench.ts';
import { whyEmpty } from '../facts/missing.ts';
import { boundariesPart, type PartName } from '../facts/parts.ts';
import { GAPS_CODEC, requestOf, type GapsState } from '../url/gaps-state.ts';
import { heldIn } from '../url/region-codec.ts';
import { gapsCodecOf } from '../url/region-gaps-codec.ts';
import { countWords, selectedWords, selectInGaps } from '../view/gaps-selection.ts';
import { gapsView } from '../view/gaps-view.ts';
import { GapsVariations } from './gaps-variations.svelte.ts';
import { PackLoader } from './pack-loader.svelte.ts';
import { RegionSession, type SessionStart } from './region-session.svelte.ts';
import { SettledGaps } from './settled-gaps.svelte.ts';

export interface GapsSessionStart extends Omit<SessionStart<GapsState>, 'codec'> {
	/** What would change the answer of the plain address, worked out when the site was built; null where it did not come with the page. */
	plain: VariationsAnswer | null;
}

export class GapsSession extends RegionSession<GapsState> {
	/** Kinds of provision that the region has data on. */
	readonly offered: ReadonlySet<string>;
	readonly bench: Workbench;
	readonly variations = new GapsVariations();
	readonly #settled: SettledGaps;
	readonly #plain: VariationsAnswer | null;
	/** The parts as they are without the reader's own places; made when that is asked. */
	readonly #published: () => PackLoader;
	/** Whether the answer that was asked for is still to be told. */
	#promised = $state.raw(false);

	/** What is asked, as a text: choosing an area or moving the map asks nothing new. Empty is the plain address. */
	readonly asked = $derived.by(() =>
		GAPS_CODEC.query({ ...GAPS_CODEC.defaults(), ...requestOf(this.url.state) })
	);
	/** What is asked. */
	readonly request = $derived(requestOf(GAPS_CODEC.read(this.asked).state));

	/** The answer that is shown; null while even the first one's parts are missing, or with a `problem`. */
	readonly analysis = $derived.by(() => this.#settled.analysis);
	/** Cell whose areas stand out. */
	readonly cell = $derived.by(() => this.url.state.cell);
	/** Whether the map is coloured by need and provision, three by three. */
	readonly grid = $derived.by(() => this.url.state.grid || this.cell !== null);
	/** Which of its views the page shows. */
	readonly show = $derived.by(() => this.url.state.show);
	readonly #withSites = $derived.by(() => this.url.state.sites);
	readonly view = $derived.by(() => {
		const { analysis, cell, grid, bench, answer } = this;
		const sites = this.#withSites;
		return analysis
			? gapsView(analysis, {
					cell,
					grid,
					answer,
					sites: sites ? sitesFor(bench, analysis.request).sites : null
				})
			: null;
	});
	/** The gaps as a list in the chosen order. */
	readonly list = $derived.by(() =>
		this.analysis ? listed(this.analysis, this.answer, this.url.state.order) : null
	);

	/** Whether what is counted are places that the map can show. */
	readonly countsPlaces = $derived.by(
		() => this.analysis !== null && measureOf(this.analysis.request.measure).of === 'sites'
	);

	/** Code of the chosen area, of whatever level. */
	readonly area = $derived.by(() => this.url.state.area);
	readonly #chosen = $derived(this.analysis && selectInGaps(this.analysis, this.area));
	readonly selection = $derived(this.#chosen?.selection ?? null);
	readonly unit = $derived(this.#chosen?.unit ?? null);
	readonly chosen = $derived(this.#chosen?.result ?? null);

	/** The same question of larger areas. */
	readonly comparisons = $derived.by(() =>
		this.analysis ? comparisonsOf(this.analysis, this.bench) : []
	);

	// What would change the answer is asked in a worker, once the parts of all editions are there.
	readonly #varied = $derived.by(() =>
		this.analysis
			? { request: this.analysis.request, parts: partsToVary(this.analysis.request, this.has) }
			: null
	);
	/** What would change the answer; null until that was asked. */
	readonly answer = $derived.by(
		() => (this.isPlain ? this.#plain : null) ?? this.variations.answer
	);

	// Maternity and link workers don't depend on the question, but for the edition.
	readonly maternityChoice = $derived.by(() => this.url.state.maternity);
	readonly #edition = $derived.by(() => this.analysis?.edition.id ?? this.url.state.edition);
	readonly #maternityAsked = $derived({ ...this.maternityChoice, edition: this.#edition });
	/** Whether the region has a list of places of birth: nothing is worked out of others. */
	readonly hasBirths: boolean;
	readonly births = $derived.by(() => {
		if (!this.hasBirths) return null;
		const units = this.loader.get(UNITS_PART);
		const hubs = this.loader.get(HUBS_PART);
		const isThere = maternityParts(this.#maternityAsked).every((part) => this.loader.get(part));
		return this.analysis && units && hubs && isThere
			? maternity(this.#maternityAsked, this.bench, { units, hubs })
			: null;
	});
	readonly birthsByDistrict = $derived.by(() => {
		const part = this.loader.get(BIRTHS_PART);
		return this.analysis && part ? birthsByDistrict(part, this.analysis.regionAreas) : null;
	});
	readonly networks = $derived.by(() => {
		const part = this.loader.get(LINK_WORKERS_PART);
		return part && this.analysis
			? linkWorkers(part, this.region.name, venuesCollected(this.bench))
			: null;
	});

	/** Datasets of all that is shown. */
	readonly datasets = $derived.by(() => [
		...(this.analysis?.datasets ?? []),
		...(this.births?.datasets ?? []),
		...(this.birthsByDistrict?.datasets ?? []),
		...(this.networks?.datasets ?? [])
	]);

	/** Make it while a component is being set up, one for each region. */
	constructor({ plain, ...start }: GapsSessionStart) {
		super({ ...start, codec: gapsCodecOf(start.region) });
		this.#plain = plain;
		let published: PackLoader | null = null;
		this.#published = () => (published ??= new PackLoader(start.region, start.parts));
		this.hasBirths = whyEmpty(start.region.missing, UNITS_PART) === null;
		this.offered = offeredProvisions(heldIn(start.region));
		this.#settled = new SettledGaps(start.region, this.loader, () => this.request);
		this.bench = this.#settled.bench;
		this.want((): PartName[] => [
			'basemap',
			...(this.analysis ? [boundariesPart(this.analysis.edition)] : [])
		]);
		$effect(() => this.#vary());
		$effect(() => () => this.variations.end());
		this.want(() =>
			[
				...(this.hasBirths ? maternityParts(this.#maternityAsked) : []),
				LINK_WORKERS_PART,
				BIRTHS_PART
			].filter(this.has)
		);
		$effect(() => this.#keepPromise());
	}

	/** Whether the plain address is asked, whose variations were worked out when the site was built: without the reader's own places. */
	get isPlain(): boolean {
		return this.asked === '' && this.ownCount === 0;
	}

	/** Why there is no answer, in a sentence. */
	get problem(): string | null {
		return this.#settled.problem;
	}

	/** What the map still waits for, in words. */
	get waiting(): readonly string[] {
		return this.#settled.isSettled ? [] : this.underWay(['The answer']);
	}

	/** What is known of an area, in rows. */
	readonly evidence = (of: AreaResult): EvidenceRow[] =>
		this.analysis ? evidenceOf(of, this.analysis, this.bench) : [];

	/** What would change an area's place in the list, in sentences. */
	readonly flips = (of: AreaResult): string[] => flipsOf(of, this.answer);

	/** What the reader's own places change in the answer that is shown, in words; null where there is none. */
	async ownChanges(): Promise<string | null> {
		const { analysis } = this;
		if (!analysis || this.ownCount === 0) return null;
		const { request } = analysis;
		const published = this.#published();
		const [{ ownEffect, ownEffectWords }] = await Promise.all([
			import('../gaps/own-effect.ts'),
			published.ensure([...partsNeeded(request), ...PARTS_WELCOME.filter(this.has)])
		]);
		if (published.failures().length > 0) return null;
		const without = analyseGaps(request, new Workbench(this.region.name, published.parts));
		return ownEffectWords(ownEffect(analysis, without));
	}

	/** Ask something else: a question that can be answered. */
	ask(request: GapsRequest): void {
		this.#promised = true;
		this.url.go({ ...request, cell: null });
	}

	/** Choose an area, of whatever level, or none. */
	select(code: string | null): void {
		if (!this.analysis) return;
		if (code !== null) this.go({ area: code }, selectedWords(this.analysis, code));
		else if (this.area !== null) this.go({ area: null }, 'Selection cleared.');
	}

	/** Ask what would change the answer, as far as the parts have come. */
	askVariations(): void {
		const varied = this.#varied;
		const parts = varied && this.loader.whatCame(varied.parts);
		if (parts) this.variations.ask(this.region.name, parts, null, varied.request);
	}

	#vary(): void {
		const varied = this.#varied;
		if (!varied || (this.isPlain && this.#plain)) return;
		untrack(() => void this.loader.ensure(varied.parts));
		if (this.loader.whatCame(varied.parts)) untrack(() => this.askVariations());
	}

	/** Once what was asked is shown, say how many gaps it has. */
	#keepPromise(): void {
		if (!this.#promised || !this.#settled.isSettled || !this.analysis) return;
		this.say(countWords(this.analysis));
		this.#promised = false;
	}
}
