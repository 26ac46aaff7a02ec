/** Lower and upper bound of an interval estimate. */
export interface Interval {
	lower: number;
	upper: number;
}
