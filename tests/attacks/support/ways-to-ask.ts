interface Way {
	readonly name: string;
	readonly headers: Readonly<Record<string, string>>;
}

/** How requests from somewhere else present themselves, and some that only pretend. */
export function foreignWays(origin: string): readonly Way[] {
	const { host, hostname, port } = new URL(origin);
	const way = (name: string, headers: Record<string, string>): Way => ({ name, headers });
	return [
		way("says nothing of where it comes from", {}),
		way("comes from another site", { origin: "https://evil.example" }),
		way("comes from nowhere", { origin: "null" }),
		way("comes from another port", { origin: `http://${hostname}:${Number(port) + 1}` }),
		way("comes from a name that begins like ours", { origin: `http://${host}.evil.example` }),
		way("carries our name as user info", { origin: `http://${host}@evil.example` }),
		way("carries our name behind a hash", { origin: `http://evil.example#${host}` }),
		way("comes from no web page", { origin: `file://${host}` }),
		way("says it is cross-site", { "sec-fetch-site": "cross-site" }),
		way("says it is same-site", { "sec-fetch-site": "same-site" }),
		way("says the person typed it", { "sec-fetch-site": "none" }),
		way("says it is cross-site with our origin", { "sec-fetch-site": "cross-site", origin }),
		way("says it is ours with another origin", { "sec-fetch-site": "same-origin", origin: "https://evil.example" }),
		way("says it is ours with no origin to show", { "sec-fetch-site": "same-origin", origin: "null" }),
		way("has a forged forwarded host", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }),
		way("has a forged forwarded scheme", { origin: `https://evil.example`, "x-forwarded-proto": "https" }),
	];
}
