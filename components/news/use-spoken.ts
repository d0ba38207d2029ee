import { useEffect, useRef, useState } from "react";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { StateKind } from "@/lib/domain/take/state";
import { takeTitle } from "@/lib/domain/take/title";
import type { TakeView } from "@/lib/domain/take/view";

const SAID: Readonly<Partial<Record<StateKind, (take: TakeView, label: string) => string>>> = {
	sending: (take, label) => `Sending ${takeTitle(take)} to ${label}.`,
	rendering: (_, label) => `${label} is rendering.`,
	ready: (take) => `${takeTitle(take)} is ready.`,
	failed: (take) => `${takeTitle(take)} failed.`,
	cancelled: (take) => `${takeTitle(take)} was cancelled.`,
	"outcome-unknown": (take, label) => `It is not known whether ${label} charged for ${takeTitle(take)}.`,
};

/** Changes of state, one message at a time: what comes too soon waits and is said together, of each take the latest. */
export function useSpoken(takes: readonly TakeView[], concerns: (kind: StateKind) => boolean, gapMs: number): string {
	const [text, setText] = useState("");
	const seen = useRef<ReadonlyMap<string, StateKind> | null>(null);
	const waiting = useRef(new Map<string, string>());
	const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
	const lastMs = useRef(0);
	useEffect(() => {
		const before = seen.current;
		seen.current = new Map(takes.map((take) => [take.id, take.state.kind]));
		if (before) note(waiting.current, takes, (take) => before.get(take.id) !== take.state.kind, concerns);
		if (waiting.current.size === 0 || timer.current !== null) return;
		timer.current = setTimeout(
			() => {
				timer.current = null;
				lastMs.current = Date.now();
				if (waiting.current.size > 0) setText([...waiting.current.values()].join(" "));
				waiting.current.clear();
			},
			Math.max(0, lastMs.current + gapMs - Date.now()),
		);
	}, [takes, concerns, gapMs]);
	useEffect(
		() => () => {
			clearTimeout(timer.current ?? undefined);
			timer.current = null;
		},
		[],
	);
	return text;
}

function note(
	waiting: Map<string, string>,
	takes: readonly TakeView[],
	hasMoved: (take: TakeView) => boolean,
	concerns: (kind: StateKind) => boolean,
): void {
	for (const take of takes.filter(hasMoved)) {
		const words = concerns(take.state.kind) && SAID[take.state.kind]?.(take, catalogEntry(take.gateway).label);
		if (words) waiting.set(take.id, words);
		else waiting.delete(take.id);
	}
}
