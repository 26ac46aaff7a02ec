/** What the story of a district tells. */
import type { PrintedStatement } from '../facts/parts.ts';
import type { NetworkResult } from './link-workers.ts';
import type { StoryCommunity } from './story-communities.ts';
import type { StoryRow } from './story-rows.ts';

export interface DocumentsStory {
	/** Code and name of the district that it is about. */
	code: string;
	name: string;
	/** Whether a document of the region names it; else it is the most deprived one. */
	named: boolean;
	/** What the region's documents print on organisations and on the district. */
	printed: PrintedStatement[];
	/** By which measures it is the most deprived, and by which not. */
	deprivation: StoryRow[];
	/** Charities by four measures; empty where no figures are published. */
	charities: StoryRow[];
	/** Names of the districts of which no figure of charities is known. */
	unknown: string[];
	/** Its communities, least venues in reach first. */
	communities: StoryCommunity[];
	/** Networks with most of their practices in it. */
	networks: NetworkResult[];
	/** Date of what they reported, where that is more than three years old; else null. */
	olderFigures: string | null;
	/** Sentences that bear the headline out, and those that speak against it. */
	bearsOut: string[];
	speaksAgainst: string[];
}
