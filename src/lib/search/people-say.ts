/** Words that people use for what the map calls otherwise: they find it, and are nowhere shown. */

/** By the id of the layer. */
const OF_LAYERS: Readonly<Record<string, string>> = {
	'gp-practices': 'doctor doctors surgery nurse appointment',
	pharmacies: 'chemist medicine prescription',
	dentists: 'teeth tooth',
	hospitals: 'a&e emergency',
	'maternity-units': 'midwife midwives pregnant pregnancy baby babies labour give birth',
	'maternity-hubs': 'midwife midwives pregnant pregnancy baby babies antenatal scan',
	'family-hubs':
		'baby babies toddler toddlers children parents breastfeeding feeding health visitor playgroup',
	'link-workers':
		'lonely loneliness alone debt debts money housing rent homeless worried support talk to somebody',
	'community-venues': 'lonely loneliness company cold warm heating meet people friends',
	'food-banks': 'hungry food parcel pantry eat',
	libraries: 'books computer internet wifi print',
	schools: 'nursery college'
};

/** By what a place is, in the words of its kind. */
const OF_KINDS: Readonly<Record<string, string>> = {
	Advice: 'debt debts money housing rent benefits citizens advice',
	'Children and families': 'baby babies toddler toddlers parents playgroup',
	'Food bank or pantry': 'hungry food parcel'
};

/** What people call a layer; nothing where its own words are theirs. */
export const peopleSayOfLayer = (id: string): string => OF_LAYERS[id] ?? '';

/** What people call a place of a kind. */
export const peopleSayOfKind = (kind: string): string => OF_KINDS[kind] ?? '';
