/** Reading JSON that strangers wrote. */
import { formatCount } from '../../text/format.ts';
import { shapeOf } from '../../text/json-shape.ts';
import { ImportError } from './import-error.ts';
import { LIMITS } from './limits.ts';

export type Json = Record<string, unknown>;

/** The sign that some programs begin each value of a line with (RFC 8142). */
export const RECORD = '\u001e';

/**
 * The value of a JSON text, or the list of its lines' values where each line is one. Throws
 * ImportError where it is broken, nested without end or holds too much.
 */
export function parseJson(text: string): unknown {
	checkShape(text);
	try {
		return JSON.parse(text);
	} catch (error) {
		const lines = valuesOfLines(text);
		if (lines) return lines;
		const where =
			error instanceof Error ? /line \d+ column \d+|position \d+/.exec(error.message) : null;
		throw new ImportError(
			`This file begins like JSON and is broken${where ? ` at ${where[0]}` : ''}.`,
			'It may have been cut off when it was saved: fetch it again.'
		);
	}
}

/** The values of a text with one in each line; null where it is no such text. */
function valuesOfLines(text: string): unknown[] | null {
	const lines = text
		.replaceAll(RECORD, '\n')
		.split(/[\n\r]+/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
	if (lines.length < 2 || lines.length > LIMITS.rows + 1) return null;
	const values: unknown[] = [];
	for (const [at, line] of lines.entries()) {
		try {
			values.push(JSON.parse(line));
		} catch {
			// Of the first line alone, the fault is that of a text in many lines.
			if (values.length < 2) return null;
			throw new ImportError(
				`This file has a JSON value in each line, and line ${formatCount(at + 1)} is broken.`,
				'It may have been cut off when it was saved: fetch it again.'
			);
		}
	}
	return values;
}

/** How deep it goes and how many values it holds, before any of them is made. */
function checkShape(text: string): void {
	const shape = shapeOf(text, LIMITS);
	if (shape === 'deep') {
		throw new ImportError(
			`This file is nested more than ${LIMITS.depth} levels deep, as no list of places is.`,
			'Look whether it is the right file.'
		);
	}
	if (shape === 'names') {
		throw new ImportError(
			`The objects of this file have more than ${formatCount(LIMITS.names)} different names for what they say, as no list of places has.`,
			'Look whether it is the right file. If it holds a list, turn it into CSV and bring that.'
		);
	}
	if (shape === 'many') {
		throw new ImportError(
			`This file holds more than ${formatCount(LIMITS.values)} values, far more than a list of places needs.`,
			'Keep the places of this region. If they are areas, simplify their outlines or bring points.'
		);
	}
}

export const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
export const object = (value: unknown): Json => (isObject(value) ? value : {});
export const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : []);

/** Own member of an object, by a name that a stranger may have chosen. */
export const member = (of: Json, name: string): unknown =>
	Object.hasOwn(of, name) ? of[name] : undefined;
