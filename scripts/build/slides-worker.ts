/** A worker that makes the slides of regions. */
export { regionSlides as default } from '../../src/lib/server/region-slides.ts';
