/**
 * The session of the directory of assets: the register and the reader's own list in one, the rows
 * that are asked for, the one that is open, and the reader's decisions.
 */
import { tick } from 'svelte';
import { findArea } from '../areas/region.ts';
import { factsColumn } from '../facts/figures.ts';
import { chooseRows, type DirectoryChoice } from '../register/directory/choice.ts';
import { makeDirectory, findRow, sortRows } from '../register/directory/directory.ts';
import { slippedDomains } from '../register/contacts.ts';
import { ageNote } from '../register/freshness.ts';
import { nearestFirst, type Here } from '../register/directory/nearest.ts';
import { frameOf, roundOf, type Asked } from '../register/rounds/round.ts';
import { pairsOf } from '../register/linkage/decisions.ts';
import type { OwnAsset } from '../register/own-part.ts';
import { answerPostcode } from '../postcodes/answer.ts';
import { readPostcode } from '../postcodes/postcode.ts';
import { collectionsIn, unpackClaims } from '../register/register.ts';
import { formatQuantity } from '../text/format.ts';
import { ASSETS_CODEC, type AssetsState, type DirectoryViewName } from '../url/assets-state.ts';
import { directoryView, legendOf } from '../view/directory-view.ts';
import type { DecisionsStore } from './decisions.svelte.ts';
import { CheckAnswers } from './check-answers.svelte.ts';
import { PostcodeLoader } from './postcode-loader.ts';
import { RegionSession, type SessionStart } from './region-session.svelte.ts';
import { today } from './today.ts';

/** The parts of the page, in their order. */
export const DIRECTORY_VIEWS: readonly { id: DirectoryViewName; title: string }[] = [
	{ id: 'list', title: 'List and map' },
	{ id: 'check', title: 'Field check' },
	{ id: 'duplicates', title: 'Duplicates to resolve' },
	{ id: 'coverage', title: 'Coverage' }
];

/** The same empty list while there are none, so that nothing is worked out again. */
const NONE: readonly OwnAsset[] = [];
/** Milliseconds without typing, after which is said how many there are. */
const PAUSE = 600;

export class DirectorySession extends RegionSession<AssetsState> {
	readonly decisions: DecisionsStore;
	/** What came back of field checks. */
	readonly answers: CheckAnswers;
	readonly #postcodes: PostcodeLoader;
	/** Where the postcode is that was typed, and for which text that was found. */
	#found = $state.raw<{ text: string; here: Here | null; problem: string | null } | null>(null);
	/** What is typed; it is not in the address, which whoever hosts the site can see. */
	text = $state('');
	/** Asset that the reader comes back from. */
	from = $state<string | null>(null);
	#saying: ReturnType<typeof setTimeout> | undefined;

	readonly areas = $derived.by(() => this.loader.parts.areas('2021'));
	readonly register = $derived.by(() => this.loader.get('register'));
	readonly #claims = $derived.by(() => {
		const { register } = this;
		return register && timed('unpack', () => unpackClaims(register));
	});
	/** Domains of e-mail addresses that are a slip. */
	readonly slipped = $derived.by(() =>
		slippedDomains((this.#claims ?? []).map(({ email }) => email))
	);
	readonly ownAssets = $derived.by(() => (this.own.assets.length === 0 ? NONE : this.own.assets));
	/** Every place and service; null while the register is on its way. */
	readonly directory = $derived.by(() => {
		const { areas, register, ownAssets } = this;
		const claims = this.#claims;
		return claims && areas && register
			? timed('rows', () => makeDirectory(claims, ownAssets, areas, collectionsIn(register)))
			: null;
	});

	/** Which part of the page is shown. */
	readonly part = $derived.by(() => this.url.state.view);
	readonly place = $derived.by(() => this.url.state.place);
	readonly sort = $derived.by(() => this.url.state.sort);
	/** What is asked, as a text: moving the map changes nothing of it, so nothing is filtered again. */
	readonly #asked = $derived.by(() => {
		const { kinds, statuses, ages, babies, late, place, yours } = this.url.state;
		return JSON.stringify({ kinds, statuses, ages, babies, late, place, yours });
	});
	/** Where the reader is, by a postcode in the filter; null where it is no postcode of the region. */
	readonly here = $derived(this.#found?.text === this.text ? this.#found.here : null);
	/** Why a postcode in the filter could not be found; null where it could. */
	readonly hereProblem = $derived(this.#found?.text === this.text ? this.#found.problem : null);
	readonly filter = $derived<DirectoryChoice>({
		...(JSON.parse(this.#asked) as Omit<DirectoryChoice, 'text'>),
		text: this.here ? '' : this.text
	});
	/** The rows of the list. */
	readonly rows = $derived.by(() => {
		const { directory, areas, filter, sort, here } = this;
		if (!directory || !areas) return [];
		return timed('filter', () => {
			const rows = sortRows(chooseRows(directory.rows, filter, areas), sort);
			return here ? nearestFirst(rows, here) : rows;
		});
	});
	/** What is asked of the field check, as a text for the same reason. */
	readonly #checked = $derived.by(() => {
		const { order, sample, seed, source } = this.url.state;
		return JSON.stringify({ way: order, sample, seed, source });
	});
	/** The field check: the round, and its rows; null on other parts of the page. */
	readonly check = $derived.by(() => {
		const { directory, areas, place, filter, region } = this;
		if (this.part !== 'check' || !directory || !areas) return null;
		const { kinds } = filter;
		const asked = JSON.parse(this.#checked) as Pick<Asked, 'way' | 'sample' | 'seed' | 'source'>;
		const frame = frameOf(directory.rows, { place, kinds, source: asked.source }, areas);
		const round = roundOf(frame, { ...asked, place, kinds, region: region.slug, on: today() });
		return { ...round, frame };
	});
	/** The row that is open; null where none is, or none has the id of the address. */
	readonly selected = $derived.by(() => {
		const { asset } = this.url.state;
		return asset === null || !this.directory ? null : findRow(this.directory, asset);
	});
	readonly placeFound = $derived(
		this.place !== null && this.areas ? findArea(this.areas, this.place) : null
	);
	readonly placeName = $derived.by(
		() => this.placeFound?.name ?? (this.place === null ? this.region.name : this.place)
	);
	/** Pairs of entries that may be one place. */
	readonly pairs = $derived(
		this.#claims && this.register ? pairsOf(this.#claims, this.register.uncertain) : []
	);
	/** Deprivation decile of each neighbourhood. */
	readonly deciles = $derived.by(() => {
		const facts = this.loader.get('deprivation-2025');
		return facts ? factsColumn(facts, 'imd_decile').values : [];
	});
	/** What to say of a register that is old. */
	readonly old = $derived(this.directory ? ageNote(this.directory.reference, today()) : null);

	/** Make it while a component is being set up, one for each region. */
	constructor(start: Omit<SessionStart<AssetsState>, 'codec' | 'parts'>) {
		super({ ...start, codec: ASSETS_CODEC, parts: [] });
		this.decisions = this.followDecisions();
		this.answers = new CheckAnswers(start.region.slug);
		$effect(() => this.answers.attach());
		this.#postcodes = new PostcodeLoader(start.region);
		this.want(() => ['register', 'areas-2021', 'deprivation-2025']);
		this.want(() => (this.part === 'list' ? ['basemap', 'lsoa21-boundaries'] : []));
		$effect(() => {
			// The list is on the page once effects run.
			if (this.directory) performance.mark('assets:first-list');
		});
		$effect(() => () => clearTimeout(this.#saying));
	}

	/** The rows of the list on a map whose areas have one colour; null where there is no list. */
	viewOn(ground: string) {
		const { directory, areas, rows, filter } = this;
		return this.part === 'list' && areas && directory
			? directoryView({
					regionName: this.region.name,
					areas,
					rows,
					kinds: filter.kinds,
					ground
				})
			: null;
	}

	/** What the points of the map stand for. */
	readonly signs = $derived.by(() => legendOf(this.rows, this.filter.kinds));

	/** Address of a part of the page, with what is asked now. */
	addressOf(part: DirectoryViewName): string {
		return ASSETS_CODEC.query({ ...this.url.state, view: part, asset: null });
	}

	/** Show a part of the page. */
	async show(part: DirectoryViewName): Promise<void> {
		this.url.go({ view: part, asset: null });
		await tick();
		this.say(`${DIRECTORY_VIEWS.find(({ id }) => id === part)?.title}.`);
	}

	/** Ask for something else, and say how many there are once the list has them. */
	readonly change = async (to: Partial<AssetsState>): Promise<void> => {
		this.from = null;
		this.url.go(to);
		await tick();
		const { length } = this.check?.rows ?? this.rows;
		this.say(`${formatQuantity(length, 'place')}.`);
	};

	/** Ask for words, which are said to be found once nothing more is typed. */
	readonly type = (typed: string): void => {
		this.from = null;
		this.text = typed;
		clearTimeout(this.#saying);
		this.#saying = setTimeout(() => {
			const { here, hereProblem, rows } = this;
			const nearest = here ? `, the nearest to ${here.label} first` : '';
			this.say(hereProblem ?? `${formatQuantity(rows.length, 'place')}${nearest}.`);
		}, PAUSE);
		void this.#locate(typed);
	};

	/** Look up a whole postcode, as the search of the map does: only its first half is asked for. */
	async #locate(text: string): Promise<void> {
		const reading = readPostcode(text);
		const { areas } = this;
		if (reading.kind !== 'postcode' || !areas) return;
		const { postcode } = reading;
		try {
			const piece = await this.#postcodes.piece(postcode.outward);
			const answer = answerPostcode(postcode, piece, areas, this.region.name);
			this.#found = answer.found
				? { text, here: answer, problem: null }
				: { text, here: null, problem: answer.problem };
		} catch {
			const problem = `The postcodes that begin with ${postcode.outward} could not be loaded. Check your connection, then type the postcode again.`;
			this.#found = { text, here: null, problem };
		}
	}

	/** Ask for everything. */
	readonly clear = (): void => {
		this.text = '';
		void this.change({
			kinds: [],
			place: null,
			statuses: [],
			ages: [],
			babies: [],
			late: [],
			yours: false
		});
	};

	/** Go back from an asset to the list. */
	readonly back = (): void => {
		this.from = this.url.state.asset;
		this.go({ asset: null }, `List of ${formatQuantity(this.rows.length, 'place')}.`);
	};
}

/** Do something, and leave in the browser's timeline how long it took. */
function timed<T>(what: string, work: () => T): T {
	const start = performance.now();
	const made = work();
	performance.measure(`assets:${what}`, { start, end: performance.now() });
	return made;
}
