/**
 * Loaded before a program that a build starts: ends it with the build, however that ends. A
 * build that is killed can tell nobody, but its end of the channel between them closes.
 */
import { isMainThread } from 'node:worker_threads';

// The program's own threads load this too, and have no channel.
if (isMainThread) {
	process.once('disconnect', () => process.exit(1));
	if (!process.connected) process.exit(1);
	// Listening to the channel alone is no reason to go on when the program has done its work.
	process.channel?.unref();
}
