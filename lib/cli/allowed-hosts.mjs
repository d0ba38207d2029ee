import { isIP } from "node:net";

const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

function bracket(address) {
	return isIP(address) === 6 ? `[${address}]` : address;
}

function normalise(hostHeader) {
	const text = hostHeader?.toLowerCase() ?? "";
	return text.endsWith(":80") ? text.slice(0, -3) : text;
}

/**
 * Tells whether a Host header names this server. A foreign name that resolves to us is how a web page elsewhere
 * would reach a server on the visitor's own machine (DNS rebinding); an address cannot be rebound, so where the
 * operator opened every address (0.0.0.0 or ::), any address is good.
 */
export function makeHostCheck({ host, publicUrl, port }) {
	const opened = host === "0.0.0.0" || host === "::";
	const names = opened ? loopbackNames : [...loopbackNames, bracket(host).toLowerCase()];
	const allowed = new Set(names.map((name) => normalise(`${name}:${port}`)));
	if (publicUrl) allowed.add(normalise(publicUrl.host));

	return (hostHeader) => {
		const given = normalise(hostHeader);
		if (allowed.has(given)) return true;
		if (!opened) return false;
		const [, address, givenPort = "80"] = /^(\[[^\]]+\]|[\d.]+)(?::(\d+))?$/.exec(given) ?? [];
		return address !== undefined && isIP(address.replace(/[[\]]/g, "")) !== 0 && givenPort === String(port);
	};
}
