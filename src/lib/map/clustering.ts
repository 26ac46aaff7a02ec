/** How points that lie close together are drawn as one, for every layer of points. */
export const CLUSTERING = { cluster: true, clusterRadius: 44, clusterMaxZoom: 13 } as const;
