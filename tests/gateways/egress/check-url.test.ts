import { describe, expect, it } from "vitest";
import { checkUrl, EgressRefused, egressPolicy } from "@/lib/gateways/egress/policy";

const policy = egressPolicy(["127.0.0.1:9999", "[::1]:9998", "gateway.lan:443", "Files.Studio.internal:80"]);

function isRefused(url: string): boolean {
	try {
		checkUrl(new URL(url), policy);
		return false;
	} catch (error) {
		expect(error).toBeInstanceOf(EgressRefused);
		return true;
	}
}

const ATTACKS = [
	"http://example.com/",
	"ftp://example.com/",
	"file:///etc/passwd",
	"data:text/plain,hello",
	"gopher://example.com/",
	"ws://example.com/",
	"blob:https://example.com/1",
	"https://example.com:80/",
	"https://example.com:8443/",
	"https://example.com:22/",
	"https://user@example.com/",
	"https://user:word@example.com/",
	"https://:word@example.com/",
	"https://localhost/",
	"https://LOCALHOST/",
	"https://localhost./",
	"https://a.localhost/",
	"https://localhost.localdomain/",
	"https://printer.local/",
	"https://printer.local./",
	"https://metadata.google.internal/",
	"https://wiki.intranet/",
	"https://router.lan/",
	"https://nas.home.arpa/",
	"https://metadata/",
	"https://kubernetes/",
	"https://127.0.0.1/",
	"https://127.1/",
	"https://2130706433/",
	"https://0x7f000001/",
	"https://0177.0.0.1/",
	"https://0x7f.0.0.1/",
	"https://①②⑦.⓪.⓪.①/",
	"https://127。0。0。1/",
	"https://127.0.0.1./",
	"https://0/",
	"https://0.0.0.0/",
	"https://10.0.0.1/",
	"https://172.16.0.1/",
	"https://192.168.1.1/",
	"https://169.254.169.254/latest/meta-data/",
	"https://100.64.0.1/",
	"https://198.18.0.1/",
	"https://224.0.0.1/",
	"https://255.255.255.255/",
	"https://[::]/",
	"https://[::1]/",
	"https://[::127.0.0.1]/",
	"https://[::ffff:127.0.0.1]/",
	"https://[::ffff:169.254.169.254]/",
	"https://[::ffff:0:127.0.0.1]/",
	"https://[64:ff9b::127.0.0.1]/",
	"https://[64:ff9b:1::8.8.8.8]/",
	"https://[2002:7f00:1::]/",
	"https://[2001::1]/",
	"https://[fe80::1]/",
	"https://[fc00::1]/",
	"https://[fec0::1]/",
	"https://[ff02::1]/",
	"https://[2001:db8::1]/",
	"https://[4000::1]/",
	"http://8.8.8.8/",
	"https://127.0.0.1:9998/",
	"https://[::1]:9999/",
	"https://gateway.lan:8443/",
	"http://user:word@127.0.0.1:9999/",
];

const HARMLESS = [
	"https://example.com/",
	"https://example.com:443/a?b#c",
	"https://EXAMPLE.com/",
	"https://example.com./",
	"https://sub.example.co.uk/film.mp4?Signature=x",
	"https://8.8.8.8/",
	"https://[2606:4700:4700::1111]/",
	"https://local.example.com/",
	"https://localhost.example.com/",
	"https://xn--bcher-kva.example/",
];

const OPERATORS_OWN = [
	"http://127.0.0.1:9999/",
	"https://127.0.0.1:9999/path",
	"http://127.1:9999/",
	"http://[::1]:9998/",
	"https://gateway.lan/",
	"http://files.studio.internal/",
];

describe("an address somebody else wrote", () => {
	it.each(ATTACKS)("is refused: %s", (url) => {
		expect(isRefused(url)).toBe(true);
	});

	it.each(HARMLESS)("is let through: %s", (url) => {
		expect(isRefused(url)).toBe(false);
	});

	it.each(OPERATORS_OWN)("is let through where the operator vouches for it: %s", (url) => {
		expect(isRefused(url)).toBe(false);
	});

	it("is refused with the same words whatever the reason", () => {
		const words = ATTACKS.map((url) => {
			try {
				checkUrl(new URL(url), policy);
				return "let through";
			} catch (error) {
				return String(error);
			}
		});
		expect(new Set(words).size).toBe(1);
	});
});
