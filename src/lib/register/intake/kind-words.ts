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
	/** The words say more than the kind: "men's shed". They are kept with the place. */
	saysMore: boolean;
}
export type KindReader = (words: string) => KindUnderstood | null;

/** Other words for kinds, or for a subkind after a slash. */
const WORDS: Readonly<Record<string, string>> = {
	'community-venue':
		'venue, warm space, warm hub, warm bank, warm place, welcoming space, warm welcome, warm welcome space, community space, drop in, hub, community hub, wellbeing hub, meeting place, public living room',
	'community-venue/community-centre':
		'community centre, canolfan gymunedol, community center, neighbourhood centre, resource centre, social centre, memorial hall, community hall',
	'community-venue/village-hall':
		'village hall, neuadd bentref, parish hall, town hall, hall, scout hut',
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
		'gp, epraccur, gp surgery, doctors surgeries, surgery, doctors, doctor, medical centre, general practice, health centre, medical practice',
	pharmacy: 'chemist, pharmacies, chemists and pharmacies, dispensing chemist',
	dentist: 'dental practice, dental surgery, dental surgeries, dentists, dental',
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

/** Kinds of place that no kind of ours names: they say more than it, so their words are kept. */
const SAYING_MORE: Readonly<Record<string, string>> = {
	'community-venue':
		'community garden, allotment, allotments, allotment site, community allotment, city farm, community farm, community orchard, community shop, park, playground, play area, recreation ground, green space, village green, hire venue, meeting room, function room, community room, common room, conference centre, community building, community facility, public hall, drop in centre, lunch club, luncheon club, older peoples lunch club, community meal, coffee morning, warm meal, social club, social group, coffee group, friendship group, friendship club, day centre, day center, day service, day club, older peoples day centre, older peoples club, over 60s club, mens shed, men in sheds, womens shed, community shed, shed, repair cafe, repair shop, fixing cafe, library of things, tool library, men s shed, women s shed, scout hall, scout group, guide hut, guides hut, scouts, guides, cadet hut, legion, royal british legion, working mens club, wi hall, womens institute, masonic hall, youth club, youth centre, youth center, youth project, youth group, youth hub, youth provision, boys club, boys and girls club, adventure playground, polling station, coworking space, makerspace, maker space',
	'community-venue/community-centre':
		'village centre, parish centre, parish room, parish rooms, community association, community house, tenants hall, residents association, residents hall, civic centre, community centre or hall, community association hall, welfare hall, miners welfare, settlement, neighbourhood hub, community base',
	'community-venue/village-hall':
		'village hall or community centre, memorial hall or village hall, reading room, church room, jubilee hall, institute, village institute, womens institute hall, coronation hall, drill hall, assembly rooms, public hall or village hall',
	'community-venue/place-of-worship':
		'anglican church, church of england, c of e, c of e church, cofe, parish church, methodist church, methodist, baptist church, baptist, roman catholic church, roman catholic, catholic church, catholic, rc church, united reformed church, united reformed, urc, quaker meeting house, quaker, quakers, society of friends, friends meeting house, salvation army, salvation army hall, pentecostal church, pentecostal, evangelical church, evangelical, elim church, elim, free church, independent church, congregational church, congregational, orthodox church, orthodox, greek orthodox church, unitarian church, unitarian, christian, christian church, christian centre, christian science, moravian church, seventh day adventist, seventh day adventist church, jehovahs witnesses, kingdom hall, latter day saints, church of jesus christ of latter day saints, lutheran church, vineyard church, hope church, community church, minster, abbey, priory, gospel hall, mission hall, meeting house, chapel of rest, muslim, islamic centre, masjid, mosque or islamic centre, hindu temple, mandir, hindu, sikh temple, sikh, gurdwara or sikh temple, buddhist centre, buddhist temple, buddhist, vihara, jewish, shul, jain temple, multi faith centre, interfaith centre, chaplaincy',
	'community-venue/cafe-or-pub':
		'tearoom, tea room, tea rooms, community pub, inn, public house, bistro, bakery cafe, pay as you feel cafe, pay what you can cafe, internet cafe, dementia cafe, memory cafe, death cafe, crisis cafe',
	'community-venue/leisure-or-sport':
		'leisure center, leisure and sport, sports center, sports ground, sports pavilion, pavilion, cricket club, rugby club, tennis club, bowls, bowling green, bowling club, golf club, boxing club, boxing gym, martial arts club, gymnastics club, athletics track, skate park, skatepark, lido, pool, swimming baths, baths, fitness centre, fitness studio, health club, dance studio, dance school, yoga studio, sailing club, rowing club, climbing wall, ice rink, stadium, multi use games area, muga, playing field, playing fields, sports pitch, sports pitches, football pitch, cricket ground, tennis court, tennis courts, parkrun, walking group, running club, sport and leisure, sports and leisure centre, leisure facility',
	'community-venue/children-and-families':
		'baby group, baby and toddler group, mother and toddler group, mums and tots, parent toddler group, stay and play, stay and play group, play group, pre school, preschool, toy library, messy play, bumps and babies, breastfeeding group, creche, out of school club, after school club, holiday club, breakfast club, playscheme, play centre, childrens play centre, play cafe',
	'community-venue/museum-or-arts':
		'art gallery, community arts centre, music venue, concert hall, playhouse, community cinema, village museum, heritage centre, heritage site, art studio, artists studio, studio theatre, arts and crafts, craft group, choir, music school, archive, historic house',
	'community-venue/advice':
		'advice service, debt advice, money advice, housing advice, legal advice, law centre, welfare rights, welfare advice, benefits advice, cab, citizens advice bureau, job centre, jobcentre, jobcentre plus, job club, employment support, work club, one stop shop, council office, customer service centre, contact centre, information centre, visitor centre, tourist information, tourist information centre',
	'food-bank':
		'food hub, community larder, larder, community kitchen, soup kitchen, soup run, food redistribution, surplus food, food rescue, food cooperative, food co op, affordable food club, community supermarket, community grocer, community grocery, emergency food, food bank outlet, food bank centre, food larder, meals project',
	'family-hub':
		'family hub site, family hub network, childrens and family centre, children and family centre, children and families centre, family wellbeing centre, family support centre, early years centre, early help hub, early help centre, sure start centre, sure start childrens centre, childrens centre linked site, start for life hub, best start family hub, best start hub, parenting hub',
	school:
		'sixth form, sixth form college, further education college, fe college, higher education, adult education, adult education centre, adult learning centre, adult learning, learning centre, pupil referral unit, alternative provision, studio school, free school, community school, foundation school, voluntary aided school, voluntary controlled school, academy converter, academy sponsor led, other independent school, university technical college, city technology college, academy alternative provision converter, academy alternative provision sponsor led, free school alternative provision, academy 16 to 19 converter, academy 16 to 19 sponsor led, free school 16 to 19, further education, all through school, middle school, independent school, boarding school',
	'school/special':
		'community special school, foundation special school, other independent special school, non maintained special school, academy special converter, academy special sponsor led, free school special, special post 16 institution',
	'school/nursery':
		'local authority nursery school, maintained nursery school, nursery school, day nursery, nursery class, kindergarten',
	hospital:
		'acute hospital, general hospital, cottage hospital, hospice, urgent care centre, urgent treatment centre, walk in centre, minor injuries unit, a and e, accident and emergency, mental health clinic, sexual health clinic, community clinic, nhs clinic, health visiting clinic, health visitor clinic, child health clinic, baby clinic, well baby clinic, child development centre',
	'gp-practice':
		'gp practice, gp branch surgery, branch surgery, primary care centre, health clinic, group practice',
	dentist: 'orthodontist, dental clinic',
	library:
		'mobile library, library hub, library and community centre, town library, branch library',
	pharmacy: 'community pharmacy, dispensary, high street pharmacy',
	'maternity-hub-or-clinic/midwife-base': 'community midwives, midwifery team, midwife base',
	'link-worker':
		'social prescribing service, health and wellbeing coach, care coordinator, village agent, community agent, community link worker, neighbourhood link worker',
	charity:
		'almshouse charity, charitable trust, foundation, charitable incorporated organisation, cio, trust, voluntary and community organisation, voluntary community group, residents group, friends group, self help group, peer support group, faith based organisation, infrastructure organisation, council for voluntary service, volunteer centre',
	'other-service':
		'hospitals childcare caring premises, post office, sub post office, bank hub, banking hub, bank, credit union, baby bank, baby basics, hygiene bank, clothing bank, clothes bank, clothes bank or swap, uniform exchange, school uniform exchange, furniture bank, furniture project, reuse centre, recycling centre, charity shop, shop, community transport, dial a ride, volunteer drivers, care home, nursing home, sheltered housing, home visiting, befriending, befriending service, helpline, telephone helpline, counselling, counselling service, bereavement support, carers centre, carers support, carers service, drug and alcohol service, substance misuse service, homeless shelter, night shelter, homelessness service, hostel, refugee support, refugee drop in, veterans support, police station, fire station, ambulance station, public toilet, public toilets, toilet, optician, opticians, vet, laundrette, launderette, hairdresser, supermarket, train station, bus station, car park, cemetery, crematorium, defibrillator, aed, mobile service, outreach service, digital hub, digital skills, it support, health visiting, health visitor clinic, baby clinic, weaning group, vaccination centre, blood donor centre'
};

const reading = (path: string): KindReading => {
	const [kind = '', subkind = null] = path.split('/');
	return { kind: kind as AssetKind, subkind };
};

const saying = (words: Readonly<Record<string, string>>) =>
	Object.entries(words).flatMap(([path, list]) =>
		list.split(',').map((word) => [plainWords(word), reading(path)] as const)
	);
const MORE: ReadonlySet<string> = new Set(saying(SAYING_MORE).map(([words]) => words));

/** Words that are no more than another name for a kind. */
const FIRST: ReadonlySet<string> = new Set(saying(WORDS).map(([words]) => words));

const KNOWN: ReadonlyMap<string, KindReading> = new Map([
	...saying(SAYING_MORE),
	...saying(WORDS),
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

/** What stands between several kinds in one cell. */
const BETWEEN_KINDS = /[;,/|+&\n]/;
const MOST_KINDS = 12;

/** The kind that is meant; null where the words are not known. Case, punctuation and a slip of the finger don't matter. Of several in a cell, the first that is known. */
export const readKind: KindReader = (words) => {
	const whole = readOne(words);
	if (whole?.exact === true || !BETWEEN_KINDS.test(words)) return whole;
	for (const part of words.split(BETWEEN_KINDS, MOST_KINDS)) {
		const known = readOne(part);
		if (known?.exact === true) return { ...known, named: false, saysMore: true };
	}
	return whole;
};

/** Whether a cell names kinds that are known, without slips. */
export const saysKind = (cell: string): boolean =>
	cell
		.split(BETWEEN_KINDS, MOST_KINDS)
		.every((part) => KNOWN.has(plainOf(part)) || KNOWN.has(singular(plainOf(part))));

/** The words without apostrophes: "men's shed" is "mens shed". */
const plainOf = (words: string): string => plainWords(words.replace(/['\u2018\u2019\u02bc]/g, ''));

const readOne: KindReader = (words) => {
	const plain = plainOf(words);
	if (plain === '') return null;
	const exact = [plain, singular(plain)].find((known) => KNOWN.has(known));
	const found = exact === undefined ? undefined : KNOWN.get(exact);
	if (exact !== undefined && found) {
		return {
			...found,
			exact: true,
			named: isNameOf(found, plain),
			saysMore: MORE.has(exact) && !FIRST.has(exact) && !isNameOf(found, plain)
		};
	}
	if (plain.length < 6) return null;
	const allowed = plain.length < 10 ? 1 : 2;
	let best: KindReading | null = null;
	let saysMore = false;
	let least = allowed + 1;
	for (const [known, meant] of KNOWN) {
		if (known.length < 6 || Math.abs(known.length - plain.length) > allowed) continue;
		const far = distance(known, plain);
		if (far < least) [best, least, saysMore] = [meant, far, MORE.has(known)];
	}
	return best && { ...best, exact: false, named: false, saysMore };
};

/** "Youth clubs" → "youth club", "community pantries" → "community pantry". */
const singular = (plain: string): string =>
	plain.endsWith('ies') ? `${plain.slice(0, -3)}y` : plain.replace(/(?<=ch|sh|ss)es$|s$/, '');

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
