/** Which kind of asset is meant by the words that people use. */
import { distance } from 'fastest-levenshtein';
import { ASSET_KINDS, ASSET_SUBKINDS, subkindLabel, type AssetKind } from '../kinds.ts';
import { plainWords } from './columns.ts';

export interface KindReading {
	kind: AssetKind;
	subkind: string | null;
}

/** How words were understood. */
export interface KindUnderstood extends KindReading {
	/** Known words, and not only like some. */
	exact: boolean;
	/** The very name of the kind or subkind, and not another word for it. */
	named: boolean;
}
export type KindReader = (words: string) => KindUnderstood | null;

/** Other words for kinds, or for a subkind after a slash. */
const WORDS: Readonly<Record<string, string>> = {
	'community-venue':
		'venue, warm space, warm hub, warm bank, warm place, welcoming space, warm welcome, community space, drop in, hub, community hub, wellbeing hub, meeting place, public living room',
	'community-venue/community-centre':
		'community centre, community center, neighbourhood centre, resource centre, social centre, memorial hall, community hall',
	'community-venue/village-hall': 'village hall, parish hall, town hall, hall, scout hut',
	'community-venue/place-of-worship':
		'church, chapel, church hall, mosque, temple, gurdwara, synagogue, faith, faith group, faith venue, place of worship, religious, cathedral',
	'community-venue/cafe-or-pub':
		'cafe, café, coffee shop, pub, community cafe, restaurant, community pub, bar',
	'community-venue/leisure-or-sport':
		'leisure centre, sports centre, sport, sports club, gym, leisure, swimming pool, sports hall, football club, bowls club, physical activity',
	'community-venue/children-and-families':
		'soft play, toddler group, playgroup, parent and toddler',
	'community-venue/museum-or-arts':
		'museum, gallery, arts centre, theatre, arts, art centre, cinema, heritage',
	'community-venue/advice': 'advice centre, advice, citizens advice, information and advice',
	'food-bank':
		'foodbank, food bank, food pantry, pantry, food support, food parcels, community fridge, community pantry, food aid, social supermarket, food club',
	'gp-practice':
		'gp, gp surgery, surgery, doctors, doctor, medical centre, general practice, health centre, medical practice',
	pharmacy: 'chemist, pharmacies, dispensing chemist',
	dentist: 'dental practice, dental surgery, dentists, dental',
	library: 'libraries, community library, public library',
	school: 'school, college, academy, university, education, nursery',
	'school/primary': 'primary school, infant school, junior school, primary',
	'school/secondary': 'secondary school, high school, secondary',
	'school/special': 'special school',
	hospital: 'clinic, hospital or clinic, community hospital',
	'maternity-unit': 'birth centre, delivery suite, labour ward, maternity, place of birth',
	'maternity-hub-or-clinic': 'maternity clinic, antenatal clinic, midwife clinic, antenatal',
	'maternity-hub-or-clinic/hub': 'maternity hub',
	charity:
		'charities, voluntary organisation, community organisation, vcse, vcs, voluntary group, voluntary sector, community group, third sector, registered charity, non profit, not for profit, social enterprise',
	'charity/cic': 'cic, community interest company',
	'charity/community-society':
		'community benefit society, cooperative, co operative, co op, mutual',
	'family-hub':
		'childrens centre, children s centre, children centre, family centre, sure start, start for life, family hubs, family hub',
	'link-worker':
		'social prescriber, social prescribing, link worker, social prescribing link worker, community connector, community navigator',
	'other-service':
		'other, service, support, support group, misc, miscellaneous, various, not listed, other service, community service'
};

const reading = (path: string): KindReading => {
	const [kind = '', subkind = null] = path.split('/');
	return { kind: kind as AssetKind, subkind };
};

const KNOWN: ReadonlyMap<string, KindReading> = new Map([
	...Object.entries(WORDS).flatMap(([path, words]) =>
		words.split(',').map((word) => [plainWords(word), reading(path)] as const)
	),
	...Object.entries(ASSET_SUBKINDS).flatMap(([kind, subkinds]) =>
		Object.entries(subkinds)
			// "Other venue" says less than its kind, and "Library" is a kind by itself.
			.filter(([subkind]) => !['other', 'library', 'not-stated'].includes(subkind))
			.map(([subkind, label]) => [plainWords(label), reading(`${kind}/${subkind}`)] as const)
	),
	...Object.entries(ASSET_KINDS).flatMap(([kind, { label, plural }]) =>
		[kind, label, plural].map((words) => [plainWords(words), reading(kind)] as const)
	)
]);

/** The kind that is meant; null where the words are not known. Case, punctuation and a slip of the finger don't matter. */
export const readKind: KindReader = (words) => {
	const plain = plainWords(words);
	if (plain === '') return null;
	const exact = KNOWN.get(plain) ?? KNOWN.get(plain.replace(/s$/, ''));
	if (exact) return { ...exact, exact: true, named: isNameOf(exact, plain) };
	if (plain.length < 6) return null;
	const allowed = plain.length < 10 ? 1 : 2;
	let best: KindReading | null = null;
	let least = allowed + 1;
	for (const [known, found] of KNOWN) {
		if (known.length < 6 || Math.abs(known.length - plain.length) > allowed) continue;
		const far = distance(known, plain);
		if (far < least) [best, least] = [found, far];
	}
	return best && { ...best, exact: false, named: false };
};

function isNameOf({ kind, subkind }: KindReading, plain: string): boolean {
	const { label, plural } = ASSET_KINDS[kind];
	const more = subkind === null ? undefined : subkindLabel(kind, subkind);
	return [kind, label, plural, more ?? ''].some((name) => plainWords(name) === plain);
}

/** A reader that looks at each word once: files say the same thousands of times. */
export function rememberingKinds(): KindReader {
	const known = new Map<string, ReturnType<KindReader>>();
	return (words) => {
		const before = known.get(words);
		if (before !== undefined) return before;
		const read = readKind(words);
		known.set(words, read);
		return read;
	};
}
