/** What a writer of files is given, and what it gives: all that formats and writers share. */
import type { Document } from '../document/document.ts';
import type { Size } from '../document/picture.ts';

/** What a file holds. */
export type Content = string | Uint8Array<ArrayBuffer>;

/** What a writer is told besides the document, and whom it tells how far it has come. */
export interface Making {
	/** Ends when the reader no longer wants the file; a writer that takes long looks at it. */
	signal: AbortSignal;
	/** The share done, from 0 to 1. */
	progress: (done: number) => void;
	/** A drawing (SVG) as the bytes of an image (PNG); where nothing can draw it is absent. */
	pixels?: (svg: string, size: Size) => Promise<Uint8Array<ArrayBuffer>>;
	/** Writes a heavy format away from whoever asks; absent where nobody waits. */
	apart?: (format: string, document: Document, making: Making) => Promise<Content>;
}

export type Writer = (document: Document, making: Making) => Content | Promise<Content>;
