import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { connection } from "next/server";
import type { ReactNode } from "react";
import "./globals.css";

const geist = localFont({
	src: "../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2",
	variable: "--font-geist",
	weight: "100 900",
	display: "swap",
});

export const metadata: Metadata = {
	title: { default: "Storyreel", template: "%s · Storyreel" },
	description: "Lay out shots, see the exact price at every gateway, and render with sound.",
};

export const viewport: Viewport = { themeColor: "#121110", colorScheme: "dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
	// Scripts carry a nonce of this very answer; a page made at build time would have none and never come alive.
	await connection();
	return (
		<html lang="en" className={geist.variable}>
			<body>{children}</body>
		</html>
	);
}
