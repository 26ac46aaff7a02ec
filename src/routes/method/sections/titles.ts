/** The sections of the method, by the id that links lead to, in their order. */
export const TITLES = {
	areas: 'Areas: neighbourhoods, communities, districts, localities',
	deprivation: 'Deprivation: two editions, never mixed',
	core20: 'Core20, and the groups no map shows',
	residents: 'Residents: who is counted, and when',
	crosswalk: 'From the areas of 2011 to those of 2021',
	births: 'Births',
	'life-expectancy': 'Life expectancy',
	assets: 'Assets: what it means to be listed',
	reach: 'What is near',
	journeys: 'How near our journeys are to published ones',
	gaps: 'Gaps: high need, few places near',
	siting: 'Where new hubs could go',
	estimates: 'Estimates and uncertainty',
	missing: 'Missing is not zero',
	checks: 'How we check ourselves'
} as const;
