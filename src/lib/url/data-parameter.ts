/** The parameter of an address that says of which day the data of a link are. */
export const DATA_PARAMETER = 'data';
