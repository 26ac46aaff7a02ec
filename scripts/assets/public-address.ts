/**
 * Which addresses a program that fetches what others name may connect to: those of the public
 * internet. The address is looked at when the connection is made and the one that was looked
 * at is the one connected to, so a name that first leads outside and then inside gains nothing.
 */
import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector } from 'undici';
import { SourceError } from '../refresh/source-error.ts';

/** Addresses of the internet in IPv6 all begin so; what lies elsewhere has a purpose of its own. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Behind these an address of IPv6 holds one of IPv4, to which a tunnel leads (ISATAP, RFC 5214). */
const TUNNEL = /^0[02]005efe/;

/** Of the internet by its number, and yet inside: where machines of one provider ask what they are. */
const INSIDE = new Set(['168.63.129.16']);

/** Whether an IP address is one of the public internet: not this computer's, this network's or a translator's. */
export function isPublic(address: string): boolean {
	if (!ipaddr.isValid(address)) return false;
	const parsed = ipaddr.process(address);
	if (parsed.range() !== 'unicast' || INSIDE.has(parsed.toString())) return false;
	return (
		!(parsed instanceof ipaddr.IPv6) ||
		(parsed.match(GLOBAL_IPV6) && !TUNNEL.test(hostPart(parsed)))
	);
}

/** The half of an address behind that of its network, in hexadecimal digits. */
const hostPart = ({ parts }: ipaddr.IPv6): string =>
	parts
		.slice(4)
		.map((part) => part.toString(16).padStart(4, '0'))
		.join('');

export interface Connecting {
	/** Which IP addresses may be connected to. */
	permits: (address: string) => boolean;
	/** How names are looked up. */
	lookup: typeof systemLookup;
}

const refused = (host: string, address: string) =>
	new SourceError(
		host,
		address === host
			? 'is no address of the public internet'
			: `leads to ${address}, which is no address of the public internet`,
		{},
		'give the address that the publisher gives to everybody'
	);

const noAddress = (host: string) =>
	new SourceError(
		host,
		'has no address at the moment',
		{},
		'check the address, or try again later'
	);

/** Connects to public addresses alone; tests may permit others. Close it when all is fetched. */
export function publicAgent(connecting: Partial<Connecting> = {}): Agent {
	const { permits = isPublic, lookup = systemLookup } = connecting;
	const guarded: LookupFunction = (host, options, callback) => {
		lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
			if (error) return callback(error, []);
			const bad = found.find(({ address }) => !permits(address));
			if (bad) return callback(refused(host, bad.address), []);
			const [first] = found;
			if (!first) callback(noAddress(host), []);
			else if (options.all === true) callback(null, found);
			else callback(null, first.address, first.family);
		});
	};
	const connect = buildConnector({ lookup: guarded });
	return new Agent({
		connect(options, callback) {
			// An address in numbers is not looked up.
			const host = options.hostname.replace(/^\[|\]$/g, '');
			if (isIP(host) !== 0 && !permits(host)) callback(refused(host, host), null);
			else connect(options, callback);
		}
	});
}
