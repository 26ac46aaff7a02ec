import { afterEach, expect, it, vi } from 'vitest';
import { isOwnLeftOut, LEFT_OUT_NAMES, leaveOwnOut } from './own-left-out.ts';

afterEach(() => vi.unstubAllGlobals());

it('own places that were left out stay so on every page of the tab, a region apart', () => {
	const kept = new Map<string, string>();
	vi.stubGlobal('sessionStorage', {
		getItem: (name: string) => kept.get(name) ?? null,
		setItem: (name: string, text: string) => kept.set(name, text),
		removeItem: (name: string) => kept.delete(name)
	});
	expect(isOwnLeftOut('here')).toBe(false);
	leaveOwnOut('here', true);
	expect(isOwnLeftOut('here')).toBe(true);
	expect(isOwnLeftOut('there')).toBe(false);
	expect([...kept.keys()]).toEqual([`${LEFT_OUT_NAMES}here`]);
	leaveOwnOut('here', false);
	expect(isOwnLeftOut('here')).toBe(false);
	expect(kept.size).toBe(0);
});

it('where the browser keeps nothing, none are left out, and nothing fails', () => {
	vi.stubGlobal('sessionStorage', undefined);
	leaveOwnOut('here', true);
	expect(isOwnLeftOut('here')).toBe(false);
});
