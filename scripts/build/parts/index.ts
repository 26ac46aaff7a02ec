/** The parts a pack is made of. Adding a dataset to the packs is a line here. */
import type { Geodata } from '../../../src/lib/server/geodata.ts';
import type { PartBuilder } from '../part.ts';
import { areasPart } from './areas.ts';
import { assetsPart } from './assets.ts';
import { basemap } from './basemap.ts';
import { birthsPart, residentsAged0Part } from './births.ts';
import { births2023Part } from './births-2023.ts';
import { boundariesPart } from './boundaries.ts';
import { carsBeforePart } from './cars.ts';
import { charitiesPart, officeParts } from './charities.ts';
import { coveragePart, venueDirectoriesPart } from './coverage.ts';
import { deprivationDomainsPart, deprivationOtherPart, deprivationPart } from './deprivation.ts';
import { englandClassesPart } from './england-classes.ts';
import { englishPart } from './english.ts';
import { lifeExpectancy2023Part, lifeExpectancyEstimatesPart } from './life-expectancy-2023.ts';
import { lifeExpectancyGapsPart, lifeExpectancyLevelsPart } from './life-expectancy.ts';
import { agesPart, childrenIncomePart, ethnicGroupsPart, femalesPart } from './people.ts';
import { coastPart, ruralUrbanPart } from './place.ts';
import { linkWorkersPart, networkAreasPart } from './networks.ts';
import { namedServicesPart } from './named-services.ts';
import { residentPointsPart } from './resident-points.ts';
import { residentsBeyondPart } from './residents-beyond.ts';
import { registerPart } from './register.ts';
import { storedParts } from './stored.ts';
import { townsPart } from './towns.ts';
import { wardsPart } from './wards.ts';
import {
	familyHubs,
	gpPractices,
	hospitals,
	maternityHubs,
	maternityUnits,
	schools
} from './services.ts';

const PARTS: readonly PartBuilder[] = [
	areasPart('2021'),
	areasPart('2011'),
	boundariesPart('2021'),
	boundariesPart('2011'),
	basemap,
	deprivationPart('2025'),
	deprivationPart('2019'),
	deprivationDomainsPart('2025'),
	deprivationDomainsPart('2019'),
	deprivationOtherPart('2025'),
	deprivationOtherPart('2019'),
	birthsPart,
	births2023Part,
	residentsAged0Part('2025'),
	residentsAged0Part('2019'),
	lifeExpectancyGapsPart,
	lifeExpectancyLevelsPart,
	lifeExpectancy2023Part,
	lifeExpectancyEstimatesPart,
	agesPart('2025'),
	agesPart('2019'),
	femalesPart('2025'),
	femalesPart('2019'),
	ethnicGroupsPart,
	childrenIncomePart,
	ruralUrbanPart('2025'),
	ruralUrbanPart('2019'),
	coastPart('2025'),
	coastPart('2019'),
	...storedParts,
	carsBeforePart,
	englishPart,
	assetsPart({
		part: 'community-venues',
		datasets: ['community-venues'],
		directories: 'venue-directories'
	}),
	assetsPart({ part: 'food-banks', datasets: ['food-banks'] }),
	familyHubs,
	assetsPart({ part: 'libraries', datasets: ['libraries'] }),
	assetsPart({ part: 'pharmacies', datasets: ['pharmacies'], capitals: true }),
	assetsPart({ part: 'dentists', datasets: ['dentists'], capitals: true }),
	schools,
	hospitals,
	gpPractices,
	maternityUnits,
	maternityHubs,
	charitiesPart,
	...officeParts,
	linkWorkersPart,
	networkAreasPart,
	residentPointsPart,
	residentsBeyondPart,
	townsPart,
	wardsPart,
	registerPart,
	coveragePart,
	namedServicesPart,
	venueDirectoriesPart,
	englandClassesPart
];

/** The parts whose facts are there. */
export const partsOf = (geodata: Geodata): PartBuilder[] =>
	PARTS.filter(({ when }) => when?.(geodata) ?? true);
