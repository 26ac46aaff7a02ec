/** What the files of a site say besides what they are about. */
import type { NamedSource } from '../catalogue/notes.ts';
import type { Document } from '../document/document.ts';

export interface Said {
	/** Every dataset by name. */
	sources: readonly NamedSource[];
	/** Who looks after the listings, in a sentence. */
	owner: string;
	/** That the reader's own places are in it; null or absent where they are not. */
	own?: string | null;
	/** Makes the address of the page, without where its reader is. */
	address?: () => string;
	/** The day, in ISO. */
	made?: string;
}

/** Of a paper or a workbook: the page that it is from, and the day. */
export const saidOf = ({
	address,
	made
}: Pick<Said, 'address' | 'made'>): Pick<Document, 'address' | 'made'> => ({
	address: address?.() ?? null,
	...(made !== undefined && { made })
});
