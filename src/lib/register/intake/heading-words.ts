/**
 * The words that stand over columns, by field: the field's own words first, other words for it,
 * and words that may mean it or something else. Adding a layout is adding words here.
 */
import type { Target } from './columns.ts';

export interface FieldWords {
	/** The field's own words: they win over any other, whatever the order of the columns. */
	own: string;
	/** Other words for it. */
	also?: string;
	/** Words that may mean it, and may mean something else. */
	perhaps?: string;
}

/** Words are divided by commas; each is read as headings are, so case and signs do not matter. */
export const FIELD_WORDS: Readonly<Partial<Record<Target, FieldWords>>> = {
	id: {
		own: 'id, identifier',
		also: 'ref no, ref number, reference no, reference number, asset id, unique id, unique identifier, ref, reference, uid, unique reference, record id, place id, urn'
	},
	name: {
		own: 'name, name of venue, name of service, name of place, name of organisation or venue, full name of venue, official name, display name, distinctive name',
		also: 'title, called, venue called, account name, post title, page title, event title, event name, enw, nom, nom du lieu, nazwa, nombre, nome',
		perhaps:
			'service, project, group, activity, session, class, scheme, place, location, asset, site, asset of community value, feature, label, what, offer, provision, placename, event, programme'
	},
	nameAddress: {
		own: 'name and address, name and address in one cell',
		also: 'name address, name location, name and location, name and address of asset, name and address of venue, name and full address'
	},
	kind: {
		own: 'kind, type, category',
		also: 'kind of place, kind of asset, type of asset, type of service, type of venue, type of place, type of provision, type of support, type of establishment, type of premises, type of building, type of facility, classification, primary category, main category, asset class, categories, service types, phase of education, amenity, class name, pointx class name, math, categorie, kategoria',
		perhaps:
			'denomination, what is here, what is there, class, theme, sector, use, use class, type of organisation, organisation type, building theme'
	},
	subkind: {
		own: 'subkind, more specific kind',
		also: 'subtype, sub type, subcategory, sub category, secondary category, sub kind, subclass'
	},
	serves: {
		own: 'serves, who it is for',
		also: 'who for, who is it for, audience, target audience, target group, eligibility, eligibility criteria, client group, beneficiaries, who can use it, who can attend, age group, age range, ages, suitable for, open to, for whom'
	},
	address: {
		own: 'address, full address, postal address, street address, site address, delivery address',
		also: 'addr, address line, add line, addr line, add, where do you meet, where you meet, where do they meet, where we meet, where they meet, where is it, where is it held, street, street name, road, road name, house number, housenumber, house name, building number, number and street, town, city, town or city, town city, village, locality, county, county name, post town, posttown, thoroughfare, dependent locality, saon, paon, place of meeting, meeting address, cyfeiriad, adresse, adres, direccion, indirizzo, meets at, we meet at, held at, takes place at, line',
		perhaps:
			'location, where, where it meets, building, whereabouts, directions, suburb, borough or town'
	},
	postcode: {
		own: 'postcode, post code, postal code',
		also: 'zip, zip code, zipcode, zip postal code, zip or postcode, postcode zip, pcode, pc, pcd, pcds, pcd2, pstcd, p code, postcode full, cod post, codpost, code postal, kod pocztowy, codigo postal, plz'
	},
	longitude: {
		own: 'longitude, long, lng, lon',
		also: 'longitude decimal, decimal longitude',
		perhaps: 'x, xcoord, xcoords, xcoordinate, x coordinate, pointx, coordx, xpos, xval'
	},
	latitude: {
		own: 'latitude, lat',
		also: 'latitude decimal, decimal latitude',
		perhaps: 'y, ycoord, ycoords, ycoordinate, y coordinate, pointy, coordy, ypos, yval'
	},
	easting: {
		own: 'easting, eastings',
		also: 'oseast, oseast1m, os easting, grid easting, grid east, grid e, easting x, x easting, os x, osgr e, gridx, grid x, national grid x, bng x, bng e',
		perhaps: 'x, east, xcoord, xcoords, xcoordinate, x coordinate, pointx, coordx, xpos, xval'
	},
	northing: {
		own: 'northing, northings',
		also: 'osnorth, osnrth1m, osnrth, os northing, grid northing, grid north, grid n, northing y, y northing, os y, osgr n, gridy, grid y, national grid y, bng y, bng n',
		perhaps: 'y, north, ycoord, ycoords, ycoordinate, y coordinate, pointy, coordy, ypos, yval'
	},
	position: {
		own: 'position, coordinates, position in one cell, latitude and longitude in one cell',
		also: 'lat long, latlong, lat lon, latlon, lat lng, latlng, latitude longitude, latitude and longitude, longitude latitude, long lat, lon lat, lng lat, coordinate, coords, coord, gps, gps position, gps coordinates, geolocation, geopoint, geo point, geo point 2d, wkt, the geom, geom, geometry, wkt geom, wkt geometry, geojson, geo json, shape, geo shape, grid ref, grid reference, gridref, os grid ref, os grid reference, os grid, ngr, national grid reference, national grid ref, os ref, os reference, osgr, bng ref, map ref, map reference, geo, geocode, lat lon wgs84, xy, x y, dms',
		perhaps:
			'location, point, map, where, map link, google maps, google map link, site location, grid'
	},
	crs: {
		own: 'crs, srid, epsg, coordinate reference system, reference system of its position',
		also: 'coordinate system, coord system, srs, projection, epsg code, spatial reference, reference system, datum, geo system'
	},
	locator: {
		own: 'what3words, plus code, uprn',
		also: 'w3w, what 3 words, three words, three word address, 3 word address, what three words, plus code global, plus code compound, global plus code, pluscode, google plus code, olc, open location code, unique property reference number, usrn'
	},
	isArea: { own: 'is area, is an area, whether it is an area and not a place' },
	pointSource: {
		own: 'point source, how its point was found',
		also: 'position source, geocode source, geocoding method'
	},
	registeredAddress: {
		own: 'registered address, registered office',
		also: 'registered office address, head office, head office address, registered at, correspondence address, charity address'
	},
	registeredPostcode: {
		own: 'registered postcode, postcode of the registered office',
		also: 'registered office postcode, head office postcode, correspondence postcode, charity postcode'
	},
	areaOfOperation: {
		own: 'area of operation, area it works in',
		also: 'area served, areas served, area covered, areas covered, coverage, geographic area, geographical area, catchment, where it works, service area, areas of operation, catchment area',
		perhaps: 'area'
	},
	openingTimes: {
		own: 'opening times, opening hours',
		also: 'when do you meet, when you meet, when do they meet, when it meets, when is it, when is it on, when is it held, when does it run, when are you open, when is it open, opening days, opening, hours, opening days and times, days and times, day and time, days and hours, schedule, timetable, when open, open hours, open times, hours of opening, opening time, hours open, business hours, meeting times, session times, meets, meets on, meeting day, meeting days, meeting day and time, days and times are you open, days and times you are open, days are you open, times are you open, what days, which days, days open, open days, oriau agor, horaires, godziny otwarcia, horario, monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, weds, thu, thur, thurs, fri, sat, sun, weekday, weekdays, weekend, weekends, mon fri, mon to fri, monday friday, monday to friday, sat sun, sat and sun, saturday sunday, saturday and sunday, bank holidays, bank holiday',
		perhaps: 'open, times, time, when, day, days, day of week'
	},
	capacity: {
		own: 'capacity, room for how many',
		also: 'seats, max capacity, maximum capacity, maximum people, number of places, number of seats, max people, seating capacity, total capacity',
		perhaps: 'places'
	},
	organisation: {
		own: 'organisation, organization, name of organisation',
		also: 'provider, run by, host, owner, delivered by, lead organisation, lead provider, managed by, operator, operated by, parent organisation, managing organisation, responsible organisation, service provider, organised by, provided by, trust, charity, organisations, brand',
		perhaps: 'service, company, landlord, organiser'
	},
	charityNumber: {
		own: 'charity number, registered charity number',
		also: 'charity no, charity num, charity reg, charity reg no, charity reg number, charity registration, charity registration number, registered charity no, registered charity, reg charity number, reg charity no, charity id, charity commission number, regno'
	},
	companyNumber: {
		own: 'company number',
		also: 'company no, company registration number, company reg no, cic number, companies house number, crn, registered company number, company registration'
	},
	phone: {
		own: 'phone, telephone',
		also: 'tel, telephone number, phone number, contact number, mobile, mobile number, contact telephone, contact phone, tel no, phone no, telephone no, telephone num, landline, phone main, tel number, contact tel, ffon, rhif ffon, telefon, telefono',
		perhaps: 'contact, contact details, number, call'
	},
	email: {
		own: 'email, e mail',
		also: 'email address, contact email, e mail address, mail, public email, general email, email contact, e bost, ebost, courriel',
		perhaps: 'contact, contact details'
	},
	url: {
		own: 'url, website, web address, web site',
		also: 'web, web page, webpage, homepage, home page, facebook, site url, more information link, website url, website address, website link, web link, weblink, gwefan, website social media, link to website, social media, facebook page, website or facebook',
		perhaps: 'link, more info, further information'
	},
	sourceDetail: {
		own: 'source detail, directory or file',
		also: 'directory, list, found in, data source, source of data, information source',
		perhaps: 'source'
	},
	licence: { own: 'licence', also: 'license, licence terms' },
	collected: {
		own: 'collected, date collected',
		also: 'collected on, extract date, creation date, date added, created, created at, created on, date created, date of entry, added on, timestamp, submitted, date submitted'
	},
	firstSeen: {
		own: 'first seen',
		also: 'first listed, date listed, listed on, listing date, date of listing'
	},
	lastSeen: {
		own: 'last seen',
		also: 'last listed, last edited date, last edit date, last edited on, date last edited, last updated, updated, updated at, updated on, last modified, modified, date updated, last update, date modified, last edited, edit date, date last updated'
	},
	verified: {
		own: 'verified, last verified',
		also: 'last checked, date checked, checked on, checked date, verified on, date verified, assured date, checked, date of check, date last check, date last checked, last check, last checked date, last confirmed, confirmed, confirmed on, date confirmed, date last confirmed, last validated, validated, reviewed, last reviewed, date reviewed'
	},
	verifiedBy: {
		own: 'verified by, who checked',
		also: 'checked by, assured by, role of checker, reviewed by'
	},
	status: {
		own: 'status',
		also: 'state, open or closed, still running, current status, establishment status, operational status',
		perhaps: 'active, open'
	},
	consent: {
		own: 'consent, consent to publish',
		also: 'may we publish, permission, permission to publish, agreed, publish, ok to publish, agreed to publish, can publish'
	},
	note: {
		own: 'note, notes',
		also: 'comment, comments, what do you offer, what do you do, what does it offer, what you offer, what they offer, what is offered, description, desc, details, information, about, more information, remarks, further information, additional information, other information, summary, overview, service description, what we do, what they do, further details, additional details'
	}
};

const words = (text: string): ReadonlySet<string> => new Set(text.split(/,?\s+/));

/** What places are called: "Hall", "Hall name" and "Hall postcode" are headings of its name and postcode. */
export const PLACE_WORDS = words(
	'venue site location place service asset facility facilities premises property building practice surgery establishment school nursery college academy hall store shop outlet centre center hub church chapel mosque temple club library pharmacy chemist dentist hospital clinic park garden gardens pub cafe foodbank bank pantry fridge kitchen museum gallery theatre gym pool pitch playground playgroup society studio home setting station office depot branch unit room rooms garage allotment allotments shed market farm cemetery toilet toilets court ground grounds base point amenity poi attraction destination warmspace space landmark monument meeting provision feature group activity project scheme session class host sport leisure community warm local listing entry item resource childcare maternity baby food youth support dist'
);

/** Words before or after others that add nothing: "LocationText", "venue_address_1", "Full address". */
export const FILLER_WORDS = words(
	'text txt the of a an your our its full main primary current public actual complete official known common display first line field fld column value val string str record rec info gis geo gps geocoded os osgb osgb36 bng epsg wgs wgs84 etrs89 etrs 27700 4326 3857 84 89 m metres meters metre decimal dec degrees deg dd pt centroid coord coords coordinate coordinates property properties attribute attributes tags tag addr contact new all location0 for at and or in uk gb f input answer question please enter give what is it do you does we they are there my this label'
);

/** What belongs to an area: a column of these is never the name of a place. */
export const AREA_WORDS = words(
	'icb icbs stp ccg region regional area ward wards district districts la lad lads ltla utla lsoa msoa oa gor authority borough council county country nation parish constituency pcn network neighbourhood division zone hwb board federation alliance commissioner sicbl town village city hundred diocese deanery circuit boundary quadrant territory cluster'
);

/** Who stands behind a place. */
export const ORGANISATION_WORDS = words(
	'organisation organization org organisations provider operator owner charity company trust partner parent managing employer landlord body brand chain association responsible accountable'
);

/** Persons, whose names are no names of places. */
export const PERSON_WORDS = words(
	'person organiser organisers organizer tutor instructor manager leader lead coordinator ordinator officer secretary chair treasurer head headteacher principal last sur surname given family middle forename forenames staff member user author creator editor created edited updated modified submitted clerk caretaker volunteer trustee holder mp councillor keyholder booking bookings salutation sec hon mgr coord treas'
);

/** What is no place: the name of a street or a file, the address of a picture, the type of a road. */
export const THING_WORDS = words(
	'street road house file layer sheet column table folder image photo picture icon logo symbol style colour color map event day month dataset source directory list category status code currency language domain server computer account sort tree species pet product course key'
);

/** Of another place, or of another time. */
export const OTHER_WORDS = words(
	'internal private previous old former past alternative alternate alt secondary second other nearest closest nearby next alias aka billing invoice emergency fax rss news shopping donation slug privacy licensing licencing deleted bounds bound min max minimum maximum bbox extent'
);

/** Whole words that are nearly a word above and mean something else. */
export const OTHER_HEADINGS = words(
	'country contract contracts contrast addressee lease mane station statue latin longest noted votes plaice ares cite sate state_code tile tiles idle mails malls kinds capita opens posted postage ration relation'
);

/** Regions and counties, which are no names of places. */
export const AREA_NAMES: ReadonlySet<string> = new Set(
	'england,wales,scotland,northern ireland,united kingdom,great britain,uk,gb,north east,north west,yorkshire and the humber,yorkshire and humber,east midlands,west midlands,east of england,london,greater london,south east,south west,north east and yorkshire,midlands,bedfordshire,berkshire,bristol,buckinghamshire,cambridgeshire,cheshire,cornwall,cumbria,derbyshire,devon,dorset,durham,county durham,east sussex,essex,gloucestershire,greater manchester,hampshire,herefordshire,hertfordshire,isle of wight,kent,lancashire,leicestershire,lincolnshire,merseyside,norfolk,north yorkshire,northamptonshire,northumberland,nottinghamshire,oxfordshire,rutland,shropshire,somerset,south yorkshire,staffordshire,suffolk,surrey,tyne and wear,warwickshire,west sussex,west yorkshire,wiltshire,worcestershire,east riding of yorkshire'.split(
		','
	)
);
