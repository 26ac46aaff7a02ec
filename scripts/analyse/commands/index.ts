/** The questions that the command line answers. Adding one is a file and a line here. */
import type { Command } from '../command.ts';
import { siting } from './siting.ts';

export const COMMANDS: readonly Command[] = [siting];
