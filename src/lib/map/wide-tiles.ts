/**
 * Areas and lines in tiles four times as wide as the map's own. Every frame draws each layer once
 * for each tile in sight, and a mask of each tile for each source, so that fewer tiles are drawn
 * sooner: most of all where drawing is done by software. MapLibre has no option for it
 * (https://github.com/maplibre/maplibre-gl-js/issues/2938), but takes sources of types of one's own;
 * a browser test measures what this one draws against one of MapLibre's.
 */
import { addSourceType, GeoJSONSource, type Tile } from 'maplibre-gl';

/** The side of MapLibre's tiles at their own zoom, in pixels. */
const TILE_SIZE = 512;
/**
 * How many of its tiles lie along a wide one. A tile has 8,192 units a side, so that corners are
 * still right to a quarter of a pixel, to half of one just before the next zoom.
 */
const WIDTH = 4;

/**
 * The type of a source of GeoJSON in wide tiles. Not for points and names: their clusters and their
 * filters by zoom go by the zoom of the tile, which is two less.
 */
export const WIDE_TILES = 'geojson-in-wide-tiles';

/** A source of GeoJSON in wide tiles. */
export class WideTileSource extends GeoJSONSource {
	constructor(...[id, options, dispatcher, parent]: ConstructorParameters<typeof GeoJSONSource>) {
		super(
			id,
			// In pixels of MapLibre's tiles, of which each is `WIDTH` here; its workers know this type.
			{ tolerance: 0.3 / WIDTH, buffer: 128 / WIDTH, ...options, type: 'geojson' },
			dispatcher,
			parent
		);
		// The size by which the source is cut …
		this.tileSize = TILE_SIZE * WIDTH;
	}

	override loadTile(tile: Tile): Promise<void> {
		// … which each tile takes for its size at its own zoom, by which lines and patterns are scaled.
		tile.tileSize = TILE_SIZE * tile.tileID.overscaleFactor();
		return super.loadTile(tile);
	}

	/** So that it comes back in wide tiles where the graphics were lost. */
	override serialize(): ReturnType<GeoJSONSource['serialize']> {
		return { ...super.serialize(), type: WIDE_TILES as 'geojson' };
	}
}

/** Makes the engine know the type. */
export function addWideTiles(): void {
	// It refuses a type that it knows, from an earlier map of the page.
	addSourceType(WIDE_TILES, WideTileSource as Parameters<typeof addSourceType>[1]).catch(
		() => undefined
	);
}
