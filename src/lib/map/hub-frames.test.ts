import { expect, test } from 'vitest';
import { HubFrames } from './hub-frames.ts';

/** A browser whose frames come when told, and a loop that asks for another in each frame, as deck.gl's does. */
function looping() {
	const coming: ((time: number) => void)[] = [];
	const frames = new HubFrames((frame) => coming.push(frame));
	let drawn = 0;
	let during = () => {};
	const loop = () => {
		drawn++;
		during();
		frames.requestAnimationFrame(loop);
	};
	/** Lets the browser's frames come until it is asked for no more, or for too many. */
	const rest = () => {
		for (let count = 0; coming.length > 0 && count < 20; count++) coming.shift()?.(count);
		return drawn;
	};
	return { frames, loop, rest, during: (then: () => void) => (during = then) };
}

test('a loop gets no frame until something changes, and then one', () => {
	const { frames, loop, rest } = looping();
	frames.requestAnimationFrame(loop);
	expect(rest()).toBe(0);
	frames.wake();
	expect(rest()).toBe(1);
	expect(rest()).toBe(1);
	frames.wake();
	frames.wake();
	expect(rest()).toBe(2);
});

test('a change before the loop began is not forgotten', () => {
	const { frames, loop, rest } = looping();
	frames.wake();
	frames.requestAnimationFrame(loop);
	expect(rest()).toBe(1);
});

test('a change in the middle of a frame brings another', () => {
	const { frames, loop, rest, during } = looping();
	let changes = 2;
	during(() => {
		if (changes-- > 0) frames.wake();
	});
	frames.wake();
	frames.requestAnimationFrame(loop);
	expect(rest()).toBe(3);
});

test('a loop that was stopped gets no frame, and the next one its own', () => {
	const { frames, loop, rest } = looping();
	frames.requestAnimationFrame(loop);
	frames.wake();
	frames.cancelAnimationFrame();
	expect(rest()).toBe(0);
	frames.requestAnimationFrame(loop);
	expect(rest()).toBe(1);
});
