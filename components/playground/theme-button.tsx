"use client";

import { IconButton } from "@/components/ui/button";

const ONE_YEAR_SECONDS = 31_536_000;

/** A cookie, so that the server draws the right theme at once and nothing flashes. */
function remember(theme: "dark" | "light"): void {
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is missing in some browsers we support.
	document.cookie = `theme=${theme}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`;
}

export function ThemeButton() {
	function turn() {
		const root = document.documentElement;
		const systemIsDark = !window.matchMedia("(prefers-color-scheme: light)").matches;
		const isDark = root.dataset.theme ? root.dataset.theme === "dark" : systemIsDark;
		const next = isDark ? "light" : "dark";
		root.dataset.theme = next;
		remember(next);
	}
	return <IconButton icon="sun" label="Theme" onClick={turn} />;
}
