/**
 * The addresses whose figures are dumped: of each kind of page the plain one and eight saved
 * questions, both editions among them. Written out, not made by the site's own code, so that a
 * change of that code cannot change what is asked.
 */
export interface Address {
	/** Below the site's root. */
	path: string;
	/** Whether the files that the page makes are taken as well. */
	files: boolean;
}

/** Areas of a region that the questions name. */
interface Places {
	/** The most deprived neighbourhood, and the community around it. */
	neighbourhood: string;
	community: string;
	/** A neighbourhood of 2011 that was redrawn. */
	redrawn: string;
	district: string;
	place: string;
	/** A library, for plans. */
	library: string;
	/** An entry of the register. */
	asset: string;
}

const PLACES: Readonly<Record<string, Places>> = {
	'norfolk-and-waveney': {
		neighbourhood: 'E01026625',
		community: 'E02005543',
		redrawn: 'E01026422',
		district: 'E07000145',
		place: 'E38000063',
		library: 'library-bcf03b2ade3b',
		asset: 'dentist-0299b4b6f615'
	},
	// Of its own half: the other half has those of Norfolk and Waveney.
	'norfolk-and-suffolk': {
		neighbourhood: 'E01030250',
		community: 'E02006305',
		redrawn: 'E01030082',
		district: 'E07000244',
		place: 'E38000086',
		library: 'library-8980331eaa57',
		asset: 'dentist-e34c6ff809c7'
	},
	'bath-swindon-and-wiltshire': {
		neighbourhood: 'E01015545',
		community: 'E02003214',
		redrawn: 'E01014379',
		district: 'E06000030',
		place: 'E38000181',
		library: 'library-b1c8e40828fa',
		asset: 'venue-c4977415f4b8'
	}
};

/** Where a region has no places of its own here, its questions ask for areas that it lacks. */
const NOWHERE: Places = {
	neighbourhood: 'E01000001',
	community: 'E02000001',
	redrawn: 'E01000002',
	district: 'E09000001',
	place: 'E38000001',
	library: 'library-000000000000',
	asset: 'venue-000000000000'
};

/** A mark before a question whose page's files are taken. */
const FILES = '+';

const mapQuestions = (at: Places): string[] => [
	`${FILES}`,
	`${FILES}?layer=deprivation&edition=2019&with=core20`,
	`?layer=deprivation&edition=2025&with=core20,births,community-venues,food-banks,libraries&area=${at.neighbourhood}`,
	`?layer=deprivation-health&edition=2019&with=core20,births&area=${at.redrawn}`,
	`${FILES}?layer=residents-aged-0&edition=2025&with=births,maternity-units,maternity-hubs&breaks=quantile-5-england&area=${at.community}`,
	`?layer=life-expectancy-gap-males&edition=2025&with=core20,gp-practices,network-areas,link-workers&compare=life-expectancy-gap-females.2025&area=${at.district}`,
	`?layer=people-ethnic-together&edition=2025&with=core20,district-borders,ward-borders&marking=hatch&breaks=own-5,10,20&area=${at.place}`,
	`${FILES}?layer=charities-per-10000&edition=2025&with=charities-offices,community-interest-companies-offices,community-societies-offices&area=${at.district}`,
	`?layer=place-road-km-gp&edition=2019&with=pharmacies,dentists,schools,hospitals&compare=birth-rate.2019&area=${at.community}`,
	`?layer=venue-directories&edition=2025&with=none&breaks=natural-4&area=${at.neighbourhood}`
];

const gapsQuestions = (at: Places): string[] => [
	`${FILES}`,
	...['areas', 'districts', 'inequality', 'maternity', 'link-workers', 'documents'].map(
		(view) => `?show=${view}`
	),
	`${FILES}?need=imd&provision=community-venue&measure=count&level=msoa&bar=core20&reach=15&edition=2019`,
	`?need=imd&provision=community-venue&measure=count&level=msoa&bar=core20&reach=15&edition=2025&area=${at.community}&cell=1&sites=yes`,
	`?need=core20-residents&provision=food-bank,community-venue&measure=nearest&level=lsoa&bar=share-20&reach=20&edition=2025&area=${at.neighbourhood}`,
	`?need=idaopi&provision=pharmacy,gp-practice&measure=e2sfca&level=msoa&bar=share-10&reach=1.5km&edition=2019&area=${at.district}`,
	`?need=residents-aged-0&provision=maternity-unit&measure=nearest&level=district&bar=region&reach=30&mode=drive&edition=2025&maternity=residents-aged-0.units-and-hubs.drive.45.verified`,
	`${FILES}?need=health&provision=charities&measure=published-rate&level=district&bar=region&reach=15&edition=2025`,
	`?need=life-expectancy-males&provision=library&measure=count&level=msoa&bar=share-30&reach=30&k=1&edition=2019&maternity=residents.units.drive.20.all`,
	`?need=children-income&provision=library,community-venue&measure=rate&level=place&bar=region&reach=15&edition=2025&verified=yes&area=${at.place}`,
	`?need=rural&provision=dentist&measure=count&level=lsoa&bar=rural&reach=20&mode=drive&k=5&edition=2025&area=${at.neighbourhood}`
];

/** Questions that are proved in a moment, so that no answer hangs on a clock. */
const sitingQuestions = (at: Places): string[] => [
	`${FILES}`,
	`${FILES}?who=aged-0&in=core20&aim=coverage&hubs=3&unit=minutes&mode=walk&reach=15&from=libraries&standing=maternity-hubs`,
	`?who=aged-0&in=core20&aim=coverage&hubs=2&unit=minutes&mode=walk&reach=15&from=libraries&standing=maternity-hubs&must=${at.library}`,
	`?who=residents&in=core20&aim=coverage&hubs=2&unit=kilometres&mode=walk&reach=1.5&from=venues,libraries&standing=none`,
	`?who=females-15-44&in=rural&aim=fewest&hubs=3&unit=minutes&mode=drive&reach=25&from=libraries&standing=maternity-hubs`,
	`?who=aged-0&in=core20&aim=travel&hubs=2&unit=minutes&mode=drive&reach=20&from=libraries&standing=maternity-units`,
	`?who=aged-0&in=core20&aim=worst&hubs=2&unit=minutes&mode=drive&reach=20&from=libraries&standing=maternity-hubs`,
	`?who=residents&in=core20-or-rural&aim=coverage&hubs=1&unit=minutes&mode=walk&reach=20&from=libraries&standing=none&core20=3&rural=0.5`,
	`${FILES}?who=aged-0&in=core20-or-rural&aim=coverage&hubs=1&unit=minutes&mode=walk&reach=20&from=venues,libraries&standing=maternity-hubs&plan=${at.library}`
];

const assetsQuestions = (at: Places): string[] => [
	`${FILES}`,
	`${FILES}?part=check&place=${at.district}&order=need`,
	`?part=check&kinds=community-venue,library&place=${at.community}`,
	`?part=duplicates`,
	`?part=coverage`,
	`?kinds=food-bank,library&sort=oldest&place=${at.place}`,
	`?status=stale,closed&age=older&sort=newest`,
	`?kinds=community-venue&status=unverified&age=year,two-years&sort=kind&place=${at.neighbourhood}`,
	`?asset=${at.asset}`
];

/** The pages of a region, each with what is asked of it. */
const PAGES: readonly { page: string; questions: (places: Places) => string[] }[] = [
	{ page: '', questions: mapQuestions },
	{ page: 'gaps/', questions: gapsQuestions },
	{ page: 'siting/', questions: sitingQuestions },
	{ page: 'assets/', questions: assetsQuestions },
	{ page: 'assets/import/', questions: () => [''] },
	{ page: 'compare/', questions: () => [''] },
	{ page: 'who-else/', questions: () => [''] },
	{ page: 'changes/', questions: () => [''] },
	{ page: 'news/', questions: () => [''] },
	{ page: 'documents/', questions: () => [''] },
	{ page: 'checks/', questions: () => [''] }
];

const COMMON = ['/', '/data/', '/method/', '/accessibility/'];

/** Every address of a site that has these regions. */
export function addressesFor(slugs: readonly string[]): Address[] {
	const regional = slugs.flatMap((slug) =>
		PAGES.flatMap(({ page, questions }) =>
			questions(PLACES[slug] ?? NOWHERE).map((question) => ({
				path: `/${slug}/${page}${question.replace(FILES, '')}`,
				files: question.startsWith(FILES)
			}))
		)
	);
	return [...COMMON.map((path) => ({ path, files: false })), ...regional];
}
