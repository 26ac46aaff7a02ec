/** The site in a process of its own, which says where it is and then its memory each second. */
import { serve } from '../lib/serve.ts';

const [folder = ''] = process.argv.slice(2);
const { url } = await serve(folder, { port: 0 });
process.send?.({ url });
setInterval(() => process.send?.({ megabytes: process.memoryUsage().rss / 1e6 }), 1000);
process.once('disconnect', () => process.exit(0));
