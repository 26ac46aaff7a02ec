import { LATITUDE, LONGITUDE, optional, POSTCODE, TEXT, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** Hospitals with neonatal care of a study of about 2017: here for the positions of postcodes. */
export const neonatalHospitals = tableReader('neonatal-hospitals', {
	postcode: unique(POSTCODE),
	hospital: TEXT,
	level: TEXT,
	longitude: optional(LONGITUDE),
	latitude: optional(LATITUDE)
});
