import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
	return {
		name: "Storyreel",
		short_name: "Storyreel",
		description: "Lay out shots, see the exact price at every gateway, and render with sound.",
		start_url: "/",
		display: "standalone",
		background_color: "#131110",
		theme_color: "#131110",
		icons: [
			{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
			{ src: "/icons/192.png", sizes: "192x192", type: "image/png" },
			{ src: "/icons/512.png", sizes: "512x512", type: "image/png" },
			{ src: "/icons/maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
		],
	};
}
