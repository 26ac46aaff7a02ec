/**
 * Areas and lines in tiles four times as wide as the map's own. Every frame draws each layer once
 * for each tile in sight, and a mask of each tile for each source, so that fewer tiles are drawn
 * sooner: most of all where drawing is done by software. MapLibre has no option for it
 * (https://github.com/maplibre/maplibre-gl-js/issues/2938).
 */
import type { GeoJSONSource } from 'maplibre-gl';

/** The side of MapLibre's tiles at their own zoom, in pixels. */
const TILE_SIZE = 512;
/**
 * How many of its tiles lie along a wide one. A tile has 8,192 units a side, so that corners are
 * still right to a quarter of a pixel, to half of one just before the next zoom.
 */
const WIDTH = 4;

/** For a source of wide tiles: in pixels of MapLibre's tiles, of which each is `WIDTH` here. */
export const WIDE_TILES = { tolerance: 0.3 / WIDTH, buffer: 128 / WIDTH } as const;

/**
 * Cuts a source, added with the options of `WIDE_TILES`, into wide tiles. Not for points and names:
 * their clusters and their filters by zoom go by the zoom of the tile, which is two less.
 */
export function widenTiles(source: GeoJSONSource): void {
	if (source.tileSize !== TILE_SIZE) return;
	// The size by which the source is cut …
	source.tileSize = TILE_SIZE * WIDTH;
	const load = source.loadTile.bind(source);
	// … which each tile takes for its size at its own zoom, by which lines and patterns are scaled.
	source.loadTile = (tile) => {
		tile.tileSize = TILE_SIZE * tile.tileID.overscaleFactor();
		return load(tile);
	};
}
