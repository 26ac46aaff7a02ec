/** The readers there are. Adding one is a file and a line here. */
import type { AssetReader } from '../reader.ts';
import { charityCommission } from './charity-commission.ts';
import { companiesHouse } from './companies-house.ts';
import { fcaMutuals } from './fca-mutuals.ts';
import { gias } from './gias.ts';
import { giveFood } from './give-food.ts';
import { libraries } from './libraries.ts';
import { odsReaders } from './ods.ts';
import { openReferral } from './open-referral.ts';
import { pcnWorkforce } from './pcn-workforce.ts';
import { pcn } from './pcn.ts';

export const READERS: readonly AssetReader[] = [
	charityCommission,
	companiesHouse,
	fcaMutuals,
	...odsReaders,
	pcn,
	pcnWorkforce,
	gias,
	libraries,
	giveFood,
	openReferral
];
