import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPublicAddress } from "@/lib/gateways/egress/public-address";

const NOT_PUBLIC: readonly (readonly [address: string, what: string])[] = [
	["0.0.0.0", "unspecified"],
	["0.1.2.3", "this network"],
	["10.0.0.1", "private"],
	["10.255.255.255", "private"],
	["100.64.0.1", "carrier-grade NAT"],
	["127.0.0.1", "loopback"],
	["127.255.255.254", "loopback"],
	["169.254.0.1", "link-local"],
	["169.254.169.254", "a cloud's metadata"],
	["172.16.0.1", "private"],
	["172.31.255.255", "private"],
	["192.0.0.1", "protocol assignments"],
	["192.0.2.1", "documentation"],
	["192.88.99.1", "6to4 relay"],
	["192.168.0.1", "private"],
	["198.18.0.1", "benchmarking"],
	["198.51.100.1", "documentation"],
	["203.0.113.1", "documentation"],
	["224.0.0.1", "multicast"],
	["239.255.255.250", "multicast"],
	["240.0.0.1", "reserved"],
	["255.255.255.255", "broadcast"],
	["::", "unspecified"],
	["::1", "loopback"],
	["::2", "below ::/96"],
	["::127.0.0.1", "compatible loopback"],
	["::8.8.8.8", "compatible"],
	["::ffff:127.0.0.1", "mapped loopback"],
	["::ffff:7f00:1", "mapped loopback in hex"],
	["::ffff:169.254.169.254", "mapped metadata"],
	["::ffff:10.0.0.1", "mapped private"],
	["::ffff:0:127.0.0.1", "translated loopback"],
	["64:ff9b::7f00:1", "NAT64 loopback"],
	["64:ff9b::a9fe:a9fe", "NAT64 metadata"],
	["64:ff9b:1::7f00:1", "local NAT64"],
	["64:ff9b:1::808:808", "local NAT64"],
	["2002:7f00:1::", "6to4 loopback"],
	["2002:808:808::1", "6to4"],
	["2001::7f00:1", "Teredo"],
	["2001:0:4136:e378:8000:63bf:3fff:fdd2", "Teredo"],
	["fe80::1", "link-local"],
	["fe80::1%eth0", "link-local with a zone"],
	["2606:4700:4700::1111%1", "with a zone"],
	["fec0::1", "site-local"],
	["fc00::1", "unique local"],
	["fd00:ec2::254", "a cloud's metadata"],
	["ff02::1", "multicast"],
	["100::1", "discard"],
	["2001:2::1", "benchmarking"],
	["2001:db8::1", "documentation"],
	["3fff::1", "documentation"],
	["5f00::1", "segment routing"],
	["4000::1", "unassigned"],
	["e000::1", "unassigned"],
	["", "nothing"],
	["localhost", "a name"],
	["127.1", "a short form"],
	["0x7f000001", "a number"],
	["1.2.3.4.5", "too long"],
	["[::1]", "in brackets"],
];

const PUBLIC = [
	"1.1.1.1",
	"8.8.8.8",
	"100.63.255.255",
	"172.32.0.1",
	"192.167.255.255",
	"223.255.255.255",
	"2606:4700:4700::1111",
	"2001:4860:4860::8888",
	"2a00:1450:4001::1",
	"::ffff:8.8.8.8",
	"64:ff9b::808:808",
];

describe("an address of the public internet", () => {
	it.each(NOT_PUBLIC)("is not %s (%s)", (address) => {
		expect(isPublicAddress(address)).toBe(false);
	});

	it.each(PUBLIC)("is %s", (address) => {
		expect(isPublicAddress(address)).toBe(true);
	});

	it("is never one that wraps a private one, however it is wrapped", () => {
		const byte = fc.integer({ min: 0, max: 255 });
		const privately = fc.oneof(
			fc.tuple(fc.constant(10), byte, byte, byte),
			fc.tuple(fc.constant(127), byte, byte, byte),
			fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
			fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
		);
		const wrappers = [
			(hex: string) => `::${hex}`,
			(hex: string) => `::ffff:${hex}`,
			(hex: string) => `::ffff:0:${hex}`,
			(hex: string) => `64:ff9b::${hex}`,
			(hex: string) => `64:ff9b:1::${hex}`,
			(hex: string) => `2002:${hex}::1`,
			(hex: string) => `2001:0:${hex}::1`,
		];
		fc.assert(
			fc.property(privately, fc.constantFrom(...wrappers), (bytes, wrap) => {
				const hex = Buffer.from(bytes).toString("hex");
				expect(isPublicAddress(wrap(`${hex.slice(0, 4)}:${hex.slice(4)}`))).toBe(false);
			}),
		);
	});
});
