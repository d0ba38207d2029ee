"use client";

import { useEffect, useRef } from "react";
import { useScreen } from "@/components/playground/screen";

/** Where the areas stand above each other, what a click asked to see is brought into sight. */
export function useRevealedStage() {
	const stage = useRef<HTMLElement>(null);
	const { takeId } = useScreen().shown;
	useEffect(() => {
		const box = takeId && stage.current?.getBoundingClientRect();
		if (!box || (box.top >= 0 && box.top < window.innerHeight / 2)) return;
		const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
		stage.current?.scrollIntoView({ block: "start", behavior: still ? "instant" : "smooth" });
	}, [takeId]);
	return stage;
}
