import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
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

export const viewport: Viewport = {
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#f2f0ed" },
		{ media: "(prefers-color-scheme: dark)", color: "#131110" },
	],
};

const THEMES: readonly (string | undefined)[] = ["dark", "light"];

export default async function RootLayout({ children }: { children: ReactNode }) {
	// Read for each answer, which also gives every script its own nonce: a page made at build time would never come alive.
	const theme = (await cookies()).get("theme")?.value;
	return (
		<html lang="en" className={geist.variable} data-theme={THEMES.includes(theme) ? theme : undefined}>
			<body>{children}</body>
		</html>
	);
}
