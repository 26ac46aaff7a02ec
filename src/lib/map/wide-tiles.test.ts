import { GeoJSONSource, type OverscaledTileID, type Tile } from 'maplibre-gl';
import { afterEach, expect, test, vi } from 'vitest';
import { WIDE_TILES, WideTileSource } from './wide-tiles.ts';

afterEach(() => vi.restoreAllMocks());

type Arguments = ConstructorParameters<typeof GeoJSONSource>;
const data = { type: 'FeatureCollection' as const, features: [] };

const makeSource = () =>
	new WideTileSource(
		'areas',
		{ type: WIDE_TILES as 'geojson', data },
		{ getActor: () => Promise.resolve({}) } as unknown as Arguments[2],
		{} as Arguments[3]
	);

test('a source is cut into tiles four times as wide, each scaled as one of its own zoom', async () => {
	const loaded: number[] = [];
	vi.spyOn(GeoJSONSource.prototype, 'loadTile').mockImplementation((tile) => {
		loaded.push(tile.tileSize);
		return Promise.resolve();
	});
	const source = makeSource();
	expect(source.tileSize).toBe(2048);
	for (const overscale of [1, 2]) {
		await source.loadTile({
			// As the map makes it.
			tileSize: source.tileSize * overscale,
			tileID: { overscaleFactor: () => overscale } as OverscaledTileID
		} as Tile);
	}
	expect(loaded).toEqual([512, 1024]);
});

test('the engine’s workers take it for GeoJSON, and simplify it as finely as in their own tiles', () => {
	const { type, workerOptions } = makeSource();
	expect(type).toBe('geojson');
	// In units of a tile, of which a pixel has 8,192 / 2,048.
	expect(workerOptions.geojsonVtOptions).toMatchObject({ tolerance: 0.3 * 4, buffer: 128 * 4 });
});

test('it is of its own type again where the style is written down and read', () => {
	expect(makeSource().serialize()).toMatchObject({ type: WIDE_TILES, data });
});
