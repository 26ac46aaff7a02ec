/** Year of the codes of LSOAs and MSOAs: they are drawn anew with every census. */
export type Vintage = '2011' | '2021';
