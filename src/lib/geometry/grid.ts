/**
 * National Grid references to longitude and latitude (WGS84), by Ordnance Survey's formulae:
 * the transverse Mercator projection taken back, then the seven-parameter Helmert shift from
 * OSGB36, which is within some five metres ("A guide to coordinate systems in Great Britain",
 * annexes B and C).
 */
const RADIANS = Math.PI / 180;
/** Airy 1830 and WGS84, in metres. */
const AIRY = { a: 6_377_563.396, b: 6_356_256.909 };
const WGS84 = { a: 6_378_137, b: 6_356_752.3142 };
const SCALE = 0.9996012717;
const ORIGIN = { latitude: 49 * RADIANS, longitude: -2 * RADIANS, east: 400_000, north: -100_000 };
const SHIFT = { x: 446.448, y: -125.157, z: 542.06, scale: -20.4894e-6 };
const TURN = { x: 0.1502, y: 0.247, z: 0.8421 };

/** Longitude and latitude in degrees of an easting and northing in metres. */
export function fromGrid(easting: number, northing: number): [longitude: number, latitude: number] {
	const { a, b } = AIRY;
	const e2 = 1 - (b * b) / (a * a);
	const n = (a - b) / (a + b);
	let latitude = ORIGIN.latitude;
	let arc = 0;
	do {
		latitude += (northing - ORIGIN.north - arc) / (a * SCALE);
		arc = meridian(latitude, n, b);
	} while (Math.abs(northing - ORIGIN.north - arc) >= 1e-5);
	const [sin, cos, tan] = [Math.sin(latitude), Math.cos(latitude), Math.tan(latitude)];
	const nu = (a * SCALE) / Math.sqrt(1 - e2 * sin * sin);
	const rho = (a * SCALE * (1 - e2)) / (1 - e2 * sin * sin) ** 1.5;
	const eta2 = nu / rho - 1;
	const t2 = tan * tan;
	const d = easting - ORIGIN.east;
	const y =
		latitude -
		(tan / (2 * rho * nu)) * d ** 2 +
		(tan / (24 * rho * nu ** 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2) * d ** 4 -
		(tan / (720 * rho * nu ** 5)) * (61 + 90 * t2 + 45 * t2 * t2) * d ** 6;
	const x =
		ORIGIN.longitude +
		d / (cos * nu) -
		((nu / rho + 2 * t2) / (6 * cos * nu ** 3)) * d ** 3 +
		((5 + 28 * t2 + 24 * t2 * t2) / (120 * cos * nu ** 5)) * d ** 5 -
		((61 + 662 * t2 + 1320 * t2 * t2 + 720 * t2 ** 3) / (5040 * cos * nu ** 7)) * d ** 7;
	return shifted(x, y);
}

function meridian(latitude: number, n: number, b: number): number {
	const [d, s] = [latitude - ORIGIN.latitude, latitude + ORIGIN.latitude];
	return (
		b *
		SCALE *
		((1 + n + 1.25 * n * n + 1.25 * n ** 3) * d -
			(3 * n + 3 * n * n + 2.625 * n ** 3) * Math.sin(d) * Math.cos(s) +
			(1.875 * n * n + 1.875 * n ** 3) * Math.sin(2 * d) * Math.cos(2 * s) -
			(35 / 24) * n ** 3 * Math.sin(3 * d) * Math.cos(3 * s))
	);
}

/** From longitude and latitude of OSGB36 in radians to those of WGS84 in degrees. */
function shifted(longitude: number, latitude: number): [number, number] {
	const e2 = 1 - AIRY.b ** 2 / AIRY.a ** 2;
	const nu = AIRY.a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
	const x = nu * Math.cos(latitude) * Math.cos(longitude);
	const y = nu * Math.cos(latitude) * Math.sin(longitude);
	const z = nu * (1 - e2) * Math.sin(latitude);
	const seconds = (turn: number) => (turn / 3600) * RADIANS;
	const [rx, ry, rz] = [seconds(TURN.x), seconds(TURN.y), seconds(TURN.z)];
	const scale = 1 + SHIFT.scale;
	const x2 = SHIFT.x + x * scale - y * rz + z * ry;
	const y2 = SHIFT.y + x * rz + y * scale - z * rx;
	const z2 = SHIFT.z - x * ry + y * rx + z * scale;
	const f2 = 1 - WGS84.b ** 2 / WGS84.a ** 2;
	const p = Math.hypot(x2, y2);
	let phi = Math.atan2(z2, p * (1 - f2));
	for (let i = 0; i < 6; i++) {
		const radius = WGS84.a / Math.sqrt(1 - f2 * Math.sin(phi) ** 2);
		phi = Math.atan2(z2 + f2 * radius * Math.sin(phi), p);
	}
	return [Math.atan2(y2, x2) / RADIANS, phi / RADIANS];
}
