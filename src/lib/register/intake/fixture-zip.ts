/** Packed files (zip) for tests, made by Node: the library that reads them takes five times as long. */
import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Numbers one after the other, each in so many bytes, the lowest first. */
function numbers(...fields: [value: number, bytes: 2 | 4][]): Buffer {
	return Buffer.concat(
		fields.map(([value, bytes]) => {
			const field = Buffer.alloc(bytes);
			field.writeUIntLE(value, 0, bytes);
			return field;
		})
	);
}

/** Parts by their names, packed as quickly as can be; sizes stand where a reader looks first. */
export function zipOf(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
	const files: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const [name, bytes] of Object.entries(parts)) {
		const path = Buffer.from(name);
		const data = deflateRawSync(bytes, { level: 1 });
		// Version, names in UTF-8, deflated, midnight, 1 January 1980, and no more fields.
		const about = numbers(
			...([20, 0x800, 8, 0, 0x21] as const).map((value): [number, 2] => [value, 2]),
			[crc32(bytes), 4],
			[data.length, 4],
			[bytes.length, 4],
			[path.length, 2],
			[0, 2]
		);
		files.push(numbers([LOCAL, 4]), about, path, data);
		directory.push(
			numbers([CENTRAL, 4], [20, 2]),
			about,
			numbers([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
			path
		);
		at += 30 + path.length + data.length;
	}
	const list = Buffer.concat(directory);
	const count = Object.keys(parts).length;
	const end = numbers(
		[END, 4],
		[0, 2],
		[0, 2],
		[count, 2],
		[count, 2],
		[list.length, 4],
		[at, 4],
		[0, 2]
	);
	return new Uint8Array(Buffer.concat([...files, list, end]));
}
