import type { GeoJSONSource, OverscaledTileID, Tile } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { widenTiles } from './wide-tiles.ts';

/** A source that keeps the sizes of the tiles it loads, and a tile of it. */
function fakeSource() {
	const loaded: number[] = [];
	const source = {
		tileSize: 512,
		loadTile: (tile: Tile) => {
			loaded.push(tile.tileSize);
			return Promise.resolve();
		}
	} as GeoJSONSource;
	const tileOf = (overscale: number) =>
		({
			// As the map makes it.
			tileSize: source.tileSize * overscale,
			tileID: { overscaleFactor: () => overscale } as OverscaledTileID
		}) as Tile;
	return { source, loaded, tileOf };
}

test('a source is cut into tiles four times as wide, each scaled as one of its own zoom', async () => {
	const { source, loaded, tileOf } = fakeSource();
	widenTiles(source);
	expect(source.tileSize).toBe(2048);
	await source.loadTile(tileOf(1));
	await source.loadTile(tileOf(2));
	expect(loaded).toEqual([512, 1024]);
});

test('a source that has wide tiles is left as it is', () => {
	const { source } = fakeSource();
	widenTiles(source);
	const { loadTile } = source;
	widenTiles(source);
	expect(source.tileSize).toBe(2048);
	expect(source.loadTile).toBe(loadTile);
});
