import { expect, it } from 'vitest';
import { cameraOver } from './camera-over.ts';
import { cameraField } from './map-state.ts';

const size = { width: 700, height: 500 };
/** Pixels from the middle of the map. */
function from({ longitude, latitude, zoom }: NonNullable<ReturnType<typeof cameraOver>>) {
	const scale = (512 * 2 ** zoom) / 360;
	return (place: { longitude: number; latitude: number }) => [
		Math.abs(place.longitude - longitude) * scale,
		(Math.abs(place.latitude - latitude) * scale) / Math.cos((latitude * Math.PI) / 180)
	];
}

it('has all places in sight', () => {
	const places = [
		{ longitude: 1.2974, latitude: 52.6282 },
		{ longitude: 1.73, latitude: 52.48 },
		{ longitude: 0.39, latitude: 52.75 }
	];
	const camera = cameraOver(places, size);
	if (!camera) throw new Error('no camera');
	for (const [x = NaN, y = NaN] of places.map(from(camera))) {
		expect(x).toBeLessThan(size.width / 2);
		expect(y).toBeLessThan(size.height / 2);
	}
});

it('says where a single place is to some kilometres only', () => {
	const one = { longitude: 1.2974, latitude: 52.6282 };
	const near = { longitude: 1.3111, latitude: 52.6401 };
	const written = [one, near].map((place) => cameraField.write(cameraOver([place], size)));
	expect(written).toEqual(['52.6500,1.3000,12.00', '52.6500,1.3000,12.00']);
});

it('is none without places', () => {
	expect(cameraOver([], size)).toBeNull();
});
