/** Where things are, as far as the facts know, for lists that are read as the page reads them. */
import KDBush from 'kdbush';
import { around, distance } from 'geokdbush';
import { numbers, strings } from '../../src/lib/facts/table.ts';
import { plainWords } from '../../src/lib/register/intake/columns.ts';
import { REACH_KM, type Places } from '../../src/lib/register/intake/places.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import type { Lookups } from './lookups.ts';

/** First letters of postcodes of Scotland, Wales, Northern Ireland and the isles, and of none in England. */
const OTHER_COUNTRIES =
	/^(?:AB|DD|DG|EH|FK|G|HS|IV|KA|KW|KY|ML|PA|PH|ZE|CF|LD|LL|NP|SA|BT|IM|JE|GY)\d/;

/** England as one region. */
export async function listPlaces(geodata: Geodata, lookups: Lookups): Promise<Places> {
	const areas = await geodata.table('areas-lsoa21');
	const [longitude, latitude] = [numbers(areas, 'longitude'), numbers(areas, 'latitude')];
	const centres = new KDBush(longitude.length);
	longitude.forEach((x, i) => centres.add(x ?? NaN, latitude[i] ?? NaN));
	centres.finish();
	const period =
		geodata.catalogue.datasets.find(({ id }) => id === 'postcodes')?.period.replace(/ \(.*/, '') ??
		'';
	return {
		regionName: 'England',
		reachKm: REACH_KM,
		areaNames: new Set(['England', ...strings(areas, 'lad24_name')].map(plainWords)),
		postcode({ text, outward }) {
			const place = lookups.postcode(text);
			return place
				? { found: true, place: { ...place, lsoa11: null } }
				: { found: false, elsewhere: OTHER_COUNTRIES.test(outward), period, example: 'NR1 3QG' };
		},
		areas: (x, y) => ({ lsoa21: lookups.lsoaAt(x, y), lsoa11: null }),
		kmAway(x, y) {
			const [nearest] = around(centres, x, y, 1);
			return nearest === undefined
				? Infinity
				: distance(x, y, longitude[nearest] ?? NaN, latitude[nearest] ?? NaN);
		},
		isAtSea: () => false
	};
}
