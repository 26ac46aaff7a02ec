/**
 * What is typed into the bar's search on one page, for the search of the map, which opens next. In
 * memory alone: it may be a postcode, which no address, history or storage may have.
 */
export const typed = { text: '' };
