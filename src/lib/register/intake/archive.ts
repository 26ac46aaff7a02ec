/**
 * Packed files (zip): what is in them, and parts of them unpacked. Sizes are counted while parts
 * come, as an archive may lie about them.
 */
import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { formatCount } from '../../text/format.ts';
import { LIMITS } from './limits.ts';

export type Parts = ReadonlyMap<string, Uint8Array>;

/** What an archive is called in errors, and how they are made. */
export interface ArchiveErrors {
	/** It holds too much: "unpacks to more than 200 MB". */
	bomb: (what: string) => Error;
	/** It can't be unpacked. */
	broken: () => Error;
}

/** Pieces that the archive is read in, so that what is too much is noticed while it grows. */
const PIECE = 65_536;

/** Whether bytes begin as a packed file does. */
export const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Names of the parts of an archive that cannot be more than {@link LIMITS.archiveParts}; nothing is unpacked. */
export function partNames(bytes: Uint8Array): string[] {
	const names: string[] = [];
	try {
		through(bytes, ({ name }) => {
			names.push(name);
			// The library takes longer for each part that came before.
			if (names.length > LIMITS.archiveParts) throw new Error('more parts than are read');
		});
	} catch {
		// Names that came before the fault say what it was meant to be.
	}
	return names;
}

/** How many bytes may still be unpacked: of one file, or of all that are packed in one. */
export interface Room {
	bytes: number;
}
export const newRoom = (): Room => ({ bytes: LIMITS.unpackedBytes });

/**
 * The parts whose names are wanted, unpacked, which takes of the room. Throws what `errors` makes,
 * and nothing else.
 */
export function unpack(
	bytes: Uint8Array,
	wanted: (name: string) => boolean,
	errors: ArchiveErrors,
	room: Room = newRoom()
): Parts {
	const parts = new Map<string, Uint8Array>();
	let entries = 0;
	let refused: Error | null = null;
	const refuse = (what: string): Error => (refused = errors.bomb(what));
	try {
		through(bytes, (file) => {
			if (++entries > LIMITS.archiveParts)
				throw refuse(`holds more than ${formatCount(LIMITS.archiveParts)} parts`);
			if (file.name.includes('..') || !wanted(file.name)) return;
			const chunks: Uint8Array[] = [];
			file.ondata = (error, chunk, final) => {
				if (error) throw error;
				room.bytes -= chunk.length;
				if (room.bytes < 0) {
					throw refuse(`unpacks to more than ${formatCount(LIMITS.unpackedBytes / 1e6)} MB`);
				}
				chunks.push(chunk);
				if (final) parts.set(file.name, joined(chunks));
			};
			file.start();
		});
	} catch {
		throw refused ?? errors.broken();
	}
	return parts;
}

function through(bytes: Uint8Array, onFile: (file: UnzipFile) => void): void {
	const unzip = new Unzip(onFile);
	unzip.register(UnzipInflate);
	for (let at = 0; at < bytes.length; at += PIECE) {
		unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
	}
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}

/** Name of a part without its folders. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The last ending of a name, in small letters and without the dot. */
export function endingOf(name: string): string {
	const base = baseName(name);
	const dot = base.lastIndexOf('.');
	return dot < 0 ? '' : base.slice(dot + 1).toLowerCase();
}
