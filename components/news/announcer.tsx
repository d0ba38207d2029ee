"use client";

import { useEffect, useRef, useState } from "react";
import { takeTitle } from "@/lib/domain/take/title";
import type { TakeView } from "@/lib/domain/take/view";
import { endedTake, isRunning, type Look, lookAt } from "./ended-takes";
import { useKnown } from "./news-context";
import { useSpoken } from "./use-spoken";

const SHORTEST_GAP_MS = 10_000;

/** Says what happens to those who do not see it: one region, there from the start, at most one message in ten seconds. */
export function Announcer() {
	const { takes } = useKnown();
	const polite = useSpoken(takes, (kind) => kind !== "failed" && kind !== "outcome-unknown", SHORTEST_GAP_MS);
	const urgent = useSpoken(takes, (kind) => kind === "failed" || kind === "outcome-unknown", 0);
	useTabTitle(takes);
	return (
		<>
			<p role="status" className="sr-only">
				{polite}
			</p>
			<p role="alert" className="sr-only">
				{urgent}
			</p>
		</>
	);
}

/** Tells in the tab, for whoever is elsewhere meanwhile. */
function useTabTitle(takes: readonly TakeView[]): void {
	const running = takes.filter(isRunning);
	const [ended, setEnded] = useState<string | null>(null);
	const before = useRef<Look | null>(null);
	useEffect(() => {
		const end = before.current && endedTake(before.current, takes);
		before.current = lookAt(takes, Date.now());
		if (end && document.hidden) {
			setEnded(`${end.word}: ${takeTitle(end.take)}`);
			notify(end.take.state.kind === "ready" ? "Your film is ready" : `A take ended: ${end.word}`, takeTitle(end.take));
		}
	}, [takes]);
	useEffect(() => {
		const back = () => !document.hidden && setEnded(null);
		document.addEventListener("visibilitychange", back);
		return () => document.removeEventListener("visibilitychange", back);
	}, []);
	useEffect(() => {
		document.title = ended ?? (running.length > 0 ? `(${running.length}) Storyreel` : "Storyreel");
	}, [ended, running.length]);
}

/** Only where the person allowed it; the tab's title tells the others. */
function notify(title: string, body: string): void {
	if (typeof Notification === "undefined" || Notification.permission !== "granted") return;
	try {
		const notification = new Notification(title, { body, tag: "storyreel", silent: true });
		notification.onclick = () => window.focus();
	} catch {
		// Browsers on phones allow them to service workers only.
	}
}
