/** The import that `extract.ts` measures, in a process of its own: says its largest resident set. */
import { importFiles } from '../assets/import.ts';
import { READERS } from '../assets/readers/index.ts';
import { GEODATA } from '../lib/paths.ts';

const [out = '', ...files] = process.argv.slice(2);
await importFiles({ files, readers: READERS, geodata: GEODATA, out });
process.stdout.write(JSON.stringify({ maxRSS: process.resourceUsage().maxRSS }) + '\n');
