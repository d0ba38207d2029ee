"use client";

import { useEffect, useRef, useState } from "react";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { StateKind } from "@/lib/domain/take/state";
import { takeTitle } from "@/lib/domain/take/title";
import type { TakeView } from "@/lib/domain/take/view";
import { endedTake, isRunning, type Look, lookAt } from "./ended-takes";
import { useKnown } from "./news-context";

const SHORTEST_GAP_MS = 10_000;

const SAID: Readonly<Partial<Record<StateKind, (take: TakeView, label: string) => string>>> = {
	sending: (take, label) => `Sending ${takeTitle(take)} to ${label}.`,
	rendering: (_, label) => `${label} is rendering.`,
	ready: (take) => `${takeTitle(take)} is ready.`,
	failed: (take) => `${takeTitle(take)} failed.`,
	cancelled: (take) => `${takeTitle(take)} was cancelled.`,
	"outcome-unknown": (take, label) => `It is not known whether ${label} charged for ${takeTitle(take)}.`,
};

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

/** The latest change of state worth saying; those that come too close wait their turn, and the last one wins. */
function useSpoken(takes: readonly TakeView[], concerns: (kind: StateKind) => boolean, gapMs: number): string {
	const [text, setText] = useState("");
	const seen = useRef<ReadonlyMap<string, StateKind> | null>(null);
	const lastMs = useRef(0);
	useEffect(() => {
		const before = seen.current;
		seen.current = new Map(takes.map((take) => [take.id, take.state.kind]));
		const moved = before && takes.find((take) => before.get(take.id) !== take.state.kind && concerns(take.state.kind));
		const words = moved && SAID[moved.state.kind]?.(moved, catalogEntry(moved.gateway).label);
		if (!words) return;
		const waitMs = Math.max(0, lastMs.current + gapMs - Date.now());
		const timer = setTimeout(() => {
			lastMs.current = Date.now();
			setText(words);
		}, waitMs);
		return () => clearTimeout(timer);
	}, [takes, concerns, gapMs]);
	return text;
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
