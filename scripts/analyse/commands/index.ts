/** The questions that the command line answers. Adding one is a file and a line here. */
import type { Command } from '../command.ts';
import { access } from './access.ts';
import { gaps } from './gaps.ts';
import { siting } from './siting.ts';

export const COMMANDS: readonly Command[] = [access, gaps, siting];
