import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const below = (path: string): string => fileURLToPath(new URL(path, root));

/** Folders of the project, as absolute paths. */
export const PROJECT = below('./');
export const GEODATA = below('geodata/');
export const PACKS = below('static/packs/');
/** What is given back in the form of standards, below the site's `data/`. */
export const GIVEN_BACK = below('static/data/');
/** What stages of the build made. */
export const STAGES = below('.cache/stages/');
/** Facts cut for tests, apart from those stages: the build clears away what is half made of its own. */
export const TEST_FACTS = below('.cache/test-facts/');
